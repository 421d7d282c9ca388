// A Discord message and its author, as far as Loopflow looks at them.
// Unknown fields and values are ignored; a missing id is an error. Spec: docs "Resources › Message".
#pragma once

#include "core/base/result.h"
#include "core/discord/id.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace loopflow::discord {

struct User {
    UserId id;
    QString username;
    QString globalName; ///< empty when the person set none (and for bots)
    QString avatar; ///< hash for the CDN; empty for none
    bool bot = false;

    /// What people see: the global name, else the user name.
    QString displayName() const { return globalName.isEmpty() ? username : globalName; }
    bool operator==(const User &) const = default;
};

struct Attachment {
    QString filename;
    QString contentType; ///< may be empty
    qint64 size = 0; ///< bytes
    QString url; ///< signed, expires
    double durationSeconds = 0; ///< voice messages and videos
    int width = 0; ///< pixels, of pictures and videos; 0: not said
    int height = 0;
    bool spoiler = false; ///< its author wants it covered
    QString description{}; ///< what it shows, in its author's words; may be empty
    bool operator==(const Attachment &) const = default;
};

struct EmbedField {
    QString name;
    QString value;
    bool operator==(const EmbedField &) const = default;
};

struct Embed {
    QString title;
    QString description;
    QString url;
    QString author{};
    QString provider{}; ///< the site that a link's preview comes from
    QString footer{};
    QString picture{}; ///< address of its image or thumbnail; empty for none
    QList<EmbedField> fields{};
    bool operator==(const Embed &) const = default;
};

/// Message types that Loopflow tells apart; any other number is a system line.
enum class MessageType { Default = 0, Reply = 19, ChatInputCommand = 20, ThreadStarter = 21, ContextMenuCommand = 23 };

struct Message {
    MessageId id;
    ChannelId channel;
    GuildId guild; ///< none: a direct message (or fetched by REST, which leaves it out)
    User author;
    bool webhook = false; ///< posted by a webhook: no person, whatever `author` says
    int type = 0; ///< see MessageType
    QString content;
    QString memberNick; ///< the author's name in this server; only in gateway events
    qint64 editedMs = 0; ///< Unix ms of the last edit by its author; 0 for never
    QList<User> mentions;
    QList<Attachment> attachments;
    QList<Embed> embeds;
    QStringList stickers; ///< names
    QString pollQuestion;
    QStringList pollAnswers;
    bool voice = false; ///< a voice message (flag 8192)
    MessageId replyTo; ///< message_reference of type reply
    QString replyAuthor; ///< who wrote that message, and how it begins; empty when Discord did not say
    QString replyText;
    bool forward = false; ///< message_reference of type forward: text is in the snapshot
    QString snapshotContent; ///< the forwarded text
    QList<Attachment> snapshotAttachments;
    QList<Embed> snapshotEmbeds;
    QStringList snapshotStickers;
    QString nonce; ///< only on our own messages in gateway events

    /// When it was written, Unix time.
    std::chrono::milliseconds written() const { return id.created(); }
    /// A message of a person or bot, in contrast to a system line such as "pinned a message".
    bool isChat() const;
    QString authorName() const { return memberNick.isEmpty() ? author.displayName() : memberNick; }
    bool operator==(const Message &) const = default;
};

/// What a MESSAGE_DELETE names.
struct DeletedMessage {
    MessageId id;
    ChannelId channel;
    GuildId guild;
};

/// What a TYPING_START names.
struct Typing {
    ChannelId channel;
    UserId user;
    GuildId guild;
};

Result<User> parseUser(const QJsonObject &json);
/// A message object of REST, or the `d` of MESSAGE_CREATE and MESSAGE_UPDATE.
Result<Message> parseMessage(const QJsonObject &json);
Result<Message> parseMessage(const QByteArray &json);
/// The array that GET messages answers, as it comes: newest first.
Result<QList<Message>> parseMessages(const QByteArray &json);
Result<DeletedMessage> parseDeletedMessage(const QByteArray &json);
Result<Typing> parseTyping(const QByteArray &json);

/// The message as JSON that parseMessage reads back to an equal value; for the record.
QJsonObject toJson(const Message &message);

} // namespace loopflow::discord
