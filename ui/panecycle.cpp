#include "ui/panecycle.h"

#include <QAbstractItemView>
#include <QSplitter>

namespace loopflow {

namespace {

bool takesFocus(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
        && !widget->focusProxy();
}

/// What had the focus in the pane, else its list or text, else its first control.
QWidget *targetIn(QWidget *pane)
{
    if (QWidget *last = pane->focusWidget(); last && takesFocus(last))
        return last;
    QWidget *first = nullptr;
    QList<QWidget *> inside = pane->findChildren<QWidget *>();
    inside.prepend(pane);
    for (QWidget *widget : std::as_const(inside)) {
        if (!takesFocus(widget))
            continue;
        if (qobject_cast<QAbstractItemView *>(widget))
            return widget;
        if (!first)
            first = widget;
    }
    return first;
}

/// The visible splitters that no other visible splitter is around.
QList<QSplitter *> outermostIn(QWidget *root)
{
    QList<QSplitter *> found;
    const auto splitters = root->findChildren<QSplitter *>();
    for (QSplitter *splitter : splitters) {
        const bool inner = std::any_of(found.begin(), found.end(),
            [splitter](const QSplitter *outer) { return outer->isAncestorOf(splitter); });
        if (splitter->isVisible() && !inner)
            found << splitter;
    }
    return found;
}

void collect(QWidget *root, QList<QWidget *> &panes)
{
    if (auto *self = qobject_cast<QSplitter *>(root)) {
        for (int i = 0; i < self->count(); ++i)
            collect(self->widget(i), panes);
        return;
    }
    const QList<QSplitter *> splitters = outermostIn(root);
    if (splitters.isEmpty()) {
        if (root->isVisible() && targetIn(root))
            panes << root;
        return;
    }
    for (QSplitter *splitter : splitters)
        collect(splitter, panes);
}

} // namespace

QWidget *focusOfNextPane(QWidget *root, bool forward)
{
    QList<QWidget *> panes;
    collect(root, panes);
    if (panes.isEmpty())
        return nullptr;
    const QWidget *now = root->window()->focusWidget();
    const auto here = std::find_if(panes.cbegin(), panes.cend(),
        [now](const QWidget *pane) { return now && (pane == now || pane->isAncestorOf(now)); });
    if (here == panes.cend())
        return targetIn(forward ? panes.first() : panes.last());
    const auto at = here - panes.cbegin();
    const auto next = (at + (forward ? 1 : panes.size() - 1)) % panes.size();
    return targetIn(panes.at(next));
}

} // namespace loopflow
