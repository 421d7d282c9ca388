#include "ui/widgets/filterfield.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace loopflow {

QLineEdit *makeFilterField(const QString &objectName, const QString &accessibleName,
    const QString &placeholder, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(objectName);
    field->setAccessibleName(accessibleName);
    field->setPlaceholderText(placeholder);
    field->setToolTip(placeholder); // narrow panes cut it
    field->setClearButtonEnabled(true);
    const auto buttons = field->findChildren<QToolButton *>();
    for (QToolButton *button : buttons)
        button->setAccessibleName(QCoreApplication::translate("filterfield", "Clear the filter"));
    QAction *sign = field->addAction(
        icon(QStringLiteral("search"), ColorRole::Muted), QLineEdit::LeadingPosition);
    sign->setText(accessibleName);
    const auto all = field->findChildren<QToolButton *>();
    for (QToolButton *button : all) {
        if (button->accessibleName().isEmpty())
            button->setAccessibleName(accessibleName);
    }
    return field;
}

} // namespace loopflow
