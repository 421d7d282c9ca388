// The replays of a turn, or those that a plan for many turns makes, one row each: a projection of the record and the log.
// Reads the record in slices; keeps nothing that is not shown.
#pragma once

#include "core/conversation/recordedrun.h"
#include "core/host/replayer.h"
#include "core/store/replaymarks.h"
#include "ui/uiservices.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <set>

namespace loopflow {

class ReplayModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Run, Question, Label, Prompt, Model, Time, FirstToken, Tokens, Cost, Verdict, ColumnCount };

    struct Row {
        TurnId source{};
        int number = 0; ///< counts the runs of one source, from 1
        bool exact = false;
        RecordedRun run; ///< not begun: it was refused, and `run.error` says why
        ReplayMark mark;
    };

    explicit ReplayModel(const UiServices &services, QObject *parent = nullptr);

    /// All replays of this turn, those that come included; TurnId{}: none.
    void show(TurnId source);
    /// Those of these turns that begin from now on.
    void follow(const QList<TurnId> &sources);
    TurnId source() const { return m_sources.size() == 1 ? m_sources.constFirst() : TurnId{}; }
    /// A run of a shown turn that was refused has no events of its own.
    void addRefused(const ReplayRun &run);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const Row &row(int row) const { return m_rows.at(row); }
    int rowOf(TurnId replay) const; ///< -1: it is not here
    /// What was answered in the conversation; not begun when it could not be read.
    RecordedRun original(TurnId source);

Q_SIGNALS:
    /// Something could not be read; the sentence.
    void said(const QString &sentence);

private:
    void clear();
    void readSome();
    RecordedRun read(TurnId turn);
    void insert(RecordedRun run);
    void take(const LogRecord &record);
    void flush();
    QString text(const Row &row, int column) const;
    QVariant sortKey(const Row &row, int column) const;

    UiServices m_services;
    QList<TurnId> m_sources;
    QHash<TurnId, RecordedRun> m_originals;
    QList<Row> m_rows;
    QList<TurnId> m_unread; ///< replays of the record that have no row yet, oldest first
    QTimer m_reader;
    QTimer m_frame;
    std::set<int> m_changed; ///< rows, since the last frame
};

/// "v7", or "edited" where the prompt is no version of the mate's.
QString promptLabel(const TurnStarted &setup);

} // namespace loopflow
