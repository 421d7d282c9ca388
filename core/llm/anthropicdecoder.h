// The events of Anthropic's Messages, or a whole message, into a reply.
// Complete only by message_stop; unknown events, deltas and blocks are skipped, as its
// documentation asks.
#pragma once

#include "core/llm/provider.h"
#include "core/llm/thinkfilter.h"

#include <QJsonObject>

namespace loopflow::llm {

class AnthropicDecoder final : public ChatDecoder {
public:
    /// `provider` is its name, for sentences.
    explicit AnthropicDecoder(QString provider);

    Result<ChatDelta> feed(const SseEvent &event) override;
    Result<ChatDelta> whole(QByteArrayView body) override;
    bool isComplete() const override { return m_done; }
    Result<ChatReply> finish() override;

private:
    ChatDelta takeEvent(const QString &type, const QJsonObject &event);
    /// A block as it starts, a delta of it, or a whole one: their types tell text from thinking, so
    /// that blocks may overlap (llama.cpp opens one before it closes the last).
    ChatDelta takeContent(const QJsonObject &content);
    void takeStop(const QJsonObject &message);
    void takeUsage(const QJsonObject &usage);
    ChatDelta complete();

    QString m_provider;
    ChatReply m_reply;
    ThinkFilter m_filter;
    qint64 m_plainInput = -1; ///< neither read from nor written to the cache
    bool m_done = false;
};

} // namespace loopflow::llm
