// RestApi's endpoints of channels and messages (docs "Resources › Channel", "Resources › Message").
#include "core/practice/form.h"
#include "core/practice/restapi.h"

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

/// The ids in a path; errors name them as Discord does.
struct PathIds {
    discord::ChannelId channel;
    discord::MessageId message;
};

ApiResult<PathIds> readPath(const QStringList &parameters)
{
    Form form{QJsonObject()};
    PathIds ids;
    ids.channel = {form.snowflake(parameters.value(0), {u"channel_id"_s}).value_or(0)};
    if (parameters.size() > 1)
        ids.message = {form.snowflake(parameters.value(1), {u"message_id"_s}).value_or(0)};
    if (!form.isFine())
        return form.error();
    return ids;
}

ApiResult<PageQuery> readPage(const QUrlQuery &query)
{
    Form form(query);
    PageQuery page;
    page.limit = static_cast<int>(form.integer(u"limit"_s, 1, 100).value_or(page.limit));
    int anchors = 0;
    const auto anchor = [&](const QString &name, PageQuery::Anchor kind) {
        if (const auto id = form.snowflake(name)) {
            page.anchor = kind;
            page.id = {*id};
            ++anchors;
        }
    };
    anchor(u"before"_s, PageQuery::Anchor::Before);
    anchor(u"after"_s, PageQuery::Anchor::After);
    anchor(u"around"_s, PageQuery::Anchor::Around);
    if (anchors > 1) {
        form.complain({}, u"BASE_TYPE_MUTUALLY_EXCLUSIVE"_s,
            u"Only one of before, after and around may be given."_s);
    }
    if (!form.isFine())
        return form.error();
    return page;
}

template <class T> const ApiError *failure(const ApiResult<T> &result)
{
    return std::get_if<ApiError>(&result);
}

} // namespace

RestAnswer RestApi::getChannel(const RestCall &call)
{
    const auto ids = readPath(call.parameters);
    if (const ApiError *error = failure(ids))
        return *error;
    const auto channel = m_messages.channel(std::get<PathIds>(ids).channel, call.account->id);
    if (const ApiError *error = failure(channel))
        return *error;
    return QJsonDocument(
        m_messages.channelJson(*std::get<const DmChannel *>(channel), call.account->id));
}

RestAnswer RestApi::getMessages(const RestCall &call)
{
    const auto ids = readPath(call.parameters);
    if (const ApiError *error = failure(ids))
        return *error;
    const auto page = readPage(call.query);
    if (const ApiError *error = failure(page))
        return *error;
    const auto channel = m_messages.channel(std::get<PathIds>(ids).channel, call.account->id);
    if (const ApiError *error = failure(channel))
        return *error;
    QJsonArray messages;
    for (const StoredMessage *message :
        m_messages.page(*std::get<const DmChannel *>(channel), std::get<PageQuery>(page)))
        messages.append(m_messages.messageJson(*message));
    return QJsonDocument(messages);
}

RestAnswer RestApi::getMessage(const RestCall &call)
{
    const auto ids = readPath(call.parameters);
    if (const ApiError *error = failure(ids))
        return *error;
    const auto [channel, id] = std::get<PathIds>(ids);
    const auto message = m_messages.message(channel, id, call.account->id);
    if (const ApiError *error = failure(message))
        return *error;
    return QJsonDocument(m_messages.messageJson(*std::get<const StoredMessage *>(message)));
}

RestAnswer RestApi::postMessage(const RestCall &call)
{
    const auto ids = readPath(call.parameters);
    if (const ApiError *error = failure(ids))
        return *error;
    const discord::ChannelId id = std::get<PathIds>(ids).channel;
    // Who may not write there learns that before what is wrong with the text.
    const auto channel = m_messages.channel(id, call.account->id);
    if (const ApiError *error = failure(channel))
        return *error;
    const auto draft = readDraft(call.body);
    if (const ApiError *error = failure(draft))
        return *error;
    const auto message =
        m_messages.create(*call.account, id, std::get<MessageDraft>(draft), call.now);
    if (const ApiError *error = failure(message))
        return *error;
    const StoredMessage &stored = *std::get<const StoredMessage *>(message);
    QJsonObject json = m_messages.messageJson(stored);
    if (!stored.nonce.isUndefined())
        json.insert("nonce"_L1, stored.nonce);
    return QJsonDocument(json);
}

RestAnswer RestApi::patchMessage(const RestCall &call)
{
    const auto ids = readPath(call.parameters);
    if (const ApiError *error = failure(ids))
        return *error;
    const auto [channel, id] = std::get<PathIds>(ids);
    const auto seen = m_messages.message(channel, id, call.account->id);
    if (const ApiError *error = failure(seen))
        return *error;
    const auto edit = readEdit(call.body);
    if (const ApiError *error = failure(edit))
        return *error;
    const auto message =
        m_messages.edit(*call.account, channel, id, std::get<MessageEdit>(edit), call.now);
    if (const ApiError *error = failure(message))
        return *error;
    return QJsonDocument(m_messages.messageJson(*std::get<const StoredMessage *>(message)));
}

RestAnswer RestApi::deleteMessage(const RestCall &call)
{
    const auto ids = readPath(call.parameters);
    if (const ApiError *error = failure(ids))
        return *error;
    const auto [channel, id] = std::get<PathIds>(ids);
    if (const auto error = m_messages.erase(*call.account, channel, id))
        return *error;
    return QJsonDocument();
}

RestAnswer RestApi::postTyping(const RestCall &call)
{
    const auto ids = readPath(call.parameters);
    if (const ApiError *error = failure(ids))
        return *error;
    if (const auto error = m_messages.type(*call.account, std::get<PathIds>(ids).channel))
        return *error;
    return QJsonDocument();
}

} // namespace loopflow::practice
