// One bot's REST calls: its token, its rate limiter, one HttpClient.
// 429 is waited out here; every other failure goes to the caller.
#pragma once

#include "core/base/secret.h"
#include "core/discord/requestbreaker.h"
#include "core/discord/rest.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace loopflow {

class HttpClient;

/// An answer (any status) and, when it is not 2xx or never came, why.
struct RestAnswer {
    HttpResponse response;
    std::optional<discord::RestFailure> failure;
};

/// What Discord's limits have cost so far.
struct RestWaits {
    int calls = 0; ///< that were held back
    Milliseconds time{0}; ///< by them until now, in all
    bool operator==(const RestWaits &) const = default;
};

/// A call that was sent, to take it back.
using RestCallId = quint64;

class RestClient : public QObject {
    Q_OBJECT
public:
    /// `api` is the base address with version, e.g. https://discord.com/api/v10. `http` and `breaker` are shared by
    /// all mates and outlive this. An empty token sends no Authorization.
    RestClient(HttpClient *http, discord::RequestBreaker *breaker, QUrl api, Secret token, QObject *parent = nullptr);
    ~RestClient() override;

    /// The callback is dropped when `context` dies first; it never runs inside this call.
    RestCallId send(discord::RestRequest request, QObject *context, std::function<void(RestAnswer)> callback);
    /// Takes a call back that was not sent yet; no effect else.
    void cancel(RestCallId call);
    const QUrl &api() const;
    RestWaits waits() const;

Q_SIGNALS:
    /// A limit holds this call for at least so long.
    void held(quint64 call, std::chrono::milliseconds wait);

private:
    class Queue;
    std::unique_ptr<Queue> m_queue;
};

} // namespace loopflow
