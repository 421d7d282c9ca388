// Rows of a conversation as a few bytes, for those that nobody looks at for now.
// For this run's memory only: never stored. What is packed and unpacked is equal.
#pragma once

#include "core/conversation/conversationrow.h"

#include <QList>

namespace loopflow {

QByteArray packed(const QList<ConversationRow> &rows);
/// `bytes` is what packed() gave in this run.
QList<ConversationRow> unpacked(const QByteArray &bytes);

} // namespace loopflow
