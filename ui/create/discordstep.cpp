#include "ui/create/discordstep.h"

#include "core/discord/invite.h"
#include "ui/create/botcard.h"
#include "ui/create/checklist.h"
#include "ui/create/matesetup.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/type.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QPushButton>
#include <QVBoxLayout>

namespace loopflow {

namespace {

constexpr int typingPauseMs = 400;

} // namespace

DiscordStep::DiscordStep(MateSetup *setup, QWidget *parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_intro(new Text({}, bodyFont(), this))
    , m_portal(
          new QPushButton(icon(QStringLiteral("external-link")), tr("Open developer portal"), this))
    , m_label(new Text({}, metaFont(), ColorRole::Muted, this))
    , m_token(new SecretField(tr("Bot token"), QStringLiteral("token"), this))
    , m_trouble(new Text({}, bodyFont(), ColorRole::Failed, this))
    , m_bot(new BotCard(this))
    , m_list(new CheckList(setup, this))
    , m_anotherBot(new QCheckBox(tr("Use this bot instead of the one the mate had"), this))
    , m_dress(new QCheckBox(tr("Use this mate's name and picture for the bot"), this))
{
    m_intro->setWordWrap(true);
    m_portal->setObjectName(QStringLiteral("openPortal"));
    m_portal->setAutoDefault(false);
    m_trouble->setObjectName(QStringLiteral("tokenTrouble"));
    m_trouble->setWordWrap(true);
    m_anotherBot->setObjectName(QStringLiteral("anotherBot"));
    m_dress->setObjectName(QStringLiteral("dressBot"));
    // A bot that has served a mate keeps its looks unless that is asked for.
    m_dress->setChecked(!setup->mate().bot);
    layOut();
    explainServer();
    clearResults();
    setFocusProxy(m_token);

    m_typed.setSingleShot(true);
    m_typed.setInterval(typingPauseMs);
    connect(m_portal, &QPushButton::clicked, this,
        [] { QDesktopServices::openUrl(discord::developerPortal()); });
    connect(m_token, &SecretField::changed, this, &DiscordStep::tokenChanged);
    connect(m_token, &SecretField::submitted, this, &DiscordStep::ask);
    connect(&m_typed, &QTimer::timeout, this, &DiscordStep::ask);
    connect(m_anotherBot, &QCheckBox::toggled, this, &DiscordStep::readyChanged);
    connect(m_list, &CheckList::checkAgainWanted, this, &DiscordStep::ask);
    connect(setup, &MateSetup::checked, this, &DiscordStep::showCheck);
    connect(setup, &MateSetup::refused, this, &DiscordStep::say);
    connect(setup, &MateSetup::botPictureChanged, this,
        [this] { m_bot->showPicture(m_setup->botPicture()); });
}

void DiscordStep::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(insideControl);
    column->addWidget(m_intro);
    column->addWidget(m_portal, 0, Qt::AlignLeft);
    column->addSpacing(gridStep);
    column->addWidget(m_label);
    column->addWidget(m_token);
    column->addWidget(m_trouble);
    column->addSpacing(gridStep);
    column->addWidget(m_bot);
    column->addSpacing(gridStep);
    column->addWidget(m_list);
    column->addSpacing(gridStep);
    column->addWidget(m_anotherBot);
    column->addWidget(m_dress);
    column->addStretch();
}

void DiscordStep::explainServer()
{
    m_portal->setVisible(!m_setup->isPractice());
    if (m_setup->isPractice()) {
        m_intro->setText(
            tr("A bot was made on the practice server, which is on this computer. It works like on "
               "Discord, and is forgotten at exit, as is the mate that uses it."));
        m_label->setText(tr("Bot token, kept in memory only"));
    } else {
        m_intro->setText(tr(
            "Every mate is a bot of its own. Make an application in the developer portal, open its "
            "Bot page, choose Reset Token, and paste the token here."));
        m_label->setText(tr("Bot token, kept in the system keychain"));
    }
}

void DiscordStep::serverChanged(const Secret &token)
{
    explainServer();
    m_token->setSecret(token);
    if (!token.isEmpty())
        ask();
}

void DiscordStep::clear()
{
    m_token->clear();
}

void DiscordStep::say(const QString &sentence)
{
    m_trouble->setRole(ColorRole::Failed);
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

void DiscordStep::tell(const QString &sentence)
{
    say(sentence);
    m_trouble->setRole(ColorRole::Muted);
}

bool DiscordStep::isReady() const
{
    return m_setup->canFinish() && (!m_setup->isAnotherBot() || m_anotherBot->isChecked());
}

bool DiscordStep::dressesBot() const
{
    return m_dress->isChecked();
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
    tell(tr("Asking whose token this is…"));
    m_setup->check(m_token->text());
    Q_EMIT readyChanged();
}

void DiscordStep::clearResults()
{
    m_bot->hide();
    m_list->clear();
    m_dress->hide();
    m_anotherBot->hide();
    m_anotherBot->setChecked(false);
    say({});
}

void DiscordStep::showCheck()
{
    const bool confirmed = m_anotherBot->isChecked();
    clearResults();
    if (discord::trimmedToken(m_token->text()) != m_token->text())
        tell(tr("The blanks and the word Bot around the token are left out."));
    m_bot->showBot(*m_setup->checkedToken(), m_setup->serverName());
    m_bot->showPicture(m_setup->botPicture());
    m_bot->show();
    m_list->showCheck();
    m_anotherBot->setVisible(m_setup->isAnotherBot());
    m_anotherBot->setChecked(confirmed);
    m_dress->setVisible(m_setup->usedBy().isEmpty());
    Q_EMIT readyChanged();
}

} // namespace loopflow
