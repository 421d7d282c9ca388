// Chat completion chunks, or a whole completion, into a reply.
// Complete only when the server said so: by a finish_reason or [DONE].
#pragma once

#include "core/llm/provider.h"
#include "core/llm/thinkfilter.h"

#include <QJsonObject>

namespace loopflow::llm {

class OpenAiDecoder final : public ChatDecoder {
public:
    /// `provider` is its name, for sentences.
    explicit OpenAiDecoder(QString provider);

    Result<ChatDelta> feed(const SseEvent &event) override;
    Result<ChatDelta> whole(QByteArrayView body) override;
    bool isComplete() const override { return m_done; }
    Result<ChatReply> finish() override;

private:
    Result<ChatDelta> takeChunk(const QJsonObject &chunk);
    void takeMessage(const QJsonObject &message, ChatDelta &delta);
    Result<void> takeFinishReason(const QString &reason);
    void takeUsage(const QJsonObject &usage);

    QString m_provider;
    ChatReply m_reply;
    ThinkFilter m_filter;
    bool m_started = false; ///< a choice came
    bool m_finished = false; ///< a finish_reason came
    bool m_done = false; ///< nothing more is to come
};

} // namespace loopflow::llm
