#include "ui/replay/replaymodel.h"

#include "core/conversation/log.h"
#include "core/store/logstore.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/table.h"
#include "ui/widgets/words.h"

#include <algorithm>

namespace loopflow {

namespace {

constexpr int frameMs = 33;
constexpr int questionLength = 120;
const QString nothing = QStringLiteral("–");

QString stateOf(const RecordedRun &run)
{
    switch (run.view.state) {
    case TurnState::Waiting:
        return run.view.waitingFor.isEmpty() ? ReplayModel::tr("waits") : run.view.waitingFor;
    case TurnState::Streaming:
        return ReplayModel::tr("streams");
    case TurnState::Posting:
    case TurnState::Done:
        return {};
    case TurnState::Failed:
        return ReplayModel::tr("failed");
    case TurnState::Cancelled:
        return ReplayModel::tr("cancelled");
    }
    Q_UNREACHABLE();
}

QString verdictOf(const ReplayMark &mark)
{
    QStringList words;
    if (mark.verdict == ReplayVerdict::Better)
        words << ReplayModel::tr("better");
    if (mark.verdict == ReplayVerdict::Worse)
        words << ReplayModel::tr("worse");
    if (!mark.note.isEmpty())
        words << mark.note;
    return words.join(QStringLiteral(" · "));
}

} // namespace

ReplayModel::ReplayModel(const UiServices &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
{
    m_reader.setInterval(0);
    connect(&m_reader, &QTimer::timeout, this, &ReplayModel::readSome);
    m_frame.setSingleShot(true);
    m_frame.setInterval(frameMs);
    connect(&m_frame, &QTimer::timeout, this, &ReplayModel::flush);
    connect(services.log, &ConversationLog::appended, this, &ReplayModel::take);
    connect(services.replayMarks, &ReplayMarks::changed, this, [this](TurnId replay, const ReplayMark &mark) {
        if (const int row = rowOf(replay); row >= 0) {
            m_rows[row].mark = mark;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    });
}

void ReplayModel::clear()
{
    beginResetModel();
    m_reader.stop();
    m_frame.stop();
    m_sources.clear();
    m_originals.clear();
    m_rows.clear();
    m_unread.clear();
    m_changed.clear();
    endResetModel();
}

void ReplayModel::show(TurnId source)
{
    clear();
    if (source == TurnId{})
        return;
    m_sources = {source};
    const auto replays = m_services.record->replays(source);
    if (!replays) {
        Q_EMIT said(replays.error().message);
        return;
    }
    m_unread = *replays;
    readSome();
}

void ReplayModel::follow(const QList<TurnId> &sources)
{
    clear();
    m_sources = sources;
}

/// One at a time: a person may have run a turn again a hundred times.
void ReplayModel::readSome()
{
    m_reader.stop();
    if (m_unread.isEmpty())
        return;
    const TurnId turn = m_unread.takeFirst();
    if (RecordedRun run = read(turn); run.isBegun())
        insert(std::move(run));
    if (!m_unread.isEmpty())
        m_reader.start();
}

RecordedRun ReplayModel::read(TurnId turn)
{
    RecordedRun run;
    int unreadable = 0;
    const auto records = m_services.record->readTurn(turn, &unreadable);
    if (!records) {
        Q_EMIT said(records.error().message);
        return run;
    }
    for (const LogRecord &record : *records)
        foldInto(run, record);
    if (unreadable > 0)
        Q_EMIT said(counted(unreadable, tr("One recorded event could not be read; the rest is shown."),
            tr("%1 recorded events could not be read; the rest is shown.")));
    return run;
}

RecordedRun ReplayModel::original(TurnId source)
{
    const auto known = m_originals.constFind(source);
    if (known != m_originals.constEnd())
        return *known;
    return *m_originals.insert(source, read(source));
}

void ReplayModel::insert(RecordedRun run)
{
    Row row;
    row.source = *run.setup.replayOf;
    row.exact = isExactReplay(original(row.source).setup, run.setup);
    row.number = 1 + int(std::count_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &other) {
        return other.source == row.source && other.run.isBegun();
    }));
    if (const auto mark = m_services.replayMarks->mark(run.turn))
        row.mark = *mark;
    else
        Q_EMIT said(mark.error().message);
    row.run = std::move(run);
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.append(std::move(row));
    endInsertRows();
}

void ReplayModel::addRefused(const ReplayRun &run)
{
    if (!m_sources.contains(run.source))
        return;
    Row row;
    row.source = run.source;
    row.run.error = run.error;
    row.run.view.state = TurnState::Failed;
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.append(std::move(row));
    endInsertRows();
}

void ReplayModel::take(const LogRecord &record)
{
    const auto *event = record.replay ? std::get_if<TurnEvent>(&record.event) : nullptr;
    if (!event || m_sources.isEmpty())
        return;
    if (const auto *started = std::get_if<TurnStarted>(event)) {
        if (!started->replayOf || !m_sources.contains(*started->replayOf))
            return;
        while (!m_unread.isEmpty()) // the older ones have the smaller numbers
            readSome();
        RecordedRun run;
        foldInto(run, record);
        return insert(std::move(run));
    }
    const int row = rowOf(record.turn);
    if (row < 0)
        return;
    foldInto(m_rows[row].run, record);
    m_changed.insert(row);
    if (endsTurn(*event))
        flush();
    else if (!m_frame.isActive())
        m_frame.start();
}

void ReplayModel::flush()
{
    m_frame.stop();
    for (const int row : std::exchange(m_changed, {}))
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int ReplayModel::rowOf(TurnId replay) const
{
    for (int row = rowCount() - 1; row >= 0 && replay != TurnId{}; --row) {
        if (m_rows.at(row).run.turn == replay)
            return row;
    }
    return -1;
}

// ---- as a table -----------------------------------------------------------------------------------------

int ReplayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReplayModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReplayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= Time && section <= Cost ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Run:
        return tr("Run");
    case Question:
        return tr("Question");
    case Label:
        return tr("Kind");
    case Prompt:
        return tr("Prompt");
    case Model:
        return tr("Model");
    case Time:
        return tr("Time");
    case FirstToken:
        return tr("First token");
    case Tokens:
        return tr("Tokens");
    case Cost:
        return tr("Cost");
    case Verdict:
        return tr("Verdict");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ReplayModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::ToolTipRole:
        return row.run.error ? row.run.error->message : QString();
    case Qt::ForegroundRole:
        if (index.column() == Time && row.run.error)
            return int(ColorRole::Failed);
        if (index.column() == Time && !row.run.isOver())
            return int(ColorRole::Answering);
        return {};
    case SortRole:
        return sortKey(row, index.column());
    default:
        return {};
    }
}

