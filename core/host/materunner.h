// One mate's connection: its token, gateway and REST client, and what it missed while they were away.
// Hands what arrives to its Answerer; knows no other mate.
#pragma once

#include "core/host/answerer.h"
#include "core/host/supervisor.h"

#include <QObject>

#include <memory>

namespace loopflow {

class Catchup;
class GatewayClient;

class MateRunner : public QObject {
    Q_OBJECT
public:
    /// `services` outlives this.
    MateRunner(HostServices services, MateId mate, QObject *parent = nullptr);
    ~MateRunner() override; ///< drops the connection without ending the session

    void start();
    void stop(discord::StopMode mode);
    /// Takes no new messages, finishes what runs; drained() comes when nothing does.
    void drain();
    MateState state() const;
    MateHealth health() const;
    /// See Supervisor::retry.
    void retry(discord::ChannelId channel, const QList<discord::MessageId> &questions, Callback<void> callback);

Q_SIGNALS:
    void stateChanged();
    void drained();

private:
    void connectAs(const Mate &mate, Secret token);
    void connectGateway();
    void leaveGateway(discord::StopMode mode);
    void setPhase(MatePhase phase, const QString &problem = {});
    void fetchUrl();
    void changeState(discord::GatewayState state);
    void dispatch(const QByteArray &type, const QByteArray &data);
    void becomeReady(bool newSession);
    bool acceptBot();
    void fail(const Error &error);
    void seeLive(const discord::Message &message);
    void mark(discord::ChannelId channel, discord::MessageId message);
    void finishReading(discord::ChannelId channel);
    void seeServers(const QByteArray &type, const QByteArray &data);

    HostServices m_services;
    MateId m_mate;
    std::unique_ptr<RestClient> m_rest;
    std::unique_ptr<Answerer> m_answerer;
    std::unique_ptr<Catchup> m_catchup;
    std::unique_ptr<GatewayClient> m_gateway;
    QHash<discord::ChannelId, discord::MessageId> m_marks; ///< as the journal has them
    QSet<discord::GuildId> m_servers;
    QHash<discord::ChannelId, discord::MessageId> m_held; ///< newest seen where a gap is still being read
    MatePhase m_phase = MatePhase::Paused;
    QString m_problem;
    ErrorCode m_cause = ErrorCode::Unauthorized; ///< of the last failure
    bool m_draining = false;
    bool m_tookUp = false;
};

} // namespace loopflow
