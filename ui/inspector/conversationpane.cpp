#include "ui/inspector/conversationpane.h"

#include "core/host/practice.h"
#include "core/host/supervisor.h"
#include "core/store/matestore.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/conversationview.h"
#include "ui/inspector/pictureshelf.h"
#include "ui/inspector/playbackbar.h"
#include "ui/inspector/turnpane.h"
#include "ui/practice/faultmenu.h"
#include "ui/practice/messageinput.h"
#include "ui/replay/replaylist.h"
#include "ui/widgets/elidedtext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace loopflow {

namespace {

constexpr int firstTurnHeight = 380;

} // namespace

ConversationPane::ConversationPane(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ConversationModel(services.record, services.log, this))
    , m_shelf(new PictureShelf(services.pictures, this))
    , m_view(new ConversationView(m_model, m_shelf, this))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_turn(new TurnPane(services, this))
    , m_replays(new ReplayList(services, m_turn))
    , m_trouble(new Text({}, bodyFont(), ColorRole::Waiting, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeLive());
    column->addWidget(m_stack);
    connect(m_model, &ConversationModel::incomplete, this, &ConversationPane::tellTrouble);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ConversationPane::updateMeta);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ConversationPane::updateMeta);
    connect(services.mates, &MateStore::changed, this, [this](MateId changed) {
        const auto mate = m_services.mates->mate(changed);
        if (mate && m_model->shown() && m_model->shown()->mate == changed)
            setMate(*mate);
    });
    connect(m_view, &ConversationView::tryAgainWanted, this, &ConversationPane::tryAgain);
    connect(m_view, &ConversationView::inspectWanted, this, &ConversationPane::inspect);
    connect(m_model, &ConversationModel::momentChanged, m_turn, &TurnPane::setMoment);
    connect(m_turn, &TurnPane::closeWanted, this, &ConversationPane::closeTurn);
    // Whoever walks on through the conversation goes on looking into it.
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (m_turn->isVisible() && current.isValid())
            inspect(current.row());
    });
    connect(m_view, &ConversationView::menuWanted, this, &ConversationPane::fillMenu);
    addReplays();
}

