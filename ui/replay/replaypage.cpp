#include "ui/replay/replaypage.h"

#include "core/store/logstore.h"
#include "core/store/matestore.h"
#include "ui/replay/replaypair.h"
#include "ui/replay/replaysetup.h"
#include "ui/replay/replaytable.h"
#include "ui/widgets/elidedtext.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>

namespace loopflow {

namespace {

constexpr int estimateMs = 250; // after the last change
constexpr int mostOfConversation = 1000;
constexpr int newest[] = {10, 20, 50, 100};

} // namespace

ReplayPage::ReplayPage(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ReplayModel(services, this))
{
    setObjectName(QStringLiteral("replayPage"));
    m_estimateSoon.setSingleShot(true);
    m_estimateSoon.setInterval(estimateMs);
    build();
    connectParts();
}

void ReplayPage::connectParts()
{
    connect(&m_estimateSoon, &QTimer::timeout, this, &ReplayPage::estimate);
    connect(m_model, &ReplayModel::said, this, &ReplayPage::said);
    connect(m_scope, &QComboBox::activated, this, &ReplayPage::showScope);
    connect(m_exact, &QPushButton::clicked, m_setup, &ReplaySetup::reset);
    connect(m_runs, &QComboBox::currentIndexChanged, this, [this] {
        m_estimateSoon.start();
        updateControls();
    });
    connect(m_run, &QPushButton::clicked, this, &ReplayPage::run);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    connect(m_save, &QPushButton::clicked, this, &ReplayPage::savePrompt);
    connect(m_setup, &ReplaySetup::changed, this, [this] {
        m_estimateSoon.start();
        notePrompt(m_setup->promptText().value_or(QString()), tr("Saves the prompt that is set above."));
        updateControls();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showPair();
        const int row = currentReplay(*m_table);
        if (row >= 0 && m_model->row(row).run.isBegun())
            notePrompt(m_model->row(row).run.setup.promptText,
                tr("Saves the prompt that run %1 was asked with.").arg(m_model->row(row).number));
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &changed) {
        if (changed.row() == currentReplay(*m_table))
            showPair();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int row) { select(row); });
    connect(m_pair, &ReplayPair::marked, this, [this](TurnId run, const ReplayMark &mark) {
        if (const auto kept = m_services.replayMarks->set(run, mark); !kept)
            Q_EMIT said(kept.error().message);
    });
    connect(m_services.mates, &MateStore::promptSaved, this, [this] {
        m_setup->listVersions();
        updateControls();
    });
    connect(m_services.mates, &MateStore::removed, this, [this](MateId mate) {
        if (mate == m_mate && isVisible())
            Q_EMIT closed();
    });
}

// ---- what is run again ----------------------------------------------------------------------------------

void ReplayPage::open(const ConversationId &conversation, TurnId turn, TurnId run)
{
    m_wanted = run;
    m_follows = run == TurnId{};
    if (turn != m_turn || m_scope->currentData().toInt() != OneTurn)
        offerScopes(turn, conversation, conversation.mate); // else what was changed stays
    else if (const int row = m_model->rowOf(run); row >= 0)
        showReplay(*m_table, row);
}

void ReplayPage::openConversation(const ConversationId &conversation)
{
    offerScopes({}, conversation, conversation.mate);
}

void ReplayPage::openMate(MateId mate)
{
    offerScopes({}, std::nullopt, mate);
}

void ReplayPage::offerScopes(TurnId turn, const std::optional<ConversationId> &conversation, MateId mate)
{
    m_turn = turn;
    m_conversation = conversation;
    m_mate = mate;
    m_scope->clear();
    if (m_turn != TurnId{})
        m_scope->addItem(tr("This turn"), OneTurn);
    if (m_conversation)
        m_scope->addItem(tr("The whole conversation"), Conversation);
    for (const int turns : newest) {
        m_scope->addItem(tr("The last %1 turns of %2").arg(turns).arg(this->mate().name), NewestTurns);
        m_scope->setItemData(m_scope->count() - 1, turns, Qt::UserRole + 1);
    }
    m_scope->setCurrentIndex(0);
    showScope();
}

void ReplayPage::showScope()
{
    const int scope = m_scope->currentData().toInt();
    Result<QList<TurnId>> turns = QList<TurnId>{m_turn};
    if (scope == Conversation)
        turns = m_services.record->answered(*m_conversation, mostOfConversation);
    else if (scope == NewestTurns)
        turns = m_services.record->answered(m_mate, m_scope->currentData(Qt::UserRole + 1).toInt());
    m_turns = turns ? *turns : QList<TurnId>{};
    m_refusal.reset();
    m_source.reset();
    if (!turns)
        m_refusal = turns.error();
    else if (m_turns.isEmpty())
        m_refusal = Error{ErrorCode::NotFound,
            tr("No turn of it was answered by a model, or the record does not reach back so far. There is nothing to run again.")};
    setShowsQuestions(*m_table, scope != OneTurn);
    if (scope == OneTurn) {
        showSource();
    } else {
        m_model->follow(m_turns);
        m_title->setText(tr("Replay · %1").arg(mate().name));
        m_setup->showMany(mate());
    }
    showPair();
    updateControls();
}

void ReplayPage::showSource()
{
    m_model->show(m_turn);
    const RecordedRun original = m_model->original(m_turn);
    const QString person = original.setup.asked.isEmpty() ? tr("someone")
                                                          : original.setup.asked.constLast().authorName();
    m_title->setText(tr("Replay · %1 and %2 · %3")
                         .arg(person, mate().name, clockTime(original.view.startedMs, readClock().wall.count())));
    auto source = m_services.replayer->source(m_turn);
    if (!source) {
        m_refusal = source.error();
        return;
    }
    m_source = *std::move(source);
    m_setup->show(*m_source);
}

Mate ReplayPage::mate() const
{
    return m_services.mates->mate(m_mate).value_or(Mate{});
}

ReplayPlan ReplayPage::plan() const
{
    return {m_turns, m_setup->edits(), m_runs->currentData().toInt()};
}

void ReplayPage::estimate()
{
    m_estimating.reset();
    if (refusal() || !m_setup->isValid())
        return m_setup->setEstimate({});
    m_setup->setEstimate(tr("estimating…"));
    m_estimating = std::make_unique<QObject>();
    m_services.replayer->estimate(plan(), m_estimating.get(), [this](const Result<ReplayEstimate> &counted) {
        m_estimating.release()->deleteLater(); // it called us
        if (!counted)
            return m_setup->setEstimate(counted.error().message);
        QStringList words;
        if (counted->runs > counted->unpriced)
            words << tr("estimate %1").arg(dollars(counted->cost));
        if (counted->runs == 0)
            words << tr("nothing to run");
        else if (counted->unpriced == counted->runs)
            words << tr("price not known");
        else if (counted->unpriced > 0)
            words << tr("and %1 of unknown price").arg(counted->unpriced);
        if (counted->refused > 0)
            words << loopflow::counted(counted->refused, tr("1 turn cannot be run again"), tr("%1 turns cannot be run again"));
        m_setup->setEstimate(words.join(QStringLiteral(" · ")));
    });
}

/// Why it cannot be run as it is set up now.
std::optional<Error> ReplayPage::refusal() const
{
    if (m_refusal || !m_source)
        return m_refusal;
    const auto checked = checkReplay(*m_source, replaySetup(*m_source, m_setup->edits()));
    return checked ? std::nullopt : std::optional(checked.error());
}

void ReplayPage::updateControls()
{
    const bool changed = m_setup->edits() != ReplayEdits{};
    m_kind->setText(changed ? tr("with changes · nothing is posted") : tr("exact · nothing is posted"));
    m_exact->setEnabled(changed);
    const auto refusal = this->refusal();
    m_trouble->setText(refusal ? refusal->message : QString());
    m_trouble->setVisible(refusal.has_value());
    m_setup->setEnabled(!m_refusal);
    m_setup->editors()->setEnabled(!m_refusal);
    const qsizetype runs = m_turns.size() * m_runs->currentData().toInt();
    m_run->setText(m_turns.size() > 1 ? tr("Run %1 turns again").arg(count(runs)) : tr("Run again"));
    m_run->setEnabled(!isRunning() && !refusal && m_setup->isValid());
    m_save->setText(tr("Save as %1's prompt").arg(mate().name));
    m_save->setEnabled(!m_prompt.isEmpty() && m_prompt != m_services.mates->prompt(m_mate).text);
}

void ReplayPage::select(int row)
{
    if (m_follows || m_model->row(row).run.turn == m_wanted)
        showReplay(*m_table, row);
    // Of those that run, the first one is looked at until another is chosen.
    m_follows = m_follows && m_model->row(row).run.isOver();
}

void ReplayPage::showPair()
{
    const int row = currentReplay(*m_table);
    if (row >= 0)
        return m_pair->show(m_model->original(m_model->row(row).source), &m_model->row(row));
    if (m_model->source() != TurnId{} && m_scope->currentData().toInt() == OneTurn)
        return m_pair->show(m_model->original(m_turn), nullptr);
    m_pair->showNothing(m_refusal ? QString()
                                  : counted(m_turns.size(), tr("1 turn was answered. Run it again, and choose a run below to compare."),
                                      tr("%1 turns were answered. Run them again, and choose a run below to compare.")));
}

// ---- runs -----------------------------------------------------------------------------------------------

void ReplayPage::run()
{
    if (!m_run->isEnabled())
        return;
    m_follows = true;
    m_wanted = {};
    m_job = m_services.replayer->start(plan(), this);
    connect(m_job, &ReplayJob::ended, this, [this](const ReplayRun &run) {
        if (run.replay == TurnId{})
            m_model->addRefused(run);
    });
    connect(m_job, &ReplayJob::progressed, this, &ReplayPage::tell);
    connect(m_job, &ReplayJob::finished, this, &ReplayPage::tellEnd);
    m_progress->show();
    m_cancel->show();
    tell(m_job->progress());
    updateControls();
}

void ReplayPage::tell(const ReplayProgress &progress)
{
    m_progress->setMaximum(qMax(1, progress.of));
    m_progress->setValue(progress.done);
    QStringList words{tr("%1 of %2 runs done").arg(count(progress.done), count(progress.of))};
    if (progress.failed > 0)
        words << tr("%1 without an answer").arg(count(progress.failed));
    if (progress.spent > 0)
        words << tr("%1 spent").arg(dollars(progress.spent));
    m_progressWords->setText(words.join(QStringLiteral(" · ")));
}

void ReplayPage::tellEnd()
{
    tell(m_job->progress());
    m_progress->hide();
    m_cancel->hide();
    m_job->deleteLater();
    m_job = nullptr;
    updateControls();
    m_estimateSoon.start(); // what was learnt of the model counts
    Q_EMIT said(m_progressWords->text());
}

void ReplayPage::notePrompt(const QString &text, const QString &whose)
{
    m_prompt = text;
    m_save->setToolTip(whose);
    updateControls();
}

void ReplayPage::savePrompt()
{
    const auto saved = m_services.mates->savePrompt(m_mate, m_prompt);
    Q_EMIT said(saved ? tr("Saved as %1's prompt v%2; it is live with the next message.").arg(mate().name).arg(saved->number)
                      : saved.error().message);
    updateControls();
}

void ReplayPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_setup->closeEditors())
        Q_EMIT closed();
    if (event->key() == Qt::Key_Escape)
        return;
    QWidget::keyPressEvent(event);
}

} // namespace loopflow
