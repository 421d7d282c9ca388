#include "ui/create/createdialog.h"

#include "ui/create/discordstep.h"
#include "ui/create/invitestep.h"
#include "ui/create/matesetup.h"
#include "ui/create/whostep.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/style.h"
#include "ui/widgets/type.h"

#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace loopflow {

namespace {

constexpr int edge = 20;

QString stepTitle(CreateDialog::Step step)
{
    switch (step) {
    case CreateDialog::Who:
        return CreateDialog::tr("Who");
    case CreateDialog::Discord:
        return CreateDialog::tr("Discord");
    case CreateDialog::Invite:
        return CreateDialog::tr("Invite");
    }
    Q_UNREACHABLE();
}

/// A step is as high as its words need, on a small screen or in a language of long words, too.
QWidget *makeScrolling(QWidget *step, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(area);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(edge, paneEdge, edge, paneEdge);
    column->addWidget(step);
    area->setWidget(page);
    area->setFocusProxy(step);
    fillWith(area->viewport(), ColorRole::Pane);
    fillWith(page, ColorRole::Pane);
    return area;
}

} // namespace

CreateDialog::CreateDialog(
    const UiServices &services, std::optional<MateId> existing, QWidget *parent, Step begin)
    : QDialog(parent)
    , m_services(services)
    , m_setup(new MateSetup(services, existing, this))
    , m_steps(new QStackedWidget(this))
    , m_who(new WhoStep(services, m_setup, this))
    , m_discord(new DiscordStep(m_setup, this))
    , m_invite(new InviteStep(services, m_setup, this))
{
    setObjectName(QStringLiteral("createDialog"));
    setWindowTitle(tr("Create mate"));
    resize(640, 620);
    fillWith(this, ColorRole::Pane);
    for (QWidget *step : {static_cast<QWidget *>(m_who), static_cast<QWidget *>(m_discord),
             static_cast<QWidget *>(m_invite)})
        m_steps->addWidget(makeScrolling(step, m_steps));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    auto *body = new Surface(ColorRole::Pane, {}, this);
    auto *bodyColumn = new QVBoxLayout(body);
    bodyColumn->setContentsMargins(0, 0, 0, 0);
    bodyColumn->addWidget(m_steps);
    column->addWidget(body, 1);
    column->addWidget(makeFooter());

    connect(m_discord, &DiscordStep::readyChanged, this, &CreateDialog::updateButtons);
    connect(m_setup, &MateSetup::finished, this, [this] {
        m_finishing = false;
        m_discord->clear();
        go(Invite);
    });
    connect(m_setup, &MateSetup::failed, this, [this](const QString &sentence) {
        m_finishing = false;
        m_discord->say(sentence);
        updateButtons();
    });
    go(existing ? begin : Who);
}

QWidget *CreateDialog::makeHeader()
{
    auto *header = new Surface(ColorRole::Pane, Qt::BottomEdge, this);
    header->setFixedHeight(52);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(edge, 0, edge, 0);
    row->setSpacing(paneEdge);
    row->addWidget(new Text(
        m_setup->isSaved() ? m_setup->mate().name : tr("Create mate"), titleFont(), header));
    row->addStretch();
    for (const Step step : {Who, Discord, Invite}) {
        m_stepNames << new Text(stepTitle(step), bodyFont(), ColorRole::Muted, header);
        row->addWidget(m_stepNames.last());
    }
    return header;
}

