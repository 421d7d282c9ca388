// One turn's requests to its model: the key, the wire, the reply as it streams, what failures teach.
// Knows neither Discord nor the journal, so that live turns and replays ask in the same way.
#pragma once

#include "core/host/turneffects.h"
#include "core/llm/provider.h"
#include "core/net/llmclient.h"

#include <QTimer>

#include <memory>

namespace loopflow {

class Credentials;
class MateStore;

/// What the model requests of all turns share; all of it outlives them.
struct ModelServices {
    LlmClient *llm = nullptr;
    Credentials *credentials = nullptr;
    MateStore *mates = nullptr; ///< what is learnt about models goes there; null: nothing is learnt
};

class ModelRequest final : public QObject {
    Q_OBJECT
public:
    /// Of `mate` only the provider, its address and the model matter.
    ModelRequest(ModelServices services, Mate mate);

    /// RequestSent comes first, then deltas, then ResponseCompleted or RequestFailed; what fails before anything could
    /// be sent is a RequestFailed alone.
    void send(const SendRequest &action, const TurnEffects::Sink &sink);
    /// Aborts what is under way; nothing comes of it any more.
    void cancel();

private:
    void stream(const SendRequest &action, const llm::Endpoint &endpoint, HttpRequest request, const Secret &key,
        const TurnEffects::Sink &sink);
    void flushDelta();
    RequestFailed failureOf(const SendRequest &action, const llm::LlmFailure &failure, const QString &baseUrl);
    void learn(const QString &baseUrl, const llm::ModelTraits &traits);

    ModelServices m_services;
    Mate m_mate;
    std::unique_ptr<QObject> m_asking; ///< context of what cancel() takes back
    std::unique_ptr<LlmStream> m_stream;
    QTimer m_deltaTimer;
    DeltaReceived m_delta; ///< not yet told
    TurnEffects::Sink m_deltaSink;
};

} // namespace loopflow
