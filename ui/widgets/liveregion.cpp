#include "ui/widgets/liveregion.h"

#include <QAccessible>

namespace loopflow {

LiveRegion::LiveRegion(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("liveRegion"));
    setAccessibleName(tr("Announcements"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    // Not hidden: assistive technology passes over what is. One pixel, never painted.
    setGeometry(0, 0, 1, 1);
}

void LiveRegion::announce(const QString &sentence)
{
    if (sentence.isEmpty())
        return;
    setAccessibleName(sentence); // tells NameChanged
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace loopflow
