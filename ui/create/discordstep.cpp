#include "ui/create/discordstep.h"

#include "core/discord/invite.h"
#include "ui/create/matesetup.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/markrow.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace loopflow {

namespace {

constexpr int typingPauseMs = 400;
constexpr int avatarSize = 44;

Mark markOf(Grade grade)
{
    switch (grade) {
    case Grade::Fine:
        return Mark::Done;
    case Grade::Note:
        return Mark::None;
    case Grade::Attention:
        return Mark::Attention;
    }
    Q_UNREACHABLE();
}

/// The bot's picture: initials, as no picture is loaded.
class BotAvatar final : public QWidget {
public:
    explicit BotAvatar(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(avatarSize, avatarSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawAvatar(painter, rect(), accessibleName(), AvatarShape::Mate);
    }
};

} // namespace

DiscordStep::DiscordStep(MateSetup *setup, QWidget *parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_token(new SecretField(tr("Bot token"), QStringLiteral("token"), this))
    , m_trouble(new Text({}, bodyFont(), ColorRole::Failed, this))
    , m_bot(new QWidget(this))
    , m_avatar(new BotAvatar(m_bot))
    , m_botName(new Text({}, strongFont(), m_bot))
    , m_botMeta(new Text({}, metaFont(), ColorRole::Muted, m_bot))
    , m_results(new QVBoxLayout)
    , m_anotherBot(new QCheckBox(tr("Use this bot instead of the one the mate had"), this))
{
    m_trouble->setObjectName(QStringLiteral("tokenTrouble"));
    m_trouble->setWordWrap(true);
    m_botName->setObjectName(QStringLiteral("botName"));
    m_anotherBot->setObjectName(QStringLiteral("anotherBot"));
    m_anotherBot->hide();
    layOutBot();
    layOut();
    setFocusProxy(m_token);

    m_typed.setSingleShot(true);
    m_typed.setInterval(typingPauseMs);
    connect(m_token, &SecretField::changed, this, &DiscordStep::tokenChanged);
    connect(m_token, &SecretField::submitted, this, &DiscordStep::ask);
    connect(&m_typed, &QTimer::timeout, this, &DiscordStep::ask);
    connect(m_anotherBot, &QCheckBox::toggled, this, &DiscordStep::readyChanged);
    connect(setup, &MateSetup::checked, this, &DiscordStep::showCheck);
    connect(setup, &MateSetup::refused, this, &DiscordStep::say);
}

void DiscordStep::layOut()
{
    auto *intro = new Text(
        tr("Every mate is a bot of its own. Make an application in the developer portal, open its "
           "Bot page, choose Reset Token, and paste the token here."),
        bodyFont(), this);
    intro->setWordWrap(true);
    auto *portal =
        new QPushButton(icon(QStringLiteral("external-link")), tr("Open developer portal"), this);
    portal->setObjectName(QStringLiteral("openPortal"));
    connect(portal, &QPushButton::clicked, this,
        [] { QDesktopServices::openUrl(discord::developerPortal()); });
    m_results->setSpacing(insideControl);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(insideControl);
    column->addWidget(intro);
    column->addWidget(portal, 0, Qt::AlignLeft);
    column->addSpacing(gridStep);
    column->addWidget(
        new Text(tr("Bot token, kept in the system keychain"), metaFont(), ColorRole::Muted, this));
    column->addWidget(m_token);
    column->addWidget(m_trouble);
    column->addSpacing(gridStep);
    column->addWidget(m_bot);
    column->addLayout(m_results);
    column->addWidget(m_anotherBot);
    column->addStretch();
}

void DiscordStep::layOutBot()
{
    auto *lines = new QVBoxLayout;
    lines->setSpacing(2);
    lines->addStretch();
    lines->addWidget(m_botName);
    lines->addWidget(m_botMeta);
    lines->addStretch();
    auto *row = new QHBoxLayout(m_bot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(betweenGroups);
    row->addWidget(m_avatar);
    row->addLayout(lines, 1);
    m_bot->hide();
}

void DiscordStep::clear()
{
    m_token->clear();
}

void DiscordStep::say(const QString &sentence)
{
    m_trouble->setRole(ColorRole::Failed);
    m_trouble->setText(sentence);
}

bool DiscordStep::isReady() const
{
    return m_setup->canFinish() && (!m_setup->isAnotherBot() || m_anotherBot->isChecked());
}

void DiscordStep::tokenChanged()
{
    m_setup->forgetToken();
    clearResults();
    m_typed.stop();
    const QString text = m_token->text();
    const QString mistake = text.isEmpty() ? QString() : m_setup->tokenMistake(text);
    say(mistake);
    if (!text.isEmpty() && mistake.isEmpty())
        m_typed.start();
    Q_EMIT readyChanged();
}

void DiscordStep::ask()
{
    m_typed.stop();
    if (m_token->text().isEmpty() || !m_setup->tokenMistake(m_token->text()).isEmpty())
        return;
    m_trouble->setRole(ColorRole::Muted);
    m_trouble->setText(tr("Asking Discord whose token this is…"));
    m_setup->check(m_token->text());
}

void DiscordStep::clearResults()
{
    m_bot->hide();
    m_anotherBot->hide();
    m_anotherBot->setChecked(false);
    while (QLayoutItem *item = m_results->takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
        delete item;
    }
}

void DiscordStep::addResult(MarkRow *row)
{
    row->setObjectName(QStringLiteral("tokenResult"));
    m_results->addWidget(row);
}

void DiscordStep::showCheck()
{
    clearResults();
    m_trouble->clear();
    const TokenCheck &check = *m_setup->checkedToken();
    m_avatar->setAccessibleName(check.bot.displayName());
    m_avatar->update();
    m_botName->setText(check.bot.displayName());
    m_botMeta->setText(tr("bot %1").arg(check.bot.id.toString()));
    m_bot->show();
    addResult(new MarkRow(Mark::Done, tr("The token is valid, and it is a bot."), this));
    const QString other = m_setup->usedBy();
    if (other.isEmpty())
        addResult(new MarkRow(Mark::Done, tr("No other mate here uses this bot."), this));
    else
        addResult(new MarkRow(Mark::Refused,
            tr("%1 uses this bot already. Every mate needs a bot of its own: make "
               "another application in the portal.")
                .arg(other),
            this));
    for (const Finding &finding : check.findings)
        addResult(new MarkRow(markOf(finding.grade), finding.sentence, this));
    if (m_setup->isAnotherBot()) {
        addResult(new MarkRow(Mark::Attention,
            tr("This is another bot than the one %1 had. Its conversations stay with "
               "the old bot.")
                .arg(m_setup->mate().name),
            this));
        m_anotherBot->show();
    }
    Q_EMIT readyChanged();
}

} // namespace loopflow
