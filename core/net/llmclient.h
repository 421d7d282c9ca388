// Carries one chat request to a provider and its answer back: HTTP chunks through SseParser and ChatDecoder.
// Decides nothing about retries; says what the failure is.
#pragma once

#include "core/base/secret.h"
#include "core/llm/provider.h"

#include <QObject>

namespace loopflow {

class HttpClient;

/// A reply under way. completed() or failed() comes last, exactly once, never inside the call that made this.
/// Deleting it aborts the request, so that a local server stops computing.
class LlmStream : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    /// Bytes arrived; the text may be empty (thinking, a keep-alive).
    void delta(const loopflow::llm::ChatDelta &delta);
    void completed(const loopflow::llm::ChatReply &reply);
    void failed(const loopflow::llm::LlmFailure &failure);
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
};

} // namespace loopflow
