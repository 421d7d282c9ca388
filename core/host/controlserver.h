// Listens for other processes of the same user and data folder, and carries their requests.
// Must never let a client that hangs, lies or sends rubbish hold anything up but itself.
#pragma once

#include "core/base/time.h"
#include "core/host/controlmessage.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

class QLocalServer;
class QLocalSocket;

namespace loopflow {

class Database;

struct ControlLimits {
    Milliseconds request{10'000}; ///< for a whole request to arrive, and for an answer to be taken
    Milliseconds question{600'000}; ///< for a person to answer
    int clients = 32; ///< at once
};

/// One client with its one request. Deleted when the client is gone: whatever runs for it takes it as its context.
class ControlPeer : public QObject {
    Q_OBJECT
public:
    ControlPeer(QLocalSocket *socket, const ControlLimits &limits, QObject *parent);
    ~ControlPeer() override;

    /// What came with the request's tokenSource; empty for None. Once.
    Secret takeToken() { return std::move(m_token); }
    void print(const QString &line);
    void complain(const QString &sentence);
    /// Asks the person at the client's terminal; one question at a time.
    void ask(const QString &question, QObject *context, Callback<Secret> callback);
    /// The answer; the client leaves after it.
    void finish(int exitCode, const QJsonObject &value = {});

Q_SIGNALS:
    /// The request is whole. Once.
    void requested(const loopflow::ControlRequest &request);

private:
    void read();
    void take(ControlMessage message);
    void send(const ControlMessage &message);
    void drop(const char *why);

    QLocalSocket *m_socket;
    ControlLimits m_limits;
    ControlReader m_reader;
    QTimer m_deadline;
    std::optional<ControlRequest> m_request;
    Secret m_token;
    bool m_complete = false; ///< requested() was emitted
    Callback<Secret> m_asked;
    QPointer<QObject> m_asking; ///< the context of m_asked
};

class ControlServer : public QObject {
    Q_OBJECT
public:
    explicit ControlServer(ControlLimits limits = {}, QObject *parent = nullptr);
    ~ControlServer() override; ///< Before the database: who has the folder's lock has its socket.

    /// Listens for the folder of `held`, whose lock the caller thereby has. Errors: Storage.
    Result<void> listen(const Database &held, const QString &runtimeFolder);

Q_SIGNALS:
    /// Answer by `peer`, and end with its finish().
    void requested(loopflow::ControlPeer *peer, const loopflow::ControlRequest &request);

private:
    void accept();

    ControlLimits m_limits;
    std::unique_ptr<QLocalServer> m_server;
    QString m_link;
    int m_clients = 0;
};

} // namespace loopflow
