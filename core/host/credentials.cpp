#include "core/host/credentials.h"

#include "core/base/core.h"
#include "core/base/headerlines.h"
#include "core/base/secretmask.h"
#include "core/discord/invite.h"
#include "core/store/settings.h"

#include <QPointer>

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

const QString proxyPasswordName = u"proxy/password"_s;

/// Answers later, or never when `context` is gone by then.
void answerSoon(QObject *context, Callback<Secret> callback, Secret secret)
{
    hideInLogs(secret);
    QMetaObject::invokeMethod(
        context,
        [callback = std::move(callback), secret = std::move(secret)]() mutable {
            callback(std::move(secret));
        },
        Qt::QueuedConnection);
}

/// Hands on what a store says, hidden in the log from now on.
Callback<Secret> hidden(Callback<Secret> callback)
{
    return [callback = std::move(callback)](Result<Secret> secret) {
        if (secret)
            hideInLogs(*secret);
        callback(std::move(secret));
    };
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

} // namespace

Credentials::Credentials(SecretStore *keychain, QProcessEnvironment environment, const Settings *settings)
    : m_keychain(keychain)
    , m_environment(std::move(environment))
    , m_settings(settings)
    , m_here(std::make_unique<QObject>())
{
}

Credentials::~Credentials() = default;

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
        return answerSoon(context, std::move(callback), Secret(value.toUtf8()));
    storeOf(mate).read(tokenName(mate), context, hidden(std::move(callback)));
}

bool Credentials::hasTokenInEnvironment(const Mate &mate) const
{
    return !mate.practice && !discord::trimmedToken(m_environment.value(tokenVariable(mate.identifier))).isEmpty();
}

void Credentials::saveToken(
    const Mate &mate, Secret token, QObject *context, Callback<bool> callback)
{
    Secret trimmed = trimmedToken(token);
    hideInLogs(trimmed);
    storeOf(mate).write(tokenName(mate), std::move(trimmed), context, std::move(callback));
}

void Credentials::removeToken(const Mate &mate, QObject *context, Callback<bool> callback)
{
    storeOf(mate).remove(tokenName(mate), context, std::move(callback));
}

void Credentials::key(const QString &provider, QObject *context, Callback<Secret> callback)
{
    const auto *known = llm::findProvider(provider);
    const QString variable = known ? firstSet(m_environment, known->keyVariables) : QString();
    if (!variable.isEmpty())
        return answerSoon(context, std::move(callback), Secret(m_environment.value(variable).trimmed().toUtf8()));
    if (const auto remembered = m_keys.find(provider); remembered != m_keys.end())
        return answerSoon(context, std::move(callback), remembered->second.clone());
    const auto remember = [this, here = QPointer<QObject>(m_here.get()), provider, changes = m_keyChanges,
                              callback = std::move(callback)](Result<Secret> key) {
        // An empty one is not remembered: a locked keychain says the same.
        if (here && key && !key->isEmpty() && changes == m_keyChanges)
            m_keys.insert_or_assign(provider, key->clone());
        callback(std::move(key));
    };
    m_keychain->read(keyName(provider), context, hidden(remember));
}

void Credentials::keyFor(const llm::Endpoint &endpoint, QObject *context, Callback<Secret> callback)
{
    key(endpoint.provider, context, [endpoint, callback = std::move(callback)](Result<Secret> key) {
        if (key && !key->isEmpty())
            return callback(std::move(key));
        if (!llm::needsKey(endpoint))
            return callback(Secret());
        if (!key)
            return callback(key.error());
        const llm::KnownProvider *known = llm::findProvider(endpoint.provider);
        const QString variable
            = known && !known->keyVariables.isEmpty() ? known->keyVariables.constFirst() : QString();
        callback(Error{ErrorCode::Unauthorized,
            Core::tr("There is no key for %1. Set %2 or save the key in Loopflow.").arg(
                known ? known->name : endpoint.provider, variable)});
    });
}

void Credentials::saveKey(
    const QString &provider, Secret key, QObject *context, Callback<bool> callback)
{
    forgetKey(provider);
    Secret trimmed = trimmedKey(key);
    hideInLogs(trimmed);
    m_keychain->write(keyName(provider), std::move(trimmed), context, std::move(callback));
}

