// How all mates are doing: gathers what connections, limits and the log know, and tells of changes once a second.
// Only counts; what is done about it is up to the supervisor and people. Writes into the log what becomes of mates.
#pragma once

#include "core/host/matehealth.h"

#include <QTimer>

#include <map>

namespace loopflow {

class LogStore;
struct LogRecord;

/// What it looks at; all of it outlives the Health.
struct HealthSources {
    Supervisor *supervisor = nullptr;
    MateStore *mates = nullptr;
    ConversationLog *log = nullptr;
    LogStore *record = nullptr;
    HttpClient *http = nullptr;
    const discord::RequestBreakers *breakers = nullptr;
};

class Health : public QObject {
    Q_OBJECT
public:
    explicit Health(HealthSources sources, QObject *parent = nullptr);

    /// As it was told last; of a mate that is not known: nothing.
    MateHealth of(MateId mate) const;
    /// Looked up now; how much is recorded may be ten seconds old, because counting it takes a while.
    ProcessHealth process();

Q_SIGNALS:
    /// At most once a second for each mate.
    void changed(loopflow::MateId mate, const loopflow::MateHealth &health);

private:
    /// What the log told of a mate.
    struct Told {
        int modelWaits = 0;
        Milliseconds modelWaited{0};
        int errors = 0;
        QString lastError;
        qint64 lastErrorMs = 0;
        int turnsToday = 0;
        int failedToday = 0;
        QString words; ///< of the state that was logged last
    };
    void look();
    void beginDay();
    void takeRecord(const LogRecord &record);
    void takeState(MateId mate, const MateState &state);
    void noteError(MateId mate, const Error &error, qint64 wallMs);
    QString nameOf(MateId mate) const;
    QString toLog(MateId mate, const Error &error) const;

    HealthSources m_sources;
    QTimer m_second;
    std::map<MateId, Told> m_told;
    std::map<MateId, MateHealth> m_said;
    ProcessHealth m_counted; ///< what was recorded
    std::optional<TimePoint> m_countedAt;
    qint64 m_midnight = 0; ///< of the day that is counted; 0: none yet
};

} // namespace loopflow
