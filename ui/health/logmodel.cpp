#include "ui/health/logmodel.h"

#include "ui/widgets/palette.h"
#include "ui/widgets/type.h"

#include <QDateTime>

namespace loopflow {

using namespace std::chrono_literals;

namespace {

constexpr auto batchTime = 100ms;

int severityOf(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg:
        return 0;
    case QtInfoMsg:
        return 1;
    case QtWarningMsg:
        return 2;
    case QtCriticalMsg:
    case QtFatalMsg:
        return 3;
    }
    Q_UNREACHABLE();
}

QString levelInWords(QtMsgType level)
{
    switch (severityOf(level)) {
    case 0:
        return LogModel::tr("Debug");
    case 1:
        return LogModel::tr("Info");
    case 2:
        return LogModel::tr("Warning");
    default:
        return LogModel::tr("Error");
    }
}

QString timeOf(const LogLine &line)
{
    return QDateTime::fromMSecsSinceEpoch(line.wallMs).time().toString(QStringLiteral("HH:mm:ss.zzz"));
}

/// Every category of ours begins with it.
QString shortCategory(const QString &category)
{
    const QString own = QStringLiteral("loopflow.");
    return category.startsWith(own) ? category.mid(own.size()) : category;
}

} // namespace

LogModel::LogModel(LogBook *book, QObject *parent)
    : QAbstractTableModel(parent)
    , m_book(book)
{
    m_batch.setSingleShot(true);
    m_batch.setInterval(batchTime);
    connect(&m_batch, &QTimer::timeout, this, &LogModel::take);
    connect(book, &LogBook::grown, this, [this] {
        if (!m_batch.isActive())
            m_batch.start();
    });
    take();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Time:
        return tr("Time");
    case Level:
        return tr("Level");
    case Category:
        return tr("Category");
    case Words:
        return tr("Message");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LogLine &line = m_lines.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return column == Time  ? timeOf(line)
            : column == Level  ? levelInWords(line.level)
            : column == Category ? shortCategory(line.category)
                               : line.text;
    case Qt::ToolTipRole:
        return column == Words ? QVariant(line.text) : QVariant();
    case Qt::FontRole:
        return column == Words ? QVariant() : QVariant(metaFont());
    case Qt::ForegroundRole:
        if (column == Time || column == Category)
            return int(ColorRole::Muted);
        if (severityOf(line.level) >= 2)
            return int(severityOf(line.level) == 2 ? ColorRole::Waiting : ColorRole::Failed);
        return column == Level ? QVariant(int(ColorRole::Muted)) : QVariant();
    case SeverityRole:
        return severityOf(line.level);
    default:
        return {};
    }
}

void LogModel::setHeld(bool held)
{
    m_held = held;
    take();
}

void LogModel::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

QString LogModel::lineAt(int row) const
{
    const LogLine &line = m_lines.at(row);
    const QString time = QDateTime::fromMSecsSinceEpoch(line.wallMs, Qt::UTC).toString(Qt::ISODateWithMs);
    return QStringLiteral("%1 %2 %3 %4").arg(time, levelInWords(line.level).toLower(), line.category, line.text);
}

void LogModel::take()
{
    if (m_held)
        return;
    const QList<LogLine> fresh = m_book->after(m_last);
    if (fresh.isEmpty())
        return;
    m_last = fresh.constLast().number;
    const int end = int(m_lines.size());
    beginInsertRows({}, end, end + int(fresh.size()) - 1);
    m_lines += fresh;
    endInsertRows();
    trim();
}

void LogModel::trim()
{
    const qsizetype most = m_kept ? 2 * LogBook::limit : LogBook::limit;
    const qsizetype excess = m_lines.size() - most;
    if (excess <= 0)
        return;
    beginRemoveRows({}, 0, int(excess) - 1);
    m_lines.remove(0, excess);
    endRemoveRows();
}

void LogFilter::setSeverity(int least)
{
    m_least = least;
    invalidateFilter();
}

void LogFilter::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

bool LogFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto cell = [&](int column) { return sourceModel()->index(row, column, parent); };
    if (cell(LogModel::Words).data(LogModel::SeverityRole).toInt() < m_least)
        return false;
    return m_text.isEmpty() || cell(LogModel::Words).data().toString().contains(m_text, Qt::CaseInsensitive)
        || cell(LogModel::Category).data().toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace loopflow
