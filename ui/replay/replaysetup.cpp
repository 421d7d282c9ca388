#include "ui/replay/replaysetup.h"

#include "core/base/worddiff.h"
#include "core/host/credentials.h"
#include "core/store/matestore.h"
#include "ui/create/modelform.h"
#include "ui/prompt/parameterform.h"
#include "ui/prompt/prompteditor.h"
#include "ui/prompt/prompthighlighter.h"
#include "ui/replay/replaymodel.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace loopflow {

namespace {

constexpr int stripHeight = 40;
constexpr int leastEditorHeight = 140;
constexpr int formWidth = 560;
/// Of the list of prompts; others are versions' numbers.
enum Choice { AsRecorded = -1, OfDraft = 0 };
enum Page { PromptPage, ModelPage };

} // namespace

ReplaySetup::ReplaySetup(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_editors(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("replaySetup"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeStrip());
    m_editors->addWidget(makePrompt());
    m_editors->addWidget(makeModel());
    m_editors->setMinimumHeight(leastEditorHeight);
    m_editors->hide();
}

QPushButton *ReplaySetup::makeOpener(const char *name, const QString &tip, QWidget *strip)
{
    auto *opener = new QPushButton(strip);
    opener->setObjectName(QString::fromLatin1(name));
    opener->setToolTip(tip);
    opener->setCheckable(true);
    return opener;
}

QWidget *ReplaySetup::makeStrip()
{
    auto *strip = new Surface(ColorRole::Sidebar, Qt::BottomEdge, this);
    strip->setFixedHeight(stripHeight);
    m_prompt = makeOpener("replayPrompt", tr("Change the prompt for the replay"), strip);
    m_model = makeOpener("replayModel", tr("Change the model or its parameters for the replay"), strip);
    m_historyWords = new Text({}, metaFont(), ColorRole::Muted, strip);
    m_historyWords->setObjectName(QStringLiteral("replayHistory"));
    m_estimate = new Text({}, metaFont(), ColorRole::Muted, strip);
    m_estimate->setObjectName(QStringLiteral("replayEstimate"));
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(paneEdge, 0, paneEdge, 0);
    row->setSpacing(insideControl);
    row->addWidget(m_prompt);
    row->addWidget(m_model);
    row->addSpacing(gridStep);
    row->addWidget(m_historyWords);
    row->addStretch();
    row->addWidget(m_estimate);
    connect(m_prompt, &QPushButton::clicked, this, [this](bool on) { open(on ? PromptPage : -1); });
    connect(m_model, &QPushButton::clicked, this, [this](bool on) { open(on ? ModelPage : -1); });
    return strip;
}

QWidget *ReplaySetup::makePrompt()
{
    auto *page = new Surface(ColorRole::Pane, Qt::BottomEdge, this);
    m_version = new QComboBox(page);
    m_version->setObjectName(QStringLiteral("replayVersion"));
    m_version->setAccessibleName(tr("Prompt of the replay"));
    m_version->setPlaceholderText(tr("Changed here"));
    m_version->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_changedWords = new Text({}, metaFont(), ColorRole::Muted, page);
    m_text = new PromptEditor(page);
    m_text->setObjectName(QStringLiteral("replayPromptText"));
    m_text->setAccessibleName(tr("Text of the prompt for the replay"));
    new PromptHighlighter(m_text->document());
    auto *head = new QHBoxLayout;
    head->setContentsMargins(paneEdge, insideControl, paneEdge, insideControl);
    head->setSpacing(betweenGroups);
    head->addWidget(m_version);
    head->addWidget(m_changedWords);
    head->addStretch();
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 1);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_text, 1);
    connect(m_version, &QComboBox::activated, this,
        [this] { choosePrompt(m_version->currentData().toInt()); });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_setting)
            return;
        m_ownPrompts = false;
        tell();
        Q_EMIT changed();
    });
    return page;
}

