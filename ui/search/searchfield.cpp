#include "ui/search/searchfield.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/palette.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QInputMethodEvent>
#include <QStringListModel>
#include <QTextCharFormat>
#include <QToolButton>

namespace loopflow {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
    , m_offered(new QStringListModel(this))
    , m_completer(new QCompleter(m_offered, this))
{
    m_completer->setWidget(this); // not setCompleter(): a term is completed, not the line
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setObjectName(QStringLiteral("searchCompletions"));
    m_completer->popup()->setAccessibleName(tr("What it can go on with"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &SearchField::goOnWith);
    connect(this, &QLineEdit::textEdited, this, &SearchField::offer);
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

void SearchField::offer()
{
    const SearchCompletion completion = completionAt(text(), cursorPosition(), m_names);
    if (completion.texts.isEmpty())
        return m_completer->popup()->hide();
    m_offered->setStringList(completion.texts);
    m_completer->setCompletionPrefix(text().mid(completion.offset, completion.length));
    m_completer->complete();
}

void SearchField::goOnWith(const QString &term)
{
    const SearchCompletion completion = completionAt(text(), cursorPosition(), m_names);
    setSelection(int(completion.offset), int(completion.length));
    insert(term);
    offer(); // a filter's values follow its name
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
