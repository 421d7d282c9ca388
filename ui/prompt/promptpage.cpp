#include "ui/prompt/promptpage.h"

#include "core/conversation/prompt.h"
#include "core/store/matestore.h"
#include "ui/create/modelform.h"
#include "ui/prompt/prompthighlighter.h"
#include "ui/prompt/promptversionmodel.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/style.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

namespace loopflow {

namespace {

constexpr int sideWidth = 320;

ModelChoice choiceOf(const Mate &mate)
{
    return {mate.provider, mate.model, mate.baseUrl};
}

} // namespace

PromptPage::PromptPage(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_versions(new PromptVersionModel(services.mates, this))
{
    setObjectName(QStringLiteral("promptPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeEditor(), 1);
    row->addWidget(makeSide());
    column->addLayout(row, 1);

    connect(m_editor, &QPlainTextEdit::textChanged, this, &PromptPage::updateState);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &PromptPage::updatePosition);
    connect(m_model, &ModelForm::changed, this, &PromptPage::updateState);
    connect(m_versionList, &QListView::activated, this, &PromptPage::openVersion);
    connect(m_versionList, &QListView::clicked, this, &PromptPage::openVersion);
    connect(services.mates, &MateStore::promptSaved, this, [this](MateId mate) {
        if (mate == m_mate)
            m_liveNumber = m_services.mates->prompt(mate).number;
        updateState();
    });
}

QWidget *PromptPage::makeHeader()
{
    auto *header = new Surface(ColorRole::Pane, Qt::BottomEdge, this);
    header->setFixedHeight(48);
    m_title = new Text({}, titleFont(), header);
    m_title->setObjectName(QStringLiteral("promptTitle"));
    m_state = new Text({}, metaFont(), ColorRole::Muted, header);
    m_state->setObjectName(QStringLiteral("promptState"));
    auto *close = new QPushButton(tr("Conversations"), header);
    close->setObjectName(QStringLiteral("promptClose"));
    m_rehearse = new QPushButton(tr("Try on the practice server"), header);
    m_rehearse->setObjectName(QStringLiteral("promptRehearse"));
    m_rehearse->setVisible(m_services.practice != nullptr);
    m_save = new QPushButton(header);
    m_save->setObjectName(QStringLiteral("promptSave"));
    m_save->setToolTip(tr("Ctrl+S"));
    makePrimary(m_save);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(paneEdge, 0, paneEdge, 0);
    row->setSpacing(10);
    row->addWidget(m_title);
    row->addWidget(m_state, 1);
    row->addWidget(close);
    row->addWidget(m_rehearse);
    row->addWidget(m_save);
    connect(close, &QPushButton::clicked, this, &PromptPage::closed);
    connect(m_rehearse, &QPushButton::clicked, this, [this] { Q_EMIT rehearsalWanted(m_mate); });
    connect(m_save, &QPushButton::clicked, this, &PromptPage::save);
    return header;
}

QWidget *PromptPage::makeEditor()
{
    auto *box = new QWidget(this);
    m_editor = new QPlainTextEdit(box);
    m_editor->setObjectName(QStringLiteral("promptEditor"));
    m_editor->setAccessibleName(tr("Prompt"));
    m_editor->setFont(codeFont());
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setPlaceholderText(tr("Who the mate is and how it answers."));
    m_editor->document()->setDocumentMargin(paneEdge);
    m_editor->setTabChangesFocus(false);
    m_highlighter = new PromptHighlighter(m_editor->document());

    auto *foot = new Surface(ColorRole::Sidebar, Qt::TopEdge, box);
    foot->setFixedHeight(24);
    m_position = new Text({}, metaFont(), ColorRole::Muted, foot);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(betweenGroups, 0, betweenGroups, 0);
    row->setSpacing(paneEdge);
    row->addWidget(m_position);
    row->addWidget(new Text(tr("Markdown"), metaFont(), ColorRole::Muted, foot));
    row->addStretch();
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_editor, 1);
    column->addWidget(foot);
    return box;
}

QWidget *PromptPage::makeSide()
{
    auto *side = new Surface(ColorRole::Pane, Qt::LeftEdge, this);
    side->setFixedWidth(sideWidth);
    m_model = new ModelForm(m_services, Qt::Vertical, side);
    m_model->setContentsMargins(betweenGroups, 0, betweenGroups, 0);
    m_versionList = makeRowList(QStringLiteral("promptVersions"), tr("Versions"), side);
    m_versionList->setModel(m_versions);
    auto *variables = new Text({}, metaFont(), ColorRole::Muted, side);
    variables->setObjectName(QStringLiteral("promptVariables"));
    variables->setWordWrap(true);
    variables->setTextFormat(Qt::RichText);
    variables->setAccessibleName(tr("Variables"));
    variables->setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
    QStringList links;
    for (const QString &name : promptVariables())
        links
            << QStringLiteral("<a href=\"%1\" style=\"text-decoration:none\">{{%1}}</a>").arg(name);
    variables->setText(tr("Filled in for every message; click to insert.") + QStringLiteral("<br>")
        + links.join(QStringLiteral("&nbsp; ")));
    variables->setContentsMargins(betweenGroups, 0, betweenGroups, 0);
    connect(variables, &QLabel::linkActivated, this, &PromptPage::insertVariable);

    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeCaption(tr("Model"), side));
    column->addWidget(m_model);
    column->addSpacing(insideControl);
    column->addWidget(makeCaption(tr("Variables"), side));
    column->addWidget(variables);
    column->addSpacing(insideControl);
    column->addWidget(makeCaption(tr("Versions"), side));
    column->addWidget(m_versionList, 1);
    return side;
}

void PromptPage::show(MateId id)
{
    const auto mate = m_services.mates->mate(id);
    m_mate = mate ? id : MateId{};
    m_versions->show(m_mate);
    const PromptVersion version = mate ? m_services.mates->prompt(id) : PromptVersion{};
    m_savedText = version.text;
    m_liveNumber = version.number;
    m_editor->setPlainText(version.text);
    m_model->setChoice(mate ? choiceOf(*mate) : ModelChoice{});
    m_title->setText(mate ? tr("%1 · prompt").arg(mate->name) : QString());
    m_rehearse->setVisible(m_services.practice && mate && !mate->practice);
    updateState();
    updatePosition();
}

bool PromptPage::hasUnsaved() const
{
    const auto mate = m_services.mates->mate(m_mate);
    return mate && (m_editor->toPlainText() != m_savedText || m_model->choice() != choiceOf(*mate));
}

bool PromptPage::mayLeave()
{
    if (!hasUnsaved())
        return true;
    const auto answer = QMessageBox::question(this, tr("Unsaved prompt"),
        tr("The prompt has changes that are not saved. Save them as a new version?"),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer == QMessageBox::Save)
        return save();
    if (answer == QMessageBox::Discard)
        show(m_mate);
    return answer == QMessageBox::Discard;
}

bool PromptPage::save()
{
    return saveModel() && savePrompt();
}

bool PromptPage::saveModel()
{
    auto mate = m_services.mates->mate(m_mate);
    if (!mate || m_model->choice() == choiceOf(*mate))
        return mate.has_value();
    const ModelChoice choice = m_model->choice();
    mate->provider = choice.provider;
    mate->model = choice.model;
    mate->baseUrl = choice.baseUrl;
    const auto saved = m_services.mates->update(*mate);
    if (!saved)
        Q_EMIT said(saved.error().message);
    else
        Q_EMIT said(
            tr("%1 answers with %2 from the next message on.").arg(mate->name, mate->model));
    updateState();
    return saved.hasValue();
}

bool PromptPage::savePrompt()
{
    const QString text = m_editor->toPlainText();
    if (text == m_savedText)
        return true;
    const auto version = m_services.mates->savePrompt(m_mate, text);
    if (!version) {
        Q_EMIT said(version.error().message);
        return false;
    }
    m_savedText = text;
    m_liveNumber = version->number;
    Q_EMIT said(tr("Prompt v%1 is live from the next message on.").arg(version->number));
    updateState();
    return true;
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
    const bool newText = m_editor->toPlainText() != m_savedText;
    m_save->setText(newText ? tr("Save as v%1").arg(m_liveNumber + 1) : tr("Save"));
    m_save->setEnabled(unsaved);
    Q_EMIT unsavedChanged();
}

void PromptPage::updatePosition()
{
    const QTextCursor cursor = m_editor->textCursor();
    m_position->setText(
        tr("Ln %1, Col %2").arg(cursor.blockNumber() + 1).arg(cursor.positionInBlock() + 1));
}

void PromptPage::openVersion()
{
    const auto version = m_versions->versionAt(m_versionList->currentIndex());
    if (!version || version->text == m_editor->toPlainText())
        return;
    // Through the document: Ctrl+Z brings back what was there, and nothing is saved yet.
    QTextCursor cursor(m_editor->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(version->text);
}

void PromptPage::insertVariable(const QString &name)
{
    m_editor->insertPlainText(QStringLiteral("{{%1}}").arg(name));
    m_editor->setFocus();
}

void PromptPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        m_highlighter->rehighlight();
}

} // namespace loopflow
