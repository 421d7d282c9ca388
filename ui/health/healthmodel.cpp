#include "ui/health/healthmodel.h"

#include "core/host/health.h"
#include "core/store/matestore.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/table.h"
#include "ui/widgets/words.h"

#include <algorithm>

namespace loopflow {

namespace {

const QString nothing = QStringLiteral("–");

qint64 nowMs()
{
    return readClock().wall.count();
}

bool needsPerson(const MateState &state)
{
    return state.phase == MatePhase::Failed || state.phase == MatePhase::NeedsToken;
}

QString waitsInWords(int waits, Milliseconds waited)
{
    return waits == 0 ? QStringLiteral("0") : QStringLiteral("%1 · %2").arg(count(waits), duration(waited.count()));
}

} // namespace

HealthModel::HealthModel(const Health *health, const MateStore *mates, QObject *parent)
    : QAbstractTableModel(parent)
    , m_health(health)
    , m_mates(mates)
{
    for (const Mate &mate : mates->mates())
        m_rows << Row{mate.id, mate.name, mate.paused, health->of(mate.id)};
    connect(health, &Health::changed, this, &HealthModel::take);
    connect(mates, &MateStore::added, this, &HealthModel::add);
    connect(mates, &MateStore::removed, this, &HealthModel::remove);
    connect(mates, &MateStore::changed, this, &HealthModel::rename);
}

int HealthModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HealthModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HealthModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section <= State ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Mate");
    case State:
        return tr("State");
    case LastEvent:
        return tr("Last event");
    case Heartbeat:
        return tr("Heartbeat");
    case Reconnects:
        return tr("Reconnects");
    case Identifies:
        return tr("Identifies left");
    case Waits:
        return tr("Rate-limit waits");
    case Turns:
        return tr("Turns today");
    case Failed:
        return tr("Failed");
    case Errors:
        return tr("Errors");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant HealthModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::ForegroundRole:
        return foreground(row, index.column());
    case SortRole:
        return sortKey(row, index.column());
    case IdRole:
        return QVariant::fromValue(row.id);
    default:
        return {};
    }
}

QString HealthModel::text(const Row &row, int column) const
{
    const MateHealth &health = row.health;
    switch (Column(column)) {
    case Name:
        return row.name;
    case State:
        return row.paused ? tr("Paused") : sentenceCase(inWords(health.state, readClock()));
    case LastEvent:
        return health.lastEventMs == 0 ? nothing : ago(health.lastEventMs, nowMs());
    case Heartbeat:
        return health.state.latency.count() == 0 ? nothing : duration(health.state.latency.count());
    case Reconnects:
        return count(health.reconnects);
    case Identifies:
        return health.identifiesLeft < 0 ? nothing : count(health.identifiesLeft);
    case Waits:
        return waitsInWords(health.discordWaits + health.modelWaits, health.discordWaited + health.modelWaited);
    case Turns:
        return count(health.turnsToday);
    case Failed:
        return count(health.failedToday);
    case Errors:
        return count(health.errors);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant HealthModel::sortKey(const Row &row, int column) const
{
    const MateHealth &health = row.health;
    switch (Column(column)) {
    case Name:
    case State:
        return text(row, column).toLower();
    case LastEvent:
        return health.lastEventMs;
    case Heartbeat:
        return qint64(health.state.latency.count());
    case Reconnects:
        return health.reconnects;
    case Identifies:
        return health.identifiesLeft;
    case Waits:
        return qint64((health.discordWaited + health.modelWaited).count());
    case Turns:
        return health.turnsToday;
    case Failed:
        return health.failedToday;
    case Errors:
        return health.errors;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant HealthModel::foreground(const Row &row, int column) const
{
    const auto role = [](ColorRole wanted) { return QVariant(int(wanted)); };
    const MateState &state = row.health.state;
    if (column == Name)
        return {};
    if (row.paused || state.phase == MatePhase::Paused)
        return role(ColorRole::Muted);
    if (column == State) {
        if (needsPerson(state))
            return role(ColorRole::Failed);
        if (state.phase == MatePhase::Waiting)
            return role(ColorRole::Waiting);
        if (state.phase == MatePhase::Online)
            return role(state.answering > 0 ? ColorRole::Answering : ColorRole::Online);
        return {};
    }
    if ((column == Failed && row.health.failedToday > 0) || (column == Errors && row.health.errors > 0))
        return role(ColorRole::Failed);
    const QString shown = text(row, column);
    return shown == QStringLiteral("0") || shown == nothing ? role(ColorRole::Muted) : QVariant();
}

QString HealthModel::toolTip(const Row &row, int column) const
{
    const MateHealth &health = row.health;
    switch (Column(column)) {
    case Name:
    case State:
        return health.state.problem;
    case LastEvent:
        return health.lastEventMs == 0 ? tr("Discord sent no event since the mate was started.")
                                       : absoluteTime(health.lastEventMs);
    case Heartbeat:
        return tr("How long Discord took to answer the last heartbeat.");
    case Reconnects:
        return tr("How often the connection was lost while online, since the mate was started.");
    case Identifies:
        return tr("New sessions that Discord allows within 24 hours, of 1,000. Resumed connections take none.");
    case Waits:
        return tr("Held back by Discord's limits: %1. By the provider's: %2.")
            .arg(waitsInWords(health.discordWaits, health.discordWaited),
                waitsInWords(health.modelWaits, health.modelWaited));
    case Turns:
        return tr("Questions that the mate began to answer since midnight.");
    case Failed:
        return tr("Of these, how many ended without an answer.");
    case Errors:
        return health.lastError.isEmpty() ? tr("No error since Loopflow was started.") : health.lastError;
    case ColumnCount:
        break;
    }
    return {};
}

QString HealthModel::details(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    if (!row.paused && !row.health.state.problem.isEmpty())
        return tr("%1: %2").arg(row.name, row.health.state.problem);
    if (row.health.lastError.isEmpty())
        return tr("%1: no error since Loopflow was started.").arg(row.name);
    return tr("%1, %2: %3").arg(row.name, ago(row.health.lastErrorMs, nowMs()), row.health.lastError);
}

void HealthModel::tick()
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).health.lastEventMs != 0)
            Q_EMIT dataChanged(index(row, LastEvent), index(row, LastEvent), {Qt::DisplayRole});
        if (m_rows.at(row).health.state.reconnectAt)
            Q_EMIT dataChanged(index(row, State), index(row, State), {Qt::DisplayRole});
    }
}

int HealthModel::rowOf(MateId mate) const
{
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [mate](const Row &row) { return row.id == mate; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

void HealthModel::add(MateId id)
{
    const auto mate = m_mates->mate(id);
    if (!mate || rowOf(id) >= 0)
        return;
    const int end = int(m_rows.size());
    beginInsertRows({}, end, end);
    m_rows << Row{id, mate->name, mate->paused, m_health->of(id)};
    endInsertRows();
}

void HealthModel::remove(MateId id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

void HealthModel::rename(MateId id)
{
    const int row = rowOf(id);
    const auto mate = m_mates->mate(id);
    if (row < 0 || !mate || (m_rows[row].name == mate->name && m_rows[row].paused == mate->paused))
        return;
    m_rows[row].name = mate->name;
    m_rows[row].paused = mate->paused;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void HealthModel::take(MateId id, const MateHealth &health)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_rows[row].health = health;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

} // namespace loopflow
