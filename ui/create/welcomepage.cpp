#include "ui/create/welcomepage.h"

#include "ui/create/surroundings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/style.h"
#include "ui/widgets/type.h"

#include <QAction>
#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace loopflow {

namespace {

constexpr int cardWidth = 250; // more where a button needs it
constexpr int tileSize = 34;

/// An icon on a tinted square.
class Tile final : public QWidget {
public:
    Tile(const QString &name, QWidget *parent)
        : QWidget(parent)
        , m_icon(icon(name, ColorRole::Accent))
    {
        setFixedSize(tileSize, tileSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(ColorRole::Selection, palette()));
        painter.drawRoundedRect(rect(), 6, 6);
        m_icon.paint(&painter, rect().adjusted(9, 9, -9, -9));
    }

private:
    QIcon m_icon;
};

} // namespace

WelcomePage::WelcomePage(const UiServices &services, QAction *create, QAction *practice,
    QAction *import, QWidget *parent)
    : QWidget(parent)
    , m_surroundings(new Surroundings(services, this))
{
    setObjectName(QStringLiteral("welcome"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(3);
    auto *title = new Text(tr("No mates yet"), displayFont(), this);
    title->setAlignment(Qt::AlignHCenter);
    column->addWidget(title);
    column->addSpacing(insideControl);
    auto *subtitle = new Text(tr("A mate is a system prompt with a Discord bot of its own. Your "
                                 "team writes to it; you see everything here."),
        bodyFont(), ColorRole::Muted, this);
    subtitle->setAlignment(Qt::AlignHCenter);
    subtitle->setWordWrap(true);
    column->addWidget(subtitle);
    column->addSpacing(24);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(14);
    cards->addStretch();
    m_cards = {makeCard(QStringLiteral("plus"), tr("Create mate"),
                                   tr("Write a prompt, paste a bot token, invite it. About two minutes."),
                                   tr("Create mate"), create, true),
        makeCard(QStringLiteral("play"), tr("Try it without Discord"),
            tr("A practice server on this computer: no account, no key, no network."),
            tr("Try it on the practice server"), practice, false),
        makeCard(QStringLiteral("download"), tr("Import mates"),
            tr("Loopflow's Markdown files, one per mate."), tr("Import mates…"), import, false)};
    for (QWidget *card : std::as_const(m_cards))
        cards->addWidget(card);
    cards->addStretch();
    column->addLayout(cards);
    column->addSpacing(24);
    // In a row of its own, so that a wrapped line asks for its height.
    auto *keys = new QHBoxLayout;
    keys->addStretch();
    m_surroundings->setFixedWidth(560);
    keys->addWidget(m_surroundings);
    keys->addStretch();
    column->addLayout(keys);
    column->addStretch(4);
}

QWidget *WelcomePage::makeCard(const QString &iconName, const QString &title, const QString &text,
    const QString &button, QAction *action, bool primary)
{
    auto *card = new Surface(ColorRole::Pane, {}, this, Surface::Rounded);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(18, 18, 18, 16);
    column->setSpacing(gridStep);
    column->addWidget(new Tile(iconName, card));
    column->addSpacing(insideControl);
    auto *heading = new Text(title, titleFont(), card);
    heading->setWordWrap(true);
    column->addWidget(heading);
    auto *explained = new Text(text, bodyFont(), ColorRole::Muted, card);
    explained->setWordWrap(true);
    column->addWidget(explained);
    column->addSpacing(insideControl);
    column->addStretch();
    auto *push = new QPushButton(button, card);
    push->setObjectName(QStringLiteral("welcome-") + iconName);
    push->setEnabled(action->isEnabled());
    push->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
    if (primary)
        makePrimary(push);
    connect(push, &QPushButton::clicked, action, &QAction::trigger);
    column->addWidget(push, 0, Qt::AlignLeft);
    return card;
}

/// All as wide as the widest button needs, once it has its style and font.
void WelcomePage::fitCards()
{
    int widest = cardWidth;
    for (const QWidget *card : std::as_const(m_cards)) {
        const QMargins edges = card->layout()->contentsMargins();
        widest = qMax(widest,
            card->findChild<QPushButton *>()->sizeHint().width() + edges.left() + edges.right());
    }
    for (QWidget *card : std::as_const(m_cards))
        card->setFixedWidth(widest);
}

void WelcomePage::showEvent(QShowEvent *event)
{
    fitCards();
    QWidget::showEvent(event);
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitCards();
    // A key or a server may have come while the person was elsewhere.
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && isVisible())
        m_surroundings->look();
    QWidget::changeEvent(event);
}

} // namespace loopflow
