#include "core/host/credentials.h"

#include "core/discord/invite.h"

#include <algorithm>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

QString tokenName(const Mate &mate)
{
    return u"token/"_s + mate.identifier;
}

QString keyName(const QString &provider)
{
    return u"key/"_s + provider;
}

/// Answers later, or never when `context` is gone by then.
void answerSoon(QObject *context, Callback<Secret> callback, const QString &secret)
{
    QMetaObject::invokeMethod(
        context,
        [callback = std::move(callback), secret = Secret(secret.toUtf8())]() mutable {
            callback(std::move(secret));
        },
        Qt::QueuedConnection);
}

Secret trimmedKey(const Secret &key)
{
    return Secret(key.reveal().trimmed());
}

Secret trimmedToken(const Secret &token)
{
    return Secret(discord::trimmedToken(QString::fromUtf8(token.reveal())).toUtf8());
}

/// The first of these that holds more than blanks; empty for none.
QString firstSet(const QProcessEnvironment &environment, const QStringList &variables)
{
    const auto found = std::find_if(variables.begin(), variables.end(),
        [&](const QString &variable) { return !environment.value(variable).trimmed().isEmpty(); });
    return found == variables.end() ? QString() : *found;
}

bool isHeaderName(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return c > ' ' && c <= '~' && !QByteArrayView("()<>@,;:\\\"/[]?={}").contains(c);
    });
}

/// "Name: value" lines, as the providers' own clients read them. Values may be secret: errors name
/// the line only.
Result<Headers> parseHeaders(const QString &variable, const QString &text)
{
    Headers headers;
    const auto lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed().toUtf8();
        if (line.isEmpty())
            continue;
        const auto colon = line.indexOf(':');
        const QByteArray name = line.left(std::max<qsizetype>(colon, 0)).trimmed();
        if (!isHeaderName(name))
            return Error{ErrorCode::Invalid,
                u"Line %1 of %2 is no header. Write each as “Name: value” on a line of its own."_s
                    .arg(QString::number(i + 1), variable)};
        headers.set(name, line.mid(colon + 1).trimmed());
    }
    return headers;
}

Result<Headers> extraHeaders(const QProcessEnvironment &environment, const QString &provider)
{
    if (provider != "anthropic"_L1 && provider != "openai"_L1)
        return Headers();
    const QString variable = provider.toUpper() + u"_CUSTOM_HEADERS"_s;
    return parseHeaders(variable, environment.value(variable));
}

} // namespace

Credentials::Credentials(SecretStore *keychain, QProcessEnvironment environment)
    : m_keychain(keychain)
    , m_environment(std::move(environment))
{
}

/// A real token never leaves the keychain for a practice mate, nor the other way round.
SecretStore &Credentials::storeOf(const Mate &mate)
{
    return mate.practice ? m_practice : *m_keychain;
}

void Credentials::token(const Mate &mate, QObject *context, Callback<Secret> callback)
{
    const QString value =
        discord::trimmedToken(m_environment.value(tokenVariable(mate.identifier)));
    if (!mate.practice && !value.isEmpty())
        return answerSoon(context, std::move(callback), value);
    storeOf(mate).read(tokenName(mate), context, std::move(callback));
}

bool Credentials::hasTokenInEnvironment(const Mate &mate) const
{
    return !mate.practice && !discord::trimmedToken(m_environment.value(tokenVariable(mate.identifier))).isEmpty();
}

void Credentials::saveToken(
    const Mate &mate, Secret token, QObject *context, Callback<bool> callback)
{
    storeOf(mate).write(tokenName(mate), trimmedToken(token), context, std::move(callback));
}

void Credentials::removeToken(const Mate &mate, QObject *context, Callback<bool> callback)
{
    storeOf(mate).remove(tokenName(mate), context, std::move(callback));
}

void Credentials::key(const QString &provider, QObject *context, Callback<Secret> callback)
{
    const auto *known = llm::findProvider(provider);
    const QString variable = known ? firstSet(m_environment, known->keyVariables) : QString();
    if (variable.isEmpty())
        return m_keychain->read(keyName(provider), context, std::move(callback));
    answerSoon(context, std::move(callback), m_environment.value(variable).trimmed());
}

void Credentials::saveKey(
    const QString &provider, Secret key, QObject *context, Callback<bool> callback)
{
    m_keychain->write(keyName(provider), trimmedKey(key), context, std::move(callback));
}

void Credentials::probeKeychain(QObject *context, std::function<void(KeychainState)> callback)
{
    loopflow::probeKeychain(*m_keychain, context, std::move(callback));
}

QList<KeySource> Credentials::keysInEnvironment() const
{
    QList<KeySource> sources;
    for (const auto &provider : llm::knownProviders()) {
        if (const QString variable = firstSet(m_environment, provider.keyVariables);
            !variable.isEmpty())
            sources.append({provider.id, variable});
    }
    return sources;
}

Result<llm::Endpoint> Credentials::endpoint(const Mate &mate) const
{
    const auto *known = llm::findProvider(mate.provider);
    if (!known)
        return Error{ErrorCode::Invalid,
            u"The provider “%1” is not known. Choose another one in the mate's settings."_s.arg(
                mate.provider)};
    auto headers = extraHeaders(m_environment, mate.provider);
    if (!headers)
        return headers.error();
    QString address = mate.baseUrl.trimmed();
    if (address.isEmpty() && !known->baseUrlVariable.isEmpty())
        address = m_environment.value(known->baseUrlVariable).trimmed();
    if (address.isEmpty() && known->baseUrl.isEmpty())
        return Error{ErrorCode::Invalid,
            u"%1 has no usual address. Type the server's in the mate's settings."_s.arg(
                known->name)};
    const auto url = address.isEmpty() ? Result<QUrl>(known->baseUrl)
                                       : llm::normalizedBaseUrl(address, mate.provider);
    if (!url)
        return url.error();
    return llm::Endpoint{mate.provider, *url, *std::move(headers)};
}

Result<QUrl> Credentials::defaultHome() const
{
    const QString text = m_environment.value(u"LOOPFLOW_DISCORD_API"_s).trimmed();
    if (text.isEmpty())
        return QUrl(u"https://discord.com/api/v10"_s);
    QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty()
        || url.hasQuery() || url.hasFragment())
        return Error{ErrorCode::Invalid,
            u"LOOPFLOW_DISCORD_API is not the address of a Discord API. Set it to one such as "
            "https://discord.com/api/v10, or remove it."_s};
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

} // namespace loopflow
