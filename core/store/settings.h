// The settings people can change, in the database, each with its default and bounds.
// A value given for this run (--set) wins and is not saved.
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace loopflow {

class Database;

/// A setting's name and what it takes.
struct SettingSpec {
    QString key; ///< "history.messages", "gateway.compress", …
    QString fallback;
    QString meaning; ///< one line for people
    qint64 least = 0; ///< numbers: bounds; both 0 for text
    qint64 most = 0;
};

/// Keys: history.messages (1–300; empty: each mate's own), history.tokens, gateway.compress (0/1),
/// gateway.intents, answer.within (seconds), record.days (0: for good), discord.api.
class Settings {
public:
    explicit Settings(Database *database);
    static const QList<SettingSpec> &specs();

    QString text(const QString &key) const; ///< asserts that the key is known
    qint64 number(const QString &key) const; ///< 0 where the text is empty
    bool isSet(const QString &key) const; ///< given or saved; an empty value is not set
    /// An empty value goes back to the fallback. Errors name what the setting takes.
    Result<void> save(const QString &key, const QString &value);
    Result<void> setForThisRun(const QString &key, const QString &value);

private:
    Result<void> check(const QString &key, const QString &value) const;
    Database *m_database;
    QMap<QString, QString> m_saved;
    QMap<QString, QString> m_thisRun;
};

} // namespace loopflow
