#include "ui/leaving.h"

#include "ui/mates/matelistmodel.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>

namespace loopflow {

Leaving::Leaving(MateListModel *mates, NoticeBar *notice, QWidget *window)
    : QObject(window)
    , m_mates(mates)
    , m_notice(notice)
    , m_window(window)
    , m_now(new QAction(tr("Quit now"), this))
{
    m_now->setObjectName(QStringLiteral("quitNow"));
    m_now->setToolTip(tr("What is not answered yet is answered after the next start."));
    connect(m_now, &QAction::triggered, this, &Leaving::wantedNow);
    connect(mates, &MateListModel::phraseChanged, this, &Leaving::show);
}

QString Leaving::phrase() const
{
    const int left = m_mates->answering();
    if (!m_underWay || left == 0)
        return {};
    return counted(left, tr("Finishing one reply…"), tr("Finishing %1 replies…"));
}

bool Leaving::agreed()
{
    const int left = m_mates->answering();
    if (left == 0 || m_underWay)
        return true;
    QMessageBox question(QMessageBox::Question, tr("Quit Loopflow"),
        counted(left, tr("One reply is being written."), tr("%1 replies are being written.")),
        QMessageBox::Cancel, m_window);
    question.setObjectName(QStringLiteral("quitQuestion"));
    question.setInformativeText(
        tr("Loopflow can finish first, which takes 30 seconds at most. What is not answered then "
           "is answered after the next start."));
    QPushButton *finish = question.addButton(tr("Finish and quit"), QMessageBox::AcceptRole);
    const QPushButton *now = question.addButton(tr("Quit now"), QMessageBox::DestructiveRole);
    question.setDefaultButton(finish);
    question.exec();
    if (question.clickedButton() == now) {
        m_underWay = true;
        Q_EMIT wantedNow();
    }
    return question.clickedButton() == finish || question.clickedButton() == now;
}

void Leaving::leave()
{
    if (std::exchange(m_underWay, true))
        return;
    show();
    Q_EMIT wanted();
}

void Leaving::show()
{
    if (!m_underWay)
        return;
    const QString text = phrase();
    if (text.isEmpty())
        m_notice->clear();
    else if (m_notice->text() != text)
        m_notice->tell(text, {m_now});
}

} // namespace loopflow
