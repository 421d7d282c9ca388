#include "ui/health/statusline.h"

#include "core/host/health.h"
#include "core/store/matestore.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QPainter>

namespace loopflow {

using namespace std::chrono_literals;

namespace {

constexpr int leastWidth = 40;
constexpr int mostAttention = 420;

} // namespace

AttentionButton::AttentionButton(QWidget *parent)
    : QPushButton(parent)
{
    setObjectName(QStringLiteral("statusAttention"));
    setFont(metaFont());
    setFlat(true);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

void AttentionButton::setWords(const QString &words, bool urgent)
{
    m_urgent = urgent;
    setText(words);
    setAccessibleName(words);
    setToolTip(urgent ? tr("%1. Click to go there.").arg(words) : QString());
    setCursor(urgent ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setFocusPolicy(urgent ? Qt::StrongFocus : Qt::NoFocus);
    updateGeometry();
    update();
}

QSize AttentionButton::sizeHint() const
{
    // One more, because an advance is rounded and a text that lacks a fraction of a pixel is cut.
    const int width = fontMetrics().horizontalAdvance(text()) + 1 + 2 * betweenGroups;
    return {qMin(width, mostAttention), fontMetrics().height() + gridStep};
}

QSize AttentionButton::minimumSizeHint() const
{
    return {qMin(leastWidth * 2, sizeHint().width()), sizeHint().height()};
}

void AttentionButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont face = font();
    face.setUnderline(m_urgent && (underMouse() || hasFocus()));
    painter.setFont(face);
    painter.setPen(color(m_urgent ? ColorRole::Failed : ColorRole::Muted, palette()));
    const QRect room = rect().adjusted(betweenGroups, 0, -betweenGroups, 0);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignTrailing,
        fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
}

PulseText::PulseText(const UiServices &services, QLabel *label, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_label(label)
{
    if (!m_services.health)
        return;
    connect(&m_second, &QTimer::timeout, this, &PulseText::say);
    m_second.start(1s);
}

void PulseText::say()
{
    Milliseconds slowest{0};
    qint64 newest = 0;
    const QList<Mate> mates = m_services.mates->mates();
    for (const Mate &mate : mates) {
        const MateHealth health = m_services.health->of(mate.id);
        if (health.state.phase != MatePhase::Online)
            continue;
        slowest = qMax(slowest, health.state.latency);
        newest = qMax(newest, health.lastEventMs);
    }
    QStringList parts;
    if (slowest.count() > 0)
        parts << tr("heartbeat %1").arg(duration(slowest.count()));
    if (newest > 0)
        parts << tr("last event %1").arg(ago(newest, readClock().wall.count()));
    m_label->setText(parts.join(QStringLiteral("   ")));
}

MateId mateInNeed(const UiServices &services)
{
    const QList<Mate> mates = services.mates->mates();
    for (const Mate &mate : mates) {
        const MatePhase phase = services.supervisor->state(mate.id).phase;
        if (!mate.paused && (phase == MatePhase::Failed || phase == MatePhase::NeedsToken))
            return mate.id;
    }
    return {};
}

} // namespace loopflow
