#include "core/host/controlserver.h"

#include "core/base/core.h"
#include "core/base/log.h"
#include "core/base/overloaded.h"
#include "core/host/controlsocket.h"
#include "core/store/database.h"

#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>

#include <array>

namespace loopflow {

ControlPeer::ControlPeer(QLocalSocket *socket, const ControlLimits &limits, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_limits(limits)
{
    socket->setParent(this);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { drop("it took too long"); });
    connect(socket, &QLocalSocket::readyRead, this, &ControlPeer::read);
    connect(socket, &QLocalSocket::disconnected, this, &QObject::deleteLater);
    m_deadline.start(m_limits.request);
    send(ControlHello{controlVersion, QStringLiteral(LOOPFLOW_VERSION)});
    QMetaObject::invokeMethod(this, &ControlPeer::read, Qt::QueuedConnection); // what came before we listened
}

ControlPeer::~ControlPeer()
{
    m_socket->disconnect(this);
}

void ControlPeer::print(const QString &line)
{
    send(ControlLine{line, false});
}

void ControlPeer::complain(const QString &sentence)
{
    send(ControlLine{sentence, true});
}

void ControlPeer::ask(const QString &question, QObject *context, Callback<Secret> callback)
{
    Q_ASSERT(!m_asked);
    m_asked = std::move(callback);
    m_asking = context;
    m_deadline.start(m_limits.question);
    send(ControlQuestion{question});
}

void ControlPeer::finish(int exitCode, const QJsonObject &value)
{
    send(ControlResult{exitCode, value});
    m_deadline.start(m_limits.request);
    m_socket->disconnectFromServer(); // once all of it is written
}

void ControlPeer::send(const ControlMessage &message)
{
    if (m_socket->state() != QLocalSocket::ConnectedState)
        return;
    const auto frame = controlFrame(message);
    if (frame)
        m_socket->write(frame->reveal());
    else
        complain(frame.error().message);
}

void ControlPeer::read()
{
    // On the stack, and wiped: a token may be among it.
    std::array<char, 16 * 1024> bytes;
    while (m_socket->state() == QLocalSocket::ConnectedState) {
        const qint64 count = m_socket->read(bytes.data(), bytes.size());
        if (count <= 0)
            break;
        auto messages = m_reader.feed(QByteArrayView(bytes.data(), count));
        explicit_bzero(bytes.data(), static_cast<size_t>(count));
        if (!messages)
            return drop("it sent what is no message");
        for (ControlMessage &message : *messages)
            take(std::move(message));
    }
}

void ControlPeer::take(ControlMessage message)
{
    if (m_socket->state() != QLocalSocket::ConnectedState)
        return; // dropped, or answered
    if (auto *request = std::get_if<ControlRequest>(&message); request && !m_request) {
        m_request = std::move(*request);
        m_complete = m_request->tokenSource == TokenSource::None;
        if (!m_complete)
            return;
    } else if (auto *secret = std::get_if<Secret>(&message); secret && m_request && !m_complete) {
        m_token = std::move(*secret);
        m_complete = true;
    } else if (secret && m_asked) {
        m_deadline.stop();
        const auto callback = std::exchange(m_asked, nullptr);
        if (m_asking)
            callback(std::move(*secret));
        return;
    } else {
        return drop("it sent what was not asked for");
    }
    m_deadline.stop();
    if (m_request->version == controlVersion) {
        Q_EMIT requested(*m_request);
        return;
    }
    complain(Core::tr("The running Loopflow is version %1, this one is %2, and they do not understand each other. "
                      "Quit the running one and start it again.")
        .arg(QStringLiteral(LOOPFLOW_VERSION), m_request->program));
    finish(1);
}

void ControlPeer::drop(const char *why)
{
    qCInfo(logHost).noquote() << "A client of the control socket was dropped:" << why;
    m_socket->abort();
    deleteLater();
}

ControlServer::ControlServer(ControlLimits limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_server(std::make_unique<QLocalServer>())
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &ControlServer::accept);
}

ControlServer::~ControlServer()
{
    // The link first: who finds it finds somebody there.
    if (!m_link.isEmpty())
        QFile::remove(m_link);
    m_server->close();
}

Result<void> ControlServer::listen(const Database &held, const QString &runtimeFolder)
{
    const auto path = makeControlPath(held.folder(), runtimeFolder);
    if (!path)
        return path.error();
    if (!m_server->listen(*path)) {
        return Error{ErrorCode::Storage,
            Core::tr("Other processes cannot reach this Loopflow, because %1 could not be opened (%2).").arg(
                *path, m_server->errorString())};
    }
    if (const auto linked = linkControl(held.folder(), *path); !linked)
        return linked;
    if (*path != controlName(held.folder()))
        m_link = controlName(held.folder());
    return {};
}

void ControlServer::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        if (!peerIsOwner(socket->socketDescriptor()) || m_clients >= m_limits.clients) {
            qCInfo(logHost) << "A client of the control socket was refused.";
            socket->abort();
            socket->deleteLater();
            continue;
        }
        ++m_clients;
        auto *peer = new ControlPeer(socket, m_limits, this);
        connect(peer, &QObject::destroyed, this, [this] { --m_clients; });
        connect(peer, &ControlPeer::requested, this,
            [this, peer](const ControlRequest &request) { Q_EMIT requested(peer, request); });
    }
}

} // namespace loopflow
