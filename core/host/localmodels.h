// Which model servers answer on this computer: Ollama, LM Studio, llama.cpp.
// Asks on loopback only, all at once, with short deadlines; sends no key and keeps nothing.
#pragma once

#include "core/llm/provider.h"

#include <functional>

class QObject;

namespace loopflow {

class Credentials;
class HttpClient;

/// A model server that answered.
struct LocalServer {
    QString provider; ///< llm::KnownProvider::id
    QString name; ///< for people
    int models = 0; ///< that can chat
    bool operator==(const LocalServer &) const = default;
};

class LocalModels {
public:
    /// Both outlive this.
    LocalModels(HttpClient *http, const Credentials *credentials);

    /// The servers that answer within a second and a half, in the order of llm::knownProviders().
    void look(QObject *context, std::function<void(const QList<LocalServer> &)> callback);
    /// Where each is asked: what the environment names (OLLAMA_HOST) counts only when it is on
    /// loopback.
    QList<llm::Endpoint> places() const;

private:
    HttpClient *m_http;
    const Credentials *m_credentials;
};

} // namespace loopflow
