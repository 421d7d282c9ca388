#include "ui/inspector/turnpane.h"

#include "core/conversation/eventsummary.h"
#include "core/conversation/log.h"
#include "core/store/logstore.h"
#include "ui/inspector/eventspage.h"
#include "ui/inspector/replypage.h"
#include "ui/inspector/requestpage.h"
#include "ui/inspector/timelinepage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace loopflow {

namespace {

constexpr int frameMs = 33;
constexpr int leastHeight = 160;

} // namespace

TurnPane::TurnPane(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_tabs(new TabStrip(this))
    , m_pages(new QStackedWidget(this))
    , m_trouble(new Text({}, bodyFont(), ColorRole::Waiting, this))
    , m_timeline(new TimelinePage(this))
    , m_request(new RequestPage(this))
    , m_reply(new ReplyPage(this))
    , m_events(new EventsPage(this))
{
    setObjectName(QStringLiteral("turnPane"));
    setMinimumHeight(leastHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    m_trouble->setObjectName(QStringLiteral("turnTrouble"));
    m_trouble->setWordWrap(true);
    m_trouble->setContentsMargins(paneEdge, insideControl, paneEdge, insideControl);
    m_trouble->hide();
    column->addWidget(m_trouble);
    column->addWidget(m_pages, 1);
    addPage(m_timeline, tr("Timeline"));
    addPage(m_request, tr("Request"));
    addPage(m_reply, tr("Reply"));
    addPage(m_events, tr("Events"));

    m_frame.setSingleShot(true);
    connect(&m_frame, &QTimer::timeout, this, &TurnPane::flush);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        showCurrent();
    });
    connect(services.log, &ConversationLog::appended, this, &TurnPane::take);
    auto *close = new QShortcut(Qt::Key_Escape, this, this, &TurnPane::closeWanted, Qt::WidgetWithChildrenShortcut);
    close->setObjectName(QStringLiteral("closeTurn"));
}

QWidget *TurnPane::makeHeader()
{
    auto *header = new Surface(ColorRole::Pane, Qt::TopEdge | Qt::BottomEdge, this);
    m_tabs->setObjectName(QStringLiteral("turnTabs"));
    m_tabs->setAccessibleName(tr("What to see of the turn"));
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(7, 0, paneEdge, 0); // a tab's word begins where the pages do
    row->setSpacing(insideControl);
    row->addWidget(m_tabs);
    row->addStretch();
    m_controls = new QHBoxLayout;
    m_controls->setSpacing(insideControl);
    row->addLayout(m_controls);
    auto *close = new QPushButton(icon(QStringLiteral("x"), ColorRole::Muted), {}, header);
    close->setObjectName(QStringLiteral("turnClose"));
    close->setAccessibleName(tr("Close what is told of the turn"));
    close->setToolTip(tr("Close (Esc)"));
    close->setFlat(true);
    connect(close, &QPushButton::clicked, this, &TurnPane::closeWanted);
    row->addWidget(close);
    setTabOrder(m_tabs, close); // before the pages, as it is read
    return header;
}

int TurnPane::addPage(QWidget *page, const QString &title)
{
    m_pages->addWidget(page);
    const int tab = m_tabs->addTab({});
    setPageTitle(page, title);
    return tab;
}

void TurnPane::setPageTitle(QWidget *page, const QString &title)
{
    m_tabs->setTabText(m_pages->indexOf(page), title);
    m_tabs->setTabToolTip(m_pages->indexOf(page), title); // for where there is no room for it
}

void TurnPane::showPage(QWidget *page)
{
    m_tabs->setCurrentIndex(m_pages->indexOf(page));
}

void TurnPane::addControl(QWidget *control)
{
    setTabOrder(m_controls->isEmpty() ? m_tabs : m_controls->itemAt(m_controls->count() - 1)->widget(), control);
    m_controls->addWidget(control);
}

void TurnPane::focusTabs()
{
    m_tabs->setFocus(Qt::OtherFocusReason);
}

void TurnPane::begin(TurnId turn)
{
    m_frame.stop();
    m_turn = turn;
    m_reading = false;
    m_trace = {};
    m_records.clear();
    m_later.clear();
    m_waiting.clear();
    m_reason.clear();
    m_trouble->hide();
}

