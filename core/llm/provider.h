// A provider's dialect: how a chat request becomes an HTTP request, and its answer a reply.
// Pure; the key goes in last (authorize), after the request was recorded.
#pragma once

#include "core/base/http.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/base/time.h"
#include "core/llm/chat.h"
#include "core/llm/modeltraits.h"
#include "core/llm/sseparser.h"

#include <memory>

namespace loopflow::llm {

/// Where a provider is reached.
struct Endpoint {
    QString provider; ///< an id of knownProviders(): "openai", "anthropic", "ollama", …
    QUrl baseUrl; ///< normalised (see normalizedBaseUrl)
    Headers extraHeaders;
};

/// A model as a provider's own list names it.
struct Model {
    QString id;
    QString name; ///< for people; may be empty
    qint64 context = 0; ///< tokens; 0: not said
    bool operator==(const Model &) const = default;
};

/// What a failed request means for the retry.
struct LlmFailure {
    Error error; ///< the sentence names the provider's own words where they help
    bool retryable = false;
    std::optional<Milliseconds> retryAfter; ///< what the server asked for, when sane
    bool overloaded = false; ///< 529, 503: wait longer, try oftener
    QString refusedParameter; ///< with ErrorCode::UnsupportedParameter: its wire name
    QString renamedParameter; ///< what the server wants in its place; empty: leave it out
    qint64 contextLimit = 0; ///< with ErrorCode::TooLong: the model's limit, when said
    qint64 requestTokens = 0; ///< with ErrorCode::TooLong: what the request had, when said
    QString requestId; ///< the provider's, for its support
};

/// Turns a stream (or a whole body) into a reply. One object per request.
class ChatDecoder {
public:
    virtual ~ChatDecoder() = default;
    /// Takes one event; fails on an error event. Unknown events are skipped.
    virtual Result<ChatDelta> feed(const SseEvent &event) = 0;
    /// Takes a 200 answer that was no event stream.
    virtual Result<ChatDelta> whole(QByteArrayView body) = 0;
    /// Whether nothing more is to come ([DONE], message_stop, a whole body); what follows is ignored.
    virtual bool isComplete() const = 0;
    /// The end of the stream. ErrorCode::Incomplete when no terminal event came; a finish_reason is one, though the
    /// usage and [DONE] may follow it. The reply's text is that of all deltas, and what was held back until now.
    virtual Result<ChatReply> finish() = 0;
    /// What an Error of this decoder means for the retry.
    LlmFailure explain(const Error &error) const;

protected:
    /// The Error for what the provider said inside a 200 answer; explain() knows the rest of it.
    Error refused(LlmFailure failure);

private:
    std::optional<LlmFailure> m_refused;
};

class LlmProvider {
public:
    virtual ~LlmProvider() = default;
    /// The whole request but for the key. Equal inputs give equal bytes.
    virtual HttpRequest encode(const ChatRequest &request, const Endpoint &endpoint, const ModelTraits &traits) const = 0;
    virtual void authorize(HttpRequest &request, const Secret &key) const = 0;
    virtual std::unique_ptr<ChatDecoder> decoder() const = 0;
    virtual HttpRequest encodeModels(const Endpoint &endpoint) const = 0;
    virtual Result<QList<Model>> decodeModels(const HttpResponse &response) const = 0;
    /// For an answer that is not 2xx.
    virtual LlmFailure explain(const HttpResponse &response) const = 0;
};

/// The dialect that a provider speaks: Anthropic's for "anthropic", else OpenAI's chat completions.
const LlmProvider &dialect(const QString &provider);

/// A provider that Loopflow knows by name.
struct KnownProvider {
    QString id;
    QString name; ///< for people
    QUrl baseUrl;
    QStringList keyVariables; ///< environment, first wins
    QString baseUrlVariable; ///< environment; may be empty
    bool local = false; ///< runs on one's own computer: no key is demanded
};
const QList<KnownProvider> &knownProviders();
/// Null for an unknown id.
const KnownProvider *findProvider(const QString &id);

/// A base address as people paste it, made whole: a scheme added, 0.0.0.0 made 127.0.0.1, a trailing slash or
/// "/chat/completions" or "/messages" removed, and the provider's usual path ("/v1") added where none or only its
/// beginning was given (for Anthropic's dialect always: its clients do so).
Result<QUrl> normalizedBaseUrl(const QString &pasted, const QString &provider);
/// Whether a key is demanded: false for local providers and for a base address that is one's own.
bool needsKey(const Endpoint &endpoint);

} // namespace loopflow::llm
