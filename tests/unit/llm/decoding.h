// Runs a decoder over a captured answer as LlmClient does.
// The texts of the deltas must add up to the reply's.
#pragma once

#include "core/llm/provider.h"

namespace loopflow::test {

struct Decoded {
    std::optional<llm::ChatReply> reply;
    std::optional<Error> error;
    QString deltas; ///< what a person saw while it streamed
    bool thought = false;
};

Decoded decode(llm::ChatDecoder &decoder, const QList<llm::SseEvent> &events);
Decoded decodeWhole(llm::ChatDecoder &decoder, QByteArrayView body);
/// Events of unnamed data lines.
QList<llm::SseEvent> dataEvents(const QList<QByteArray> &lines);

} // namespace loopflow::test
