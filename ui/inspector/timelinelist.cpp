#include "ui/inspector/timelinelist.h"

#include "ui/widgets/palette.h"
#include "ui/widgets/place.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QDateTime>

namespace loopflow {

namespace {

constexpr int barHeight = 12;
constexpr int leastBar = 3; // px: a moment is seen, too
constexpr int mostLines = 7;

int rowHeight()
{
    return (QFontMetrics(bodyFont()).height() + gridStep + gridStep - 1) / gridStep * gridStep;
}

class TimelineDelegate final : public QStyledItemDelegate {
public:
    TimelineDelegate(const TimelineModel *model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int row = index.row();
        const TraceStep &step = m_model->step(row);
        const QPalette &palette = option.palette;
        const Place place{option.rect, option.direction};
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, color(ColorRole::Selection, palette));
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, color(ColorRole::Hover, palette));
        const Columns columns = columnsIn(option.rect);
        const bool slow = m_model->isSlowest(row);
        painter->setFont(slow ? strongFont() : bodyFont());
        painter->setPen(slow ? palette.color(QPalette::Text) : color(ColorRole::Muted, palette));
        place.drawLine(*painter, columns.name, nameOf(step.kind), true);
        drawGrid(*painter, place, columns.bar, palette);
        drawBar(*painter, place, columns.bar, row, palette);
        painter->setPen(step.failed ? color(ColorRole::Failed, palette)
                : step.beginMs < 0  ? color(ColorRole::Muted, palette)
                                    : palette.color(QPalette::Text));
        place.drawLine(*painter, columns.value,
            painter->fontMetrics().elidedText(m_model->value(row), Qt::ElideRight, columns.value.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, rowHeight()}; }

private:
    struct Columns {
        QRect name;
        QRect bar;
        QRect value;
    };

    Columns columnsIn(const QRect &row) const
    {
        const QFontMetrics strong(strongFont());
        int name = 80;
        int value = strong.horizontalAdvance(QStringLiteral("00:00:00.000"));
        for (int i = 0; i < m_model->rowCount(); ++i) {
            name = qMax(name, strong.horizontalAdvance(nameOf(m_model->step(i).kind)));
            value = qMax(value, strong.horizontalAdvance(m_model->value(i)));
        }
        value = qMin(value + 1, row.width() / 3);
        Columns columns;
        columns.name = QRect(row.left() + paneEdge, row.top(), name, row.height());
        columns.value = QRect(row.right() - paneEdge - value, row.top(), value, row.height());
        const int left = columns.name.right() + betweenGroups;
        columns.bar = QRect(left, row.top(), qMax(20, columns.value.left() - betweenGroups - left), row.height());
        return columns;
    }

    int across(const QRect &bar, qint64 ms) const
    {
        const qint64 length = qMax<qint64>(1, m_model->lengthMs());
        return int(qint64(bar.width()) * qBound<qint64>(0, ms, length) / length);
    }

    void drawGrid(QPainter &painter, const Place &place, const QRect &bar, const QPalette &palette) const
    {
        const qint64 step = gridStepOf(m_model->lengthMs());
        for (qint64 ms = 0; ms <= m_model->lengthMs(); ms += step) {
            const QRect line(bar.left() + across(bar, ms), bar.top() + gridStep, 1, bar.height() - 2 * gridStep);
            painter.fillRect(place.of(line), color(ColorRole::Line, palette));
        }
    }

    void drawBar(QPainter &painter, const Place &place, const QRect &bar, int row, const QPalette &palette) const
    {
        const TraceStep &step = m_model->step(row);
        if (step.beginMs < 0)
            return;
        const int from = across(bar, step.beginMs);
        const int width = qMax(leastBar, across(bar, m_model->endOf(row)) - from);
        const QRect rect(bar.left() + qMin(from, bar.width() - leastBar), bar.center().y() - barHeight / 2 + 1, width, barHeight);
        const bool moment = step.kind == TraceStep::Received || step.kind == TraceStep::Restart;
        const ColorRole role = step.failed ? ColorRole::Failed
            : moment                       ? ColorRole::Accent
            : !step.isOver()               ? ColorRole::LiveStep
            : m_model->isSlowest(row)      ? ColorRole::SlowStep
                                           : ColorRole::Step;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(role, palette));
        painter.drawRoundedRect(place.of(rect), 2, 2);
        painter.restore();
    }

    const TimelineModel *m_model;
};

} // namespace

qint64 gridStepOf(qint64 lengthMs)
{
    qint64 ten = 1;
    for (;; ten *= 10) {
        for (const qint64 step : {ten, 2 * ten, 5 * ten}) {
            if (lengthMs / step <= mostLines)
                return step;
        }
    }
}

void TimelineModel::show(const Trace &trace, TimePoint now)
{
    const QList<TraceStep> steps = trace.steps();
    const auto same = [](const TraceStep &a, const TraceStep &b) { return a.kind == b.kind; };
    const bool grows = steps.size() >= m_steps.size()
        && std::equal(m_steps.cbegin(), m_steps.cend(), steps.cbegin(), same);
    const qint64 lengthMs = trace.lengthMs(now);
    const qsizetype slowest = Trace::slowest(steps);
    const auto take = [&] {
        m_steps = steps;
        m_slowest = slowest;
        m_lengthMs = lengthMs;
        m_startedMs = trace.startedAt().wall.count();
    };
    if (!grows) {
        beginResetModel();
        take();
        endResetModel();
        return;
    }
    const bool more = steps.size() > m_steps.size();
    if (more)
        beginInsertRows({}, int(m_steps.size()), int(steps.size() - 1));
    take();
    if (more)
        endInsertRows();
    if (!m_steps.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

qint64 TimelineModel::endOf(int row) const
{
    return m_steps.at(row).isOver() ? m_steps.at(row).endMs : qMax(m_lengthMs, m_steps.at(row).beginMs);
}

QString TimelineModel::value(int row) const
{
    const TraceStep &step = m_steps.at(row);
    if (step.beginMs < 0)
        return tr("not yet");
    if (step.kind == TraceStep::Received || step.kind == TraceStep::Restart)
        return QDateTime::fromMSecsSinceEpoch(m_startedMs + step.beginMs).toString(QStringLiteral("HH:mm:ss.zzz"));
    const QString took = duration(endOf(row) - step.beginMs);
    if (!step.isOver())
        return tr("%1…").arg(took);
    return step.failed ? tr("%1, failed").arg(took) : took;
}

QString TimelineModel::sentence(int row) const
{
    const TraceStep &step = m_steps.at(row);
    QStringList lines{tr("%1: %2").arg(nameOf(step.kind), value(row))};
    if (step.isOver() && step.endMs > step.beginMs)
        lines << tr("From %1 to %2 after the start.").arg(duration(step.beginMs), duration(step.endMs));
    if (isSlowest(row))
        lines << tr("The slowest step.");
    if (!step.detail.isEmpty())
        lines << step.detail;
    return lines.join(QLatin1Char('\n'));
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return nameOf(m_steps.at(index.row()).kind);
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return sentence(index.row());
    return {};
}

TimelineList::TimelineList(QWidget *parent)
    : QListView(parent)
    , m_model(new TimelineModel(this))
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setModel(m_model);
    setItemDelegate(new TimelineDelegate(m_model, this));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TimelineList::show(const Trace &trace, TimePoint now)
{
    const int before = m_model->rowCount();
    m_model->show(trace, now);
    if (before != m_model->rowCount())
        updateGeometry();
}

QSize TimelineList::sizeHint() const
{
    return {300, m_model->rowCount() * rowHeight()};
}

} // namespace loopflow
