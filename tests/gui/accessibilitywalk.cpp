#include "tests/gui/accessibilitywalk.h"

#include <QAccessible>
#include <QApplication>
#include <QMetaEnum>
#include <QTest>
#include <QWidget>

namespace loopflow::test {

using namespace Qt::StringLiterals;

namespace {

bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::Dial:
    case QAccessible::List:
    case QAccessible::ListItem:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::TreeItem:
    case QAccessible::PageTab:
    case QAccessible::MenuItem:
    case QAccessible::ProgressBar:
    case QAccessible::Link:
    case QAccessible::Graphic:
        return true;
    default:
        return false;
    }
}

void walk(QAccessibleInterface *face, QStringList &unnamed, int depth)
{
    // Qt's own lines between menu entries are items without a name.
    if (!face || !face->isValid() || face->state().invisible || face->role() == QAccessible::Separator
        || depth > 40)
        return;
    const QObject *object = face->object();
    const auto *widget = qobject_cast<const QWidget *>(object);
    // What focuses another widget is spoken of as that one, and parts that Qt builds in belong to their owner.
    const bool part = widget && (widget->focusProxy() || widget->objectName().startsWith(u"qt_"_s));
    const bool named = !face->text(QAccessible::Name).trimmed().isEmpty()
        || !face->text(QAccessible::Value).trimmed().isEmpty();
    if (!part && isControl(face->role()) && !named)
        unnamed << u"%1 %2 \"%3\" in %4"_s.arg(
            QString::fromLatin1(QMetaEnum::fromType<QAccessible::Role>().valueToKey(face->role())),
            object ? QString::fromLatin1(object->metaObject()->className()) : u"(no object)"_s,
            object ? object->objectName() : QString(),
            object && object->parent() ? object->parent()->objectName() : QString());
    for (int i = 0; i < face->childCount(); ++i)
        walk(face->child(i), unnamed, depth + 1);
}

} // namespace

QStringList unnamedControls(QWidget *root)
{
    QStringList unnamed;
    walk(QAccessible::queryAccessibleInterface(root), unnamed, 0);
    return unnamed;
}

QStringList tabOrder(QWidget *window)
{
    const auto nameOf = [](const QWidget *widget) {
        return widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                              : widget->objectName();
    };
    QStringList order;
    QList<QWidget *> seen;
    for (int i = 0; i < 200; ++i) {
        QWidget *now = window->focusWidget();
        if (!now || seen.contains(now))
            break;
        seen << now;
        order << nameOf(now);
        QTest::keyClick(now, Qt::Key_Tab);
    }
    return order;
}

} // namespace loopflow::test