void TurnPane::showTurn(TurnId turn)
{
    if (turn == m_turn && turn != TurnId{})
        return;
    begin(turn);
    setTurnPages(true);
    if (turn != TurnId{}) {
        m_reading = true;
        const bool later = m_services.record->readTurn(turn, this, [this, turn](const Result<TurnRecords> &read) {
            if (turn == m_turn)
                takeRead(read);
        });
        if (later)
            tellTrouble(tr("Reading a very long turn…"));
        showCurrent();
    }
    Q_EMIT turnChanged(turn);
}

void TurnPane::takeRead(const Result<TurnRecords> &read)
{
    m_reading = false;
    const auto meanwhile = std::exchange(m_waiting, {});
    const int unreadable = read ? read->unreadable : 0;
    tellTrouble(!read     ? read.error().message
            : unreadable > 0
            ? counted(unreadable, tr("One recorded event could not be read; the rest is shown."),
                tr("%1 recorded events could not be read; the rest is shown."))
            : QString());
    if (read)
        add(read->records);
    for (const LogRecord &record : meanwhile)
        take(record);
    showCurrent();
}

void TurnPane::tellTrouble(const QString &sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

void TurnPane::showIgnored(const ConversationRow &row, const ConversationId &conversation)
{
    begin({});
    m_reason = whyIgnored(row.ignored.value_or(IgnoreReason::NotForMates));
    const TimePoint at{Milliseconds(row.atMs), Milliseconds(row.atMs)};
    m_records = {{row.seq, at, conversation, {}, ChannelEvent(MessageSeen{row.message})}};
    setTurnPages(false);
    showCurrent();
    Q_EMIT turnChanged({});
}

void TurnPane::setTurnPages(bool visible)
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        QWidget *page = m_pages->widget(i);
        m_tabs->setTabVisible(i, visible || page == m_timeline || page == m_events);
    }
    setPageTitle(m_timeline, visible ? tr("Timeline") : tr("Why"));
    setPageTitle(m_events, visible ? tr("Events") : tr("Message"));
    if (!m_tabs->isTabVisible(m_tabs->currentIndex()))
        showPage(m_timeline);
}

void TurnPane::take(const LogRecord &record)
{
    if (m_turn == TurnId{} || record.turn != m_turn)
        return;
    const QList<LogRecord> &newest = m_later.isEmpty() ? m_records : m_later;
    if (!newest.isEmpty() && record.seq <= newest.constLast().seq)
        return;
    m_waiting << record;
    if (!m_reading && !m_frame.isActive())
        m_frame.start(frameMs);
}

void TurnPane::flush()
{
    m_frame.stop();
    if (m_reading)
        return;
    add(std::exchange(m_waiting, {}));
    showCurrent();
}

void TurnPane::add(const QList<LogRecord> &records)
{
    m_later += records;
    showUntilMoment();
}

void TurnPane::showUntilMoment()
{
    const auto end = std::find_if(m_later.cbegin(), m_later.cend(),
        [this](const LogRecord &record) { return m_moment && record.seq > *m_moment; });
    for (auto record = m_later.cbegin(); record != end; ++record) {
        m_trace.apply(*record);
        m_records += *record;
    }
    m_later.remove(0, end - m_later.cbegin());
}

void TurnPane::setMoment(std::optional<qint64> seq)
{
    m_moment = seq;
    if (m_turn == TurnId{})
        return;
    if (seq && !m_records.isEmpty() && m_records.constLast().seq > *seq) { // back
        m_later = std::exchange(m_records, {}) + m_later;
        m_trace = {};
    } else if (m_later.isEmpty()) {
        return;
    }
    const qsizetype before = m_records.size();
    showUntilMoment();
    if (before == 0 || m_records.size() != before)
        showCurrent();
}

void TurnPane::showCurrent()
{
    if (m_turn != TurnId{})
        setPageTitle(m_events, tr("Events %1").arg(count(m_records.size())));
    QWidget *page = m_pages->currentWidget();
    if (page == m_timeline && !m_reason.isEmpty())
        m_timeline->showReason(m_reason);
    else if (page == m_timeline)
        m_timeline->show(m_trace, m_moment && !m_records.isEmpty() ? m_records.constLast().at : readClock());
    else if (page == m_request)
        m_request->show(m_trace);
    else if (page == m_reply)
        m_reply->show(m_trace);
    else if (page == m_events)
        m_events->show(m_records);
    // What is under way grows with the time.
    const bool live = m_trace.isBegun() && !m_trace.isOver() && !m_moment;
    if (live && page == m_timeline && isVisible() && !m_frame.isActive())
        m_frame.start(3 * frameMs);
}

} // namespace loopflow
