// What a person wants to be told about mates while looking elsewhere: each cause once, until it is over.
// Listens to the supervisor and the log; the tray, notifications and the live region show it.
#pragma once

#include "core/conversation/event.h"
#include "core/host/supervisor.h"
#include "ui/uiservices.h"

#include <QObject>
#include <QSet>

#include <map>

namespace loopflow {

class MateNews final : public QObject {
    Q_OBJECT
public:
    explicit MateNews(const UiServices &services, QObject *parent = nullptr);

public Q_SLOTS:
    void takeState(loopflow::MateId mate, const loopflow::MateState &state);

Q_SIGNALS:
    /// Nothing goes on before a person does something: the token, the key or the keychain.
    void needsPerson(loopflow::MateId mate, const QString &title, const QString &sentence);
    /// A sentence for those who cannot see the window.
    void announced(const QString &sentence);

private:
    void takeRecord(const LogRecord &record);
    void takeFailure(MateId mate, const TurnFailed &failed);
    void tell(MateId mate, const QString &cause, const QString &sentence);
    QString nameOf(MateId mate) const;

    UiServices m_services;
    QSet<QString> m_told; ///< causes
    QSet<MateId> m_offline; ///< said to be
    std::map<MateId, MatePhase> m_phases;
};

} // namespace loopflow
