// What a person thinks of a replay: better or worse than what was answered, and a note.
// Gone when the replay is removed from the record, by whoever removes it.
#pragma once

#include "core/conversation/event.h"

#include <QHash>
#include <QObject>

namespace loopflow {

class Database;
class LogStore;

enum class ReplayVerdict { None = 0, Better = 1, Worse = 2 };

struct ReplayMark {
    ReplayVerdict verdict = ReplayVerdict::None;
    QString note;
    bool operator==(const ReplayMark &) const = default;
};

class ReplayMarks : public QObject {
    Q_OBJECT
public:
    /// Both outlive this.
    ReplayMarks(Database *database, LogStore *record);

    /// Of one replay; a default one when nobody marked it.
    Result<ReplayMark> mark(TurnId replay) const;
    /// Of all replays of a turn that somebody marked.
    Result<QHash<TurnId, ReplayMark>> marksOf(TurnId source) const;
    /// A default mark takes it away. NotFound when the record holds no such replay.
    Result<void> set(TurnId replay, const ReplayMark &mark);

Q_SIGNALS:
    /// Another mark was kept.
    void changed(loopflow::TurnId replay, const loopflow::ReplayMark &mark);

private:
    Database *m_database;
    LogStore *m_record;
};

} // namespace loopflow
