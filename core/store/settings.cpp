#include "core/store/settings.h"

#include "core/base/log.h"
#include "core/discord/gatewaysession.h"
#include "core/store/database.h"
#include "core/store/statement.h"

#include <QUrl>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

const SettingSpec *specOf(const QString &key)
{
    for (const SettingSpec &spec : Settings::specs()) {
        if (spec.key == key)
            return &spec;
    }
    return nullptr;
}

bool isText(const SettingSpec &spec) { return spec.least == 0 && spec.most == 0; }

Error invalid(const QString &sentence) { return {ErrorCode::Invalid, sentence}; }

} // namespace

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
            0},
    };
    return specs;
}

Settings::Settings(Database *database)
    : m_database(database)
{
    Statement read(database->sql(), u"SELECT key, value FROM setting"_s, u"the settings could not be read"_s);
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
        return invalid(u"There is no setting \"%1\". The settings are %2."_s.arg(key, keys.join(u", "_s)));
    }
    if (value.isEmpty())
        return {};
    if (isText(*spec)) { // the only one is an address
        const QUrl url(value, QUrl::StrictMode);
        const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
        if (!isWeb || url.host().isEmpty())
            return invalid(
                u"%1 takes an address that begins with https:// or http://, not \"%2\"."_s.arg(
                    key, value));
        return {};
    }
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!isNumber || number < spec->least || number > spec->most)
        return invalid(u"%1 takes a whole number from %2 to %3, not \"%4\"."_s
                           .arg(key).arg(spec->least).arg(spec->most).arg(value));
    return {};
}

Result<void> Settings::save(const QString &key, const QString &value)
{
    if (auto fits = check(key, value); !fits)
        return fits;
    const QString what = u"the setting could not be saved"_s;
    if (value.isEmpty()) {
        Statement remove(m_database->sql(), u"DELETE FROM setting WHERE key = ?"_s, what);
        if (auto removed = remove.run(key); !removed)
            return removed;
        m_saved.remove(key);
        return {};
    }
    Statement write(m_database->sql(), u"INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)"_s, what);
    if (auto written = write.run(key, value); !written)
        return written;
    m_saved.insert(key, value);
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
