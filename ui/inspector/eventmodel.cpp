#include "ui/inspector/eventmodel.h"

#include "core/conversation/eventjson.h"
#include "core/conversation/eventsummary.h"
#include "core/conversation/trace.h"
#include "ui/widgets/words.h"

#include <QDateTime>

namespace loopflow {

void EventModel::show(const QList<LogRecord> &records)
{
    const qsizetype known = m_records.size();
    const bool follows = records.size() >= known
        && (known == 0 || records.at(known - 1).seq == m_records.constLast().seq);
    if (!follows || known == 0) {
        beginResetModel();
        m_records = records;
        endResetModel();
    } else if (records.size() > known) {
        beginInsertRows({}, int(known), int(records.size() - 1));
        m_records = records;
        endInsertRows();
    }
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int EventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LogRecord &record = m_records.at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == After)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Time)
        return absoluteTime(record.at.wall.count());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return QDateTime::fromMSecsSinceEpoch(record.at.wall.count()).toString(QStringLiteral("HH:mm:ss.zzz"));
    case After:
        return tr("+%1 ms").arg(count(elapsedMs(m_records.constFirst().at, record.at)));
    case Kind:
        return QString::fromLatin1(kindOf(record.event));
    case Summary:
        return summaryOf(record.event);
    default:
        return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == After)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case After:
        return tr("After");
    case Kind:
        return tr("Event");
    case Summary:
        return tr("What it says");
    default:
        return {};
    }
}

} // namespace loopflow
