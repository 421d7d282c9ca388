#include "ui/widgets/wraprow.h"

#include <QStyle>
#include <QWidget>

namespace loopflow {

WrapRow::WrapRow(int spacing)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

WrapRow::~WrapRow() = default;

void WrapRow::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem *WrapRow::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)].get() : nullptr;
}

QLayoutItem *WrapRow::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *taken = m_items[size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    invalidate();
    return taken;
}

int WrapRow::heightForWidth(int width) const
{
    return layOut(QRect(0, 0, width, 0), false);
}

QSize WrapRow::minimumSize() const
{
    QSize least(0, 0);
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo(item->minimumSize());
    }
    const QMargins edges = contentsMargins();
    return least + QSize(edges.left() + edges.right(), edges.top() + edges.bottom());
}

QSize WrapRow::sizeHint() const
{
    QSize all(0, 0);
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        all = {all.width() + (all.width() > 0 ? spacing() : 0) + size.width(), qMax(all.height(), size.height())};
    }
    const QMargins edges = contentsMargins();
    return all + QSize(edges.left() + edges.right(), edges.top() + edges.bottom());
}

void WrapRow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    layOut(rect, true);
}

int WrapRow::layOut(const QRect &rect, bool place) const
{
    const QMargins edges = contentsMargins();
    const QRect room = rect.marginsRemoved(edges);
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = room.left();
    int y = room.top();
    int lineHeight = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size(qMin(item->sizeHint().width(), qMax(room.width(), item->minimumSize().width())),
            item->sizeHint().height());
        if (x > room.left() && x + size.width() > room.right() + 1) {
            x = room.left();
            y += lineHeight + spacing();
            lineHeight = 0;
        }
        if (place)
            item->setGeometry(QStyle::visualRect(direction, room, QRect(QPoint(x, y), size)));
        x += size.width() + spacing();
        lineHeight = qMax(lineHeight, size.height());
    }
    return y + lineHeight - rect.top() + edges.bottom();
}

} // namespace loopflow
