#include "ui/mates/matelistmodel.h"

#include "core/conversation/log.h"
#include "core/store/logstore.h"
#include "core/store/matestore.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/words.h"

#include <QDateTime>

namespace loopflow {

namespace {

qint64 midnightMs()
{
    return QDate::currentDate().startOfDay().toMSecsSinceEpoch();
}

} // namespace

MateListModel::MateListModel(
    MateStore *mates, LogStore *record, ConversationLog *log, QObject *parent)
    : QAbstractListModel(parent)
    , m_mates(mates)
    , m_record(record)
    , m_day(midnightMs())
{
    for (const Mate &mate : mates->mates())
        m_rows << Row{mate, {}, costSinceMidnight(mate.id), 0};
    connect(mates, &MateStore::added, this, &MateListModel::addMate);
    connect(mates, &MateStore::removed, this, &MateListModel::removeMate);
    connect(mates, &MateStore::changed, this, &MateListModel::changeMate);
    connect(mates, &MateStore::moved, this, &MateListModel::moveMate);
    connect(log, &ConversationLog::appended, this, &MateListModel::take);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &MateListModel::tick);
    m_second.start();
}

int MateListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MateListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
    case AvatarRole:
        return row.mate.name;
    case PictureRole:
        return m_mates->picture(row.mate.id);
    case DetailRole:
        return detail(row);
    case DetailColorRole:
        if (const auto meaning = stateColor(row.mate, row.state))
            return int(*meaning);
        return {};
    case BadgeRole:
        return row.unread;
    case PresenceRole:
        return int(presenceOf(row.mate, row.state));
    case IdRole:
        return QVariant::fromValue(row.mate.id);
    case Qt::ToolTipRole:
        return row.state.problem.isEmpty() ? QVariant() : QVariant(row.state.problem);
    case Qt::AccessibleTextRole:
        return row.unread > 0
            ? tr("%1, %2, %3 not looked at").arg(row.mate.name, detail(row), count(row.unread))
            : QStringLiteral("%1, %2").arg(row.mate.name, detail(row));
    default:
        return {};
    }
}

QModelIndex MateListModel::indexOf(MateId mate) const
{
    const int row = rowOf(mate);
    return row < 0 ? QModelIndex() : index(row);
}

std::optional<Mate> MateListModel::mateAt(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return std::nullopt;
    return m_rows.at(index.row()).mate;
}

bool MateListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Mate mate = m_rows.at(index.row()).mate;
    const QString name = value.toString().simplified();
    if (name.isEmpty()) {
        Q_EMIT refused(tr("A mate needs a name; %1 keeps its own.").arg(mate.name));
        return false;
    }
    mate.name = name;
    const auto saved = m_mates->update(mate);
    if (!saved)
        Q_EMIT refused(saved.error().message);
    return saved.hasValue();
}

Qt::ItemFlags MateListModel::flags(const QModelIndex &index) const
{
    // Dropped between rows, never onto one.
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return QAbstractListModel::flags(index) | Qt::ItemIsEditable | Qt::ItemIsDragEnabled
        | Qt::ItemNeverHasChildren;
}

bool MateListModel::moveRows(const QModelIndex &sourceParent, int sourceRow, int number,
    const QModelIndex &destinationParent, int destinationChild)
{
    if (sourceParent.isValid() || destinationParent.isValid() || number != 1 || sourceRow < 0
        || sourceRow >= m_rows.size() || destinationChild < 0 || destinationChild > m_rows.size())
        return false;
    // Qt counts the place as it is before the row is taken out.
    const int to = destinationChild > sourceRow ? destinationChild - 1 : destinationChild;
    const auto moved = m_mates->move(m_rows[sourceRow].mate.id, to);
    if (!moved)
        Q_EMIT refused(moved.error().message);
    return moved.hasValue();
}

QString MateListModel::detail(const Row &row) const
{
    QStringList parts{stateInWords(row.mate, row.state, readClock())};
    if (row.mate.practice)
        parts << tr("practice");
    if (row.costToday > 0)
        parts << tr("%1 today").arg(dollars(row.costToday));
    return parts.join(QStringLiteral(" · "));
}

QString MateListModel::phrase() const
{
    int online = 0;
    int wanted = 0;
    for (const Row &row : m_rows) {
        online += row.state.phase == MatePhase::Online;
        wanted += !row.mate.paused;
    }
    if (wanted == 0)
        return tr("Nothing is running");
    if (online == m_rows.size())
        return online == 1 ? tr("The mate is online") : tr("All %1 mates are online").arg(online);
    return tr("%1 of %2 online")
        .arg(count(online), counted(m_rows.size(), tr("1 mate"), tr("%1 mates")));
}

