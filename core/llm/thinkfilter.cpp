#include "core/llm/thinkfilter.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace loopflow::llm {

QString ThinkFilter::feed(const QString &text)
{
    const QString open = u"<think>"_s;
    const QString close = u"</think>"_s;
    if (m_state == State::Text)
        return text;
    m_held += text;
    while (true) {
        if (m_state == State::Thinking) {
            const auto end = m_held.indexOf(close);
            if (end < 0) {
                // Only the tail can be the beginning of the closing tag.
                m_held = m_held.right(close.size() - 1);
                return {};
            }
            m_held = m_held.sliced(end + close.size());
            m_state = State::Start;
            m_thought = true;
        }
        qsizetype begin = 0;
        while (begin < m_held.size() && m_held.at(begin).isSpace())
            ++begin;
        const auto rest = QStringView(m_held).sliced(begin);
        if (rest.startsWith(open)) {
            m_held = m_held.sliced(begin + open.size());
            m_state = State::Thinking;
            continue;
        }
        if (open.startsWith(rest)) // empty, or the tag may be on its way
            return {};
        m_state = State::Text;
        const QString held = std::exchange(m_held, {});
        return m_thought ? held.sliced(begin) : held;
    }
}

QString ThinkFilter::finish()
{
    const QString held = std::exchange(m_held, {});
    const bool thinking = m_state == State::Thinking;
    m_state = State::Text;
    if (thinking)
        return {};
    return m_thought ? held.trimmed() : held;
}

} // namespace loopflow::llm
