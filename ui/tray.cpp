#include "ui/tray.h"

#include "ui/leaving.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/rowdelegate.h"

#include <QGuiApplication>
#include <QPainter>
#include <QWidget>

namespace loopflow {

namespace {

constexpr int shownMates = 8;
constexpr int soonMs = 100;
// Desktops start their tray and what people log in with in any order.
constexpr int lookEveryMs = 5000;
constexpr int mostLooks = 12;

Presence markOf(Wellbeing wellbeing)
{
    switch (wellbeing) {
    case Wellbeing::Idle:
        return Presence::Paused;
    case Wellbeing::Well:
        return Presence::Online;
    case Wellbeing::Waiting:
        return Presence::Waiting;
    case Wellbeing::NeedsPerson:
        return Presence::Failed;
    }
    Q_UNREACHABLE();
}

QPixmap drawn(int side, Wellbeing wellbeing)
{
    const QPalette palette = QGuiApplication::palette();
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::Accent, palette));
    const QRectF tile = QRectF(pixmap.rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(tile, side * 0.22, side * 0.22);
    const int inset = side / 8;
    icon(QStringLiteral("infinity"), ColorRole::OnAccent)
        .paint(&painter, pixmap.rect().adjusted(inset, inset - side / 10, -inset, -inset - side / 10));
    const int mark = qMax(7, side * 2 / 5);
    drawPresence(painter, QRect(side - mark - 1, side - mark - 1, mark, mark), markOf(wellbeing),
        palette, color(ColorRole::Pane, palette));
    return pixmap;
}

} // namespace

QIcon trayIcon(Wellbeing wellbeing)
{
    QIcon all;
    for (const int side : {16, 22, 24, 32, 48, 64})
        all.addPixmap(drawn(side, wellbeing));
    return all;
}

Tray::Tray(MateListModel *mates, const Leaving *leaving, const QList<QAction *> &after, QWidget *window)
    : QObject(window)
    , m_mates(mates)
    , m_leaving(leaving)
    , m_after(after)
    , m_menu(window)
{
    m_icon.setObjectName(QStringLiteral("tray"));
    m_menu.setObjectName(QStringLiteral("trayMenu"));
    m_menu.setAccessibleName(tr("Loopflow in the tray"));
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this,
        [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                Q_EMIT windowWanted();
        });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::windowWanted);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &Tray::refresh);
    connect(mates, &MateListModel::phraseChanged, this, &Tray::refreshSoon);
    connect(mates, &QAbstractItemModel::rowsMoved, this, &Tray::refreshSoon);
    connect(&m_menu, &QMenu::aboutToShow, this, &Tray::fillMenu);
    m_looking.setInterval(lookEveryMs);
    connect(&m_looking, &QTimer::timeout, this, &Tray::showWhereThereIsATray);
    refresh();
}

void Tray::showWhereThereIsATray()
{
    setShown(QSystemTrayIcon::isSystemTrayAvailable());
    if (m_icon.isVisible() || ++m_looks >= mostLooks)
        m_looking.stop();
    else
        m_looking.start();
}

void Tray::refreshSoon()
{
    m_soon.start();
}

void Tray::tell(const QString &title, const QString &sentence)
{
    if (m_icon.isVisible())
        m_icon.showMessage(title, sentence);
}

void Tray::refresh()
{
    m_icon.setIcon(trayIcon(m_mates->wellbeing()));
    const QString leaving = m_leaving->phrase();
    const QString attention = m_mates->attention();
    const QString phrase = !leaving.isEmpty() ? leaving
        : attention.isEmpty()                 ? m_mates->phrase()
                                              : attention;
    m_icon.setToolTip(tr("Loopflow: %1").arg(phrase));
    fillMenu();
}

void Tray::fillMenu()
{
    m_menu.clear();
    auto *show = m_menu.addAction(tr("Show Loopflow"), this, &Tray::windowWanted);
    show->setObjectName(QStringLiteral("showWindow"));
    m_menu.addSeparator();
    if (const QString leaving = m_leaving->phrase(); !leaving.isEmpty()) {
        m_menu.addAction(leaving)->setEnabled(false);
        m_menu.addAction(m_leaving->now());
        return;
    }
    for (int row = 0; row < qMin(shownMates, m_mates->rowCount()); ++row) {
        const QModelIndex index = m_mates->index(row);
        const auto mate = index.data(IdRole).value<MateId>();
        QString name = index.data().toString();
        name.replace(QLatin1Char('&'), QStringLiteral("&&"));
        m_menu.addAction(tr("%1: %2").arg(name, index.data(DetailRole).toString()), this,
            [this, mate] { Q_EMIT mateWanted(mate); });
    }
    if (m_mates->rowCount() > shownMates)
        m_menu.addAction(
            tr("%1 more mates").arg(m_mates->rowCount() - shownMates), this, &Tray::windowWanted);
    m_menu.addSeparator();
    m_menu.addActions(m_after);
}

} // namespace loopflow
