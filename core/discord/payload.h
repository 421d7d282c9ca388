// The gateway's messages: what the session reads of one, and the ones that it writes.
// Looks no further into an event than it must; one that no mate needs never becomes an object.
// Spec: docs "Gateway Events › Payload Structure", "Identify", "Resume", "Heartbeat".
#pragma once

#include "core/base/secret.h"
#include "core/base/time.h"
#include "core/discord/id.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QUrl>

#include <memory>
#include <optional>

namespace loopflow::discord {

/// Gateway opcodes (docs "Opcodes and Status Codes"). Others are ignored.
namespace opcode {
constexpr qint64 Dispatch = 0;
constexpr qint64 Heartbeat = 1;
constexpr qint64 Identify = 2;
constexpr qint64 Resume = 6;
constexpr qint64 Reconnect = 7;
constexpr qint64 InvalidSession = 9;
constexpr qint64 Hello = 10;
constexpr qint64 HeartbeatAck = 11;
} // namespace opcode

/// One message from the gateway. The views hold until the reader reads again.
struct Payload {
    qint64 op = -1;
    std::optional<qint64> sequence;
    QByteArrayView
        type; ///< of an event that a mate needs; empty for the others and for other opcodes
    QByteArrayView data; ///< `d` as JSON; not read for events that no mate needs
};

/// Reads gateway messages with one set of buffers. Needed are READY, RESUMED and, where they belong
/// to a direct message (no `guild_id`), MESSAGE_CREATE, MESSAGE_UPDATE, MESSAGE_DELETE and
/// TYPING_START. Of GUILD_CREATE, and of the GUILD_DELETE that removes the bot, `data` is the
/// server's id alone (a JSON string): the rest may be megabytes.
class PayloadReader final {
public:
    PayloadReader();
    ~PayloadReader();
    PayloadReader(const PayloadReader &) = delete;
    PayloadReader &operator=(const PayloadReader &) = delete;

    /// None when the bytes are no gateway message, or not a whole one. Inside `d` only what matters
    /// is checked.
    std::optional<Payload> read(QByteArrayView json);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

/// What READY says about the session.
struct Ready {
    UserId bot;
    QString sessionId;
    QUrl resumeUrl;
    bool messageContent = false; ///< application.flags bit 18 or 19
    QList<GuildId> guilds; ///< the servers that the bot is in
};
/// None without a bot or a session id.
std::optional<Ready> parseReady(QByteArrayView data);
/// The server of a GUILD_CREATE or GUILD_DELETE as PayloadReader hands it over.
GuildId parseGuild(QByteArrayView data);
/// The heartbeat interval of a Hello; none when it is not a positive number.
std::optional<Milliseconds> parseHello(QByteArrayView data);

/// The bare token, without "Bot ". Holds the token: to be sent, never logged.
Secret identifyFrame(const Secret &token, quint32 intents);
Secret resumeFrame(const Secret &token, const QString &sessionId, qint64 sequence);
QByteArray heartbeatFrame(std::optional<qint64> sequence);
/// Whether the token fits into a frame as it is. One that does not cannot be Discord's.
bool isPossibleToken(const Secret &token);

} // namespace loopflow::discord