QWidget *CreateDialog::makeFooter()
{
    auto *footer = new Surface(ColorRole::Sidebar, Qt::TopEdge, this);
    m_practice = new QPushButton(footer);
    m_practice->setObjectName(QStringLiteral("usePractice"));
    m_later = new QPushButton(tr("Finish later"), footer);
    m_later->setObjectName(QStringLiteral("finishLater"));
    m_back = new QPushButton(tr("Back"), footer);
    m_back->setObjectName(QStringLiteral("back"));
    m_next = new QPushButton(tr("Continue"), footer);
    m_next->setObjectName(QStringLiteral("next"));
    m_next->setDefault(true);
    makePrimary(m_next);
    for (QPushButton *button : {m_practice, m_later, m_back})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(edge, betweenGroups, edge, betweenGroups);
    row->setSpacing(insideControl);
    row->addWidget(m_practice);
    row->addStretch();
    row->addWidget(m_later);
    row->addWidget(m_back);
    row->addWidget(m_next);
    connect(m_practice, &QPushButton::clicked, this, &CreateDialog::changeServer);
    connect(m_later, &QPushButton::clicked, this, &CreateDialog::keepForLater);
    connect(m_back, &QPushButton::clicked, this, [this] { go(Who); });
    connect(m_next, &QPushButton::clicked, this, &CreateDialog::next);
    return footer;
}

void CreateDialog::go(Step step)
{
    m_steps->setCurrentIndex(step);
    if (step == Invite)
        m_invite->begin();
    for (int i = 0; i < m_stepNames.size(); ++i) {
        const bool done = i < step;
        const QString title = stepTitle(Step(i));
        m_stepNames[i]->setText(
            done ? QStringLiteral("✓ ") + title : QStringLiteral("%1 %2").arg(i + 1).arg(title));
        m_stepNames[i]->setFont(i == step ? strongFont() : bodyFont());
        m_stepNames[i]->setRole(i == step ? ColorRole::Accent : ColorRole::Muted);
    }
    m_steps->currentWidget()->setFocus();
    updateButtons();
}

void CreateDialog::updateButtons()
{
    const int step = m_steps->currentIndex();
    m_practice->setVisible(m_services.practice && step == Discord);
    m_practice->setEnabled(!m_finishing);
    m_practice->setText(
        m_setup->isPractice() ? tr("Use Discord instead") : tr("Use the practice server instead"));
    m_later->setVisible(step == Discord);
    m_back->setVisible(step == Discord);
    m_next->setText(step == Invite ? tr("Done") : tr("Continue"));
    m_next->setEnabled(!m_finishing && (step != Discord || m_discord->isReady()));
}

void CreateDialog::next()
{
    switch (Step(m_steps->currentIndex())) {
    case Who:
        if (m_who->commit())
            go(Discord);
        break;
    case Discord:
        // Enter in the token field asks Discord first; the button is off until it answered.
        if (!m_discord->isReady() || m_finishing)
            break;
        m_finishing = true;
        updateButtons();
        m_discord->tell(tr("Setting the bot up…"));
        m_setup->finish(m_discord->dressesBot());
        break;
    case Invite:
        accept();
        break;
    }
}

void CreateDialog::changeServer()
{
    Secret token;
    if (m_setup->isPractice()) {
        m_setup->useDiscord();
    } else if (auto made = m_setup->usePractice()) {
        token = std::move(made).value();
    } else {
        m_discord->say(made.error().message);
        return;
    }
    m_discord->serverChanged(token);
    updateButtons();
}

void CreateDialog::keepForLater()
{
    if (const auto kept = m_setup->keepForLater(); !kept)
        m_discord->say(kept.error().message);
    else
        accept();
}

void CreateDialog::reject()
{
    const Step step = Step(m_steps->currentIndex());
    if (step == Invite) {
        accept();
        return;
    }
    // What was written in the first step is kept once the second was reached, and asked about
    // before that.
    if (step == Discord && !m_setup->isSaved()) {
        keepForLater();
        return;
    }
    if (step == Who && !m_setup->isSaved() && m_who->isDirty()) {
        const auto answer = QMessageBox::question(this, tr("Create mate"),
            tr("Discard this mate and what you wrote?"), QMessageBox::Discard | QMessageBox::Cancel,
            QMessageBox::Cancel);
        if (answer != QMessageBox::Discard)
            return;
    }
    QDialog::reject();
}

MateId CreateDialog::mate() const
{
    return m_setup->mate().id;
}

} // namespace loopflow
