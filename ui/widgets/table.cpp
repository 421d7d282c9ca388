#include "ui/widgets/table.h"

#include "ui/widgets/palette.h"
#include "ui/widgets/type.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QToolTip>

namespace loopflow {

namespace {

/// Names in the meta font, muted, over one line; the sorted one with an arrow behind it.
class FlatHeader final : public QHeaderView {
public:
    explicit FlatHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
        setFont(metaFont());
        setHighlightSections(false);
        setFocusPolicy(Qt::NoFocus);
        setMinimumSectionSize(48);
        setLines(1);
    }
    void setLines(int lines)
    {
        setFixedHeight(28 + (lines - 1) * fontMetrics().lineSpacing());
        m_lines = lines;
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->save();
        painter->fillRect(rect, palette().color(QPalette::Base));
        painter->setPen(color(ColorRole::Line, palette()));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->setPen(color(ColorRole::Muted, palette()));
        painter->setFont(font());
        const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
        QString text = model()->headerData(section, orientation()).toString();
        if (sorted)
            text += sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral(" ↑") : QStringLiteral(" ↓");
        const QVariant alignment = model()->headerData(section, orientation(), Qt::TextAlignmentRole);
        const int align = alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter);
        const QRect inside = rect.adjusted(insideControl, 0, -insideControl, 0);
        if (m_lines > 1)
            painter->drawText(inside, align | Qt::TextWordWrap, text);
        else
            painter->drawText(inside, align,
                fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
        painter->restore();
    }

private:
    int m_lines = 1;
};

/// Cells as wide as their header's text begins, and no focus frame around one of them: rows are chosen.
class CellDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, color(ColorRole::Selection, option.palette));
        const QVariant pen = index.data(Qt::ForegroundRole);
        painter->setPen(pen.isValid() ? color(ColorRole(pen.toInt()), option.palette)
                                      : option.palette.color(QPalette::Text));
        painter->setFont(option.font);
        const QRect inside = option.rect.adjusted(insideControl, 0, -insideControl, 0);
        // At the window's reading side, with its full stop at its own end.
        painter->setLayoutDirection(option.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        painter->drawText(inside,
            int(QStyle::visualAlignment(option.direction, option.displayAlignment) | Qt::AlignAbsolute),
            option.fontMetrics.elidedText(option.text, Qt::ElideRight, inside.width()));
        painter->restore();
    }

    /// A tooltip tells what is cut in the cell, and what the model adds.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override
    {
        const QString text = displayText(index.data(), option.locale);
        const QString tip = index.data(Qt::ToolTipRole).toString();
        const bool cut = sizeHint(option, index).width() > option.rect.width();
        if (event->type() != QEvent::ToolTip || !index.isValid() || !cut || tip.contains(text))
            return QStyledItemDelegate::helpEvent(event, view, option, index);
        QToolTip::showText(event->globalPos(), tip.isEmpty() ? text : text + QLatin1Char('\n') + tip, view);
        return true;
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QString text = displayText(index.data(), option.locale);
        return {option.fontMetrics.horizontalAdvance(text) + 2 * insideControl + 1, tableRowHeight()};
    }
};

} // namespace

int tableRowHeight()
{
    return (QFontMetrics(bodyFont()).height() + 2 * gridStep + gridStep - 1) / gridStep * gridStep;
}

QTableView *makeTable(const QString &objectName, const QString &accessibleName, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(objectName);
    table->setAccessibleName(accessibleName);
    table->setHorizontalHeader(new FlatHeader(table));
    table->setItemDelegate(new CellDelegate(table));
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(tableRowHeight());
    table->verticalHeader()->setMinimumSectionSize(tableRowHeight());
    table->horizontalHeader()->setStretchLastSection(true);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    return table;
}

void setHeaderLines(QTableView *table, int lines)
{
    static_cast<FlatHeader *>(table->horizontalHeader())->setLines(lines);
}

QString tableAsText(const QTableView &table)
{
    const QAbstractItemModel *model = table.model();
    QList<int> rows;
    for (int row = 0; row < model->rowCount(); ++row) {
        if (!table.selectionModel()->hasSelection() || table.selectionModel()->isRowSelected(row))
            rows << row;
    }
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < model->columnCount(); ++column)
        cells << model->headerData(column, Qt::Horizontal).toString();
    lines << cells.join(QLatin1Char('\t'));
    for (const int row : std::as_const(rows)) {
        cells.clear();
        for (int column = 0; column < model->columnCount(); ++column)
            cells << model->index(row, column).data().toString();
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace loopflow
