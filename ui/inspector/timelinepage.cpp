#include "ui/inspector/timelinepage.h"

#include "ui/inspector/timelinelist.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"
#include "ui/widgets/wraprow.h"

#include <QVBoxLayout>

namespace loopflow {

namespace {

QString orDash(qint64 number)
{
    return number < 0 ? QStringLiteral("–") : count(number);
}

} // namespace

TimelinePage::TimelinePage(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("timelinePage"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new Surface(ColorRole::Pane, {}, this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, insideControl, 0, betweenGroups);
    column->setSpacing(betweenGroups);
    m_list = new TimelineList(content);
    column->addWidget(m_list);

    m_totals = new QWidget(content);
    auto *totals = new WrapRow(22);
    m_totals->setLayout(totals);
    totals->setContentsMargins(paneEdge, 0, paneEdge, 0);
    m_in = addTotal("totalIn", tr("tokens in"), m_totals);
    m_prompt = addTotal("totalPrompt", tr("of which prompt"), m_totals);
    m_cached = addTotal("totalCached", tr("cached"), m_totals);
    m_out = addTotal("totalOut", tr("tokens out"), m_totals);
    m_cost = addTotal("totalCost", tr("cost"), m_totals);
    m_retries = addTotal("totalRetries", tr("retries"), m_totals);
    column->addWidget(m_totals);

    auto *strip = new Surface(ColorRole::Code, {}, content, Surface::Rounded);
    m_because = new Text({}, bodyFont(), strip);
    m_because->setObjectName(QStringLiteral("because"));
    m_because->setAccessibleName(tr("Why it answered"));
    m_because->setWordWrap(true);
    m_because->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *inside = new QVBoxLayout(strip);
    inside->setContentsMargins(10, insideControl, 10, insideControl);
    inside->addWidget(m_because);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(paneEdge, 0, paneEdge, 0);
    row->addWidget(strip);
    column->addLayout(row);
    column->addStretch(1);
    setWidget(content);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        const QRect rect = m_list->visualRect(current);
        ensureVisible(0, m_list->mapTo(widget(), rect.center()).y(), 0, rect.height());
    });
}

Text *TimelinePage::addTotal(const char *name, const QString &label, QWidget *row)
{
    auto *pair = new QWidget(row);
    auto *column = new QVBoxLayout(pair);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *value = new Text(QStringLiteral("–"), bodyFont(), pair);
    value->setObjectName(QString::fromLatin1(name));
    column->addWidget(new Text(label, metaFont(), ColorRole::Muted, pair));
    column->addWidget(value);
    row->layout()->addWidget(pair);
    return value;
}

void TimelinePage::show(const Trace &trace, TimePoint now)
{
    m_list->setVisible(trace.isBegun());
    m_totals->setVisible(trace.isBegun());
    m_list->show(trace, now);
    const TraceTotals totals = trace.totals();
    m_in->setText(orDash(totals.usage.input));
    m_prompt->setText(totals.promptTokens < 0 ? QStringLiteral("–") : tr("about %1").arg(count(totals.promptTokens)));
    m_cached->setText(orDash(totals.usage.cachedInput));
    m_out->setText(orDash(totals.usage.output));
    m_cost->setText(totals.cost ? tr("about %1").arg(dollars(*totals.cost)) : QStringLiteral("–"));
    m_retries->setText(count(totals.retries));
    const QString because = trace.isBegun() ? trace.because()
                                            : tr("The turn's beginning is not in the record; its events that can be read are under Events.");
    if (m_because->text() != because)
        showSentence(because);
}

void TimelinePage::showReason(const QString &sentence)
{
    m_list->hide();
    m_totals->hide();
    showSentence(sentence);
}

void TimelinePage::showSentence(const QString &sentence)
{
    m_because->setText(sentence);
    m_because->setAccessibleName(sentence);
}

} // namespace loopflow
