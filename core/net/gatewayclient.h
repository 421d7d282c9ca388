// Carries one GatewaySession over a QWebSocket: a fresh socket per connection, bytes and clock in, actions out.
// Decides nothing; what a frame or a close code means is the session's business.
#pragma once

#include "core/discord/gatewaysession.h"

#include <QObject>

#include <memory>

namespace loopflow {

struct Route;

class GatewayClient : public QObject {
    Q_OBJECT
public:
    explicit GatewayClient(discord::GatewayConfig config, QObject *parent = nullptr);
    ~GatewayClient() override; ///< drops the connection without ending the session

    /// How its connections leave from now on; outlives this. Without: as the system wants it.
    void useRoute(const Route *route);
    void start();
    void stop(discord::StopMode mode);
    void setUrl(const QUrl &url);
    void urlFailed();
    const discord::GatewaySession &session() const;

Q_SIGNALS:
    void dispatched(const QByteArray &type, const QByteArray &data);
    void stateChanged(loopflow::discord::GatewayState state);
    void sessionChanged(const std::optional<loopflow::discord::SavedSession> &session);
    void identifySpent(std::chrono::milliseconds wall);
    void urlNeeded();
    void failed(quint16 closeCode, const QString &message);
    void noticed(const QString &message);

private:
    class Driver;
    std::unique_ptr<Driver> m_driver;
};

} // namespace loopflow
