#include "ui/prompt/promptpage.h"

#include "ui/prompt/findbar.h"
#include "ui/prompt/modelpanel.h"
#include "ui/prompt/prompteditor.h"
#include "ui/prompt/prompthighlighter.h"
#include "ui/prompt/promptpreview.h"
#include "ui/prompt/promptversionmodel.h"
#include "ui/prompt/versioncompare.h"
#include "ui/prompt/versionlist.h"
#include "ui/widgets/elidedtext.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/style.h"
#include "ui/widgets/type.h"

#include <QAction>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

// How the page is laid out, and its actions; what it does is in promptpage.cpp.

namespace loopflow {

namespace {

constexpr int sideWidth = 328;
constexpr int narrowSideWidth = 280;
constexpr int narrowPage = 900;

} // namespace

void PromptPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeCenter(), 1);
    row->addWidget(makeSide());
    column->addLayout(row, 1);
    makeActions();
}

QWidget *PromptPage::makeHeader()
{
    auto *header = new Surface(ColorRole::Pane, Qt::BottomEdge, this);
    header->setFixedHeight(48);
    m_title = new ElidedText(titleFont(), header);
    m_title->setObjectName(QStringLiteral("promptTitle"));
    m_state = new ElidedText(metaFont(), ColorRole::Muted, header);
    m_state->setObjectName(QStringLiteral("promptState"));
    auto *close = new QPushButton(tr("Conversations"), header);
    close->setObjectName(QStringLiteral("promptClose"));
    m_preview = new QPushButton(tr("Preview"), header);
    m_preview->setObjectName(QStringLiteral("promptPreviewButton"));
    m_preview->setCheckable(true);
    m_preview->setToolTip(tr("The prompt as the model gets it (Ctrl+E)"));
    m_rehearse = new QPushButton(tr("Try on the practice server"), header);
    m_rehearse->setObjectName(QStringLiteral("promptRehearse"));
    m_rehearse->setVisible(m_services.practice != nullptr);
    m_save = new QPushButton(header);
    m_save->setObjectName(QStringLiteral("promptSave"));
    m_save->setToolTip(tr("Ctrl+S"));
    makePrimary(m_save);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(paneEdge, 0, paneEdge, 0);
    row->setSpacing(insideControl);
    row->addWidget(m_title);
    row->addWidget(m_state, 1);
    row->addWidget(close);
    row->addWidget(m_preview);
    row->addWidget(m_rehearse);
    row->addWidget(m_save);
    connect(close, &QPushButton::clicked, this, &PromptPage::closed);
    connect(m_rehearse, &QPushButton::clicked, this, [this] { Q_EMIT rehearsalWanted(m_mate); });
    connect(m_save, &QPushButton::clicked, this, &PromptPage::save);
    return header;
}

QWidget *PromptPage::makeCenter()
{
    m_center = new QStackedWidget(this);
    m_editorPage = new QWidget(m_center);
    m_editor = new PromptEditor(m_editorPage);
    m_editor->setObjectName(QStringLiteral("promptEditor"));
    m_editor->setAccessibleName(tr("Prompt"));
    m_editor->setPlaceholderText(tr("Who the mate is and how it answers."));
    m_highlighter = new PromptHighlighter(m_editor->document());
    m_find = new FindBar(m_editor, m_editorPage);
    m_previewPage = new PromptPreview(m_center);
    m_compare = new VersionCompare(m_center);

    auto *foot = new Surface(ColorRole::Sidebar, Qt::TopEdge, m_editorPage);
    foot->setFixedHeight(24);
    m_position = new Text({}, metaFont(), ColorRole::Muted, foot);
    m_position->setObjectName(QStringLiteral("promptPosition"));
    // As wide as it gets, so that what stands beside it does not jump about.
    m_position->setMinimumWidth(
        QFontMetrics(m_position->font()).horizontalAdvance(tr("Ln %1, Col %2").arg(999).arg(999)));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(betweenGroups, 0, betweenGroups, 0);
    row->setSpacing(paneEdge);
    row->addWidget(m_position);
    row->addWidget(new Text(tr("Markdown"), metaFont(), ColorRole::Muted, foot));
    row->addStretch();
    row->addWidget(new Text(tr("Ctrl+Space variables"), metaFont(), ColorRole::Muted, foot));
    auto *column = new QVBoxLayout(m_editorPage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_editor, 1);
    column->addWidget(m_find);
    column->addWidget(foot);
    m_center->addWidget(m_editorPage);
    m_center->addWidget(m_previewPage);
    m_center->addWidget(m_compare);
    return m_center;
}