QWidget *ReplaySetup::makeModel()
{
    auto *page = new Surface(ColorRole::Pane, Qt::BottomEdge, this);
    auto *area = new QScrollArea(page);
    area->setObjectName(QStringLiteral("replayModelArea"));
    area->setAccessibleName(tr("Model of the replay"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *all = new QWidget(area);
    m_other = new QCheckBox(tr("Another model or other parameters"), all);
    m_other->setObjectName(QStringLiteral("replayOther"));
    m_form = new ModelForm(m_services, Qt::Horizontal, all);
    m_fields = new ParameterForm(ParameterForm::Scope::Request, all);
    for (QWidget *form : {static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_fields)}) {
        form->setMaximumWidth(formWidth);
        form->setEnabled(false);
    }
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(paneEdge, betweenGroups, paneEdge, betweenGroups);
    column->setSpacing(betweenGroups);
    column->addWidget(m_other);
    column->addWidget(m_form);
    column->addWidget(m_fields);
    column->addStretch();
    area->setWidget(all);
    fillWith(area->viewport(), ColorRole::Pane);
    fillWith(all, ColorRole::Pane);
    auto *around = new QVBoxLayout(page);
    around->setContentsMargins(0, 0, 0, 1);
    around->addWidget(area);
    const auto told = [this] {
        if (m_setting)
            return;
        updateTakes();
        tell();
        Q_EMIT changed();
    };
    connect(m_form, &ModelForm::changed, this, told);
    connect(m_fields, &ParameterForm::changed, this, told);
    connect(m_other, &QCheckBox::toggled, this, [this, told](bool on) {
        m_form->setEnabled(on);
        m_fields->setEnabled(on);
        told();
    });
    return page;
}

// ---- what is shown --------------------------------------------------------------------------------------

void ReplaySetup::show(const ReplaySource &source)
{
    const auto mate = m_services.mates->mate(source.conversation.mate);
    m_recorded = source.setup;
    m_history = counted(source.history.messages.size(), tr("history 1 message, as recorded"),
        tr("history %1 messages, as recorded"));
    begin(mate.value_or(Mate{}));
}

void ReplaySetup::showMany(const Mate &mate)
{
    m_recorded.reset();
    m_history = tr("each with its own history, as recorded");
    begin(mate);
}

void ReplaySetup::begin(const Mate &mate)
{
    m_mate = mate;
    if (m_recorded) {
        m_mate.provider = m_recorded->provider;
        m_mate.model = m_recorded->model;
        m_mate.parameters = m_recorded->parameters;
        m_mate.baseUrl.clear();
        const auto usual = m_services.credentials->endpoint(m_mate);
        if (!usual || usual->baseUrl.toString() != m_recorded->baseUrl)
            m_mate.baseUrl = m_recorded->baseUrl;
    }
    m_historyWords->setText(m_history);
    listVersions();
    reset();
}

void ReplaySetup::listVersions()
{
    m_version->clear();
    m_version->addItem(m_recorded ? tr("As recorded (%1)").arg(promptLabel(*m_recorded))
                                  : tr("As recorded, each turn its own"),
        AsRecorded);
    if (m_services.mates->draft(m_mate.id))
        m_version->addItem(tr("Draft"), OfDraft);
    m_versions = m_services.mates->prompts(m_mate.id);
    for (const PromptVersion &version : std::as_const(m_versions)) {
        const bool live = version.number == m_versions.constFirst().number;
        QString words = live ? tr("v%1 · live").arg(version.number) : QStringLiteral("v%1").arg(version.number);
        if (!version.name.isEmpty())
            words += QStringLiteral(" · ") + version.name;
        m_version->addItem(words, version.number);
    }
    tell();
}

void ReplaySetup::reset()
{
    m_setting = true;
    choosePrompt(AsRecorded);
    setModel(m_mate);
    m_other->setChecked(false);
    m_setting = false;
    tell();
    Q_EMIT changed();
}

void ReplaySetup::setModel(const Mate &mate)
{
    m_form->setChoice({mate.provider, mate.model, mate.baseUrl});
    m_fields->show(mate);
    updateTakes();
}

void ReplaySetup::take(const TurnStarted &run)
{
    m_setting = true;
    m_ownPrompts = false;
    m_text->replaceAll(run.promptText);
    Mate mate = m_mate;
    mate.provider = run.provider;
    mate.model = run.model;
    mate.parameters = run.parameters;
    if (run.provider != m_mate.provider)
        mate.baseUrl.clear();
    m_other->setChecked(mate != m_mate);
    setModel(mate);
    m_setting = false;
    tell();
    Q_EMIT changed();
}

void ReplaySetup::choosePrompt(int choice)
{
    QString text;
    m_ownPrompts = choice == AsRecorded && !m_recorded;
    if (choice == AsRecorded && m_recorded)
        text = m_recorded->promptText;
    else if (choice == OfDraft)
        text = m_services.mates->draft(m_mate.id).value_or(PromptDraft{}).text;
    else if (choice > 0) {
        for (const PromptVersion &version : std::as_const(m_versions))
            text = version.number == choice ? version.text : text;
    }
    m_text->setPlaceholderText(
        m_ownPrompts ? tr("Each turn is asked with the prompt it had. Choose a version above, or write one here.") : QString());
    const bool setting = std::exchange(m_setting, true);
    m_text->replaceAll(text);
    m_setting = setting;
    if (setting)
        return;
    tell();
    Q_EMIT changed();
}

void ReplaySetup::open(int page)
{
    m_prompt->setChecked(page == PromptPage);
    m_model->setChecked(page == ModelPage);
    m_editors->setVisible(page >= 0);
    if (page < 0)
        return;
    m_editors->setCurrentIndex(page);
    if (page == PromptPage)
        m_text->setFocus(Qt::OtherFocusReason);
    else
        m_other->setFocus(Qt::OtherFocusReason);
}

bool ReplaySetup::closeEditors()
{
    const bool open = !m_editors->isHidden();
    this->open(-1);
    return open;
}

QWidget *ReplaySetup::editors() const
{
    return m_editors;
}

void ReplaySetup::updateTakes()
{
    const Mate mate = chosenModel();
    m_fields->setTakes(mate.model, parametersTakenBy(m_services, mate));
}

void ReplaySetup::setEstimate(const QString &words)
{
    m_estimate->setText(words);
}

// ---- what it says ---------------------------------------------------------------------------------------

Mate ReplaySetup::chosenModel() const
{
    if (!m_other->isChecked())
        return m_mate;
    Mate mate = m_fields->applied(m_mate);
    const ModelChoice choice = m_form->choice();
    mate.provider = choice.provider;
    mate.model = choice.model;
    mate.baseUrl = choice.baseUrl;
    return mate;
}

std::optional<QString> ReplaySetup::promptText() const
{
    if (m_ownPrompts)
        return std::nullopt;
    return m_text->toPlainText();
}

ReplayEdits ReplaySetup::edits() const
{
    ReplayEdits edits;
    const auto prompt = promptText();
    if (prompt && (!m_recorded || *prompt != m_recorded->promptText)) {
        edits.promptText = *prompt;
        for (const PromptVersion &version : m_versions) {
            if (version.text == *prompt)
                edits.promptVersion = qMax(edits.promptVersion, version.number);
        }
    }
    if (!m_other->isChecked())
        return edits;
    const Mate chosen = chosenModel();
    const bool any = !m_recorded.has_value(); // of many turns, one may have had whatever
    const bool moved = chosen.provider != m_mate.provider || chosen.baseUrl != m_mate.baseUrl;
    if (any || chosen.provider != m_mate.provider)
        edits.provider = chosen.provider;
    if (any || moved)
        edits.baseUrl = chosen.baseUrl;
    if (any || chosen.model != m_mate.model)
        edits.model = chosen.model;
    if (any || chosen.parameters != m_mate.parameters)
        edits.parameters = chosen.parameters;
    return edits;
}

bool ReplaySetup::isValid() const
{
    if (!m_other->isChecked())
        return true;
    return m_fields->isValid() && !m_form->choice().model.isEmpty() && !m_form->choice().provider.isEmpty();
}

void ReplaySetup::tell()
{
    const ReplayEdits edits = this->edits();
    const QString was = m_recorded ? promptLabel(*m_recorded) : tr("as recorded");
    QString prompt = was;
    m_changedWords->clear();
    if (edits.promptText) {
        const QString now = edits.promptVersion > 0 ? QStringLiteral("v%1").arg(edits.promptVersion) : tr("edited");
        prompt = tr("%1 → %2").arg(was, now);
        if (m_recorded)
            m_changedWords->setText(wordsChanged(changedWords(wordDiff(m_recorded->promptText, *edits.promptText))));
        if (!m_changedWords->text().isEmpty())
            prompt += QStringLiteral(" (%1)").arg(m_changedWords->text());
    }
    m_prompt->setText(tr("Prompt: %1").arg(prompt));
    m_version->setCurrentIndex(m_ownPrompts || (m_recorded && !edits.promptText) ? 0
            : edits.promptVersion > 0 ? m_version->findData(edits.promptVersion)
                                      : -1);
    const QString model = m_recorded ? m_recorded->model : tr("as recorded");
    QString asked = edits.model ? tr("%1 → %2").arg(model, *edits.model) : model;
    if (edits.parameters && !edits.model)
        asked += tr(" (other parameters)");
    else if (edits.provider && !edits.model)
        asked += tr(" (another provider)");
    m_model->setText(tr("Model: %1").arg(asked));
}

} // namespace loopflow
