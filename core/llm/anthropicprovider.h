// The dialect of Anthropic's Messages.
// Asks for API version 2026-10-21. That version refuses temperature and top_p, so a mate that sets
// them gets the older 2023-06-01 where its model still takes them (prices file, or a server that is
// not Anthropic's), and goes without them where not.
#pragma once

#include "core/llm/provider.h"

namespace loopflow::llm {

class AnthropicProvider final : public LlmProvider {
public:
    /// The field is required; thinking counts against it, so that a small one gives empty replies.
    static constexpr int defaultMaxTokens = 8192;

    /// `name` is the provider's, for sentences.
    explicit AnthropicProvider(QString name);

    HttpRequest encode(const ChatRequest &request, const Endpoint &endpoint,
        const ModelTraits &traits) const override;
    void authorize(HttpRequest &request, const Secret &key) const override;
    std::unique_ptr<ChatDecoder> decoder() const override;
    HttpRequest encodeModels(const Endpoint &endpoint) const override;
    Result<QList<Model>> decodeModels(const HttpResponse &response) const override;
    LlmFailure explain(const HttpResponse &response) const override;

private:
    QString m_name;
};

} // namespace loopflow::llm
