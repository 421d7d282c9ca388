#include "core/practice/messagestore.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

/// Discord's "few minutes" during which enforce_nonce finds a message again.
constexpr Milliseconds nonceLife = std::chrono::minutes(5);
constexpr int suppressEmbeds = 1 << 2;

QString nonceKey(discord::UserId author, const QJsonValue &nonce)
{
    const QString text = nonce.isString() ? nonce.toString() : QString::number(nonce.toInteger());
    return author.toString() + u' ' + text;
}

/// What is code is never a mention.
QString withoutCode(QString content)
{
    static const QRegularExpression code(
        u"```.*?```|`[^`\\n]+`"_s, QRegularExpression::DotMatchesEverythingOption);
    return content.remove(code);
}

} // namespace

MessageStore::MessageStore(Accounts &accounts, Snowflakes &snowflakes)
    : m_accounts(accounts)
    , m_snowflakes(snowflakes)
{
}

DmChannel &MessageStore::dm(discord::UserId one, discord::UserId other)
{
    for (auto &[id, channel] : m_channels) {
        if (one != other && channel.has(one) && channel.has(other))
            return channel;
    }
    DmChannel channel;
    channel.id = {m_snowflakes.next()};
    channel.first = one;
    channel.second = other;
    return m_channels.emplace(channel.id.value, channel).first->second;
}

const DmChannel *MessageStore::find(discord::ChannelId id) const
{
    const auto found = m_channels.find(id.value);
    return found == m_channels.end() ? nullptr : &found->second;
}

const DmChannel *MessageStore::channelOf(discord::MessageId id) const
{
    for (const auto &[channelId, channel] : m_channels) {
        if (channel.messages.contains(id.value))
            return &channel;
    }
    return nullptr;
}

ApiResult<const DmChannel *> MessageStore::channel(
    discord::ChannelId id, discord::UserId viewer) const
{
    const DmChannel *channel = find(id);
    if (!channel)
        return apierror::unknownChannel();
    if (!channel->has(viewer))
        return apierror::missingAccess();
    return channel;
}

ApiResult<DmChannel *> MessageStore::mutableChannel(discord::ChannelId id, discord::UserId viewer)
{
    const auto seen = channel(id, viewer);
    if (const auto *error = std::get_if<ApiError>(&seen))
        return *error;
    return &m_channels.at(id.value);
}

ApiResult<const StoredMessage *> MessageStore::message(
    discord::ChannelId channelId, discord::MessageId id, discord::UserId viewer) const
{
    const auto seen = channel(channelId, viewer);
    if (const auto *error = std::get_if<ApiError>(&seen))
        return *error;
    const auto &messages = std::get<const DmChannel *>(seen)->messages;
    const auto found = messages.find(id.value);
    if (found == messages.end())
        return apierror::unknownMessage();
    return &found->second;
}

QList<const StoredMessage *> MessageStore::page(
    const DmChannel &channel, const PageQuery &query) const
{
    const auto &all = channel.messages;
    auto end = all.end(); // one past the newest of the page
    int limit = query.limit;
    const auto move = [&](auto from, int steps) {
        for (; steps > 0 && from != all.end(); --steps)
            ++from;
        return from;
    };
    switch (query.anchor) {
    case PageQuery::Anchor::Newest:
        break;
    case PageQuery::Anchor::Before:
        end = all.lower_bound(query.id.value);
        break;
    case PageQuery::Anchor::After: {
        const auto begin = all.upper_bound(query.id.value);
        end = move(begin, limit);
        limit = static_cast<int>(std::distance(begin, end));
        break;
    }
    case PageQuery::Anchor::Around:
        // Half of the page is newer; the message itself, when it is there, counts to the older
        // half.
        end = move(all.upper_bound(query.id.value), limit / 2);
        break;
    }
    QList<const StoredMessage *> page;
    while (end != all.begin() && page.size() < limit)
        page.append(&(--end)->second);
    return page;
}

const MessageStore::UsedNonce *MessageStore::usedNonce(const QString &key, TimePoint now)
{
    m_nonces.removeIf(
        [&](const auto &entry) { return entry.value().at + nonceLife <= now.steady; });
    const auto found = m_nonces.constFind(key);
    return found == m_nonces.constEnd() ? nullptr : &found.value();
}

