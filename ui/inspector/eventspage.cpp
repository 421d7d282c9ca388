#include "ui/inspector/eventspage.h"

#include "core/conversation/eventjson.h"
#include "ui/inspector/eventmodel.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/table.h"
#include "ui/widgets/type.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace loopflow {

namespace {

constexpr qsizetype longBody = 1024 * 1024; // bytes: writing more as JSON would hold the window up
constexpr qsizetype longHistory = 1000; // messages

/// What is shown of an event that is very long; none: all of it.
std::optional<LogEvent> beginningOf(const LogEvent &event)
{
    const auto *turnEvent = std::get_if<TurnEvent>(&event);
    if (const auto *sent = turnEvent ? std::get_if<RequestSent>(turnEvent) : nullptr;
        sent && sent->body.size() > longBody) {
        RequestSent beginning = *sent;
        qsizetype size = longBody / 4;
        while (size > 0 && (uchar(sent->body[size]) & 0xC0) == 0x80) // no half of a character at the end
            --size;
        beginning.body = sent->body.first(size);
        return TurnEvent(beginning);
    }
    if (const auto *fetched = turnEvent ? std::get_if<HistoryFetched>(turnEvent) : nullptr;
        fetched && fetched->messages.size() > longHistory) {
        HistoryFetched beginning = *fetched;
        beginning.messages.resize(longHistory / 4);
        return TurnEvent(beginning);
    }
    return {};
}

} // namespace

EventsPage::EventsPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new EventModel(this))
    , m_table(makeTable(QStringLiteral("eventTable"), tr("Events"), this))
    , m_json(new JsonView(QStringLiteral("eventJson"), tr("The chosen event"), this))
{
    setObjectName(QStringLiteral("eventsPage"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    const QFontMetrics body(bodyFont());
    const int room = 2 * insideControl + gridStep;
    QHeaderView *header = m_table->horizontalHeader();
    header->resizeSection(EventModel::Time, body.horizontalAdvance(QStringLiteral("00:00:00.000")) + room);
    header->resizeSection(EventModel::After, body.horizontalAdvance(QStringLiteral("+999,999 ms")) + room);
    header->resizeSection(EventModel::Kind, body.horizontalAdvance(QStringLiteral("ResponseCompleted")) + room);
    auto *below = new QWidget(this);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(paneEdge, gridStep, paneEdge, gridStep);
    m_note = new Text({}, metaFont(), ColorRole::Muted, below);
    m_note->setObjectName(QStringLiteral("eventNote"));
    m_note->setWordWrap(true);
    auto *copyButton = new QPushButton(tr("Copy event"), below);
    copyButton->setObjectName(QStringLiteral("copyEvent"));
    copyButton->setToolTip(tr("Copy the chosen event as JSON"));
    connect(copyButton, &QPushButton::clicked, this, &EventsPage::copy);
    bar->addWidget(m_note, 1);
    bar->addWidget(copyButton);
    setTabOrder(m_table, copyButton); // as they are read
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_json, 1);

    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(QStringLiteral("eventsSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(below);
    splitter->setSizes({500, 300});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(splitter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EventsPage::showChosen);
    connect(m_model, &QAbstractItemModel::modelReset, this, &EventsPage::showChosen);
}

void EventsPage::show(const QList<LogRecord> &records)
{
    m_model->show(records);
    if (!m_table->currentIndex().isValid() && !records.isEmpty())
        m_table->selectRow(0);
}

void EventsPage::showChosen()
{
    const QModelIndex chosen = m_table->currentIndex();
    if (!chosen.isValid()) {
        m_json->setJson({});
        m_note->clear();
        return;
    }
    const LogEvent &event = m_model->record(chosen.row()).event;
    const std::optional<LogEvent> beginning = beginningOf(event);
    m_json->setJson(payloadOf(beginning.value_or(event)));
    m_note->setText(beginning ? tr("The event is very long: its beginning is shown; Copy gives all.") : m_json->shortened());
}

void EventsPage::copy()
{
    const QModelIndex chosen = m_table->currentIndex();
    const QByteArray json = chosen.isValid() ? payloadOf(m_model->record(chosen.row()).event) : QByteArray();
    QGuiApplication::clipboard()->setText(QString::fromUtf8(json));
}

} // namespace loopflow
