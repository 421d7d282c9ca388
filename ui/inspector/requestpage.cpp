#include "ui/inspector/requestpage.h"

#include "core/conversation/recordedrequest.h"
#include "ui/inspector/requestlist.h"
#include "ui/inspector/sharebar.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace loopflow {

namespace {

QPushButton *makeButton(const QString &text, const char *name, const QString &tip, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setToolTip(tip);
    return button;
}

} // namespace

RequestPage::RequestPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("requestPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    m_note = new Text({}, bodyFont(), ColorRole::Waiting, this);
    m_note->setObjectName(QStringLiteral("requestNote"));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(paneEdge, insideControl, paneEdge, insideControl);
    column->addWidget(m_note);

    auto *seen = new QWidget(this);
    auto *inside = new QVBoxLayout(seen);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    m_share = new ShareBar(seen);
    auto *shareRow = new QHBoxLayout;
    shareRow->setContentsMargins(paneEdge, gridStep, paneEdge, gridStep);
    shareRow->addWidget(m_share);
    inside->addLayout(shareRow);
    m_list = new RequestList(seen);
    inside->addWidget(m_list, 1);
    m_fields = new ElidedText(metaFont(), ColorRole::Muted, seen);
    m_fields->setObjectName(QStringLiteral("requestFields"));
    m_fields->setContentsMargins(paneEdge, insideControl, paneEdge, insideControl);
    inside->addWidget(m_fields);

    m_body = new JsonView(QStringLiteral("requestBody"), tr("The request's body"), this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(seen);
    m_stack->addWidget(m_body);
    column->addWidget(m_stack, 1);
}

QWidget *RequestPage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(paneEdge, insideControl, paneEdge, insideControl);
    row->setSpacing(insideControl);
    m_address = new Text({}, metaFont(), ColorRole::Muted, bar);
    m_address->setObjectName(QStringLiteral("requestAddress"));
    m_try = new QComboBox(bar);
    m_try->setObjectName(QStringLiteral("requestTry"));
    m_try->setAccessibleName(tr("Which try"));
    m_copyCurl = makeButton(tr("Copy as curl"), "copyCurl",
        tr("Copy a command that sends these bytes again; it takes the key from the environment"), bar);
    m_copyJson = makeButton(tr("Copy JSON"), "copyRequestJson", tr("Copy the body as it was sent"), bar);
    m_json = makeButton(tr("JSON"), "requestJson", tr("Show the body as it was sent"), bar);
    m_json->setCheckable(true);
    connect(m_try, &QComboBox::activated, this, &RequestPage::showTry);
    connect(m_json, &QPushButton::toggled, this, &RequestPage::showMode);
    connect(m_copyCurl, &QPushButton::clicked, this, &RequestPage::copyCurl);
    connect(m_copyJson, &QPushButton::clicked, this, &RequestPage::copyJson);
    row->addWidget(m_address);
    row->addWidget(m_try);
    row->addStretch();
    row->addWidget(m_copyCurl);
    row->addWidget(m_copyJson);
    row->addWidget(m_json);
    return bar;
}

void RequestPage::show(const Trace &trace)
{
    const bool same = m_requests == trace.requests();
    const auto usage = trace.response() ? std::optional(trace.response()->reply.usage) : std::nullopt;
    if (same && m_usage == usage && m_shown >= 0)
        return;
    m_requests = trace.requests();
    m_usage = usage;
    m_try->clear();
    for (qsizetype i = 0; i < m_requests.size(); ++i)
        m_try->addItem(tr("Try %1 of %2").arg(i + 1).arg(m_requests.size()));
    m_try->setVisible(m_requests.size() > 1);
    m_try->setCurrentIndex(int(m_requests.size()) - 1);
    showTry(int(m_requests.size()) - 1);
}

void RequestPage::showTry(int index)
{
    m_shown = index;
    const bool any = index >= 0;
    for (QPushButton *button : {m_copyCurl, m_copyJson, m_json})
        button->setEnabled(any);
    if (!any) {
        m_address->clear();
        m_note->setText(tr("Nothing was sent to a model yet. The request appears here as soon as it is."));
        m_list->messages()->show({}, 0);
        m_body->setJson({});
        m_share->hide();
        m_fields->hide();
        m_note->show();
        return;
    }
    const TraceRequest &request = m_requests.at(index);
    const TraceRequestView view = viewOf(request);
    m_address->setText(tr("exact request, as sent to %1").arg(QUrl(request.sent.url).host()));
    m_address->setToolTip(request.sent.url);
    const bool newest = index == m_requests.size() - 1;
    QString aside;
    if (newest && m_usage && m_usage->input >= 0)
        aside = m_usage->cachedInput > 0
            ? tr("%1 tokens in, %2 from cache").arg(count(m_usage->input), count(m_usage->cachedInput))
            : tr("%1 tokens in").arg(count(m_usage->input));
    m_share->show(view.promptTokens, view.historyTokens, view.questionTokens, view.freeTokens, aside);
    m_share->setVisible(view.problem.isEmpty());
    m_list->messages()->show(view, request.setup.historyTokens);
    QStringList fields;
    for (const auto &[name, value] : view.fields)
        fields << QStringLiteral("%1 %2").arg(name, value.left(80));
    if (const QString variable = keyVariable(request.setup.provider); !variable.isEmpty())
        fields << tr("key •••••");
    m_fields->setText(fields.join(QStringLiteral("     ")));
    m_fields->setVisible(view.problem.isEmpty());
    m_body->setJson(request.sent.body);
    for (QPushButton *button : {m_copyCurl, m_copyJson, m_json})
        button->setEnabled(!request.sent.body.isEmpty());
    m_problem = view.problem;
    showMode();
}

void RequestPage::showMode()
{
    if (m_shown < 0)
        return;
    const bool json = m_json->isChecked() || !m_problem.isEmpty();
    m_stack->setCurrentIndex(json ? 1 : 0);
    QStringList notes;
    if (!m_problem.isEmpty())
        notes << m_problem;
    if (json && !m_body->shortened().isEmpty())
        notes << m_body->shortened();
    m_note->setText(notes.join(QLatin1Char(' ')));
    m_note->setVisible(!notes.isEmpty());
}

void RequestPage::copyCurl()
{
    const TraceRequest &request = m_requests.at(m_shown);
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(curlCommand(request.setup.provider, request.sent.url, request.sent.body)));
}

void RequestPage::copyJson()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_requests.at(m_shown).sent.body));
}

} // namespace loopflow
