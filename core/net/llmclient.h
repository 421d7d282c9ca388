// Carries one chat request to a provider and its answer back: HTTP chunks through SseParser and ChatDecoder.
// Decides nothing about retries; says what the failure is.
#pragma once

#include "core/base/secret.h"
#include "core/llm/provider.h"
#include "core/llm/providerlimiter.h"

#include <QObject>

#include <map>

namespace loopflow {

class HttpClient;

/// A reply under way. completed() or failed() comes last, exactly once, never inside the call that made this.
/// Deleting it aborts the request, so that a local server stops computing. Must not outlive its LlmClient.
class LlmStream : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    /// Bytes arrived; the text may be empty (thinking, a keep-alive).
    void delta(const loopflow::llm::ChatDelta &delta);
    void completed(const loopflow::llm::ChatReply &reply);
    void failed(const loopflow::llm::LlmFailure &failure);
    /// The provider's limits hold the request back for so long; it goes out by itself then.
    void held(std::chrono::milliseconds wait);
};

class LlmClient : public QObject {
    Q_OBJECT
public:
    /// `http` outlives this.
    explicit LlmClient(HttpClient *http, QObject *parent = nullptr);

    /// `request` is what the provider encoded; the key goes in here, after it was recorded. An empty key adds none.
    /// `provider` outlives the stream (those of llm::dialect() always do).
    LlmStream *send(const llm::LlmProvider &provider, HttpRequest request, const Secret &key, QObject *parent);
    /// The provider's own list of models.
    void models(const llm::LlmProvider &provider, const llm::Endpoint &endpoint, const Secret &key, QObject *context,
        Callback<QList<llm::Model>> callback);

private:
    HttpClient *m_http;
    std::map<QString, llm::ProviderLimiter> m_limiters; ///< by host: all mates share a provider's key
};

} // namespace loopflow
