// What Loopflow asks a model and what a model answers, in no provider's dialect.
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace loopflow::llm {

enum class Role { User, Assistant };

struct ChatMessage {
    Role role = Role::User;
    QString text;
    bool operator==(const ChatMessage &) const = default;
};

/// Sent only where a person set them: models refuse what they do not know.
struct ChatParameters {
    std::optional<double> temperature;
    std::optional<double> topP;
    std::optional<int> maxTokens; ///< of the reply, thinking included
    QString effort; ///< reasoning effort in the provider's word; empty: not sent
    bool operator==(const ChatParameters &) const = default;
};

/// Messages alternate, begin and end with User, have text, and hold no lone surrogate.
struct ChatRequest {
    QString model;
    QString system; ///< may be empty
    QList<ChatMessage> messages;
    ChatParameters parameters;
    bool operator==(const ChatRequest &) const = default;
};

/// Tokens as the provider counted them; -1: not said.
struct Usage {
    qint64 input = -1; ///< all input, cached included
    qint64 output = -1; ///< thinking included
    qint64 cachedInput = -1; ///< of `input`, read from a cache
    qint64 cacheWrite = -1; ///< of `input`, written to a cache
    qint64 reasoning = -1; ///< of `output`
    std::optional<double> cost{}; ///< US dollars, where the provider says it (OpenRouter)
    bool operator==(const Usage &) const = default;
};

enum class StopReason {
    End,
    Length, ///< the reply's token limit or the context was reached
    Refusal, ///< the model or its filter declined
    Other,
};

/// What a decoder found in the stream since it was last asked.
struct ChatDelta {
    QString text; ///< for people
    bool thinking = false; ///< the model thought meanwhile (its thoughts are not kept)
};

/// A whole answer.
struct ChatReply {
    QString text; ///< without thinking
    StopReason stop = StopReason::End;
    Usage usage;
    QString model; ///< as the provider named it; may be empty
    QString refusal; ///< the provider's explanation, when stop is Refusal
    bool operator==(const ChatReply &) const = default;
};

} // namespace loopflow::llm
