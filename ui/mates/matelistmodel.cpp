#include "ui/mates/matelistmodel.h"

#include "core/conversation/log.h"
#include "core/store/logstore.h"
#include "core/store/matestore.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/palette.h"
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
    case AvatarRole:
        return row.mate.name;
    case DetailRole:
        return detail(row);
    case DetailColorRole:
        return detailColor(row);
    case BadgeRole:
        return row.unread;
    case PresenceRole:
        return presence(row);
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

QString MateListModel::detail(const Row &row) const
{
    QString words;
    if (row.mate.paused && !row.mate.bot)
        words = tr("Paused · no token yet");
    else if (row.mate.paused && row.mate.model.isEmpty())
        words = tr("Paused · no model chosen");
    else
        words = sentenceCase(inWords(row.state, readClock()));
    if (row.mate.practice)
        words += tr(" · practice");
    if (row.costToday > 0)
        words += tr(" · %1 today").arg(dollars(row.costToday));
    return words;
}

QVariant MateListModel::detailColor(const Row &row) const
{
    switch (row.state.phase) {
    case MatePhase::Failed:
    case MatePhase::NeedsToken:
        return row.mate.paused ? QVariant() : QVariant(int(ColorRole::Failed));
    case MatePhase::Waiting:
        return int(ColorRole::Waiting);
    case MatePhase::Paused:
    case MatePhase::Starting:
    case MatePhase::Connecting:
    case MatePhase::Online:
    case MatePhase::Stopping:
        return {};
    }
    Q_UNREACHABLE();
}

int MateListModel::presence(const Row &row) const
{
    switch (row.state.phase) {
    case MatePhase::Online:
        return int(row.state.answering > 0 ? Presence::Answering : Presence::Online);
    case MatePhase::Starting:
    case MatePhase::Connecting:
    case MatePhase::Stopping:
    case MatePhase::Waiting:
        return int(Presence::Waiting);
    case MatePhase::Failed:
    case MatePhase::NeedsToken:
        return int(row.mate.paused ? Presence::Paused : Presence::Failed);
    case MatePhase::Paused:
        return int(Presence::Paused);
    }
    Q_UNREACHABLE();
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

QString MateListModel::attention() const
{
    QStringList names;
    for (const Row &row : m_rows) {
        const bool stuck =
            row.state.phase == MatePhase::Failed || row.state.phase == MatePhase::NeedsToken;
        if (stuck && !row.mate.paused)
            names << row.mate.name;
    }
    if (names.isEmpty())
        return {};
    constexpr qsizetype shown = 3;
    const QString list = names.mid(0, shown).join(QStringLiteral(", "))
        + (names.size() > shown ? QStringLiteral(", …") : QString());
    return counted(names.size(), tr("1 needs you: "), tr("%1 need you: ")) + list;
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

void MateListModel::take(const LogRecord &record)
{
    const auto *event = std::get_if<TurnEvent>(&record.event);
    const int row = event ? rowOf(record.conversation.mate) : -1;
    if (row < 0)
        return;
    if (const auto *done = std::get_if<ResponseCompleted>(event)) {
        if (const auto cost = llm::costOf(done->reply.usage, done->price))
            m_rows[row].costToday += *cost;
    } else if (std::holds_alternative<TurnFinished>(*event)
        || std::holds_alternative<TurnFailed>(*event)) {
        if (record.conversation.mate != m_watched)
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
        if (newDay || m_rows[row].state.reconnectAt)
            changed(row);
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