QWidget *ConversationPane::makeEmpty()
{
    auto *empty = new Surface(ColorRole::Pane, {}, this);
    m_empty = new Text({}, bodyFont(), ColorRole::Muted, empty);
    m_empty->setObjectName(QStringLiteral("conversationEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto *column = new QVBoxLayout(empty);
    column->setContentsMargins(48, paneEdge, 48, paneEdge);
    column->addWidget(m_empty);
    return empty;
}

QWidget *ConversationPane::makeLive()
{
    auto *live = new Surface(ColorRole::Pane, {}, this);
    auto *column = new QVBoxLayout(live);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    m_trouble->setObjectName(QStringLiteral("conversationTrouble"));
    m_trouble->setWordWrap(true);
    m_trouble->setContentsMargins(paneEdge, insideControl, paneEdge, 0);
    m_trouble->hide();
    column->addWidget(m_trouble);
    column->addSpacing(gridStep);
    m_splitter->setObjectName(QStringLiteral("turnSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_turn);
    m_splitter->setStretchFactor(0, 1);
    m_turn->hide();
    column->addWidget(m_splitter, 1);
    column->addWidget(makePlayback(live));
    column->addWidget(makePractice());
    return live;
}

QWidget *ConversationPane::makeHeader()
{
    auto *header = new Surface(ColorRole::Pane, Qt::BottomEdge, this);
    header->setFixedHeight(48);
    m_title = new ElidedText(titleFont(), header);
    m_title->setObjectName(QStringLiteral("conversationTitle"));
    m_meta = new ElidedText(metaFont(), ColorRole::Muted, header);
    m_meta->setObjectName(QStringLiteral("conversationMeta"));
    const auto button = [&](const char *name, const QString &text, const QString &tip) {
        auto *made = new QPushButton(text, header);
        made->setObjectName(QString::fromLatin1(name));
        made->setToolTip(tip);
        made->setStatusTip(tip);
        return made;
    };
    m_promptButton = button("promptButton", tr("Prompt"), tr("Read and change this mate's prompt"));
    m_playbackButton = button("playbackButton", tr("Playback"), tr("Watch this conversation again"));
    m_playbackButton->setIcon(icon(QStringLiteral("play")));
    m_faultsButton =
        button("faultsButton", tr("Faults"), tr("Have something go wrong, and see what the mate does"));
    m_startOverButton = button("startOver", tr("Start over"),
        tr("Begins a new conversation: what was said before is not given to the model any more"));
    if (m_services.practice) {
        m_faults = new FaultMenu(m_services.practice, m_faultsButton);
        m_faultsButton->setMenu(m_faults);
    }
    connect(m_promptButton, &QPushButton::clicked, this, &ConversationPane::promptWanted);
    connect(m_startOverButton, &QPushButton::clicked, this, &ConversationPane::startOver);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(paneEdge, 0, paneEdge, 0);
    row->setSpacing(10);
    row->addWidget(m_title);
    row->addWidget(m_meta, 1);
    row->addWidget(m_playbackButton);
    row->addWidget(m_faultsButton);
    row->addWidget(m_startOverButton);
    row->addWidget(m_promptButton);
    return header;
}

QWidget *ConversationPane::makePlayback(QWidget *parent)
{
    auto *edge = new Surface(ColorRole::Pane, Qt::TopEdge, parent);
    m_playback = new PlaybackBar(m_services.record, m_model, edge);
    auto *column = new QVBoxLayout(edge);
    column->setContentsMargins(0, 1, 0, 0);
    column->addWidget(m_playback);
    edge->hide();
    connect(m_playback, &PlaybackBar::openChanged, this, [this, edge](bool open) {
        edge->setVisible(open);
        m_playbackButton->setVisible(!open);
        m_practice->setVisible(m_isPractice && !open);
    });
    connect(m_playback, &PlaybackBar::said, this, &ConversationPane::tellTrouble);
    connect(m_playbackButton, &QPushButton::clicked, m_playback, &PlaybackBar::open);
    return edge;
}

QWidget *ConversationPane::makePractice()
{
    m_practice = new QWidget(this);
    m_input = new MessageInput(m_practice);
    m_refusal = new Text({}, metaFont(), ColorRole::Failed, m_practice);
    m_refusal->setObjectName(QStringLiteral("practiceRefusal"));
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    auto *column = new QVBoxLayout(m_practice);
    column->setContentsMargins(paneEdge, insideControl, paneEdge, betweenGroups);
    column->setSpacing(gridStep);
    column->addWidget(m_input);
    column->addWidget(m_refusal);
    connect(m_input, &MessageInput::submitted, this, &ConversationPane::send);
    connect(m_input, &MessageInput::lastWanted, this, &ConversationPane::editLast);
    connect(m_input, &MessageInput::editingEnded, this, [this] { m_editing.reset(); });
    m_practice->hide();
    return m_practice;
}

void ConversationPane::show(
    const ConversationId &conversation, const Mate &mate, const QString &person, bool practice)
{
    m_isPractice = practice;
    m_title->setText(practice
            ? tr("Practice · direct message with %1").arg(mate.name)
            : tr("Direct message · %1").arg(person.isEmpty() ? tr("someone") : person));
    m_practice->setVisible(practice);
    m_faultsButton->setVisible(practice && m_faults);
    m_startOverButton->setVisible(practice);
    if (practice && m_faults)
        m_faults->setMate(mate.bot, mate.provider == QLatin1String("practice"));
    m_input->setPlaceholderText(tr("Write to %1 as you").arg(mate.name));
    m_input->setAccessibleName(tr("Message to %1").arg(mate.name));
    setMate(mate);
    if (m_model->shown() != conversation) {
        closeTurn();
        m_trouble->hide();
        refuse({});
        m_input->finish();
        m_shelf->clear();
        m_shelf->setHome(mate.home);
        m_view->setShowsPictures(false);
        m_model->show(conversation);
    }
    updateMeta();
    m_stack->setCurrentIndex(1);
    Q_EMIT shownChanged();
}

void ConversationPane::setMate(const Mate &mate)
{
    m_model->setMate(mate.name, m_services.mates->picture(mate.id));
    m_recordsText = mate.recordsText;
    updateMeta();
}

void ConversationPane::forget()
{
    m_playback->close();
    closeTurn();
    m_model->clear();
}

void ConversationPane::showNothing(const QString &sentence)
{
    m_isPractice = false;
    closeTurn();
    m_model->clear();
    m_empty->setText(sentence);
    m_stack->setCurrentIndex(0);
    Q_EMIT shownChanged();
}

std::optional<ConversationId> ConversationPane::shown() const
{
    return m_model->shown();
}

void ConversationPane::focusInput()
{
    m_input->setFocus(Qt::OtherFocusReason);
}

void ConversationPane::setShowsPictures(bool shows)
{
    m_view->setShowsPictures(shows);
}

// ---- a turn ---------------------------------------------------------------------------------------------

void ConversationPane::inspect(int row)
{
    const ConversationRow &content = m_model->row(row);
    if (!content.turn && !content.ignored)
        return;
    if (content.turn)
        m_turn->showTurn(content.turn->id);
    else
        m_turn->showIgnored(content, *m_model->shown());
    if (m_turn->isVisible())
        return;
    m_turn->show();
    if (m_splitter->sizes().value(1) < m_turn->minimumHeight()) { // never opened before
        const int height = m_splitter->height();
        const int below = qBound(m_turn->minimumHeight(), height / 2, firstTurnHeight);
        m_splitter->setSizes({height - below, below});
    }
    m_view->scrollTo(m_model->index(row));
}

void ConversationPane::closeTurn()
{
    if (m_turn->isHidden())
        return;
    const bool hadFocus = m_turn->isAncestorOf(focusWidget());
    m_turn->hide();
    m_turn->showTurn({});
    if (hadFocus)
        m_view->setFocus(Qt::OtherFocusReason);
}

void ConversationPane::addReplays()
{
    m_turn->addPage(m_replays, tr("Replays"));
    auto *replay = new QPushButton(tr("Replay…"), m_turn);
    replay->setObjectName(QStringLiteral("turnReplay"));
    replay->setToolTip(tr("Ask the model again, as it was or with changes (F5). Nothing is posted."));
    m_turn->addControl(replay);
    connect(replay, &QPushButton::clicked, this, &ConversationPane::replay);
    connect(m_turn, &TurnPane::turnChanged, m_replays, &ReplayList::show);
    connect(m_turn, &TurnPane::turnChanged, replay, [replay](TurnId turn) { replay->setVisible(turn != TurnId{}); });
    connect(m_replays, &ReplayList::counted, this, [this](int replays) {
        m_turn->setPageTitle(m_replays, replays > 0 ? tr("Replays %1").arg(replays) : tr("Replays"));
    });
    connect(m_replays, &ReplayList::wanted, this, &ConversationPane::replayWanted);
}

void ConversationPane::replay()
{
    TurnId turn = m_turn->isVisible() ? m_turn->turn() : TurnId{};
    const int current = m_view->currentIndex().row();
    for (int row = current >= 0 ? current : m_model->rowCount() - 1; row >= 0 && turn == TurnId{}; --row) {
        if (m_model->row(row).turn)
            turn = m_model->row(row).turn->id;
    }
    if (turn != TurnId{})
        Q_EMIT replayWanted(turn, {});
}

void ConversationPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_turn->isVisible())
        return closeTurn();
    QWidget::keyPressEvent(event);
}

void ConversationPane::updateMeta()
{
    QStringList parts;
    if (m_isPractice)
        parts << tr("nothing leaves this computer but the question to the model");
    if (!m_recordsText)
        parts << tr("text is not recorded");
    if (const QString setup = m_model->newestSetup(); !setup.isEmpty())
        parts << setup;
    m_meta->setText(parts.join(QStringLiteral(" · ")));
}

void ConversationPane::tellTrouble(const QString &sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

void ConversationPane::tryAgain(const QList<discord::MessageId> &questions)
{
    const auto conversation = m_model->shown();
    if (!conversation)
        return;
    tellTrouble({});
    m_services.supervisor->retry(
        *conversation, questions, this, [this, conversation](const Result<void> &queued) {
            if (!queued && m_model->shown() == conversation)
                tellTrouble(queued.error().message);
        });
}

} // namespace loopflow
