#include "core/llm/sseparser.h"

#include <algorithm>

namespace loopflow::llm {

Result<QList<SseEvent>> SseParser::feed(QByteArrayView bytes)
{
    QList<SseEvent> events;
    while (!bytes.isEmpty()) {
        if (m_afterReturn && bytes.front() == '\n') {
            m_afterReturn = false;
            bytes = bytes.sliced(1);
            continue;
        }
        m_afterReturn = false;
        // Only LF and CR end a line: U+2028 and U+0085 are ordinary text here.
        const auto end =
            std::find_if(bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r'; });
        const auto part = bytes.first(end - bytes.begin());
        if (m_line.size() + part.size() > limit || m_data.size() + part.size() > limit)
            return Error{ErrorCode::Invalid,
                QStringLiteral(
                    "The provider sent more than 16 MB in one piece, which is not a chat reply. "
                    "Check the provider's address.")};
        if (end == bytes.end()) {
            m_line.append(part);
            break;
        }
        if (m_line.isEmpty()) {
            takeLine(part, events);
        } else {
            m_line.append(part);
            const QByteArray line = std::exchange(m_line, {});
            takeLine(line, events);
        }
        m_afterReturn = *end == '\r';
        bytes = bytes.sliced(part.size() + 1);
    }
    return events;
}

QList<SseEvent> SseParser::finish()
{
    // The specification drops an unfinished event; servers leave the last blank line out, so it
    // counts.
    QList<SseEvent> events;
    if (!m_line.isEmpty()) {
        const QByteArray line = std::exchange(m_line, {});
        takeLine(line, events);
    }
    dispatch(events);
    return events;
}

void SseParser::takeLine(QByteArrayView line, QList<SseEvent> &events)
{
    constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
    if (m_atStart && line.startsWith(byteOrderMark))
        line = line.sliced(byteOrderMark.size());
    m_atStart = false;
    if (line.isEmpty())
        return dispatch(events);
    const auto colon = line.indexOf(':');
    const auto field = colon < 0 ? line : line.first(colon);
    auto value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (field == QByteArrayView("data")) {
        m_data.append(value);
        m_data.append('\n');
    } else if (field == QByteArrayView("event")) {
        m_name = value.toByteArray();
    }
}

void SseParser::dispatch(QList<SseEvent> &events)
{
    SseEvent event{std::exchange(m_name, {}), std::exchange(m_data, {})};
    event.data.chop(1);
    if (!event.data.isEmpty())
        events.append(std::move(event));
}

} // namespace loopflow::llm
