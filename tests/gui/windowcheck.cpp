#include "tests/gui/windowcheck.h"

#include "tests/gui/paintedtext.h"
#include "tests/gui/pseudotranslation.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleOptionComboBox>
#include <QToolTip>

namespace loopflow::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsLookedAt = 50;
constexpr qreal tolerance = 1.5; // letters may lean over their box
constexpr qreal space = 4; // a line that was wrapped keeps its space

QString nameOf(const QObject *object)
{
    QString name = object->objectName();
    for (const QObject *above = object->parent();
         (name.isEmpty() || name.startsWith(u"qt_"_s)) && above; above = above->parent())
        name = above->objectName();
    return QString::fromLatin1(object->metaObject()->className()) + u' ' + name;
}

QStringList textsOfModel(const QAbstractItemModel &model)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column) {
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
            texts << model.headerData(column, Qt::Horizontal, role).toString();
    }
    for (int row = 0; row < qMin(model.rowCount(), rowsLookedAt); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole),
                     int(Qt::AccessibleDescriptionRole)}) {
                const QVariant value = model.index(row, column).data(role);
                if (value.typeId() == QMetaType::QString)
                    texts << value.toString();
            }
        }
    }
    return texts;
}

/// What a person or a screen reader would be told, but is not painted now.
QStringList hiddenTextsOf(const QWidget *widget)
{
    QStringList texts{widget->toolTip(), widget->statusTip(), widget->accessibleName(),
        widget->accessibleDescription(), widget->isWindow() ? widget->windowTitle() : QString()};
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        texts << label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        texts << button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        texts << edit->placeholderText();
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
        texts << edit->placeholderText();
    return texts;
}

/// What the rows of a list, table or choice say, also those that are not in view.
QStringList textsOfRows(const QWidget *widget)
{
    if (const auto *combo = qobject_cast<const QComboBox *>(widget))
        return textsOfModel(*combo->model());
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    return view && view->model() ? textsOfModel(*view->model()) : QStringList();
}

QList<QWidget *> shownWidgets(QWidget *window)
{
    QList<QWidget *> shown{window};
    const auto widgets = window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->window() == window->window() && widget->isVisibleTo(window) && !widget->size().isEmpty())
            shown << widget;
    }
    return shown;
}

QAbstractScrollArea *areaOf(const QWidget *widget)
{
    auto *area = qobject_cast<QAbstractScrollArea *>(widget->parentWidget());
    return area && area->viewport() == widget ? area : nullptr;
}

/// How far a widget's own letters may reach, from its top left: its edges and those of what holds it, but for
/// those that can be scrolled away from.
QRectF roomOf(const QWidget *widget)
{
    constexpr qreal far = 1e6;
    QRectF room(-far, -far, 2 * far, 2 * far);
    bool across = true;
    bool down = true;
    QPoint offset;
    for (const QWidget *holder = widget; holder; holder = holder->parentWidget()) {
        if (const auto *area = areaOf(holder)) {
            down = false;
            across = across && area->horizontalScrollBar()->maximum() == 0;
        }
        const QRectF edges = QRectF(holder->rect()).translated(-offset);
        if (across)
            room = room.intersected(QRectF(edges.x(), -far, edges.width(), 2 * far));
        if (down)
            room = room.intersected(QRectF(-far, edges.y(), 2 * far, edges.height()));
        if (holder->isWindow())
            break;
        offset += holder->pos();
    }
    return room;
}

/// What is told of a place when one points at it.
QString tipAt(QWidget *widget, QPoint place)
{
    const QString none = u"-"_s; // the tooltip that was shown last goes away slowly
    QToolTip::showText(widget->mapToGlobal(place), none);
    QHelpEvent help(QEvent::ToolTip, place, widget->mapToGlobal(place));
    QCoreApplication::sendEvent(widget, &help);
    const QString told = QToolTip::text() == none ? QString() : QToolTip::text();
    for (const QWidget *holder = widget; holder && told.isEmpty(); holder = holder->parentWidget()) {
        if (!holder->toolTip().isEmpty())
            return holder->toolTip();
    }
    return told;
}

/// Whether a translated text is shortened and no tooltip tells it whole.
bool isLost(QWidget *widget, const PaintedText &painted)
{
    const qsizetype begin = painted.text.lastIndexOf(u'«');
    const qsizetype cut = painted.text.lastIndexOf(u'…');
    if (begin < 0 || cut < begin || painted.text.indexOf(u'»', begin) >= 0)
        return false;
    return !tipAt(widget, painted.rect.center().toPoint()).contains(painted.text.sliced(begin, cut - begin));
}

bool collide(const QRectF &one, const QRectF &other)
{
    const QRectF both = one.intersected(other);
    return both.width() > 2 && both.height() > 2;
}

