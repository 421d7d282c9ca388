#include "ui/search/searchfield.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/palette.h"

#include <QAction>
#include <QInputMethodEvent>
#include <QTextCharFormat>
#include <QToolButton>

namespace loopflow {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName(QStringLiteral("searchField"));
    setAccessibleName(tr("Search all mates"));
    setPlaceholderText(tr("Words or filters"));
    setClearButtonEnabled(true);
    const auto buttons = findChildren<QToolButton *>();
    for (QToolButton *button : buttons)
        button->setAccessibleName(tr("Clear the search"));
    QAction *sign = addAction(icon(QStringLiteral("search"), ColorRole::Muted), LeadingPosition);
    sign->setText(tr("Search all mates"));
    const auto all = findChildren<QToolButton *>();
    for (QToolButton *button : all) {
        if (button->accessibleName().isEmpty())
            button->setAccessibleName(tr("Search all mates"));
    }
}

void SearchField::underline(qsizetype offset, qsizetype length)
{
    if (length == 0 && m_length == 0)
        return; // what an input method is composing stays
    m_from = int(offset);
    m_length = int(length);
    // The one way to give a line edit's characters a look: as an input method does.
    QList<QInputMethodEvent::Attribute> attributes;
    if (length > 0) {
        QTextCharFormat wrong;
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(color(ColorRole::Failed, palette()));
        attributes.append({QInputMethodEvent::TextFormat, m_from - cursorPosition(), m_length, wrong});
    }
    QInputMethodEvent event({}, attributes);
    QLineEdit::inputMethodEvent(&event);
}

} // namespace loopflow
