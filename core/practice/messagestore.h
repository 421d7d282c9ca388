// The DM channels of the practice server and what was written in them, until exit.
// Decides who may see what; knows no HTTP and no gateway, which listen to its signals.
// Spec: docs "Resources › Message", "Resources › Channel".
#pragma once

#include "core/base/time.h"
#include "core/practice/accounts.h"
#include "core/practice/apierror.h"
#include "core/practice/messagedraft.h"

#include <QHash>
#include <QObject>

#include <map>
#include <optional>

namespace loopflow::practice {

struct StoredMessage {
    discord::MessageId id;
    discord::ChannelId channel;
    discord::UserId author;
    QString content;
    QList<discord::UserId> mentions;
    QJsonValue nonce; ///< undefined for none
    int flags = 0;
    bool tts = false;
    discord::MessageId replyTo; ///< none: not a reply
    qint64 editedMs = 0; ///< Unix time; 0 for never
};

struct DmChannel {
    discord::ChannelId id;
    discord::UserId first;
    discord::UserId second;
    discord::MessageId last; ///< stays when that message is deleted
    std::map<quint64, StoredMessage> messages;

    bool has(discord::UserId user) const { return first == user || second == user; }
    discord::UserId other(discord::UserId user) const { return first == user ? second : first; }
};

/// Which messages GET messages asks for.
struct PageQuery {
    enum class Anchor { Newest, Before, After, Around };
    Anchor anchor = Anchor::Newest;
    discord::MessageId id;
    int limit = 50;
};

class MessageStore : public QObject {
    Q_OBJECT
public:
    MessageStore(Accounts &accounts, Snowflakes &snowflakes);

    /// The channel of these two, made when there is none.
    DmChannel &dm(discord::UserId one, discord::UserId other);
    /// The channel, when this user may see it.
    ApiResult<const DmChannel *> channel(discord::ChannelId id, discord::UserId viewer) const;
    const DmChannel *find(discord::ChannelId id) const;
    /// The channel that holds this message; null when there is none.
    const DmChannel *channelOf(discord::MessageId id) const;
    ApiResult<const StoredMessage *> message(
        discord::ChannelId channel, discord::MessageId id, discord::UserId viewer) const;
    /// Newest first.
    QList<const StoredMessage *> page(const DmChannel &channel, const PageQuery &query) const;

    ApiResult<const StoredMessage *> create(const Account &author, discord::ChannelId channel,
        const MessageDraft &draft, TimePoint now);
    ApiResult<const StoredMessage *> edit(const Account &editor, discord::ChannelId channel,
        discord::MessageId id, const MessageEdit &edit, TimePoint now);
    std::optional<ApiError> erase(
        const Account &eraser, discord::ChannelId channel, discord::MessageId id);
    std::optional<ApiError> type(const Account &typist, discord::ChannelId channel);
    void forgetNonces() { m_nonces.clear(); }

    QJsonObject channelJson(const DmChannel &channel, discord::UserId viewer) const;
    /// As GET shows it: never with a nonce.
    QJsonObject messageJson(const StoredMessage &message) const;

Q_SIGNALS:
    void created(const loopflow::practice::StoredMessage &message);
    void edited(const loopflow::practice::StoredMessage &message);
    void erased(loopflow::discord::ChannelId channel, loopflow::discord::MessageId message);
    void typed(loopflow::discord::ChannelId channel, loopflow::discord::UserId user);

private:
    struct UsedNonce {
        discord::ChannelId channel;
        discord::MessageId message;
        Milliseconds at{0}; ///< steady
    };
    ApiResult<DmChannel *> mutableChannel(discord::ChannelId id, discord::UserId viewer);
    const UsedNonce *usedNonce(const QString &key, TimePoint now);
    /// Whom this text pings, and whom this reply does.
    QList<discord::UserId> mentionsOf(
        const StoredMessage &message, const AllowedMentions &allowed) const;
    QJsonObject plainJson(const StoredMessage &message) const;

    Accounts &m_accounts;
    Snowflakes &m_snowflakes;
    std::map<quint64, DmChannel> m_channels;
    QHash<QString, UsedNonce> m_nonces; ///< by author and nonce
};

} // namespace loopflow::practice
