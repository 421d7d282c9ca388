#include "ui/prompt/promptpage.h"

#include "core/base/time.h"
#include "core/store/logstore.h"
#include "core/store/matestore.h"
#include "ui/prompt/findbar.h"
#include "ui/prompt/modelpanel.h"
#include "ui/prompt/prompteditor.h"
#include "ui/prompt/promptfile.h"
#include "ui/prompt/prompthighlighter.h"
#include "ui/prompt/promptpreview.h"
#include "ui/prompt/promptversionmodel.h"
#include "ui/prompt/versioncompare.h"
#include "ui/prompt/versionlist.h"
#include "ui/widgets/elidedtext.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/words.h"

#include <QFileInfo>
#include <QKeyEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTextBlock>

namespace loopflow {

namespace {

constexpr int compareMs = 150;
constexpr int keepMs = 700;
/// More marks than this are a new text, not a changed one.
constexpr qsizetype mostMarks = 1000;

QSettings comfort()
{
    return QSettings(QStringLiteral("Loopflow"), QStringLiteral("Loopflow"));
}

const QString zoomKey = QStringLiteral("promptZoom");

QList<QTextCursor> addedRanges(QTextDocument *document, const QList<DiffPiece> &pieces)
{
    QList<QTextCursor> ranges;
    int at = 0;
    for (const DiffPiece &piece : pieces) {
        if (piece.kind == DiffPiece::Removed)
            continue;
        const int end = at + int(piece.text.size());
        if (piece.kind == DiffPiece::Added) {
            QTextCursor range(document);
            range.setPosition(at);
            range.setPosition(end, QTextCursor::KeepAnchor);
            ranges.append(range);
        }
        at = end;
    }
    return ranges.size() > mostMarks ? QList<QTextCursor>() : ranges;
}

} // namespace

PromptPage::PromptPage(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_versions(new PromptVersionModel(services.mates, this))
{
    setObjectName(QStringLiteral("promptPage"));
    build();
    m_compareSoon.setSingleShot(true);
    m_compareSoon.setInterval(compareMs);
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(keepMs);
    connectParts();
    m_editor->setZoom(comfort().value(zoomKey).toInt());
}

PromptPage::~PromptPage()
{
    if (m_keepSoon.isActive())
        keepDraft();
}

QPlainTextEdit *PromptPage::editor() const
{
    return m_editor;
}

void PromptPage::connectParts()
{
    connect(m_editor, &QPlainTextEdit::textChanged, this, &PromptPage::textChanged);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &PromptPage::updatePosition);
    connect(m_editor, &PromptEditor::fileDropped, this, &PromptPage::dropFile);
    connect(m_editor, &PromptEditor::zoomed, this, [this](int pixels) {
        m_previewPage->setZoom(pixels);
        comfort().setValue(zoomKey, pixels);
    });
    connect(&m_compareSoon, &QTimer::timeout, this, &PromptPage::compareDraft);
    connect(&m_keepSoon, &QTimer::timeout, this, &PromptPage::keepDraft);
    connect(m_preview, &QPushButton::toggled, this, &PromptPage::showPreview);
    connect(m_previewPage, &PromptPreview::closed, this, &PromptPage::showEditor);
    connect(m_compare, &VersionCompare::closed, this, &PromptPage::showEditor);
    connect(m_compare, &VersionCompare::restoreWanted, this, &PromptPage::restore);
    connect(m_versionList, &VersionList::versionWanted, this, &PromptPage::showVersion);
    connect(m_versionList, &VersionList::restoreWanted, this, &PromptPage::restore);
    connect(m_versions, &PromptVersionModel::failed, this, &PromptPage::said);
    connect(m_model, &ModelPanel::changed, this, &PromptPage::updateState);
    connect(m_model, &ModelPanel::opened, this, &PromptPage::showForm);
    connect(m_services.mates, &MateStore::promptSaved, this, &PromptPage::takeSaved);
    connect(m_services.mates, &MateStore::changed, this, [this](MateId id) {
        if (const auto mate = id == m_mate ? m_services.mates->mate(id) : std::nullopt) {
            m_model->follow(*mate);
            updateState();
        }
    });
}

void PromptPage::show(MateId id)
{
    if (m_keepSoon.isActive())
        keepDraft();
    const auto mate = m_services.mates->mate(id);
    m_mate = mate ? id : MateId{};
    m_versions->show(m_mate);
    const PromptVersion version = mate ? m_services.mates->prompt(id) : PromptVersion{};
    m_savedText = version.text;
    m_liveNumber = version.number;
    m_base = version.number;
    m_keptMs = 0;
    m_editor->setPlainText(version.text);
    m_model->show(mate ? *mate : Mate());
    m_title->setText(mate ? tr("%1 · prompt").arg(mate->name) : QString());
    m_rehearse->setVisible(m_services.practice && mate && !mate->practice);
    countUses();
    takeDraft();
    m_previewPage->show(mate ? mate->name : QString(), m_editor->toPlainText(), people());
    m_editor->setValues(m_previewPage->values());
    showEditor();
    compareDraft();
    updateState();
    updatePosition();
    m_keepSoon.stop();
}

void PromptPage::countUses()
{
    if (m_mate != MateId{})
        m_versions->setUses(m_services.record->promptUses(m_mate));
}

/// What a crash or a person left unsaved; Ctrl+Z gives the live version.
void PromptPage::takeDraft()
{
    const auto draft = m_mate == MateId{} ? std::nullopt : m_services.mates->draft(m_mate);
    if (!draft || draft->text == m_savedText)
        return;
    m_base = draft->base;
    m_keptMs = draft->keptMs;
    m_editor->replaceAll(draft->text);
    m_editor->moveCursor(QTextCursor::Start);
}

bool PromptPage::hasNewText() const
{
    return m_editor->toPlainText() != m_savedText;
}

bool PromptPage::hasUnsaved() const
{
    const auto mate = m_services.mates->mate(m_mate);
    return mate && (hasNewText() || m_model->applied(*mate) != *mate);
}

bool PromptPage::mayLeave()
{
    if (!hasUnsaved())
        return true;
    const bool newText = hasNewText();
    QMessageBox box(QMessageBox::Question, tr("Unsaved prompt"),
        newText ? tr("The prompt has changes that are not saved. Save them as a new version?")
                : tr("The model's settings have changes that are not saved. Save them?"),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setObjectName(QStringLiteral("unsavedQuestion"));
    box.setDefaultButton(QMessageBox::Save);
    QAbstractButton *keep =
        newText ? box.addButton(tr("Keep as draft"), QMessageBox::ActionRole) : nullptr;
    box.exec();
    if (keep && box.clickedButton() == keep) {
        keepDraft();
        return true;
    }
    switch (box.standardButton(box.clickedButton())) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        m_keepSoon.stop();
        if (const auto dropped = m_services.mates->dropDraft(m_mate); !dropped)
            Q_EMIT said(dropped.error().message);
        show(m_mate);
        return true;
    default:
        return false;
    }
}

bool PromptPage::save()
{
    if (!m_model->isValid()) {
        m_model->focusMistake();
        Q_EMIT said(tr("Correct the marked field first; nothing was saved."));
        return false;
    }
    return saveModel() && savePrompt();
}

bool PromptPage::saveModel()
{
    const auto mate = m_services.mates->mate(m_mate);
    if (!mate)
        return false;
    const Mate changed = m_model->applied(*mate);
    if (changed == *mate)
        return true;
    const auto saved = m_services.mates->update(changed);
    if (!saved)
        Q_EMIT said(saved.error().message);
    else
        Q_EMIT said(
            tr("%1 answers with %2 from the next message on.").arg(changed.name, changed.model));
    updateState();
    return saved.hasValue();
}

bool PromptPage::savePrompt()
{
    const QString text = m_editor->toPlainText();
    if (text == m_savedText)
        return true;
    const auto version = m_services.mates->savePrompt(m_mate, text); // takeSaved() follows inside
    if (!version) {
        Q_EMIT said(version.error().message);
        return false;
    }
    m_keepSoon.stop();
    if (const auto dropped = m_services.mates->dropDraft(m_mate); !dropped)
        Q_EMIT said(dropped.error().message);
    Q_EMIT said(tr("Prompt v%1 is live from the next message on.").arg(version->number));
    return true;
}

/// A version may also be saved from elsewhere: by an import, or out of a replay.
void PromptPage::takeSaved(MateId mate)
{
    if (mate != m_mate)
        return;
    const bool clean = !hasNewText();
    const PromptVersion version = m_services.mates->prompt(mate);
    m_savedText = version.text;
    m_liveNumber = version.number;
    if (clean)
        m_editor->replaceAll(version.text);
    compareDraft();
    updateState();
}

void PromptPage::textChanged()
{
    m_compareSoon.start();
    m_keepSoon.start();
    updateState();
}

/// Marks what is new, and says in the list how much it is.
void PromptPage::compareDraft()
{
    m_compareSoon.stop();
    if (!hasNewText()) {
        m_base = m_liveNumber;
        m_versions->setDraft({});
        m_editor->markAdded({});
        return;
    }
    const auto base = m_versions->versionAt(m_versions->indexOf(m_base));
    const QList<DiffPiece> pieces =
        wordDiff(base ? base->text : m_savedText, m_editor->toPlainText());
    const bool wasEditing = !m_versions->hasDraft() || m_versionList->currentIndex().row() == 0;
    m_versions->setDraft(DraftRow{
        m_base, changedWords(pieces), m_keptMs > 0 ? m_keptMs : readClock().wall.count()});
    m_editor->markAdded(addedRanges(m_editor->document(), pieces));
    if (wasEditing && m_center->currentWidget() == m_editorPage)
        m_versionList->setCurrentIndex(m_versions->index(0));
}

void PromptPage::keepDraft()
{
    m_keepSoon.stop();
    if (m_mate == MateId{})
        return;
    const Result<void> kept = hasNewText()
        ? m_services.mates->keepDraft(m_mate, m_base, m_editor->toPlainText())
        : m_services.mates->dropDraft(m_mate);
    if (kept)
        m_keptMs = readClock().wall.count();
    else
        Q_EMIT said(kept.error().message);
}

void PromptPage::updateState()
{
    const bool unsaved = hasUnsaved();
    QStringList parts;
    if (unsaved)
        parts << tr("● unsaved");
    parts << tr("about %1 tokens").arg(count(llm::estimateTokens(m_editor->toPlainText())));
    if (m_liveNumber > 0)
        parts << tr("v%1 is live").arg(m_liveNumber);
    m_state->setText(parts.join(QStringLiteral(" · ")));
    m_save->setText(hasNewText() ? tr("Save as v%1").arg(m_liveNumber + 1) : tr("Save"));
    m_save->setEnabled(unsaved);
    Q_EMIT unsavedChanged();
}

void PromptPage::updatePosition()
{
    const QTextCursor cursor = m_editor->textCursor();
    m_position->setText(
        tr("Ln %1, Col %2").arg(cursor.blockNumber() + 1).arg(cursor.positionInBlock() + 1));
}

void PromptPage::showEditor()
{
    m_center->setCurrentWidget(m_editorPage);
    const QSignalBlocker quiet(m_preview);
    m_preview->setChecked(false);
    m_versionList->setCurrentIndex(m_versions->index(0));
    m_editor->setFocus();
}

void PromptPage::showPreview(bool on)
{
    if (!on)
        return showEditor();
    const auto mate = m_services.mates->mate(m_mate);
    m_versionList->setCurrentIndex(m_versions->index(0));
    m_previewPage->show(mate ? mate->name : QString(), m_editor->toPlainText(), people());
    m_center->setCurrentWidget(m_previewPage);
    m_previewPage->setFocus();
}

QStringList PromptPage::people() const
{
    QStringList people;
    if (const auto conversations = m_services.record->conversations(m_mate)) {
        for (const ConversationSummary &conversation : *conversations) {
            if (!conversation.person.isEmpty() && !people.contains(conversation.person))
                people << conversation.person;
        }
    }
    return people;
}

/// The draft is the editor; a version is shown against what is being written, else against the live one.
void PromptPage::showVersion(int number)
{
    compareDraft();
    if (number == 0 || (number == m_liveNumber && !m_versions->hasDraft() && number == 1))
        return showEditor();
    const bool draft = m_versions->hasDraft();
    m_compare->setTexts(m_versions->versions(),
        draft ? std::optional(m_editor->toPlainText()) : std::nullopt);
    if (draft)
        m_compare->compare(number, 0);
    else if (number == m_liveNumber)
        m_compare->compare(number - 1, number);
    else
        m_compare->compare(number, m_liveNumber);
    m_center->setCurrentWidget(m_compare);
    m_versionList->setCurrentIndex(m_versions->indexOf(number));
    const QSignalBlocker quiet(m_preview);
    m_preview->setChecked(false);
}

void PromptPage::restore(int number)
{
    const auto version = m_versions->versionAt(m_versions->indexOf(number));
    if (!version)
        return;
    if (version->text != m_editor->toPlainText())
        m_editor->replaceAll(version->text);
    compareDraft();
    showEditor();
    Q_EMIT said(hasNewText()
            ? tr("v%1 is in the editor. Save it to make it live; Ctrl+Z takes it back.").arg(number)
            : tr("v%1 is the live prompt's text already.").arg(number));
}

void PromptPage::dropFile(const QString &path)
{
    const auto text = readPromptFile(path);
    if (!text) {
        Q_EMIT said(text.error().message);
        return;
    }
    const QString name = QFileInfo(path).fileName();
    QMessageBox box(QMessageBox::Question, tr("Text file"),
        tr("Take the text of %1 into the prompt?").arg(name), QMessageBox::Cancel, this);
    box.setObjectName(QStringLiteral("fileQuestion"));
    box.setInformativeText(tr("It can stand in place of the whole prompt, or where the cursor is."));
    const auto *replace = box.addButton(tr("Replace the prompt"), QMessageBox::AcceptRole);
    const auto *insert = box.addButton(tr("Insert"), QMessageBox::ActionRole);
    box.exec();
    if (box.clickedButton() == replace)
        m_editor->replaceAll(*text);
    else if (box.clickedButton() == insert)
        m_editor->insertPlainText(*text);
}

void PromptPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        m_highlighter->rehighlight();
}

/// Esc closes what was opened, one thing after the other.
void PromptPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (m_find->isVisible())
        m_find->close();
    else if (m_center->currentWidget() != m_editorPage)
        showEditor();
    else if (m_model->isOpen())
        m_model->setOpen(false);
    else
        event->ignore();
}

} // namespace loopflow
