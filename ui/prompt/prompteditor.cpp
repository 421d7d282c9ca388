#include "ui/prompt/prompteditor.h"

#include "core/conversation/prompt.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/type.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QListView>
#include <QMimeData>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>
#include <QUrl>

namespace loopflow {

namespace {

constexpr int leastZoom = -4;
constexpr int mostZoom = 20;
constexpr int popupWidth = 360;
const QString oneIndent = QStringLiteral("  ");

QString meaningOf(const QString &variable)
{
    const QMap<QString, QString> meanings{
        {QStringLiteral("date"), PromptEditor::tr("The day of the message")},
        {QStringLiteral("time"), PromptEditor::tr("The time of the message")},
        {QStringLiteral("mate"), PromptEditor::tr("The mate's name")},
        {QStringLiteral("user"), PromptEditor::tr("Who wrote the message")},
        {QStringLiteral("server"), PromptEditor::tr("The server; nothing in a direct message")},
        {QStringLiteral("channel"), PromptEditor::tr("Where the message was written")},
    };
    return meanings.value(variable);
}

/// The name that was begun before the cursor, with its braces; empty when none was.
QString begunVariable(const QTextCursor &cursor)
{
    static const QRegularExpression begun(QStringLiteral("\\{\\{\\s*\\w*$"));
    return begun.match(cursor.block().text().left(cursor.positionInBlock())).captured();
}

QString localFileOf(const QMimeData *source)
{
    const QList<QUrl> urls = source->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

PromptEditor::PromptEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_completer(new QCompleter(this))
    , m_variables(new QStandardItemModel(this))
{
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(paneEdge);
    setTabChangesFocus(false);
    setZoom(0);

    auto *popup = makeRowList(QStringLiteral("variablePopup"), tr("Variables"), nullptr);
    m_completer->setWidget(this);
    m_completer->setPopup(popup); // takes it
    m_completer->setModel(m_variables);
    popup->setItemDelegate(new RowDelegate(popup)); // after the model, with which comes another one
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
        &PromptEditor::insertVariable);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &PromptEditor::drawMarks);
    setValues({});
    drawMarks();
}

void PromptEditor::setValues(const QMap<QString, QString> &values)
{
    m_variables->clear();
    for (const QString &name : promptVariables()) {
        auto *item = new QStandardItem(name);
        item->setData(meaningOf(name), DetailRole);
        item->setData(values.value(name), AsideRole);
        m_variables->appendRow(item);
    }
}

void PromptEditor::completeVariable()
{
    setFocus();
    offerVariables(true);
}

void PromptEditor::offerVariables(bool asked)
{
    const QString begun = begunVariable(textCursor());
    if (begun.isEmpty() && !asked) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(QString(begun).remove(QLatin1Char('{')).trimmed());
    if (m_completer->completionCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.setWidth(popupWidth);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    m_completer->complete(place);
}

void PromptEditor::insertVariable(const QString &name)
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.movePosition(
        QTextCursor::Left, QTextCursor::KeepAnchor, int(begunVariable(cursor).size()));
    cursor.insertText(QStringLiteral("{{%1}}").arg(name));
    // What closed the braces before is not needed twice.
    const QString rest = cursor.block().text().mid(cursor.positionInBlock());
    if (rest.startsWith(QLatin1String("}}"))) {
        cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, 2);
        cursor.removeSelectedText();
    }
    cursor.endEditBlock();
    setTextCursor(cursor);
}

void PromptEditor::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool isReturn = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (m_completer->popup()->isVisible()
        && (isReturn || key == Qt::Key_Tab || key == Qt::Key_Escape || key == Qt::Key_Backtab)) {
        if (key == Qt::Key_Tab)
            insertVariable(m_completer->popup()->currentIndex().data().toString());
        m_completer->popup()->hide();
        event->setAccepted(key == Qt::Key_Tab);
        return; // the completer takes the rest
    }
    if (key == Qt::Key_Space && event->modifiers() == Qt::ControlModifier)
        return offerVariables(true);
    if (key == Qt::Key_Backtab)
        return indent(true);
    if (key == Qt::Key_Tab && event->modifiers() == Qt::NoModifier)
        return indent(false);
    if (isReturn && event->modifiers() == Qt::NoModifier && continueList())
        return;
    QPlainTextEdit::keyPressEvent(event);
    if (m_completer->popup()->isVisible() || event->text() == QLatin1String("{"))
        offerVariables(false);
}

