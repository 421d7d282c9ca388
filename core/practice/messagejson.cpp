// MessageStore's JSON: the complete objects that Discord's schema asks for (docs "Message Object",
// "Channel Object").
#include "core/practice/messagestore.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

constexpr int dmChannel = 1;
constexpr int defaultType = 0;
constexpr int replyType = 19;

} // namespace

QJsonObject MessageStore::channelJson(const DmChannel &channel, discord::UserId viewer) const
{
    const QJsonValue last = channel.last ? QJsonValue(channel.last.toString()) : QJsonValue::Null;
    QJsonArray recipients;
    if (const Account *other = m_accounts.find(channel.other(viewer)))
        recipients.append(m_accounts.userJson(*other));
    return {
        {u"id"_s, channel.id.toString()},
        {u"type"_s, dmChannel},
        {u"last_message_id"_s, last},
        {u"flags"_s, 0},
        {u"recipients"_s, recipients},
    };
}

QJsonObject MessageStore::messageJson(const StoredMessage &message) const
{
    QJsonObject json = plainJson(message);
    if (!message.replyTo)
        return json;
    const auto &messages = m_channels.at(message.channel.value).messages;
    const auto asked = messages.find(message.replyTo.value);
    json.insert("referenced_message"_L1,
        asked == messages.end() ? QJsonValue(QJsonValue::Null) : plainJson(asked->second));
    return json;
}

QJsonObject MessageStore::plainJson(const StoredMessage &message) const
{
    QJsonArray mentions;
    for (const discord::UserId user : message.mentions) {
        if (const Account *account = m_accounts.find(user))
            mentions.append(m_accounts.userJson(*account));
    }
    const Account *author = m_accounts.find(message.author);
    Q_ASSERT(author);
    QJsonObject json{
        {u"id"_s, message.id.toString()},
        {u"channel_id"_s, message.channel.toString()},
        {u"type"_s, message.replyTo ? replyType : defaultType},
        {u"author"_s, m_accounts.userJson(*author)},
        {u"content"_s, message.content},
        {u"timestamp"_s, isoTime(message.id.created().count())},
        {u"edited_timestamp"_s,
            message.editedMs ? QJsonValue(isoTime(message.editedMs)) : QJsonValue::Null},
        {u"mentions"_s, mentions},
        {u"mention_roles"_s, QJsonArray()},
        {u"mention_everyone"_s, false},
        {u"attachments"_s, QJsonArray()},
        {u"embeds"_s, QJsonArray()},
        {u"components"_s, QJsonArray()},
        {u"flags"_s, message.flags},
        {u"pinned"_s, false},
        {u"tts"_s, message.tts},
    };
    if (message.replyTo) {
        json.insert("message_reference"_L1,
            QJsonObject{
                {u"type"_s, 0},
                {u"channel_id"_s, message.channel.toString()},
                {u"message_id"_s, message.replyTo.toString()},
            });
    }
    return json;
}

} // namespace loopflow::practice
