// The dialect of OpenAI's chat completions, which most providers and local servers speak.
// Sends the least that works: a parameter that nobody set is never sent. Spec: the provider's API
// reference.
#pragma once

#include "core/llm/provider.h"

namespace loopflow::llm {

class OpenAiProvider final : public LlmProvider {
public:
    /// `name` is the provider's, for sentences.
    explicit OpenAiProvider(QString name);

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