/// Every line of the selection; without one two blanks are typed.
void PromptEditor::indent(bool back)
{
    QTextCursor cursor = textCursor();
    if (!cursor.hasSelection() && !back) {
        insertPlainText(oneIndent);
        return;
    }
    const QTextBlock last = document()->findBlock(cursor.selectionEnd());
    cursor.beginEditBlock();
    for (QTextBlock block = document()->findBlock(cursor.selectionStart()); block.isValid();
         block = block.next()) {
        QTextCursor line(block);
        if (!back) {
            line.insertText(oneIndent);
        } else {
            const QString text = block.text().left(oneIndent.size());
            const auto blanks = text.size() - QString(text).remove(QLatin1Char(' ')).size();
            line.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor,
                text.startsWith(QLatin1Char(' ')) ? int(blanks) : 0);
            line.removeSelectedText();
        }
        if (block == last)
            break;
    }
    cursor.endEditBlock();
}

/// "- one" is followed by "- "; Enter on an empty item ends the list.
bool PromptEditor::continueList()
{
    static const QRegularExpression item(
        QStringLiteral("^(\\s*)(?:([-*+])|(\\d{1,6})([.)]))(\\s+)(.*)$"));
    QTextCursor cursor = textCursor();
    const auto match = item.match(cursor.block().text());
    if (!match.hasMatch() || cursor.hasSelection()
        || cursor.positionInBlock() < match.capturedStart(6))
        return false;
    cursor.beginEditBlock();
    if (match.captured(6).isEmpty()) {
        cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
    } else {
        const QString number = match.captured(3).isEmpty()
            ? match.captured(2)
            : QString::number(match.captured(3).toInt() + 1) + match.captured(4);
        cursor.insertText(QLatin1Char('\n') + match.captured(1) + number + match.captured(5));
    }
    cursor.endEditBlock();
    setTextCursor(cursor);
    return true;
}

void PromptEditor::markAdded(const QList<QTextCursor> &ranges)
{
    m_added = ranges;
    drawMarks();
}

void PromptEditor::markFound(const QList<QTextCursor> &ranges)
{
    m_found = ranges;
    drawMarks();
}

void PromptEditor::drawMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextEdit::ExtraSelection line;
    line.format.setBackground(color(ColorRole::Hover, palette()));
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.cursor = textCursor();
    line.cursor.clearSelection();
    marks.append(line);
    QTextCharFormat added;
    added.setBackground(color(ColorRole::Added, palette()));
    added.setFontUnderline(true);
    added.setUnderlineColor(color(ColorRole::Online, palette()));
    for (const QTextCursor &range : std::as_const(m_added))
        marks.append({range, added});
    QTextCharFormat found;
    found.setBackground(color(ColorRole::Found, palette()));
    for (const QTextCursor &range : std::as_const(m_found))
        marks.append({range, found});
    setExtraSelections(marks);
}

void PromptEditor::replaceAll(const QString &text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
}

void PromptEditor::setZoom(int pixels)
{
    m_zoom = qBound(leastZoom, pixels, mostZoom);
    QFont font = codeFont();
    font.setPixelSize(font.pixelSize() + m_zoom);
    setFont(font);
    setTabStopDistance(2 * QFontMetricsF(font).horizontalAdvance(QLatin1Char(' ')));
    Q_EMIT zoomed(m_zoom);
}

void PromptEditor::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QPlainTextEdit::wheelEvent(event);
    if (const int turned = event->angleDelta().y())
        setZoom(m_zoom + (turned > 0 ? 1 : -1));
    event->accept();
}

void PromptEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawMarks();
}

bool PromptEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return !localFileOf(source).isEmpty() || QPlainTextEdit::canInsertFromMimeData(source);
}

void PromptEditor::insertFromMimeData(const QMimeData *source)
{
    if (const QString path = localFileOf(source); !path.isEmpty())
        Q_EMIT fileDropped(path);
    else
        QPlainTextEdit::insertFromMimeData(source);
}

} // namespace loopflow
