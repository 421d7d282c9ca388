#include "core/store/settings.h"

#include "core/base/core.h"
#include "core/base/headerlines.h"
#include "core/base/log.h"
#include "core/base/loopback.h"
#include "core/discord/gatewaysession.h"
#include "core/llm/provider.h"
#include "core/store/database.h"
#include "core/store/statement.h"

#include <QUrl>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

/// The two of each provider.
const QList<SettingSpec> &providerSpecs()
{
    static const QList<SettingSpec> specs = [] {
        QList<SettingSpec> made;
        for (const llm::KnownProvider &provider : llm::knownProviders()) {
            made.append({Settings::providerUrl(provider.id), {},
                u"address at which %1 is reached"_s.arg(provider.name), 0, 0, SettingKind::ProviderUrl});
            made.append({Settings::providerHeaders(provider.id), {},
                u"headers that requests to %1 carry"_s.arg(provider.name), 0, 0, SettingKind::Headers});
        }
        return made;
    }();
    return specs;
}

const SettingSpec *specOf(const QString &key)
{
    for (const QList<SettingSpec> *specs : {&Settings::specs(), &providerSpecs()}) {
        for (const SettingSpec &spec : *specs) {
            if (spec.key == key)
                return &spec;
        }
    }
    return nullptr;
}

Error invalid(const QString &sentence) { return {ErrorCode::Invalid, sentence}; }

Result<void> checkNumber(const SettingSpec &spec, const QString &value)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!isNumber || number < spec.least || number > spec.most)
        return invalid(Core::tr("%1 takes a whole number from %2 to %3, not \"%4\".")
                           .arg(spec.key).arg(spec.least).arg(spec.most).arg(value));
    return {};
}

Result<void> checkApi(const SettingSpec &spec, const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!isWeb || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return invalid(Core::tr("%1 takes an address that begins with https:// or http://, not \"%2\".").arg(
            spec.key, value));
    if (url.scheme() == "http"_L1 && !isLoopbackHost(url.host()))
        return invalid(Core::tr("An address that begins with http:// must be on this computer: tokens would cross "
                                "the network for all to read. Use https://."));
    return {};
}

Result<void> checkHeaders(const QString &value)
{
    const Result<Headers> headers = parseHeaderLines(Core::tr("the headers"), value);
    if (!headers)
        return headers.error();
    for (const auto &[name, text] : headers->lines()) {
        if (looksSecret(name, text))
            return invalid(Core::tr("“%1” looks as if it held a secret, and headers are kept where anybody can read "
                                    "them. Save a key as the provider's key.").arg(QString::fromLatin1(name)));
    }
    return {};
}

Result<void> checkProxy(const QString &value)
{
    if (value == "none"_L1)
        return {};
    const QUrl url(value, QUrl::StrictMode);
    if (url.scheme() == "https"_L1)
        return invalid(Core::tr("Discord's gateway cannot go through a proxy that is itself reached by https. Type "
                                "the address that begins with http:// or socks5://."));
    const bool known = url.scheme() == "http"_L1 || url.scheme() == "socks5"_L1;
    const bool more = url.path().size() > 1 || url.hasQuery() || url.hasFragment();
    if (!known || url.host().isEmpty() || url.port() <= 0 || more)
        return invalid(Core::tr("A proxy is an address with a port, such as http://proxy.example.org:3128 or "
                                "socks5://127.0.0.1:1080."));
    if (!url.password().isEmpty())
        return invalid(Core::tr("Leave the password out of the proxy's address; it goes to the keychain."));
    return {};
}

Result<void> checkProviderUrl(const SettingSpec &spec, const QString &value)
{
    const auto url = llm::normalizedBaseUrl(value, spec.key.section(u'.', 1, 1));
    return url ? Result<void>() : url.error();
}

} // namespace

QString Settings::providerUrl(const QString &provider) { return u"provider.%1.url"_s.arg(provider); }

QString Settings::providerHeaders(const QString &provider) { return u"provider.%1.headers"_s.arg(provider); }

