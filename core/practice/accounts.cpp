#include "core/practice/accounts.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

constexpr Milliseconds day = std::chrono::hours(24);

QByteArray randomText(int length)
{
    static constexpr QByteArrayView letters(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    QByteArray text;
    for (int i = 0; i < length; ++i)
        text += letters.at(QRandomGenerator::system()->bounded(static_cast<int>(letters.size())));
    return text;
}

/// The shape of Discord's tokens: the user's id in base64, 6 characters, 38 characters.
QByteArray newToken(discord::UserId id)
{
    const QByteArray first = id.toString().toLatin1().toBase64(
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return first + '.' + randomText(6) + '.' + randomText(38);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/// Bots keep the old kind of name with a number; "0" marks a person's new one.
QString discriminator(const Account &account)
{
    if (!account.bot)
        return u"0"_s;
    return QString::number(account.id.value % 9999 + 1).rightJustified(4, u'0');
}

} // namespace

Accounts::Accounts(Snowflakes &snowflakes)
    : m_snowflakes(snowflakes)
{
    m_owner.id = {m_snowflakes.next()};
    m_owner.username = u"practice.team"_s;
    m_owner.globalName = u"Practice team"_s;
}

Account &Accounts::addPerson(const QString &name)
{
    Account &account = add(name, false);
    account.globalName = name;
    account.username.clear();
    // Users' names: lower-case letters, digits, "_" and "." only.
    for (const QChar c : name.toLower())
        account.username +=
            (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'.' ? c : QChar(u'_');
    account.joined = account.id.created();
    return account;
}

Account &Accounts::addBot(const QString &name)
{
    return add(name, true);
}

Account &Accounts::add(const QString &name, bool bot)
{
    Account account;
    account.id = {m_snowflakes.next()};
    account.username = name;
    account.bot = bot;
    account.token = newToken(account.id);
    return m_accounts.emplace(account.id.value, account).first->second;
}

Account *Accounts::find(discord::UserId id)
{
    const auto found = m_accounts.find(id.value);
    return found == m_accounts.end() ? nullptr : &found->second;
}

const Account *Accounts::find(discord::UserId id) const
{
    const auto found = m_accounts.find(id.value);
    return found == m_accounts.end() ? nullptr : &found->second;
}

Account *Accounts::findByToken(const QByteArray &token)
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
        [&](const auto &entry) { return !token.isEmpty() && entry.second.token == token; });
    return found == m_accounts.end() ? nullptr : &found->second;
}

QList<const Account *> Accounts::members() const
{
    QList<const Account *> members;
    for (const auto &[id, account] : m_accounts) {
        if (account.joined > Milliseconds(0))
            members.append(&account);
    }
    return members;
}

void Accounts::revoke(Account &account)
{
    account.token.clear();
}

void Accounts::noteIdentify(Account &account, TimePoint now)
{
    account.identifies.removeIf([&](Milliseconds at) { return at + day <= now.steady; });
    account.identifies.append(now.steady);
}

int Accounts::identifiesLeft(const Account &account, TimePoint now) const
{
    const auto recent = std::count_if(account.identifies.begin(), account.identifies.end(),
        [&](Milliseconds at) { return at + day > now.steady; });
    return std::max(0, identifiesPerDay - static_cast<int>(recent));
}

Milliseconds Accounts::identifiesReset(const Account &account, TimePoint now) const
{
    for (const Milliseconds at : account.identifies) {
        if (at + day > now.steady)
            return at + day - now.steady;
    }
    return Milliseconds(0);
}

QJsonObject Accounts::userJson(const Account &account) const
{
    QJsonObject json{
        {u"id"_s, account.id.toString()},
        {u"username"_s, account.username},
        {u"global_name"_s, orNull(account.globalName)},
        {u"discriminator"_s, discriminator(account)},
        {u"avatar"_s, orNull(account.avatar)},
        {u"banner"_s, orNull(account.banner)},
        {u"accent_color"_s, QJsonValue::Null},
        {u"avatar_decoration_data"_s, QJsonValue::Null},
        {u"collectibles"_s, QJsonValue::Null},
        {u"primary_guild"_s, QJsonValue::Null},
        {u"public_flags"_s, 0},
        {u"flags"_s, 0},
    };
    if (account.bot)
        json.insert("bot"_L1, true);
    return json;
}

QJsonObject Accounts::selfJson(const Account &account) const
{
    QJsonObject json = userJson(account);
    json.insert("mfa_enabled"_L1, account.bot);
    json.insert("verified"_L1, true);
    json.insert("email"_L1, QJsonValue::Null);
    json.insert("locale"_L1, u"en-US"_s);
    json.insert("premium_type"_L1, 0);
    json.insert("bio"_L1, account.application.description);
    return json;
}

QJsonObject Accounts::applicationJson(const Account &bot) const
{
    const Application &application = bot.application;
    const QByteArray key =
        QCryptographicHash::hash(bot.id.toString().toLatin1(), QCryptographicHash::Sha256);
    QJsonObject json{
        {u"id"_s, bot.id.toString()},
        {u"name"_s, bot.username},
        {u"icon"_s, QJsonValue::Null},
        {u"description"_s, application.description},
        {u"type"_s, QJsonValue::Null},
        {u"bot"_s, userJson(bot)},
        {u"bot_public"_s, application.isPublic},
        {u"bot_require_code_grant"_s, application.requiresCodeGrant},
        {u"verify_key"_s, QString::fromLatin1(key.toHex())},
        {u"flags"_s, application.flags},
        {u"flags_new"_s, QString::number(application.flags)},
        {u"tags"_s, application.tags},
        {u"redirect_uris"_s, QJsonArray()},
        {u"interactions_endpoint_url"_s, orNull(application.interactionsEndpoint)},
        {u"role_connections_verification_url"_s, QJsonValue::Null},
        {u"owner"_s, userJson(m_owner)},
        {u"team"_s, QJsonValue::Null},
        {u"approximate_guild_count"_s, bot.joined > Milliseconds(0) ? 1 : 0},
        {u"approximate_user_install_count"_s, 1},
        {u"approximate_user_authorization_count"_s, 0},
        {u"explicit_content_filter"_s, 0},
        {u"eligible_oauth2_scopes"_s, QJsonArray{u"bot"_s, u"applications.commands"_s}},
    };
    if (!application.installParams.isEmpty())
        json.insert("install_params"_L1, application.installParams);
    if (!application.integrationTypes.isEmpty())
        json.insert("integration_types_config"_L1, application.integrationTypes);
    return json;
}

} // namespace loopflow::practice
