#include "ui/practice/messageinput.h"

#include "ui/widgets/palette.h"
#include "ui/widgets/type.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>
#include <QtMath>

namespace loopflow {

namespace {

constexpr int mostLines = 8;
constexpr int padding = 6;

} // namespace

MessageInput::MessageInput(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("practiceInput"));
    setTabChangesFocus(true);
    document()->setDocumentMargin(padding);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QPlainTextEdit::textChanged, this, &MessageInput::fit);
    fit();
}

void MessageInput::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_editing)
        return finish();
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier && toPlainText().isEmpty()) {
        Q_EMIT lastWanted();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || event->modifiers().testFlag(Qt::ShiftModifier)) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    if (const QString text = toPlainText().trimmed(); !text.isEmpty())
        Q_EMIT submitted(text);
}

void MessageInput::startEditing(const QString &text)
{
    m_editing = true;
    setPlainText(text);
    moveCursor(QTextCursor::End);
    setFocus(Qt::OtherFocusReason);
}

void MessageInput::finish()
{
    clear();
    if (std::exchange(m_editing, false))
        Q_EMIT editingEnded();
}

void MessageInput::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setFont(metaFont());
    painter.setPen(color(ColorRole::Muted, palette()));
    if (toPlainText().isEmpty() || m_editing)
        painter.drawText(viewport()->rect().adjusted(betweenGroups, 0, -betweenGroups, 0),
            Qt::AlignRight | Qt::AlignVCenter, m_editing ? tr("Enter saves · Esc gives up") : tr("Enter sends"));
}

void MessageInput::fit()
{
    const int most = QFontMetrics(font()).lineSpacing() * mostLines;
    int text = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && text < most;
         block = block.next())
        text += qCeil(blockBoundingRect(block).height());
    setVerticalScrollBarPolicy(text > most ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    // The first block brings the document's upper margin along.
    const int height = qMin(text, most) + padding + 2 * frameWidth();
    if (height != this->height())
        setFixedHeight(height);
}

void MessageInput::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    // A new width wraps the lines anew.
    fit();
}

} // namespace loopflow
