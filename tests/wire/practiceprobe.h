// Plain clients for the practice servers' tests: one HTTP exchange over a raw socket, one gateway
// connection. Never forgiving or clever: what the server sends is what a test sees.
#pragma once

#include "core/base/http.h"
#include "core/discord/inflater.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>
#include <QWebSocket>

#include <optional>

namespace loopflow::test {

struct Answer {
    int status = 0; ///< 0: the connection ended without an answer
    Headers headers;
    QByteArray body; ///< without transfer coding
    bool whole = false; ///< all of the body came

    QJsonObject object() const;
    QJsonArray array() const;
};

/// Sends these bytes, reads until the server closes (or until `pieces` answers came), and reads the
/// answers.
QList<Answer> exchangeRaw(quint16 port, const QByteArray &bytes, int pieces = 1);
/// One request on a connection of its own.
Answer exchange(const QUrl &base, const QByteArray &method, const QString &path,
    const Headers &headers, const QByteArray &body = {});

/// REST calls of one account.
class RestProbe {
public:
    /// `authorization` as it stands in the header: "Bot …", or a person's bare token.
    RestProbe(QUrl api, QString authorization);
    Answer get(const QString &path) const;
    Answer post(const QString &path, const QJsonObject &body = {}) const;
    Answer patch(const QString &path, const QJsonObject &body) const;
    Answer erase(const QString &path) const;
    Headers headers;

private:
    QUrl m_api;
};

class GatewayProbe : public QObject {
    Q_OBJECT
public:
    explicit GatewayProbe(
        const QUrl &gateway, const QString &query = QStringLiteral("v=10&encoding=json"));

    void send(const QJsonObject &payload);
    void sendText(const QString &text);
    void sendOp(int op, const QJsonValue &data);
    void identify(const QString &token, qint64 intents);
    void resume(const QString &token, const QString &session, qint64 sequence);
    /// The next payload; empty when none comes in time.
    QJsonObject next();
    /// The next payload's `d`, when it is this event; else empty.
    QJsonObject nextEvent(const QString &type);
    /// Waits for hello, identifies, and answers READY's `d`.
    QJsonObject ready(const QString &token, qint64 intents);
    /// The code with which the server closed; none when it does not, or drops the connection.
    std::optional<int> closedWith();
    bool isClosed();
    void close(int code);
    /// Ends the TCP connection without a close frame.
    void abort();
    bool nothingWaits() const { return m_payloads.isEmpty(); }
    qint64 sequence() const { return m_sequence; }
    int binaryFrames() const { return m_binaryFrames; }

private:
    void take(const QByteArray &json);

    QWebSocket m_socket;
    discord::Inflater m_inflater;
    QList<QJsonObject> m_payloads;
    qint64 m_sequence = 0;
    int m_binaryFrames = 0;
    bool m_closed = false;
    bool m_saidGoodbye = false;
};

} // namespace loopflow::test
