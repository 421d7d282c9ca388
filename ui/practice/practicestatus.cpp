#include "ui/practice/practicestatus.h"

#include "ui/practice/faultmenu.h"
#include "ui/widgets/type.h"

#include <QHBoxLayout>

namespace loopflow {

PracticeStatus::PracticeStatus(Practice *practice, QWidget *parent)
    : QWidget(parent)
    , m_practice(practice)
    , m_words(new Text({}, metaFont(), ColorRole::Muted, this))
{
    m_words->setObjectName(QStringLiteral("practiceStatus"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(betweenGroups, 0, betweenGroups, 0);
    row->addWidget(m_words);
    hide();
    if (!m_practice)
        return;
    connect(m_practice, &Practice::faultChanged, this, &PracticeStatus::update);
    update();
}

void PracticeStatus::update()
{
    m_words->setText(
        tr("Practice server on 127.0.0.1 · Faults: %1").arg(faultName(m_practice->fault())));
    m_words->setAccessibleName(m_words->text());
    m_words->setRole(
        m_practice->fault() == PracticeFault::None ? ColorRole::Muted : ColorRole::Waiting);
}

} // namespace loopflow
