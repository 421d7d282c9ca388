// The settings people can change, in the database, each with its default and bounds.
// A value given for this run (--set) wins and is not saved.
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QObject>
#include <QStringList>

namespace loopflow {

class Database;

enum class SettingKind {
    Number,
    Api, ///< of a Discord: https, or http on this computer
    ProviderUrl, ///< as llm::normalizedBaseUrl() takes it
    ProviderId, ///< llm::KnownProvider::id
    Headers, ///< "Name: value" lines without secrets
    Proxy, ///< "none", or an http or socks5 address, with a user perhaps; empty: the system's
    File, ///< an absolute path
    Text,
};

/// A setting's name and what it takes.
struct SettingSpec {
    QString key; ///< "history.messages", "gateway.compress", …
    QString fallback;
    QString meaning; ///< one line for people
    qint64 least = 0; ///< of a number
    qint64 most = 0;
    SettingKind kind = SettingKind::Number;
};

/// Keys: those of specs(), and for every known provider "provider.ID.url" and "provider.ID.headers".
/// history.messages and history.tokens, when set, stand above each mate's own.
class Settings : public QObject {
    Q_OBJECT
public:
    explicit Settings(Database *database);
    /// Without those of the providers.
    static const QList<SettingSpec> &specs();
    static QString providerUrl(const QString &provider); ///< the key
    static QString providerHeaders(const QString &provider); ///< the key

    QString text(const QString &key) const; ///< asserts that the key is known
    qint64 number(const QString &key) const; ///< 0 where the text is empty
    bool isSet(const QString &key) const; ///< given or saved; an empty value is not set
    /// Given for this run: what is saved has no effect until the next one.
    bool isForThisRun(const QString &key) const { return m_thisRun.contains(key); }
    /// An empty value goes back to the fallback. Errors name what the setting takes.
    Result<void> save(const QString &key, const QString &value);
    Result<void> setForThisRun(const QString &key, const QString &value);
    /// What save() would say to the value.
    Result<void> check(const QString &key, const QString &value) const;

Q_SIGNALS:
    /// Another value was saved.
    void changed(const QString &key);

private:
    Database *m_database;
    QMap<QString, QString> m_saved;
    QMap<QString, QString> m_thisRun;
};

} // namespace loopflow
