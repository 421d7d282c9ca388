#include "tests/unit/llm/decoding.h"

namespace loopflow::test {
namespace {

void take(Decoded &decoded, const Result<llm::ChatDelta> &delta)
{
    if (!delta) {
        decoded.error = delta.error();
        return;
    }
    decoded.deltas += delta->text;
    decoded.thought = decoded.thought || delta->thinking;
}

void finish(Decoded &decoded, llm::ChatDecoder &decoder)
{
    if (decoded.error)
        return;
    const auto reply = decoder.finish();
    if (reply)
        decoded.reply = *reply;
    else
        decoded.error = reply.error();
}

} // namespace

Decoded decode(llm::ChatDecoder &decoder, const QList<llm::SseEvent> &events)
{
    Decoded decoded;
    for (const auto &event : events) {
        take(decoded, decoder.feed(event));
        if (decoded.error)
            break;
    }
    finish(decoded, decoder);
    return decoded;
}

Decoded decodeWhole(llm::ChatDecoder &decoder, QByteArrayView body)
{
    Decoded decoded;
    take(decoded, decoder.whole(body));
    finish(decoded, decoder);
    return decoded;
}

QList<llm::SseEvent> dataEvents(const QList<QByteArray> &lines)
{
    QList<llm::SseEvent> events;
    for (const auto &line : lines)
        events.append({{}, line});
    return events;
}

} // namespace loopflow::test
