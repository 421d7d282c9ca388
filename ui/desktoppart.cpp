#include "ui/desktoppart.h"

#include "ui/desktopnotices.h"
#include "ui/leaving.h"
#include "ui/matenews.h"
#include "ui/tray.h"
#include "ui/widgets/liveregion.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/systemscheme.h"

#include <QMainWindow>
#include <QSettings>

namespace loopflow {

namespace {

QSettings comfort()
{
    return QSettings(QStringLiteral("Loopflow"), QStringLiteral("Loopflow"));
}

} // namespace

DesktopPart::DesktopPart(const UiServices &services, MateListModel *mates, NoticeBar *notice,
    const QList<QAction *> &trayActions, QMainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_region(new LiveRegion(window))
    , m_leaving(new Leaving(mates, notice, window))
    , m_tray(new Tray(mates, m_leaving, trayActions, window))
{
    auto *news = new MateNews(services, this);
    connect(news, &MateNews::needsPerson, this, &DesktopPart::notify);
    connect(news, &MateNews::announced, m_region, &LiveRegion::announce);
    connect(notice, &NoticeBar::told, m_region, &LiveRegion::announce);
    connect(m_tray, &Tray::windowWanted, this, &DesktopPart::windowWanted);
    connect(m_tray, &Tray::mateWanted, this, &DesktopPart::mateWanted);
    QTimer::singleShot(0, this, &DesktopPart::lookAround);
}

DesktopPart::~DesktopPart() = default;

void DesktopPart::lookAround()
{
    m_tray->showWhereThereIsATray();
    m_notices = std::make_unique<DesktopNotices>();
    connect(m_notices.get(), &DesktopNotices::clicked, this, &DesktopPart::mateWanted);
    connect(m_notices.get(), &DesktopNotices::refused, m_tray, &Tray::tell);
    m_scheme = std::make_unique<SystemScheme>();
    const auto follow = [this] {
        setDesktopScheme(m_scheme->scheme());
        Q_EMIT schemeChanged();
    };
    connect(m_scheme.get(), &SystemScheme::changed, this, follow);
    if (m_scheme->scheme() != DesktopScheme{})
        follow();
}

bool DesktopPart::hasTray() const
{
    return m_tray->isShown();
}

bool DesktopPart::keepsRunning() const
{
    return hasTray() && !m_leaving->isUnderWay()
        && comfort().value(QStringLiteral("tray/keepRunning"), true).toBool();
}

void DesktopPart::sayItKeepsRunning()
{
    QSettings settings = comfort();
    if (settings.value(QStringLiteral("tray/said")).toBool() || !m_notices)
        return;
    settings.setValue(QStringLiteral("tray/said"), true);
    m_notices->show({}, tr("Loopflow goes on in the tray"),
        tr("Its mates keep answering. Quit from the tray's menu, or switch this off in the "
           "settings."));
}

void DesktopPart::announce(const QString &sentence)
{
    m_region->announce(sentence);
}

void DesktopPart::paletteChanged()
{
    m_tray->refreshSoon();
}

void DesktopPart::notify(MateId mate, const QString &title, const QString &sentence)
{
    // Who looks at the window sees the row.
    const bool wanted = comfort().value(QStringLiteral("notify/failures"), true).toBool();
    if (wanted && m_notices && !m_window->isActiveWindow())
        m_notices->show(mate, title, sentence);
}

} // namespace loopflow