/// What a person scrolls through while typing is not cut.
bool isTyped(const QWidget *widget)
{
    const auto *edit = qobject_cast<const QLineEdit *>(widget);
    return edit && !edit->displayText().isEmpty();
}

class Fits {
public:
    void look(QWidget *widget)
    {
        const QList<PaintedText> painted = paintedTexts(widget);
        const QRectF edges = roomOf(widget);
        QList<PaintedText> own;
        for (const PaintedText &text : painted) {
            const QRectF &rect = text.rect;
            const qreal over = painted.size() > 1 ? space : tolerance;
            const QRectF room = edges.adjusted(-over, -tolerance, over, tolerance);
            if (areaOf(widget) && (rect.bottom() < 0 || rect.top() > widget->height()))
                continue; // scrolled away
            if (isTyped(widget))
                continue;
            if (!room.contains(rect))
                tell(widget, text, u"is cut, by %1 px"_s.arg(qRound(qMax(
                    qMax(room.left() - rect.left(), rect.right() - room.right()),
                    qMax(room.top() - rect.top(), rect.bottom() - room.bottom())))));
            if (isLost(widget, text))
                tell(widget, text, u"is shortened, and no tooltip tells it whole"_s);
            for (const PaintedText &other : std::as_const(own)) {
                if (collide(rect, other.rect) && !other.text.contains(text.text))
                    tell(widget, text, u"is painted over “%1”"_s.arg(other.text));
            }
            own << text;
        }
        if (const auto *label = qobject_cast<QLabel *>(widget);
            label && label->wordWrap() && label->heightForWidth(label->width()) > label->height())
            found << u"%1: “%2” needs %3 px of height, has %4"_s.arg(nameOf(label), label->text().simplified())
                         .arg(label->heightForWidth(label->width())).arg(label->height());
        if (const auto *combo = qobject_cast<QComboBox *>(widget); combo && !combo->isEditable())
            lookAtChoice(combo);
        compareWithNeighbours(widget, own);
    }
    QStringList found;

private:
    void tell(const QWidget *widget, const PaintedText &text, const QString &what)
    {
        found << u"%1: “%2” %3"_s.arg(nameOf(widget), text.text.simplified(), what);
    }
    /// Its style cuts the words where the arrow begins.
    void lookAtChoice(const QComboBox *combo)
    {
        QStyleOptionComboBox option;
        option.initFrom(combo);
        const int room = combo->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo).width();
        const int needed = combo->fontMetrics().horizontalAdvance(combo->currentText());
        if (needed > room && combo->toolTip().isEmpty())
            found << u"%1: “%2” needs %3 px, has %4"_s.arg(nameOf(combo), combo->currentText()).arg(needed).arg(room);
    }
    void compareWithNeighbours(const QWidget *widget, const QList<PaintedText> &own)
    {
        QWidget *holder = widget->parentWidget();
        if (!holder || !holder->layout() || widget->isWindow())
            return;
        QList<PaintedText> &others = m_painted[holder];
        for (PaintedText text : own) {
            text.rect.translate(widget->pos());
            for (const PaintedText &other : std::as_const(others)) {
                if (collide(text.rect, other.rect))
                    tell(widget, text, u"lies over “%1”"_s.arg(other.text));
            }
        }
        for (PaintedText text : own) {
            text.rect.translate(widget->pos());
            others << text;
        }
    }
    QHash<QWidget *, QList<PaintedText>> m_painted; ///< by what holds the widgets, from its top left
};

} // namespace

QStringList untranslatedTexts(QWidget *window, const Data &data)
{
    QStringList found;
    const auto look = [&](const QObject *object, const QString &text, Shown shown = Shown::Whole) {
        const QString part = untranslatedPart(text, data, shown);
        if (!part.isEmpty())
            found << u"%1: “%2”"_s.arg(nameOf(object), part);
    };
    const QList<QWidget *> widgets = shownWidgets(window);
    for (QWidget *widget : widgets) {
        const QStringList texts = hiddenTextsOf(widget);
        for (const QString &text : texts)
            look(widget, text);
        const QStringList rows = textsOfRows(widget);
        for (const QString &text : rows)
            look(widget, text, Shown::InPieces);
        QString painted; // at once: a text may be painted in lines
        for (const PaintedText &text : paintedTexts(widget))
            painted += text.text + u'\n';
        look(widget, painted, Shown::InPieces);
    }
    const auto actions = window->findChildren<QAction *>();
    for (const QAction *action : actions) {
        for (const QString &text : {action->text(), action->toolTip(), action->statusTip()})
            look(action, text);
    }
    found.removeDuplicates();
    return found;
}

QStringList clippedTexts(QWidget *window)
{
    Fits fits;
    const QList<QWidget *> widgets = shownWidgets(window);
    for (QWidget *widget : widgets)
        fits.look(widget);
    fits.found.removeDuplicates();
    return fits.found;
}

} // namespace loopflow::test
