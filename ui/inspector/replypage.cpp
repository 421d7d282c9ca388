#include "ui/inspector/replypage.h"

#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QHeaderView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace loopflow {

namespace {

constexpr int usageWidth = 260;

QString stopWord(llm::StopReason reason)
{
    switch (reason) {
    case llm::StopReason::End:
        return ReplyPage::tr("the model was done");
    case llm::StopReason::Length:
        return ReplyPage::tr("the token limit was reached");
    case llm::StopReason::Refusal:
        return ReplyPage::tr("the model declined");
    case llm::StopReason::Other:
        return ReplyPage::tr("another reason");
    }
    Q_UNREACHABLE();
}

} // namespace

ReplyPage::ReplyPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("replyPage"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    m_note = new Text({}, bodyFont(), ColorRole::Muted, this);
    m_note->setObjectName(QStringLiteral("replyNote"));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(paneEdge, betweenGroups, paneEdge, 0);
    left->addWidget(m_note);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("replyText"));
    m_text->setAccessibleName(tr("The reply as the model wrote it"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(bodyFont());
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(betweenGroups);
    left->addWidget(m_text, 1);
    row->addLayout(left, 1);

    m_usage = new QTableWidget(0, 2, this);
    m_usage->setObjectName(QStringLiteral("replyUsage"));
    m_usage->setAccessibleName(tr("What was counted"));
    m_usage->horizontalHeader()->hide();
    m_usage->verticalHeader()->hide();
    m_usage->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_usage->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_usage->verticalHeader()->setDefaultSectionSize(24);
    m_usage->setShowGrid(false);
    m_usage->setFrameShape(QFrame::NoFrame);
    m_usage->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_usage->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_usage->setTabKeyNavigation(false);
    m_usage->setFont(metaFont());
    m_usage->setFixedWidth(usageWidth);
    auto *side = new Surface(ColorRole::Pane, Qt::LeftEdge, this);
    auto *inside = new QVBoxLayout(side);
    inside->setContentsMargins(insideControl, insideControl, insideControl, insideControl);
    inside->addWidget(m_usage);
    row->addWidget(side);
}

void ReplyPage::show(const Trace &trace)
{
    const QString text = trace.text();
    if (m_text->toPlainText() != text) {
        const bool atEnd = m_text->verticalScrollBar()->value() >= m_text->verticalScrollBar()->maximum();
        const int place = m_text->verticalScrollBar()->value();
        m_text->setPlainText(text);
        m_text->verticalScrollBar()->setValue(
            atEnd && !trace.isOver() ? m_text->verticalScrollBar()->maximum() : place);
    }
    QStringList notes;
    if (text.isEmpty() && trace.isTextless() && trace.response())
        notes << tr("The text of this reply was not recorded: the mate is set to record none.");
    else if (text.isEmpty())
        notes << (trace.isOver() ? tr("The model wrote nothing.")
                                 : tr("The model has not begun to write. Its words appear here as they come."));
    if (trace.thought())
        notes << tr("The model thought before it wrote; its thoughts are not kept.");
    if (trace.response() && !trace.response()->reply.refusal.isEmpty())
        notes << tr("It declined: %1").arg(trace.response()->reply.refusal);
    m_note->setText(notes.join(QLatin1Char(' ')));
    m_note->setVisible(!notes.isEmpty());
    showUsage(trace);
}

void ReplyPage::showUsage(const Trace &trace)
{
    QList<std::pair<QString, QString>> lines;
    const auto number = [&](const QString &name, qint64 value) {
        if (value >= 0)
            lines.append({name, count(value)});
    };
    if (const auto &response = trace.response()) {
        const llm::Usage &usage = response->reply.usage;
        lines.append({tr("stopped because"), stopWord(response->reply.stop)});
        lines.append({tr("model"), response->reply.model.isEmpty() ? trace.setup().model : response->reply.model});
        number(tr("tokens in"), usage.input);
        number(tr("from a cache"), usage.cachedInput);
        number(tr("written to a cache"), usage.cacheWrite);
        number(tr("tokens out"), usage.output);
        number(tr("of which thinking"), usage.reasoning);
        if (const auto cost = trace.totals().cost)
            lines.append({tr("cost"), usage.cost ? dollars(*cost) : tr("about %1").arg(dollars(*cost))});
    }
    m_usage->setRowCount(int(lines.size()));
    for (int row = 0; row < lines.size(); ++row) {
        for (int column : {0, 1}) {
            const QString &text = column == 0 ? lines[row].first : lines[row].second;
            if (!m_usage->item(row, column))
                m_usage->setItem(row, column, new QTableWidgetItem);
            m_usage->item(row, column)->setText(text);
            m_usage->item(row, column)->setToolTip(text);
            m_usage->item(row, column)->setTextAlignment(
                column == 0 ? Qt::AlignLeading | Qt::AlignVCenter : Qt::AlignTrailing | Qt::AlignVCenter);
        }
    }
    m_usage->parentWidget()->setVisible(!lines.isEmpty());
}

} // namespace loopflow
