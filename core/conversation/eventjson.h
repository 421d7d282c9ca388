// Events as JSON for the record, and back.
// An event of a newer version, or a damaged one, is an error that names it; the rest stays readable.
#pragma once

#include "core/base/result.h"
#include "core/conversation/event.h"

#include <QByteArray>

namespace loopflow {

/// The name an event is stored under, e.g. "RequestSent".
QByteArray kindOf(const LogEvent &event);
/// Its payload: compact JSON, the same bytes for equal events.
QByteArray payloadOf(const LogEvent &event);
/// Errors: unknown kind, broken payload.
Result<LogEvent> eventFrom(const QByteArray &kind, const QByteArray &payload);

} // namespace loopflow
