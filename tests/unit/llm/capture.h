// Answers of real servers, recorded as files in tests/data/captures.
// A file may begin with "#" lines, then holds the status line, the headers and the body.
#pragma once

#include "core/base/http.h"
#include "core/llm/sseparser.h"

namespace loopflow::test {

/// Status 0 where the server hung up before it answered. A chunked body (*.http) comes out whole.
HttpResponse readCapture(const QString &name);
/// The names of all captures that end so, e.g. ".sse".
QStringList captureNames(const QString &ending);
/// What SseParser makes of the whole body; fails the test's process when it refuses.
QList<llm::SseEvent> eventsOf(QByteArrayView body);
/// The same, fed byte by byte.
QList<llm::SseEvent> eventsOfBytes(QByteArrayView body);

} // namespace loopflow::test
