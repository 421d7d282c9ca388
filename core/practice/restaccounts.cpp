// RestApi's endpoints of the gateway's address, users and applications
// (docs "Gateway › Get Gateway", "Resources › User", "Resources › Application").
#include "core/practice/form.h"
#include "core/practice/restapi.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

QString tooLong(int limit)
{
    return u"Must be %1 or fewer in length."_s.arg(limit);
}

/// Why Discord refuses a user name; empty when it does not.
QString whyNotName(const QString &name)
{
    for (const QString &part : {u"@"_s, u"#"_s, u":"_s, u"```"_s, u"discord"_s}) {
        if (name.contains(part, Qt::CaseInsensitive))
            return u"Username cannot contain \"%1\""_s.arg(part);
    }
    for (const QString &word : {u"everyone"_s, u"here"_s}) {
        if (name.compare(word, Qt::CaseInsensitive) == 0)
            return u"Username cannot be \"%1\""_s.arg(word);
    }
    return {};
}

std::optional<QString> readName(Form &form)
{
    const auto text = form.text(u"username"_s);
    if (!text)
        return std::nullopt;
    const QString name = text->trimmed();
    const QString refusal = whyNotName(name);
    if (name.size() < 2 || name.size() > 32) {
        form.complain(
            u"username"_s, u"BASE_TYPE_BAD_LENGTH"_s, u"Must be between 2 and 32 in length."_s);
    } else if (!refusal.isEmpty()) {
        form.complain(u"username"_s, u"USERNAME_INVALID_CONTAINS"_s, refusal);
    }
    return name;
}

/// A picture that was sent, and the hash under which Discord keeps it; an empty hash: taken away.
struct Image {
    QString hash;
    QByteArray data;
    QByteArray format;
};

std::optional<Image> readImage(Form &form, const QJsonObject &body, const QString &name)
{
    static const QRegularExpression dataUri(
        u"^data:image/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/]+={0,2})$"_s);
    if (!body.contains(name))
        return std::nullopt;
    if (body.value(name).isNull())
        return Image();
    const auto text = form.text(name);
    if (!text)
        return std::nullopt;
    const auto match = dataUri.match(*text);
    if (!match.hasMatch()) {
        form.complain(name, u"IMAGE_INVALID"_s, u"Invalid image data"_s);
        return std::nullopt;
    }
    const QByteArray data = QByteArray::fromBase64(match.captured(2).toLatin1());
    const QByteArray hash = QCryptographicHash::hash(data, QCryptographicHash::Md5).toHex();
    return Image{QString::fromLatin1(hash), data, match.captured(1).toLatin1()};
}

/// Discord allows about two new names an hour, and answers the next one not with 429.
bool mayRename(const Account &account, TimePoint now)
{
    const auto recent = std::count_if(account.renames.begin(), account.renames.end(),
        [&](Milliseconds at) { return at + std::chrono::hours(1) > now.steady; });
    return recent < 2;
}

/// Requests may give permissions as a number; answers give them as text.
QJsonObject installParams(QJsonObject params)
{
    const QJsonValue permissions = params.value("permissions"_L1);
    if (permissions.isDouble())
        params.insert("permissions"_L1, QString::number(permissions.toInteger()));
    return params;
}

QJsonArray readTags(Form &form)
{
    const QJsonArray tags = form.list(u"tags"_s, 5).value_or(QJsonArray());
    for (const QJsonValue &tag : tags) {
        if (!tag.isString() || tag.toString().size() > 20)
            form.complain(u"tags"_s, u"BASE_TYPE_MAX_LENGTH"_s, tooLong(20));
    }
    return tags;
}

