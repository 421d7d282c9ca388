#include "ui/create/checklist.h"

#include "core/discord/invite.h"
#include "ui/create/matesetup.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/markrow.h"
#include "ui/widgets/style.h"
#include "ui/widgets/type.h"

#include <QDesktopServices>
#include <QPushButton>
#include <QVBoxLayout>

namespace loopflow {

namespace {

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

QString nameOf(Aspect aspect)
{
    switch (aspect) {
    case Aspect::MessageContent:
        return QStringLiteral("checkMessageContent");
    case Aspect::Interactions:
        return QStringLiteral("checkInteractions");
    case Aspect::CodeGrant:
        return QStringLiteral("checkCodeGrant");
    case Aspect::PublicBot:
        return QStringLiteral("checkPublicBot");
    case Aspect::Starts:
        return QStringLiteral("checkStarts");
    }
    Q_UNREACHABLE();
}

QPushButton *makeButton(const QString &text, const QString &objectName, MarkRow *row)
{
    auto *button = new QPushButton(text, row);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    row->addButton(button);
    return button;
}

} // namespace

CheckList::CheckList(MateSetup *setup, QWidget *parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(insideControl);
    connect(setup, &MateSetup::changeRefused, this, &CheckList::showRefusal);
}

void CheckList::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->setObjectName({}); // nobody finds it until it is gone
            widget->deleteLater();
        }
        delete item;
    }
}

MarkRow *CheckList::addRow(Mark mark, const QString &sentence, const QString &name)
{
    auto *row = new MarkRow(mark, sentence, this);
    row->setObjectName(name);
    m_rows->addWidget(row);
    return row;
}

void CheckList::showCheck()
{
    clear();
    addRow(Mark::Done, tr("The token is valid, and it is a bot."), QStringLiteral("checkToken"));
    const QString other = m_setup->usedBy();
    if (other.isEmpty())
        addRow(Mark::Done, tr("No other mate here uses this bot."), QStringLiteral("checkUsedBy"));
    else
        addRow(Mark::Refused,
            tr("%1 uses this bot already. Every mate needs a bot of its own: make another "
               "application "
               "in the portal.")
                .arg(other),
            QStringLiteral("checkUsedBy"));
    for (const Finding &finding : m_setup->checkedToken()->findings)
        addFinding(finding);
    if (m_setup->isAnotherBot())
        addRow(Mark::Attention,
            tr("This is another bot than the one %1 had. Its conversations stay with the old bot.")
                .arg(m_setup->mate().name),
            QStringLiteral("checkAnotherBot"));
}

void CheckList::addFinding(const Finding &finding)
{
    MarkRow *row = addRow(markOf(finding.grade), finding.sentence, nameOf(finding.aspect));
    if (finding.grade != Grade::Attention)
        return;
    switch (finding.aspect) {
    case Aspect::MessageContent: {
        auto *on = makeButton(tr("Switch on"), QStringLiteral("switchOn"), row);
        makePrimary(on);
        on->setAccessibleName(tr("Switch on Message Content"));
        connect(on, &QPushButton::clicked, this, [this, on] {
            on->setEnabled(false);
            m_setup->switchOnMessageContent();
        });
        return;
    }
    case Aspect::Interactions: {
        auto *unset = makeButton(tr("Remove it"), QStringLiteral("unsetEndpoint"), row);
        unset->setAccessibleName(tr("Remove the interactions endpoint"));
        connect(unset, &QPushButton::clicked, this, [this, unset] {
            unset->setEnabled(false);
            m_setup->unsetInteractionsEndpoint();
        });
        return;
    }
    case Aspect::CodeGrant:
    case Aspect::PublicBot:
    case Aspect::Starts:
        return;
    }
}

void CheckList::showRefusal(Aspect aspect, const QString &sentence)
{
    auto *row = findChild<MarkRow *>(nameOf(aspect));
    if (!row)
        return;
    row->set(Mark::Refused, sentence);
    const auto buttons = row->findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        button->hide();
    auto *portal = makeButton(tr("Open portal"), QStringLiteral("openPortalFor"), row);
    portal->setIcon(icon(QStringLiteral("external-link")));
    connect(portal, &QPushButton::clicked, this,
        [] { QDesktopServices::openUrl(discord::developerPortal()); });
    auto *again = makeButton(tr("Check again"), QStringLiteral("checkAgain"), row);
    connect(again, &QPushButton::clicked, this, &CheckList::checkAgainWanted);
}

} // namespace loopflow