QWidget *PromptPage::makeSide()
{
    m_side = new Surface(ColorRole::Pane, Qt::LeftEdge, this);
    m_side->setFixedWidth(sideWidth);
    m_model = new ModelPanel(m_services, m_side);
    m_versionList = new VersionList(m_versions, m_side);
    m_below = new QStackedWidget(m_side);
    m_below->addWidget(m_versionList);
    m_below->addWidget(m_model->form());
    m_belowCaption = makeCaption(tr("Versions"), m_side);
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeCaption(tr("Model"), m_side));
    column->addWidget(m_model);
    column->addWidget(m_belowCaption);
    column->addWidget(m_below, 1);
    return m_side;
}

void PromptPage::showForm(bool open)
{
    m_below->setCurrentWidget(open ? m_model->form() : m_versionList);
    m_belowCaption->setText(open ? tr("Settings of the model") : tr("Versions"));
}

QAction *PromptPage::addAction(
    const QString &text, const QList<QKeySequence> &keys, const char *name)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(keys);
    action->setEnabled(false); // until the page is seen
    QWidget::addAction(action);
    m_menuActions.append(action);
    return action;
}

void PromptPage::makeActions()
{
    const auto add = [this](const QString &text, const QList<QKeySequence> &keys, const char *name,
                         auto action) { connect(addAction(text, keys, name), &QAction::triggered, this, action); };
    add(tr("&Find…"), {QKeySequence::Find}, "promptFind", [this] {
        showEditor();
        m_find->open(false);
    });
    add(tr("&Replace…"), {tr("Ctrl+H")}, "promptReplace", [this] {
        showEditor();
        m_find->open(true);
    });
    add(tr("Find &next"), {tr("F3")}, "promptFindNext", [this] { m_find->next(); });
    add(tr("Find pre&vious"), {tr("Shift+F3")}, "promptFindPrevious", [this] { m_find->previous(); });
    add(tr("&Insert variable"), {tr("Ctrl+Space")}, "promptVariable", [this] {
        showEditor();
        m_editor->completeVariable();
    });
    add(tr("&Preview"), {tr("Ctrl+E")}, "promptPreview", [this] { m_preview->toggle(); });
    add(tr("&Compare with the live version"), {tr("Ctrl+Shift+D")}, "promptCompare",
        [this] { showVersion(m_liveNumber); });
    add(tr("Rena&me version"), {tr("Shift+F2")}, "promptRename", [this] { m_versionList->rename(); });
    add(tr("Settings of the m&odel"), {tr("Ctrl+M")}, "promptModel",
        [this] { m_model->setOpen(!m_model->isOpen()); });
    add(tr("&Test the model"), {tr("Ctrl+Shift+T")}, "promptTest", [this] { m_model->test(); });
    add(tr("&Larger text"), {tr("Ctrl++"), tr("Ctrl+=")}, "promptZoomIn",
        [this] { m_editor->setZoom(m_editor->zoom() + 1); });
    add(tr("&Smaller text"), {tr("Ctrl+-")}, "promptZoomOut",
        [this] { m_editor->setZoom(m_editor->zoom() - 1); });
    add(tr("&Usual size of text"), {tr("Ctrl+0")}, "promptZoomReset", [this] { m_editor->setZoom(0); });
}

void PromptPage::setActionsEnabled(bool enabled)
{
    for (QAction *action : std::as_const(m_menuActions))
        action->setEnabled(enabled);
}

void PromptPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    countUses(); // it may have answered since
    setActionsEnabled(true);
}

void PromptPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    setActionsEnabled(false);
}

void PromptPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_side->setFixedWidth(width() < narrowPage ? narrowSideWidth : sideWidth);
}

} // namespace loopflow
