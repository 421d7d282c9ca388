#include "core/discord/message.h"

#include "core/base/core.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace loopflow::discord {

using namespace Qt::StringLiterals;

namespace {

constexpr int voiceFlag = 1 << 13;
constexpr int forwardReference = 1;
constexpr int spoilerFlag = 1 << 3; // of an attachment
constexpr qsizetype replyTextLength = 200;

Error unreadable(const QString &what)
{
    return {ErrorCode::Invalid,
        Core::tr("Discord sent %1. It was left out; look for a newer Loopflow if this happens again.").arg(what)};
}

Result<QJsonObject> parseObject(const QByteArray &json, const QString &what)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return unreadable(u"%1 (%2)"_s.arg(what, problem.errorString()));
    return document.object();
}

/// Unix ms of an ISO 8601 time; 0 when it is none. Discord writes microseconds and "+00:00".
qint64 parseTime(const QJsonValue &json)
{
    QDateTime time = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

QString formatTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString parseNonce(const QJsonValue &json)
{
    return json.isDouble() ? QString::number(json.toInteger()) : json.toString();
}

QList<Attachment> parseAttachments(const QJsonValue &json)
{
    QList<Attachment> attachments;
    for (const QJsonValue &entry : json.toArray()) {
        const QJsonObject object = entry.toObject();
        const QString name = object["filename"_L1].toString();
        attachments.append({name, object["content_type"_L1].toString(),
            object["size"_L1].toInteger(), object["url"_L1].toString(),
            object["duration_secs"_L1].toDouble(), object["width"_L1].toInt(), object["height"_L1].toInt(),
            (object["flags"_L1].toInteger() & spoilerFlag) != 0 || name.startsWith("SPOILER_"_L1),
            object["description"_L1].toString()});
    }
    return attachments;
}

QList<EmbedField> parseFields(const QJsonValue &json)
{
    QList<EmbedField> fields;
    for (const QJsonValue &entry : json.toArray())
        fields.append({entry["name"_L1].toString(), entry["value"_L1].toString()});
    return fields;
}

QList<Embed> parseEmbeds(const QJsonValue &json)
{
    QList<Embed> embeds;
    for (const QJsonValue &entry : json.toArray()) {
        const QJsonObject object = entry.toObject();
        const QString picture = object["image"_L1]["url"_L1].toString();
        embeds.append({object["title"_L1].toString(), object["description"_L1].toString(),
            object["url"_L1].toString(), object["author"_L1]["name"_L1].toString(),
            object["provider"_L1]["name"_L1].toString(), object["footer"_L1]["text"_L1].toString(),
            picture.isEmpty() ? object["thumbnail"_L1]["url"_L1].toString() : picture,
            parseFields(object["fields"_L1])});
    }
    return embeds;
}

QList<User> parseMentions(const QJsonValue &json)
{
    QList<User> users;
    for (const QJsonValue &entry : json.toArray()) {
        if (auto user = parseUser(entry.toObject()))
            users.append(*std::move(user));
    }
    return users;
}

QStringList parseStickers(const QJsonValue &json)
{
    QStringList names;
    for (const QJsonValue &entry : json.toArray())
        names.append(entry["name"_L1].toString());
    return names;
}

QStringList parsePollAnswers(const QJsonValue &json)
{
    QStringList answers;
    for (const QJsonValue &entry : json.toArray())
        answers.append(entry["poll_media"_L1]["text"_L1].toString());
    return answers;
}

QString nameOf(const QJsonValue &author)
{
    const QString name = author["global_name"_L1].toString();
    return name.isEmpty() ? author["username"_L1].toString() : name;
}

void parseReference(const QJsonObject &json, Message &message)
{
    const QJsonObject reference = json["message_reference"_L1].toObject();
    if (reference["type"_L1].toInt() != forwardReference) {
        message.replyTo = MessageId::fromJson(reference["message_id"_L1]);
        const QJsonValue referenced = json["referenced_message"_L1];
        message.replyAuthor = nameOf(referenced["author"_L1]);
        message.replyText = referenced["content"_L1].toString().simplified().left(replyTextLength).trimmed();
        return;
    }
    message.forward = true;
    const QJsonObject snapshot
        = json["message_snapshots"_L1].toArray().at(0)["message"_L1].toObject();
    message.snapshotContent = snapshot["content"_L1].toString();
    message.snapshotAttachments = parseAttachments(snapshot["attachments"_L1]);
    message.snapshotEmbeds = parseEmbeds(snapshot["embeds"_L1]);
    message.snapshotStickers = parseStickers(snapshot["sticker_items"_L1]);
}

/// Absent fields say the same as empty ones and keep the record small.
void put(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

template <class Tag>
void put(QJsonObject &object, QLatin1StringView key, Id<Tag> id)
{
    if (id)
        object.insert(key, id.toString());
}

void put(QJsonObject &object, QLatin1StringView key, const QJsonArray &array)
{
    if (!array.isEmpty())
        object.insert(key, array);
}

QJsonObject toJson(const User &user)
{
    QJsonObject object{{"id"_L1, user.id.toString()}, {"username"_L1, user.username}};
    put(object, "global_name"_L1, user.globalName);
    put(object, "avatar"_L1, user.avatar);
    if (user.bot)
        object.insert("bot"_L1, true);
    return object;
}

QJsonObject toJson(const Attachment &attachment)
{
    QJsonObject object{{"filename"_L1, attachment.filename}, {"size"_L1, attachment.size}};
    put(object, "content_type"_L1, attachment.contentType);
    put(object, "url"_L1, attachment.url);
    if (attachment.durationSeconds != 0)
        object.insert("duration_secs"_L1, attachment.durationSeconds);
    if (attachment.width != 0)
        object.insert("width"_L1, attachment.width);
    if (attachment.height != 0)
        object.insert("height"_L1, attachment.height);
    if (attachment.spoiler)
        object.insert("flags"_L1, spoilerFlag);
    put(object, "description"_L1, attachment.description);
    return object;
}

QJsonObject toJson(const Embed &embed)
{
    QJsonObject object;
    put(object, "title"_L1, embed.title);
    put(object, "description"_L1, embed.description);
    put(object, "url"_L1, embed.url);
    const auto putInside = [&](QLatin1StringView key, QLatin1StringView inner, const QString &text) {
        if (!text.isEmpty())
            object.insert(key, QJsonObject{{inner, text}});
    };
    putInside("author"_L1, "name"_L1, embed.author);
    putInside("provider"_L1, "name"_L1, embed.provider);
    putInside("footer"_L1, "text"_L1, embed.footer);
    putInside("image"_L1, "url"_L1, embed.picture);
    QJsonArray fields;
    for (const EmbedField &field : embed.fields)
        fields.append(QJsonObject{{"name"_L1, field.name}, {"value"_L1, field.value}});
    put(object, "fields"_L1, fields);
    return object;
}

template <class T>
QJsonArray toArray(const QList<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(toJson(value));
    return array;
}

QJsonArray stickersToArray(const QStringList &names)
{
    QJsonArray array;
    for (const QString &name : names)
        array.append(QJsonObject{{"name"_L1, name}});
    return array;
}

QJsonObject pollToJson(const Message &message)
{
    QJsonObject poll{{"question"_L1, QJsonObject{{"text"_L1, message.pollQuestion}}}};
    QJsonArray answers;
    for (const QString &answer : message.pollAnswers)
        answers.append(QJsonObject{{"poll_media"_L1, QJsonObject{{"text"_L1, answer}}}});
    put(poll, "answers"_L1, answers);
    return poll;
}

void putReference(QJsonObject &object, const Message &message)
{
    if (message.forward) {
        QJsonObject snapshot{{"content"_L1, message.snapshotContent},
            {"attachments"_L1, toArray(message.snapshotAttachments)}};
        put(snapshot, "embeds"_L1, toArray(message.snapshotEmbeds));
        put(snapshot, "sticker_items"_L1, stickersToArray(message.snapshotStickers));
        object.insert("message_reference"_L1, QJsonObject{{"type"_L1, forwardReference}});
        object.insert("message_snapshots"_L1, QJsonArray{QJsonObject{{"message"_L1, snapshot}}});
    } else if (message.replyTo) {
        object.insert("message_reference"_L1,
            QJsonObject{{"message_id"_L1, message.replyTo.toString()}});
    }
    if (!message.replyAuthor.isEmpty() || !message.replyText.isEmpty()) {
        object.insert("referenced_message"_L1,
            QJsonObject{{"author"_L1, QJsonObject{{"username"_L1, message.replyAuthor}}},
                {"content"_L1, message.replyText}});
    }
}

} // namespace

bool Message::isChat() const
{
    switch (static_cast<MessageType>(type)) {
    case MessageType::Default:
    case MessageType::Reply:
    case MessageType::ChatInputCommand:
    case MessageType::ContextMenuCommand:
        return true;
    case MessageType::ThreadStarter:
        break;
    }
    return false;
}

Result<User> parseUser(const QJsonObject &json)
{
    User user;
    user.id = UserId::fromJson(json["id"_L1]);
    if (!user.id)
        return unreadable(Core::tr("a user without an id"));
    user.username = json["username"_L1].toString();
    user.globalName = json["global_name"_L1].toString();
    user.avatar = json["avatar"_L1].toString();
    user.bot = json["bot"_L1].toBool();
    return user;
}

Result<Message> parseMessage(const QJsonObject &json)
{
    Message message;
    message.id = MessageId::fromJson(json["id"_L1]);
    message.channel = ChannelId::fromJson(json["channel_id"_L1]);
    if (!message.id || !message.channel)
        return unreadable(Core::tr("a message without an id or a channel"));
    auto author = parseUser(json["author"_L1].toObject());
    if (!author)
        return unreadable(Core::tr("a message without an author"));
    message.author = *std::move(author);
    message.guild = GuildId::fromJson(json["guild_id"_L1]);
    message.webhook = json["webhook_id"_L1].isString();
    message.type = json["type"_L1].toInt();
    message.content = json["content"_L1].toString();
    message.memberNick = json["member"_L1]["nick"_L1].toString();
    message.editedMs = parseTime(json["edited_timestamp"_L1]);
    message.mentions = parseMentions(json["mentions"_L1]);
    message.attachments = parseAttachments(json["attachments"_L1]);
    message.embeds = parseEmbeds(json["embeds"_L1]);
    message.stickers = parseStickers(json["sticker_items"_L1]);
    message.pollQuestion = json["poll"_L1]["question"_L1]["text"_L1].toString();
    message.pollAnswers = parsePollAnswers(json["poll"_L1]["answers"_L1]);
    message.voice = (json["flags"_L1].toInteger() & voiceFlag) != 0;
    message.nonce = parseNonce(json["nonce"_L1]);
    parseReference(json, message);
    return message;
}

Result<Message> parseMessage(const QByteArray &json)
{
    const auto object = parseObject(json, Core::tr("a message that is not a JSON object"));
    if (!object)
        return object.error();
    return parseMessage(*object);
}

Result<QList<Message>> parseMessages(const QByteArray &json)
{
    // Discord's own description allows null for "none".
    if (json.trimmed() == "null")
        return QList<Message>();
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        return unreadable(Core::tr("a history that is not a list of messages"));
    QList<Message> messages;
    const QJsonArray array = document.array();
    messages.reserve(array.size());
    for (const QJsonValue &entry : array) {
        auto message = parseMessage(entry.toObject());
        if (!message)
            return message.error();
        messages.append(*std::move(message));
    }
    return messages;
}

Result<DeletedMessage> parseDeletedMessage(const QByteArray &json)
{
    const auto object = parseObject(json, Core::tr("a deletion that is not a JSON object"));
    if (!object)
        return object.error();
    const DeletedMessage deleted{MessageId::fromJson((*object)["id"_L1]),
        ChannelId::fromJson((*object)["channel_id"_L1]), GuildId::fromJson((*object)["guild_id"_L1])};
    if (!deleted.id || !deleted.channel)
        return unreadable(Core::tr("a deletion without an id or a channel"));
    return deleted;
}

Result<Typing> parseTyping(const QByteArray &json)
{
    const auto object = parseObject(json, Core::tr("a typing notice that is not a JSON object"));
    if (!object)
        return object.error();
    const Typing typing{ChannelId::fromJson((*object)["channel_id"_L1]),
        UserId::fromJson((*object)["user_id"_L1]), GuildId::fromJson((*object)["guild_id"_L1])};
    if (!typing.channel || !typing.user)
        return unreadable(Core::tr("a typing notice without a channel or a user"));
    return typing;
}

QJsonObject toJson(const Message &message)
{
    QJsonObject object{{"id"_L1, message.id.toString()},
        {"channel_id"_L1, message.channel.toString()}, {"author"_L1, toJson(message.author)},
        {"type"_L1, message.type}, {"content"_L1, message.content}};
    put(object, "guild_id"_L1, message.guild);
    // A webhook's messages carry its id as their author's.
    if (message.webhook)
        object.insert("webhook_id"_L1, message.author.id.toString());
    if (!message.memberNick.isEmpty())
        object.insert("member"_L1, QJsonObject{{"nick"_L1, message.memberNick}});
    if (message.editedMs != 0)
        object.insert("edited_timestamp"_L1, formatTime(message.editedMs));
    put(object, "mentions"_L1, toArray(message.mentions));
    put(object, "attachments"_L1, toArray(message.attachments));
    put(object, "embeds"_L1, toArray(message.embeds));
    put(object, "sticker_items"_L1, stickersToArray(message.stickers));
    if (!message.pollQuestion.isEmpty() || !message.pollAnswers.isEmpty())
        object.insert("poll"_L1, pollToJson(message));
    if (message.voice)
        object.insert("flags"_L1, voiceFlag);
    putReference(object, message);
    put(object, "nonce"_L1, message.nonce);
    return object;
}

} // namespace loopflow::discord