ApiResult<const StoredMessage *> MessageStore::create(
    const Account &author, discord::ChannelId channelId, const MessageDraft &draft, TimePoint now)
{
    const auto seen = mutableChannel(channelId, author.id);
    if (const auto *error = std::get_if<ApiError>(&seen))
        return *error;
    DmChannel &channel = *std::get<DmChannel *>(seen);
    const Account *other = m_accounts.find(channel.other(author.id));
    if (author.bot && other && other->bot)
        return apierror::cannotMessageUser();
    const QString key = draft.nonce.isUndefined() ? QString() : nonceKey(author.id, draft.nonce);
    if (draft.enforceNonce && !key.isEmpty()) {
        if (const UsedNonce *used = usedNonce(key, now))
            return message(used->channel, used->message, author.id);
    }
    const bool inReach = !draft.replyChannel || draft.replyChannel == channelId;
    const bool replies = draft.replyTo && inReach && channel.messages.contains(draft.replyTo.value);
    if (draft.replyTo && !replies && draft.failIfNotExists) {
        FormErrors errors;
        errors.add({u"message_reference"_s}, u"REPLIES_UNKNOWN_MESSAGE"_s, u"Unknown message"_s);
        return errors.error();
    }
    StoredMessage message{{m_snowflakes.next(now.wall)}, channelId, author.id, draft.content, {},
        draft.nonce, draft.flags, draft.tts, replies ? draft.replyTo : discord::MessageId(), 0};
    message.mentions = mentionsOf(message, draft.allowed);
    if (!key.isEmpty())
        m_nonces.insert(key, {channelId, message.id, now.steady});
    channel.last = message.id;
    const StoredMessage &stored = channel.messages.emplace(message.id.value, message).first->second;
    Q_EMIT created(stored);
    return &stored;
}

ApiResult<const StoredMessage *> MessageStore::edit(const Account &editor,
    discord::ChannelId channelId, discord::MessageId id, const MessageEdit &edit, TimePoint now)
{
    const auto seen = message(channelId, id, editor.id);
    if (const auto *error = std::get_if<ApiError>(&seen))
        return *error;
    StoredMessage &message = m_channels.at(channelId.value).messages.at(id.value);
    if (message.author != editor.id)
        return apierror::notAuthor();
    if (edit.content) {
        message.content = *edit.content;
        message.mentions = mentionsOf(message, edit.allowed);
        message.editedMs = std::max<qint64>(now.wall.count(), message.editedMs + 1);
    }
    if (edit.flags)
        message.flags = (message.flags & ~suppressEmbeds) | *edit.flags;
    Q_EMIT edited(message);
    return &message;
}

std::optional<ApiError> MessageStore::erase(
    const Account &eraser, discord::ChannelId channelId, discord::MessageId id)
{
    const auto seen = message(channelId, id, eraser.id);
    if (const auto *error = std::get_if<ApiError>(&seen))
        return *error;
    if (std::get<const StoredMessage *>(seen)->author != eraser.id)
        return apierror::notInDm();
    m_channels.at(channelId.value).messages.erase(id.value);
    Q_EMIT erased(channelId, id);
    return std::nullopt;
}

std::optional<ApiError> MessageStore::type(const Account &typist, discord::ChannelId channelId)
{
    const auto seen = channel(channelId, typist.id);
    if (const auto *error = std::get_if<ApiError>(&seen))
        return *error;
    Q_EMIT typed(channelId, typist.id);
    return std::nullopt;
}

QList<discord::UserId> MessageStore::mentionsOf(
    const StoredMessage &message, const AllowedMentions &allowed) const
{
    static const QRegularExpression mention(u"<@!?(\\d{1,20})>"_s);
    QList<discord::UserId> users;
    auto matches = mention.globalMatch(withoutCode(message.content));
    while (matches.hasNext()) {
        const auto user = discord::UserId::fromString(matches.next().capturedView(1));
        const bool may = allowed.everyUser || allowed.users.contains(user);
        if (may && m_accounts.find(user) && !users.contains(user))
            users.append(user);
    }
    const auto &messages = m_channels.at(message.channel.value).messages;
    const auto asked = messages.find(message.replyTo.value);
    if (allowed.repliedUser && asked != messages.end() && !users.contains(asked->second.author))
        users.append(asked->second.author);
    return users;
}

} // namespace loopflow::practice