const QList<SettingSpec> &Settings::specs()
{
    static const QList<SettingSpec> specs{
        {u"history.messages"_s, {},
            u"messages of the channel that a mate reads per turn (1 to 300)"_s, 1, 300},
        {u"history.tokens"_s, {}, u"tokens of history that a request may hold (100 to 1000000)"_s,
            100, 1000000},
        {u"gateway.compress"_s, u"1"_s, u"whether the gateway's events come compressed (0 or 1)"_s,
            0, 1},
        {u"gateway.intents"_s, QString::number(discord::intents::Default),
            u"the sum of the gateway intents to ask for"_s, 0, 0xffffffff},
        {u"answer.within"_s, u"900"_s, u"seconds after which a message is too old to be answered"_s,
            1, 604800},
        {u"record.days"_s, u"30"_s, u"days that the record is kept (0 for good)"_s, 0, 36500},
        {u"discord.api"_s, {}, u"address of a Discord-compatible API in place of discord.com"_s, 0,
            0, SettingKind::Api},
        {u"new.provider"_s, {}, u"the provider of mates that are made from now on"_s, 0, 0,
            SettingKind::ProviderId},
        {u"new.model"_s, {}, u"the model of mates that are made from now on"_s, 0, 0, SettingKind::Text},
        {u"new.messages"_s, u"100"_s, u"messages that a new mate reads per turn (1 to 300)"_s, 1, 300},
        {u"new.tokens"_s, u"8000"_s, u"tokens of history in a new mate's request (100 to 1000000)"_s,
            100, 1000000},
        {u"network.proxy"_s, {}, u"none, or an http:// or socks5:// address in place of the system's proxy"_s,
            0, 0, SettingKind::Proxy},
        {u"network.ca"_s, {}, u"a PEM file of certificates to trust besides the system's"_s, 0, 0,
            SettingKind::File},
    };
    return specs;
}

Settings::Settings(Database *database)
    : m_database(database)
{
    Statement read(database->sql(), u"SELECT key, value FROM setting"_s, Core::tr("The settings could not be read"));
    Result<void> done = read.run();
    while (done && read.next()) {
        // A key or value of another version counts as not set, and stays where it is.
        if (check(read.text(0), read.text(1)))
            m_saved.insert(read.text(0), read.text(1));
    }
    if (done)
        done = read.ended();
    if (!done)
        qCWarning(logStore).noquote() << done.error().message;
}

QString Settings::text(const QString &key) const
{
    const SettingSpec *spec = specOf(key);
    Q_ASSERT_X(spec, "Settings::text", qPrintable(key));
    const QString fallback = spec ? spec->fallback : QString();
    return m_thisRun.value(key, m_saved.value(key, fallback));
}

qint64 Settings::number(const QString &key) const { return text(key).toLongLong(); }

bool Settings::isSet(const QString &key) const
{
    return (m_thisRun.contains(key) || m_saved.contains(key)) && !text(key).isEmpty();
}

Result<void> Settings::check(const QString &key, const QString &value) const
{
    const SettingSpec *spec = specOf(key);
    if (!spec) {
        QStringList keys;
        for (const SettingSpec &known : specs())
            keys.append(known.key);
        return invalid(Core::tr("There is no setting \"%1\". The settings are %2, and provider.NAME.url and "
                                "provider.NAME.headers.").arg(key, keys.join(u", "_s)));
    }
    if (value.isEmpty())
        return {};
    switch (spec->kind) {
    case SettingKind::Number:
        return checkNumber(*spec, value);
    case SettingKind::Api:
        return checkApi(*spec, value);
    case SettingKind::ProviderUrl:
        return checkProviderUrl(*spec, value);
    case SettingKind::ProviderId:
        if (!llm::findProvider(value))
            return invalid(Core::tr("The provider “%1” is not known.").arg(value));
        return {};
    case SettingKind::Headers:
        return checkHeaders(value);
    case SettingKind::Proxy:
        return checkProxy(value);
    case SettingKind::File:
        if (!value.startsWith(u'/'))
            return invalid(Core::tr("%1 takes a whole path that begins with /, not \"%2\".").arg(key, value));
        return {};
    case SettingKind::Text:
        return {};
    }
    Q_UNREACHABLE();
}

Result<void> Settings::save(const QString &key, const QString &value)
{
    if (auto fits = check(key, value); !fits)
        return fits;
    if (m_saved.value(key) == value)
        return {};
    const QString what = Core::tr("The setting could not be saved");
    if (value.isEmpty()) {
        Statement remove(m_database->sql(), u"DELETE FROM setting WHERE key = ?"_s, what);
        if (auto removed = remove.run(key); !removed)
            return removed;
        m_saved.remove(key);
        Q_EMIT changed(key);
        return {};
    }
    Statement write(m_database->sql(), u"INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)"_s, what);
    if (auto written = write.run(key, value); !written)
        return written;
    m_saved.insert(key, value);
    Q_EMIT changed(key);
    return {};
}

Result<void> Settings::setForThisRun(const QString &key, const QString &value)
{
    if (auto fits = check(key, value); !fits)
        return fits;
    // Empty hides what was saved.
    if (value.isEmpty())
        m_thisRun.insert(key, specOf(key)->fallback);
    else
        m_thisRun.insert(key, value);
    return {};
}

} // namespace loopflow