QString ReplayModel::text(const Row &row, int column) const
{
    const RecordedRun &run = row.run;
    const TurnView &view = run.view;
    switch (Column(column)) {
    case Run:
        return row.number > 0 ? count(row.number) : nothing;
    case Question:
        return questionOf(m_originals.value(row.source).setup).left(questionLength);
    case Label:
        return !run.isBegun() ? tr("refused") : row.exact ? tr("exact") : tr("changed");
    case Prompt:
        return run.isBegun() ? promptLabel(run.setup) : nothing;
    case Model:
        return view.model.isEmpty() ? nothing : view.model;
    case Time:
        if (const QString state = stateOf(run); !state.isEmpty())
            return state;
        return run.answeredMs < 0 ? nothing : duration(run.answeredMs);
    case FirstToken:
        return run.firstTokenMs < 0 ? nothing : duration(run.firstTokenMs);
    case Tokens: {
        const QString tokens = tokensInOut(view.usage.input, view.usage.output);
        return tokens.isEmpty() ? nothing : tokens;
    }
    case Cost:
        return view.cost ? dollars(*view.cost) : nothing;
    case Verdict:
        return verdictOf(row.mark);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ReplayModel::sortKey(const Row &row, int column) const
{
    switch (Column(column)) {
    case Run:
        return row.number;
    case Time:
        return row.run.answeredMs;
    case FirstToken:
        return row.run.firstTokenMs;
    case Tokens:
        return row.run.view.usage.output;
    case Cost:
        return row.run.view.cost.value_or(-1);
    default:
        return text(row, column);
    }
}

QString promptLabel(const TurnStarted &setup)
{
    return setup.promptVersion > 0 ? QStringLiteral("v%1").arg(setup.promptVersion) : ReplayModel::tr("edited");
}

} // namespace loopflow
