#include "ui/prompt/modelpanel.h"

#include "core/base/time.h"
#include "ui/create/modelform.h"
#include "ui/prompt/parameterform.h"
#include "ui/widgets/elidedtext.h"
#include "ui/widgets/markrow.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QGridLayout>
#include <QLayout>
#include <QPushButton>
#include <QScrollArea>

namespace loopflow {

namespace {

constexpr int tickMs = 1000;

} // namespace

ModelPanel::ModelPanel(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_name(new ElidedText(bodyFont(), this))
    , m_provider(new ElidedText(metaFont(), ColorRole::Muted, this))
    , m_parameters(new ElidedText(bodyFont(), this))
    , m_history(new ElidedText(metaFont(), ColorRole::Muted, this))
    , m_change(new QPushButton(tr("Change"), this))
    , m_test(new QPushButton(tr("Test"), this))
    , m_verdict(new MarkRow(Mark::None, {}, this))
{
    m_name->setObjectName(QStringLiteral("modelName"));
    m_provider->setObjectName(QStringLiteral("modelProvider"));
    m_parameters->setObjectName(QStringLiteral("modelParameters"));
    m_history->setObjectName(QStringLiteral("modelHistory"));
    m_change->setObjectName(QStringLiteral("changeModel"));
    m_test->setObjectName(QStringLiteral("testModel"));
    m_test->setToolTip(tr("Sends one tiny request, as a reply would be sent."));
    m_test->setVisible(bool(m_services.testModel));
    m_verdict->setObjectName(QStringLiteral("testVerdict"));
    m_verdict->hide();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(betweenGroups, gridStep, betweenGroups, insideControl);
    grid->setHorizontalSpacing(insideControl);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_name, 0, 0);
    grid->addWidget(m_provider, 1, 0);
    grid->addWidget(m_test, 0, 1, 2, 1, Qt::AlignVCenter);
    grid->setRowMinimumHeight(2, betweenGroups);
    grid->addWidget(m_parameters, 3, 0);
    grid->addWidget(m_history, 4, 0);
    grid->addWidget(m_change, 3, 1, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_verdict, 5, 0, 1, 2);
    m_form = makeForm();

    m_ticks.setInterval(tickMs);
    connect(&m_ticks, &QTimer::timeout, this, &ModelPanel::tick);
    connect(m_change, &QPushButton::clicked, this, [this] { setOpen(!m_open); });
    connect(m_test, &QPushButton::clicked, this, &ModelPanel::test);
    connect(m_model, &ModelForm::keyChecked, this, &ModelPanel::summarize);
    connect(m_model, &ModelForm::changed, this, [this] {
        updateTakes();
        Q_EMIT changed();
    });
    connect(m_fields, &ParameterForm::changed, this, [this] {
        summarize();
        Q_EMIT changed();
    });
}

QWidget *ModelPanel::makeForm()
{
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("modelFormArea"));
    area->setAccessibleName(tr("Settings of the model"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *all = new QWidget(area);
    m_model = new ModelForm(m_services, Qt::Vertical, all);
    m_fields = new ParameterForm(ParameterForm::Scope::Mate, all);
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(betweenGroups, insideControl, betweenGroups, paneEdge);
    column->setSpacing(betweenGroups);
    column->addWidget(m_model);
    column->addWidget(m_fields);
    column->addStretch();
    area->setWidget(all);
    fillWith(area->viewport(), ColorRole::Pane);
    fillWith(all, ColorRole::Pane);
    return area;
}

void ModelPanel::show(const Mate &mate)
{
    m_testing.reset();
    endTest(QString());
    m_verdict->hide();
    m_mate = mate;
    m_model->setChoice({mate.provider, mate.model, mate.baseUrl});
    m_fields->show(mate);
    updateTakes();
}

void ModelPanel::follow(const Mate &mate)
{
    const bool clean = applied(m_mate) == m_mate;
    if (clean && applied(mate) != mate)
        show(mate);
    m_mate = mate;
}

Mate ModelPanel::applied(const Mate &mate) const
{
    Mate changed = m_fields->applied(mate);
    const ModelChoice choice = m_model->choice();
    changed.provider = choice.provider;
    changed.model = choice.model;
    changed.baseUrl = choice.baseUrl;
    return changed;
}

bool ModelPanel::isValid() const
{
    return m_fields->isValid();
}

void ModelPanel::focusMistake()
{
    setOpen(true);
    m_fields->focusMistake();
}

void ModelPanel::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    m_change->setText(open ? tr("Done") : tr("Change"));
    Q_EMIT opened(open);
}

void ModelPanel::updateTakes()
{
    const Mate mate = applied(m_mate);
    m_fields->setTakes(mate.model, parametersTakenBy(m_services, mate));
    summarize();
}

void ModelPanel::summarize()
{
    const Mate mate = applied(m_mate);
    m_name->setText(mate.model.isEmpty() ? tr("No model yet") : mate.model);
    QStringList from{m_model->providerName(), m_model->keyWords()};
    from.removeAll(QString());
    m_provider->setText(from.isEmpty() ? tr("Choose a provider") : from.join(QStringLiteral(" · ")));
    const llm::ChatParameters &set = mate.parameters;
    QStringList parts;
    if (!set.effort.isEmpty())
        parts << tr("effort %1").arg(set.effort);
    if (set.temperature)
        parts << tr("temperature %1").arg(number(*set.temperature));
    if (set.topP)
        parts << tr("top p %1").arg(number(*set.topP));
    if (set.maxTokens)
        parts << tr("at most %1 tokens").arg(count(*set.maxTokens));
    m_parameters->setText(parts.isEmpty() ? tr("The model's own parameters")
                                       : sentenceCase(parts.join(QStringLiteral(" · "))));
    m_history->setText(tr("history %1 messages, %2 tokens")
                        .arg(count(mate.historyMessages), count(mate.historyTokens)));
}

void ModelPanel::test()
{
    if (!m_services.testModel)
        return;
    if (m_testing) {
        m_testing.reset();
        return endTest(Error{ErrorCode::Cancelled, tr("The test was cancelled.")});
    }
    if (!isValid())
        return focusMistake();
    m_testing = std::make_unique<QObject>();
    m_testedMs = readClock().wall.count();
    m_test->setText(tr("Cancel"));
    m_ticks.start();
    m_verdict->set(Mark::None, tr("Asking %1…").arg(applied(m_mate).model));
    m_verdict->show();
    m_services.testModel(applied(m_mate), m_testing.get(), [this](const Result<QString> &verdict) {
        m_testing.release()->deleteLater(); // it called us
        endTest(verdict);
        updateTakes(); // what was refused is known now
    });
}

void ModelPanel::tick()
{
    const qint64 seconds = (readClock().wall.count() - m_testedMs) / 1000;
    m_verdict->set(Mark::None, tr("Asking %1… %2 s").arg(applied(m_mate).model).arg(seconds));
}

void ModelPanel::endTest(const Result<QString> &verdict)
{
    m_ticks.stop();
    m_test->setText(tr("Test"));
    if (verdict)
        m_verdict->set(Mark::Done, *verdict);
    else
        m_verdict->set(verdict.error().code == ErrorCode::Cancelled ? Mark::None : Mark::Refused,
            verdict.error().message);
}

} // namespace loopflow