void Credentials::removeKey(const QString &provider, QObject *context, Callback<bool> callback)
{
    forgetKey(provider);
    m_keychain->remove(keyName(provider), context, std::move(callback));
}

void Credentials::forgetKey(const QString &provider)
{
    ++m_keyChanges;
    m_keys.erase(provider);
}

void Credentials::proxyPassword(QObject *context, Callback<Secret> callback)
{
    m_keychain->read(proxyPasswordName, context, hidden(std::move(callback)));
}

void Credentials::saveProxyPassword(Secret password, QObject *context, Callback<bool> callback)
{
    if (password.isEmpty())
        return m_keychain->remove(proxyPasswordName, context, std::move(callback));
    hideInLogs(password);
    m_keychain->write(proxyPasswordName, std::move(password), context, std::move(callback));
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

QString Credentials::addressInEnvironment(const QString &provider) const
{
    const auto *known = llm::findProvider(provider);
    return known ? firstSet(m_environment, {known->baseUrlVariable}) : QString();
}

QString Credentials::setting(const QString &key) const
{
    return m_settings ? m_settings->text(key).trimmed() : QString();
}

/// As the providers' own clients read them.
Result<Headers> Credentials::extraHeaders(const QString &provider) const
{
    Headers headers;
    if (provider == "anthropic"_L1 || provider == "openai"_L1) {
        const QString variable = provider.toUpper() + u"_CUSTOM_HEADERS"_s;
        auto custom = parseHeaderLines(variable, m_environment.value(variable));
        if (!custom)
            return custom;
        headers = *std::move(custom);
    }
    if (provider == "openai"_L1) {
        for (const auto &[variable, name] :
            {std::pair(u"OPENAI_ORG_ID"_s, "OpenAI-Organization"), {u"OPENAI_PROJECT_ID"_s, "OpenAI-Project"}}) {
            const QByteArray value = m_environment.value(variable).trimmed().toUtf8();
            if (!value.isEmpty() && !headers.has(name))
                headers.set(name, value);
        }
    }
    const auto own = parseHeaderLines(Core::tr("the provider's headers"), setting(Settings::providerHeaders(provider)));
    if (!own)
        return own.error();
    for (const auto &[name, value] : own->lines())
        headers.set(name, value);
    return headers;
}

Result<llm::Endpoint> Credentials::endpoint(const Mate &mate) const
{
    const auto *known = llm::findProvider(mate.provider);
    if (!known)
        return Error{ErrorCode::Invalid,
            Core::tr("The provider “%1” is not known. Choose another one in the mate's settings.").arg(
                mate.provider)};
    auto headers = extraHeaders(mate.provider);
    if (!headers)
        return headers.error();
    QString address = mate.baseUrl.trimmed();
    if (address.isEmpty())
        address = setting(Settings::providerUrl(mate.provider));
    if (address.isEmpty() && !known->baseUrlVariable.isEmpty())
        address = m_environment.value(known->baseUrlVariable).trimmed();
    if (address.isEmpty() && known->baseUrl.isEmpty())
        return Error{ErrorCode::Invalid,
            Core::tr("%1 has no usual address. Type the server's in the mate's settings.").arg(
                known->name)};
    const auto url = address.isEmpty() ? Result<QUrl>(known->baseUrl)
                                       : llm::normalizedBaseUrl(address, mate.provider);
    if (!url)
        return url.error();
    return llm::Endpoint{mate.provider, *url, *std::move(headers)};
}

Result<QUrl> Credentials::defaultHome() const
{
    QString text = setting(u"discord.api"_s);
    if (text.isEmpty())
        text = m_environment.value(u"LOOPFLOW_DISCORD_API"_s).trimmed();
    if (text.isEmpty())
        return QUrl(u"https://discord.com/api/v10"_s);
    QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty()
        || url.hasQuery() || url.hasFragment())
        return Error{ErrorCode::Invalid,
            Core::tr("LOOPFLOW_DISCORD_API is not the address of a Discord API. Set it to one such as "
                     "https://discord.com/api/v10, or remove it.")};
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

} // namespace loopflow