void readApplication(Form &form, const QJsonObject &body, Application &application)
{
    if (form.has(u"description"_s))
        application.description = form.text(u"description"_s).value_or(QString());
    if (application.description.size() > 400)
        form.complain(u"description"_s, u"BASE_TYPE_MAX_LENGTH"_s, tooLong(400));
    if (const auto flags = form.integer(u"flags"_s, 0, std::numeric_limits<int>::max())) {
        application.flags = static_cast<int>(*flags);
        if (*flags & ~Application::limitedIntents)
            form.complain(u"flags"_s, u"APPLICATION_FLAGS_INVALID"_s,
                u"Only limited intent flags can be updated."_s);
    }
    if (form.has(u"tags"_s))
        application.tags = readTags(form);
    if (body.contains("interactions_endpoint_url"_L1)
        && body["interactions_endpoint_url"_L1].isNull())
        application.interactionsEndpoint.clear();
    if (form.has(u"interactions_endpoint_url"_s))
        form.complain(u"interactions_endpoint_url"_s, u"PRACTICE_UNSUPPORTED"_s,
            u"The practice server sends interactions over the gateway only."_s);
    if (form.object(u"install_params"_s))
        application.installParams = installParams(body.value("install_params"_L1).toObject());
    if (form.object(u"integration_types_config"_s)) {
        application.integrationTypes = {};
        const QJsonObject types = body.value("integration_types_config"_L1).toObject();
        for (auto it = types.begin(); it != types.end(); ++it) {
            const QJsonObject params =
                it.value().toObject().value("oauth2_install_params"_L1).toObject();
            application.integrationTypes.insert(it.key(),
                params.isEmpty()
                    ? QJsonObject()
                    : QJsonObject{{u"oauth2_install_params"_s, installParams(params)}});
        }
    }
}

} // namespace

RestAnswer RestApi::getGateway(const RestCall &)
{
    return QJsonDocument(QJsonObject{{u"url"_s, m_gatewayUrl.toString()}});
}

RestAnswer RestApi::getGatewayBot(const RestCall &call)
{
    const Account &bot = *call.account;
    return QJsonDocument(QJsonObject{
        {u"url"_s, m_gatewayUrl.toString()},
        {u"shards"_s, 1},
        {u"session_start_limit"_s,
            QJsonObject{
                {u"total"_s, Accounts::identifiesPerDay},
                {u"remaining"_s, m_accounts.identifiesLeft(bot, call.now)},
                {u"reset_after"_s,
                    static_cast<qint64>(m_accounts.identifiesReset(bot, call.now).count())},
                {u"max_concurrency"_s, 1},
            }},
    });
}

RestAnswer RestApi::getMe(const RestCall &call)
{
    return QJsonDocument(m_accounts.selfJson(*call.account));
}

RestAnswer RestApi::patchMe(const RestCall &call)
{
    Form form(call.body);
    const auto name = readName(form);
    const auto avatar = readImage(form, call.body, u"avatar"_s);
    const auto banner = readImage(form, call.body, u"banner"_s);
    Account &account = *call.account;
    const bool renames = name && *name != account.username;
    if (renames && m_faults.realLimits && !mayRename(account, call.now))
        form.complain(u"username"_s, u"USERNAME_RATE_LIMIT"_s,
            u"You are changing your username or Discord Tag too fast. Try again later."_s);
    if (!form.isFine())
        return form.error();
    if (renames) {
        account.username = *name;
        account.renames.append(call.now.steady);
    }
    if (avatar) {
        account.avatar = avatar->hash;
        account.picture = avatar->data;
        account.pictureFormat = avatar->format;
    }
    if (banner)
        account.banner = banner->hash;
    Q_EMIT userChanged(account.id);
    return QJsonDocument(m_accounts.selfJson(account));
}

RestAnswer RestApi::getUser(const RestCall &call)
{
    Form form{QJsonObject()};
    const auto id = form.snowflake(call.parameters.value(0), {u"user_id"_s});
    if (!id)
        return form.error();
    const Account *user = m_accounts.find({*id});
    if (!user)
        return apierror::unknownUser();
    return QJsonDocument(m_accounts.userJson(*user));
}

RestAnswer RestApi::openDm(const RestCall &call)
{
    Form form(call.body);
    if (!form.has(u"recipient_id"_s))
        form.complain(u"recipient_id"_s, u"BASE_TYPE_REQUIRED"_s, u"This field is required"_s);
    const auto id = form.snowflake(u"recipient_id"_s);
    if (!form.isFine())
        return form.error();
    const Account *recipient = m_accounts.find({*id});
    if (!recipient || recipient == call.account)
        return apierror::invalidRecipient();
    const DmChannel &channel = m_messages.dm(call.account->id, recipient->id);
    return QJsonDocument(m_messages.channelJson(channel, call.account->id));
}

RestAnswer RestApi::getApplication(const RestCall &call)
{
    return QJsonDocument(m_accounts.applicationJson(*call.account));
}

RestAnswer RestApi::patchApplication(const RestCall &call)
{
    Form form(call.body);
    Application application = call.account->application;
    readApplication(form, call.body, application);
    if (!form.isFine())
        return form.error();
    call.account->application = application;
    return QJsonDocument(m_accounts.applicationJson(*call.account));
}

} // namespace loopflow::practice
