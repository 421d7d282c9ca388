#include "ui/inspector/conversationpane.h"

#include "core/host/practice.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/conversationview.h"
#include "ui/practice/messageinput.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace loopflow {

ConversationPane::ConversationPane(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ConversationModel(services.record, services.log, this))
    , m_view(new ConversationView(m_model, this))
    , m_stack(new QStackedWidget(this))
    , m_trouble(new Text({}, bodyFont(), ColorRole::Waiting, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *empty = new Surface(ColorRole::Pane, {}, this);
    m_empty = new Text({}, bodyFont(), ColorRole::Muted, empty);
    m_empty->setObjectName(QStringLiteral("conversationEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto *emptyColumn = new QVBoxLayout(empty);
    emptyColumn->setContentsMargins(48, paneEdge, 48, paneEdge);
    emptyColumn->addWidget(m_empty);

    auto *live = new Surface(ColorRole::Pane, {}, this);
    auto *liveColumn = new QVBoxLayout(live);
    liveColumn->setContentsMargins(0, 0, 0, 0);
    liveColumn->setSpacing(0);
    liveColumn->addWidget(makeHeader());
    m_trouble->setObjectName(QStringLiteral("conversationTrouble"));
    m_trouble->setWordWrap(true);
    m_trouble->setContentsMargins(paneEdge, insideControl, paneEdge, 0);
    m_trouble->hide();
    liveColumn->addWidget(m_trouble);
    liveColumn->addSpacing(gridStep);
    liveColumn->addWidget(m_view, 1);
    liveColumn->addWidget(makePractice());
    m_stack->addWidget(empty);
    m_stack->addWidget(live);
    column->addWidget(m_stack);

    connect(m_model, &ConversationModel::incomplete, this, [this](const QString &sentence) {
        m_trouble->setText(sentence);
        m_trouble->show();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ConversationPane::updateMeta);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ConversationPane::updateMeta);
}

QWidget *ConversationPane::makeHeader()
{
    auto *header = new Surface(ColorRole::Pane, Qt::BottomEdge, this);
    header->setFixedHeight(48);
    m_title = new Text({}, titleFont(), header);
    m_title->setObjectName(QStringLiteral("conversationTitle"));
    m_meta = new Text({}, metaFont(), ColorRole::Muted, header);
    m_meta->setObjectName(QStringLiteral("conversationMeta"));
    m_promptButton = new QPushButton(tr("Prompt"), header);
    m_promptButton->setObjectName(QStringLiteral("promptButton"));
    m_promptButton->setToolTip(tr("Read and change this mate's prompt"));
    connect(m_promptButton, &QPushButton::clicked, this, &ConversationPane::promptWanted);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(paneEdge, 0, paneEdge, 0);
    row->setSpacing(10);
    row->addWidget(m_title);
    row->addWidget(m_meta, 1);
    row->addWidget(m_promptButton);
    return header;
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
    m_practice->hide();
    return m_practice;
}

void ConversationPane::show(
    const ConversationId &conversation, const Mate &mate, const QString &person, bool practice)
{
    m_isPractice = practice;
    m_trouble->hide();
    m_title->setText(practice
            ? tr("Practice · direct message with %1").arg(mate.name)
            : tr("Direct message · %1").arg(person.isEmpty() ? tr("someone") : person));
    m_practice->setVisible(practice);
    m_refusal->hide();
    m_input->setPlaceholderText(tr("Write to %1 as you").arg(mate.name));
    m_input->setAccessibleName(tr("Message to %1").arg(mate.name));
    if (m_model->shown() != conversation)
        m_model->show(conversation, mate.name);
    updateMeta();
    m_stack->setCurrentIndex(1);
}

void ConversationPane::showNothing(const QString &sentence)
{
    m_model->clear();
    m_empty->setText(sentence);
    m_stack->setCurrentIndex(0);
}

std::optional<ConversationId> ConversationPane::shown() const
{
    return m_model->shown();
}

void ConversationPane::focusInput()
{
    m_input->setFocus(Qt::OtherFocusReason);
}

void ConversationPane::updateMeta()
{
    QStringList parts;
    if (m_isPractice)
        parts << tr("nothing leaves this computer but the question to the model");
    if (const QString setup = m_model->newestSetup(); !setup.isEmpty())
        parts << setup;
    m_meta->setText(parts.join(QStringLiteral(" · ")));
}

void ConversationPane::send(const QString &text)
{
    const auto conversation = m_model->shown();
    if (!conversation || !m_services.practice)
        return;
    const auto said = m_services.practice->say(conversation->channel, text);
    m_refusal->setVisible(!said);
    if (!said) {
        m_refusal->setText(said.error().message);
        return;
    }
    m_input->clear();
    m_view->jumpToNewest();
}

} // namespace loopflow
