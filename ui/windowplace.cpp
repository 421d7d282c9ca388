#include "ui/windowplace.h"

#include <QGuiApplication>
#include <QLineEdit>
#include <QMainWindow>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>

namespace loopflow {

namespace {

QString keyOf(const char *kind, const QObject *object)
{
    return QStringLiteral("%1/%2").arg(QLatin1String(kind), object->objectName());
}

QList<QSplitter *> splittersOf(const QMainWindow &window)
{
    QList<QSplitter *> named = window.findChildren<QSplitter *>();
    named.removeIf([](const QSplitter *splitter) { return splitter->objectName().isEmpty(); });
    return named;
}

QList<QLineEdit *> filtersOf(const QMainWindow &window)
{
    QList<QLineEdit *> filters = window.findChildren<QLineEdit *>();
    filters.removeIf([](const QLineEdit *field) {
        return !field->objectName().endsWith(QStringLiteral("Filter"));
    });
    return filters;
}

} // namespace

void savePlace(QSettings &settings, const QMainWindow &window, const QStackedWidget &pages)
{
    settings.setValue(QStringLiteral("geometry"), window.saveGeometry());
    const auto splitters = splittersOf(window);
    for (const QSplitter *splitter : splitters)
        settings.setValue(keyOf("splitter", splitter), splitter->saveState());
    const auto filters = filtersOf(window);
    for (const QLineEdit *filter : filters)
        settings.setValue(keyOf("filter", filter), filter->text());
    if (const QWidget *page = pages.currentWidget(); page && !page->objectName().isEmpty())
        settings.setValue(QStringLiteral("page"), page->objectName());
}

void restorePlace(const QSettings &settings, QMainWindow &window, QStackedWidget &pages)
{
    if (window.restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray()))
        bringOntoAScreen(window);
    const auto splitters = splittersOf(window);
    for (QSplitter *splitter : splitters) {
        const bool collapsible = splitter->childrenCollapsible();
        splitter->restoreState(settings.value(keyOf("splitter", splitter)).toByteArray());
        splitter->setChildrenCollapsible(collapsible); // part of the state, and ours to say
    }
    const auto filters = filtersOf(window);
    for (QLineEdit *filter : filters)
        filter->setText(settings.value(keyOf("filter", filter)).toString());
    const QString page = settings.value(QStringLiteral("page")).toString();
    for (int i = 0; !page.isEmpty() && i < pages.count(); ++i) {
        if (pages.widget(i)->objectName() == page)
            pages.setCurrentIndex(i);
    }
}

void bringOntoAScreen(QWidget &window)
{
    if (window.isMaximized() || window.isFullScreen())
        return;
    const QScreen *screen = QGuiApplication::screenAt(window.geometry().center());
    if (!screen)
        screen = QGuiApplication::primaryScreen();
    if (!screen)
        return;
    const QRect room = screen->availableGeometry();
    QRect place = window.geometry();
    place.setSize(place.size().boundedTo(room.size()));
    place.moveLeft(qBound(room.left(), place.left(), room.right() - place.width() + 1));
    place.moveTop(qBound(room.top(), place.top(), room.bottom() - place.height() + 1));
    if (place != window.geometry())
        window.setGeometry(place);
}

} // namespace loopflow