Wellbeing MateListModel::wellbeing() const
{
    auto worst = Wellbeing::Idle;
    for (const Row &row : m_rows) {
        auto own = Wellbeing::Idle;
        if (needsPerson(row.mate, row.state))
            own = Wellbeing::NeedsPerson;
        else if (row.state.phase == MatePhase::Online)
            own = Wellbeing::Well;
        else if (row.state.phase != MatePhase::Paused)
            own = Wellbeing::Waiting;
        worst = qMax(worst, own);
    }
    return worst;
}

int MateListModel::answering() const
{
    int sum = 0;
    for (const Row &row : m_rows)
        sum += row.state.answering;
    return sum;
}

NextStep MateListModel::nextStep(MateId mate) const
{
    const int row = rowOf(mate);
    return row < 0 ? NextStep::Open : loopflow::nextStep(m_rows[row].mate, m_rows[row].state);
}

QString MateListModel::attention() const
{
    QStringList names;
    for (const Row &row : m_rows) {
        if (needsPerson(row.mate, row.state))
            names << row.mate.name;
    }
    if (names.isEmpty())
        return {};
    return names.size() == 1 ? tr("%1 needs you").arg(names.first())
                             : tr("%1 need you").arg(listed(names));
}

void MateListModel::setState(MateId mate, const MateState &state)
{
    const int row = rowOf(mate);
    if (row < 0 || m_rows[row].state == state)
        return;
    m_rows[row].state = state;
    changed(row);
}

void MateListModel::setWatched(MateId mate)
{
    m_watched = mate;
    if (const int row = rowOf(mate); row >= 0 && m_rows[row].unread > 0) {
        m_rows[row].unread = 0;
        changed(row);
    }
}

int MateListModel::rowOf(MateId mate) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].mate.id == mate)
            return row;
    }
    return -1;
}

void MateListModel::addMate(MateId id)
{
    const auto mate = m_mates->mate(id);
    if (!mate || rowOf(id) >= 0)
        return;
    const int end = int(m_rows.size());
    beginInsertRows({}, end, end);
    m_rows << Row{*mate, {}, costSinceMidnight(id), 0};
    endInsertRows();
    Q_EMIT phraseChanged();
}

void MateListModel::removeMate(MateId mate)
{
    const int row = rowOf(mate);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    Q_EMIT phraseChanged();
}

void MateListModel::changeMate(MateId id)
{
    const int row = rowOf(id);
    const auto mate = m_mates->mate(id);
    if (row < 0 || !mate)
        return;
    m_rows[row].mate = *mate;
    changed(row);
}

void MateListModel::moveMate(MateId mate, int to)
{
    const int from = rowOf(mate);
    if (from < 0 || to >= m_rows.size()
        || !beginMoveRows({}, from, from, {}, to > from ? to + 1 : to))
        return;
    m_rows.move(from, to);
    endMoveRows();
}

void MateListModel::take(const LogRecord &record)
{
    // First of all: most events of a busy day are deltas, which no row shows.
    const auto *event = std::get_if<TurnEvent>(&record.event);
    if (!event || std::holds_alternative<DeltaReceived>(*event))
        return;
    const int row = rowOf(record.conversation.mate);
    if (row < 0)
        return;
    if (const auto *done = std::get_if<ResponseCompleted>(event)) {
        if (const auto cost = llm::costOf(done->reply.usage, done->price))
            m_rows[row].costToday += *cost;
    } else if (std::holds_alternative<TurnFinished>(*event)
        || std::holds_alternative<TurnFailed>(*event)) {
        if (record.conversation.mate != m_watched && !record.replay)
            ++m_rows[row].unread;
    } else {
        return;
    }
    changed(row);
}

void MateListModel::tick()
{
    const bool newDay = m_day != midnightMs();
    m_day = midnightMs();
    for (int row = 0; row < m_rows.size(); ++row) {
        if (newDay)
            m_rows[row].costToday = costSinceMidnight(m_rows[row].mate.id);
        // A countdown changes its own row; the phrase about all mates stays.
        if (newDay || m_rows[row].state.reconnectAt)
            Q_EMIT dataChanged(index(row), index(row));
    }
}

void MateListModel::changed(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT phraseChanged();
}

double MateListModel::costSinceMidnight(MateId mate) const
{
    return m_record->costSince(mate, midnightMs());
}

} // namespace loopflow
