// Takes <think>…</think> out of the beginning of a reply that arrives in pieces.
// Never touches the tag once text for people has begun: there it is something the model talks
// about.
#pragma once

#include <QString>

namespace loopflow::llm {

class ThinkFilter final {
public:
    /// The text for people in what came; may hold some back until it is sure.
    QString feed(const QString &text);
    /// What was held back, when no more comes. Thoughts that never ended are dropped.
    QString finish();
    bool isThinking() const { return m_state == State::Thinking; }

private:
    enum class State { Start, Thinking, Text };

    QString m_held;
    State m_state = State::Start;
    bool m_thought = false; ///< the white space after thoughts goes with them
};

} // namespace loopflow::llm
