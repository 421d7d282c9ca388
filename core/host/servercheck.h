// Whether an address is a Discord's, before mates are sent there with their tokens.
// Asks without a token.
#pragma once

#include "core/base/result.h"

class QObject;

namespace loopflow {

class HttpClient;

/// GET /gateway, which needs no token. The answer is the address without a trailing slash; errors are sentences for
/// the field where it was typed.
void checkServer(HttpClient &http, const QString &address, QObject *context, Callback<QString> callback);

} // namespace loopflow
