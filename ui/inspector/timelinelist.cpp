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
constexpr int mostMeasured = 500; // rows; a width that more of them need is cut

int rowHeight()
{
    return (QFontMetrics(bodyFont()).height() + gridStep + gridStep - 1) / gridStep * gridStep;
}

int axisHeight()
{
    return (QFontMetrics(metaFont()).height() + 2 * gridStep - 1) / gridStep * gridStep;
}

class TimelineDelegate final : public QStyledItemDelegate {
public:
    explicit TimelineDelegate(TimelineList *list)
        : QStyledItemDelegate(list)
        , m_list(list)
        , m_model(list->steps())
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
        const TimelineList::Columns columns = m_list->columnsIn(option.rect);
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
    void drawGrid(QPainter &painter, const Place &place, const QRect &bar, const QPalette &palette) const
    {
        for (const TimeAxis::Line &line : m_list->axis().lines())
            painter.fillRect(
                place.of(QRect(bar.left() + line.x, bar.top(), 1, bar.height())), color(ColorRole::Line, palette));
    }

    void drawBar(QPainter &painter, const Place &place, const QRect &bar, int row, const QPalette &palette) const
    {
        const TraceStep &step = m_model->step(row);
        if (step.beginMs < 0)
            return;
        const TimeAxis &axis = m_list->axis();
        const int from = axis.across(step.beginMs);
        const int width = qMax(leastBar, axis.across(m_model->endOf(row)) - from);
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

    const TimelineList *m_list;
    const TimelineModel *m_model;
};

/// What stands above the lines. Rows say the same to screen readers, so it has no name.
class AxisLabels final : public QWidget {
public:
    explicit AxisLabels(TimelineList *list)
        : QWidget(list)
        , m_list(list)
    {
        setObjectName(QStringLiteral("timelineAxis"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Place place{rect(), layoutDirection()};
        const TimelineList::Columns columns = m_list->columnsIn(rect());
        painter.setFont(metaFont());
        for (const TimeAxis::Line &line : m_list->axis().lines()) {
            painter.fillRect(place.of(QRect(columns.bar.left() + line.x, height() - gridStep, 1, gridStep)),
                color(ColorRole::Line, palette()));
            const int width = painter.fontMetrics().horizontalAdvance(line.label) + 1;
            const int left = qMin(columns.bar.left() + line.x - (line.x > 0 ? width / 2 : 0), columns.value.left() - width);
            painter.setPen(color(ColorRole::Muted, palette()));
            place.drawLine(painter, QRect(left, 0, width, height() - gridStep), line.label);
        }
    }

private:
    const TimelineList *m_list;
};

} // namespace

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
    , m_labels(new AxisLabels(this))
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setModel(m_model);
    setItemDelegate(new TimelineDelegate(this));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setViewportMargins(0, axisHeight(), 0, 0);
}

void TimelineList::show(const Trace &trace, TimePoint now)
{
    const int before = m_model->rowCount();
    m_model->show(trace, now);
    arrange();
    if (before != m_model->rowCount())
        updateGeometry();
}

/// Measures once what every row is drawn by.
void TimelineList::arrange()
{
    const QFontMetrics strong(strongFont());
    m_nameWidth = 80;
    m_valueWidth = strong.horizontalAdvance(QStringLiteral("00:00:00.000"));
    for (int i = 0; i < qMin(m_model->rowCount(), mostMeasured); ++i) {
        m_nameWidth = qMax(m_nameWidth, strong.horizontalAdvance(nameOf(m_model->step(i).kind)));
        m_valueWidth = qMax(m_valueWidth, strong.horizontalAdvance(m_model->value(i)));
    }
    m_labels->setGeometry(0, 0, width(), axisHeight());
    const QRect row(0, 0, viewport()->width(), rowHeight());
    m_axis = TimeAxis(m_model->lengthMs(), columnsIn(row).bar.width(), QFontMetrics(metaFont()));
    m_labels->update();
    viewport()->update();
}

TimelineList::Columns TimelineList::columnsIn(const QRect &row) const
{
    const int value = qMin(m_valueWidth + 1, row.width() / 3);
    Columns columns;
    columns.name = QRect(row.left() + paneEdge, row.top(), m_nameWidth, row.height());
    columns.value = QRect(row.right() - paneEdge - value, row.top(), value, row.height());
    const int left = columns.name.right() + betweenGroups;
    columns.bar = QRect(left, row.top(), qMax(20, columns.value.left() - betweenGroups - left), row.height());
    return columns;
}

void TimelineList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    arrange();
}

void TimelineList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        setViewportMargins(0, axisHeight(), 0, 0);
        arrange();
    }
}

void TimelineList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (!selectionModel()->hasSelection()) // where a keyboard stands must be seen
        setCurrentIndex(currentIndex().isValid() ? currentIndex() : m_model->index(0));
}

QSize TimelineList::sizeHint() const
{
    return {300, axisHeight() + m_model->rowCount() * rowHeight()};
}

} // namespace loopflow
