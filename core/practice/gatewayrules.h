// Which close code the gateway answers what with, and what a close code means for the session.
// Pure. Spec: docs "Opcodes and Status Codes › Gateway Close Event Codes", "Gateway › Gateway
// Intents".
#pragma once

#include "core/practice/accounts.h"

#include <QJsonObject>

namespace loopflow::practice::gatewayrules {

/// The reason that Discord sends with this close code.
QString closeReason(quint16 code);
/// Whether the client must start a new session after this code.
bool endsSession(quint16 code);
/// The close code for the `d` of this Identify; 0 when it is in order. `account` is null for an
/// unknown token.
quint16 whyNotIdentify(const Account *account, const QJsonObject &data);

} // namespace loopflow::practice::gatewayrules
