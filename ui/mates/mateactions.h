// What the window can have done to mates: pause, start, delete, import, rehearse.
// Asks the stores and the host; shows nothing itself.
#pragma once

#include "core/base/secret.h"
#include "core/mate/mate.h"
#include "ui/uiservices.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace loopflow {

class MateActions final : public QObject {
    Q_OBJECT
public:
    explicit MateActions(UiServices services, QObject *parent = nullptr);

    void setPaused(MateId mate, bool paused);
    /// Its token leaves the keychain with it.
    void remove(MateId mate);
    /// Reads Loopflow's mate files and adds what they describe, paused; says what became of each.
    void importFiles(const QStringList &paths);
    /// A copy of the mate on the practice server; without one, a starter mate.
    void rehearse(std::optional<MateId> original);
    /// The direct message in which a person talks with a practice mate of this run.
    std::optional<discord::ChannelId> practiceChannel(MateId mate) const;

Q_SIGNALS:
    /// A sentence about what was done or why it was not.
    void said(const QString &sentence);
    void rehearsing(loopflow::MateId mate);

private:
    Result<QString> importFile(const QString &path);
    void startRehearsal(Mate mate, const QString &prompt);
    void addRehearsal(const Mate &mate, const QString &prompt, discord::ChannelId channel);
    QString freeIdentifier(const QString &wanted) const;

    UiServices m_services;
    QHash<qint64, discord::ChannelId> m_channels; ///< by MateId
};

} // namespace loopflow
