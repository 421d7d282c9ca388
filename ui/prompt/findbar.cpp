#include "ui/prompt/findbar.h"

#include "ui/prompt/prompteditor.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace loopflow {

namespace {

constexpr int countWidth = 72;
/// More are not marked: nobody reads them, and each costs at every paint.
constexpr qsizetype mostMatches = 2000;

} // namespace

FindBar::FindBar(PromptEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_wanted(new QLineEdit(this))
    , m_matchCase(makeButton(
          QStringLiteral("case-sensitive"), tr("Match upper and lower case"), "findMatchCase"))
    , m_wholeWord(makeButton(QStringLiteral("whole-word"), tr("Whole words only"), "findWholeWord"))
    , m_count(new Text({}, metaFont(), ColorRole::Muted, this))
    , m_replaceRow(makeReplaceRow())
{
    setObjectName(QStringLiteral("findBar"));
    m_wanted->setObjectName(QStringLiteral("findText"));
    m_wanted->setAccessibleName(tr("Find"));
    m_wanted->setPlaceholderText(tr("Find in the prompt"));
    m_matchCase->setCheckable(true);
    m_wholeWord->setCheckable(true);
    m_count->setObjectName(QStringLiteral("findCount"));
    m_count->setMinimumWidth(countWidth);
    auto *previous = makeButton(QStringLiteral("arrow-up"), tr("Previous match"), "findPrevious");
    auto *next = makeButton(QStringLiteral("arrow-down"), tr("Next match"), "findNext");
    auto *close = makeButton(QStringLiteral("x"), tr("Close"), "findClose");

    auto *surface = new Surface(ColorRole::Sidebar, Qt::TopEdge, this);
    auto *row = new QHBoxLayout;
    row->setSpacing(gridStep);
    row->addWidget(m_wanted, 1);
    row->addWidget(m_matchCase);
    row->addWidget(m_wholeWord);
    row->addSpacing(insideControl);
    row->addWidget(m_count);
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(close);
    auto *column = new QVBoxLayout(surface);
    column->setContentsMargins(betweenGroups, insideControl, betweenGroups, insideControl);
    column->setSpacing(gridStep);
    column->addLayout(row);
    column->addWidget(m_replaceRow);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(surface);
    QWidget::hide();

    connect(m_wanted, &QLineEdit::textChanged, this, [this] {
        search();
        select(current());
    });
    for (QPushButton *option : {m_matchCase, m_wholeWord})
        connect(option, &QPushButton::toggled, this, &FindBar::search);
    connect(previous, &QPushButton::clicked, this, &FindBar::previous);
    connect(next, &QPushButton::clicked, this, &FindBar::next);
    connect(close, &QPushButton::clicked, this, &FindBar::close);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        if (isVisible())
            search();
    });
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &FindBar::showCount);
}

QPushButton *FindBar::makeButton(
    const QString &iconName, const QString &name, const char *objectName)
{
    auto *button = new QPushButton(icon(iconName), {}, this);
    button->setObjectName(QString::fromLatin1(objectName));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFixedSize(28, 28);
    return button;
}

QWidget *FindBar::makeReplaceRow()
{
    auto *box = new QWidget(this);
    m_replacement = new QLineEdit(box);
    m_replacement->setObjectName(QStringLiteral("replaceText"));
    m_replacement->setAccessibleName(tr("Replace with"));
    m_replacement->setPlaceholderText(tr("Replace with"));
    auto *one = new QPushButton(tr("Replace"), box);
    one->setObjectName(QStringLiteral("replaceOne"));
    auto *all = new QPushButton(tr("Replace all"), box);
    all->setObjectName(QStringLiteral("replaceAll"));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gridStep);
    row->addWidget(m_replacement, 1);
    row->addWidget(one);
    row->addWidget(all);
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    return box;
}

void FindBar::open(bool replace)
{
    const QString selected = m_editor->textCursor().selectedText();
    show();
    m_replaceRow->setVisible(replace);
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_wanted->setText(selected);
    m_wanted->selectAll();
    m_wanted->setFocus();
    search();
}

void FindBar::close()
{
    hide();
    m_matches.clear();
    m_editor->markFound({});
    m_editor->setFocus();
    Q_EMIT closed();
}

void FindBar::search()
{
    m_matches.clear();
    QTextDocument::FindFlags flags;
    flags.setFlag(QTextDocument::FindCaseSensitively, m_matchCase->isChecked());
    flags.setFlag(QTextDocument::FindWholeWords, m_wholeWord->isChecked());
    const QString wanted = m_wanted->text();
    QTextCursor found(m_editor->document());
    while (!wanted.isEmpty() && m_matches.size() < mostMatches) {
        found = m_editor->document()->find(wanted, found, flags);
        if (found.isNull())
            break;
        m_matches.append(found);
    }
    m_editor->markFound(m_matches);
    showCount();
}

/// The match that is selected, else the next one; -1 where there is none.
qsizetype FindBar::current() const
{
    const int from = m_editor->textCursor().selectionStart();
    const auto next = std::find_if(m_matches.begin(), m_matches.end(),
        [from](const QTextCursor &match) { return match.selectionStart() >= from; });
    if (next != m_matches.end())
        return next - m_matches.begin();
    return m_matches.isEmpty() ? -1 : 0;
}

void FindBar::showCount()
{
    if (m_wanted->text().isEmpty())
        return m_count->setText({});
    if (m_matches.isEmpty())
        return m_count->setText(tr("Not found"));
    const qsizetype at = current();
    const bool selected = m_matches[at].selectionStart() == m_editor->textCursor().selectionStart()
        && m_matches[at].selectionEnd() == m_editor->textCursor().selectionEnd();
    const QString all = count(m_matches.size());
    m_count->setText(selected ? tr("%1 of %2").arg(count(at + 1), all) : tr("%1 found").arg(all));
}

void FindBar::select(qsizetype match)
{
    if (match >= 0 && match < m_matches.size())
        m_editor->setTextCursor(m_matches[match]);
    showCount();
}

void FindBar::step(int by)
{
    if (m_matches.isEmpty())
        return;
    const qsizetype at = current();
    const QTextCursor cursor = m_editor->textCursor();
    const bool onIt = m_matches[at].selectionStart() == cursor.selectionStart()
        && m_matches[at].selectionEnd() == cursor.selectionEnd();
    const qsizetype size = m_matches.size();
    // From between two matches the next one is already the current one.
    const qsizetype to = by > 0 ? (onIt ? at + 1 : at) : at - 1;
    select((to % size + size) % size);
}

void FindBar::next()
{
    step(1);
}

void FindBar::previous()
{
    step(-1);
}

void FindBar::replaceOne()
{
    const qsizetype at = current();
    if (at < 0)
        return;
    QTextCursor cursor = m_matches[at];
    cursor.insertText(m_replacement->text());
    m_editor->setTextCursor(cursor);
    search();
    select(current());
}

void FindBar::replaceAll()
{
    if (m_matches.isEmpty())
        return;
    const QList<QTextCursor> matches = m_matches;
    QTextCursor step(m_editor->document());
    step.beginEditBlock(); // one Ctrl+Z brings all of them back
    for (QTextCursor match : matches)
        match.insertText(m_replacement->text());
    step.endEditBlock();
    search();
    m_count->setText(tr("%1 replaced").arg(count(matches.size())));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isReturn)
        return QWidget::keyPressEvent(event);
    if (m_replacement->hasFocus())
        replaceOne();
    else
        step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
}

} // namespace loopflow
