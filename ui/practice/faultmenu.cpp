#include "ui/practice/faultmenu.h"

#include <QActionGroup>

namespace loopflow {

QString faultName(PracticeFault fault)
{
    switch (fault) {
    case PracticeFault::None:
        return FaultMenu::tr("none");
    case PracticeFault::DropConnection:
        return FaultMenu::tr("connection dropped");
    case PracticeFault::InvalidateSession:
        return FaultMenu::tr("session ended");
    case PracticeFault::RateLimit:
        return FaultMenu::tr("requests refused (429)");
    case PracticeFault::BadGateway:
        return FaultMenu::tr("writes fail (502)");
    case PracticeFault::SlowModel:
        return FaultMenu::tr("slow model");
    case PracticeFault::CutReply:
        return FaultMenu::tr("cut reply");
    case PracticeFault::OverloadedModel:
        return FaultMenu::tr("overloaded model");
    }
    Q_UNREACHABLE();
}

FaultMenu::FaultMenu(Practice *practice, QWidget *parent)
    : QMenu(tr("Faults"), parent)
    , m_practice(practice)
    , m_group(new QActionGroup(this))
{
    setObjectName(QStringLiteral("faultMenu"));
    setToolTipsVisible(true);
    add(PracticeFault::None, tr("&None"), tr("Everything works as it should."));
    addSeparator();
    add(PracticeFault::DropConnection, tr("&Drop the connection"),
        tr("Cuts the mate's gateway connection now, as a network failure does."));
    add(PracticeFault::InvalidateSession, tr("&End the session"),
        tr("Has Discord forget the mate's gateway session now, so that nothing can be resumed."));
    addSeparator();
    add(PracticeFault::RateLimit, tr("&Refuse requests (429)"),
        tr("Discord answers the mate's next three requests with 429, to be tried again a second later."));
    add(PracticeFault::BadGateway, tr("&Fail writes (502)"),
        tr("Discord answers the next three writes with 502: nothing tells whether they took effect."));
    addSeparator();
    add(PracticeFault::SlowModel, tr("&Slow model"),
        tr("The first word of the next answer takes five seconds."));
    add(PracticeFault::CutReply, tr("&Cut the reply"), tr("The model's next answer ends in its middle."));
    add(PracticeFault::OverloadedModel, tr("&Overload the model"),
        tr("The model answers 503 to all that the next message makes the mate ask."));
    connect(m_practice, &Practice::faultChanged, this, &FaultMenu::update);
    connect(m_group, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_practice->setFault(PracticeFault(action->data().toInt()), m_bot);
    });
    update();
}

void FaultMenu::add(PracticeFault fault, const QString &text, const QString &tip)
{
    auto *action = new QAction(text, m_group);
    action->setObjectName(QStringLiteral("fault%1").arg(int(fault)));
    action->setCheckable(true);
    action->setData(int(fault));
    action->setStatusTip(tip);
    action->setToolTip(tip);
    addAction(action);
}

void FaultMenu::setMate(discord::UserId bot, bool practiceModel)
{
    m_bot = bot;
    m_practiceModel = practiceModel;
    update();
}

void FaultMenu::update()
{
    const QList<QAction *> actions = m_group->actions();
    for (QAction *action : actions) {
        const auto fault = PracticeFault(action->data().toInt());
        action->setChecked(fault == m_practice->fault());
        const bool works = m_practiceModel || !isModelFault(fault);
        action->setEnabled(works);
        if (!works)
            action->setToolTip(tr("This copy asks a model of its own, which cannot be made to fail from here."));
        else
            action->setToolTip(action->statusTip());
    }
}

} // namespace loopflow
