#include "ui/prompt/parameterform.h"

#include "core/host/credentials.h"
#include "core/store/matestore.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

namespace loopflow {

namespace {

constexpr int fieldWidth = 116;
constexpr int mostMessages = 300;
constexpr int mostBudget = 2'000'000;

QString shown(double value, bool whole)
{
    return whole ? count(qint64(value)) : number(value);
}

QString effortWord(const QString &effort)
{
    return effort.isEmpty() ? ParameterForm::tr("Model's own") : effort;
}

} // namespace

llm::ModelParameters parametersTakenBy(const UiServices &services, const Mate &mate)
{
    const auto endpoint = services.credentials->endpoint(mate);
    llm::ModelTraits traits;
    if (endpoint)
        traits = services.mates->traits(endpoint->baseUrl.toString(), mate.model);
    const llm::Endpoint unknown{mate.provider, {}, {}};
    return llm::parametersOf(endpoint ? *endpoint : unknown, mate.model, traits);
}

ParameterForm::ParameterForm(Scope scope, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(betweenGroups);
    m_notTaken = new Text({}, metaFont(), ColorRole::Muted, this);
    m_notTaken->setObjectName(QStringLiteral("notTaken"));
    m_notTaken->setWordWrap(true);
    m_effort = makeChoice(tr("Reasoning effort"), "effort",
        tr("How much the model thinks before it answers. More takes longer and costs more."));
    m_maxTokens = makeField(tr("Longest reply"), "maxTokens");
    m_temperature = makeField(tr("Temperature"), "temperature");
    m_topP = makeField(tr("Top p"), "topP");
    column->addWidget(m_notTaken);
    m_historyMessages = makeField(tr("History messages"), "historyMessages");
    m_historyTokens = makeField(tr("History budget"), "historyTokens");
    m_wait = makeChoice(tr("Wait for more"), "mergeWait",
        tr("A fixed wait for further messages of the same person before the mate answers."));

    m_maxTokens.least = 1;
    m_maxTokens.optional = true;
    m_temperature.whole = false;
    m_temperature.optional = true;
    m_topP.whole = false;
    m_topP.optional = true;
    m_topP.least = 0.01;
    m_topP.most = 1;
    m_topP.meaning = tr("0.01 to 1. Lower leaves out unlikely words. Change this or the "
                        "temperature, not both.");
    m_historyMessages.least = 1;
    m_historyMessages.most = mostMessages;
    m_historyMessages.meaning
        = tr("1 to %1. Read from Discord for every reply.").arg(mostMessages);
    m_historyTokens.least = 0;
    m_historyTokens.most = mostBudget;
    m_historyTokens.meaning = tr("Tokens of history in a request; the oldest messages are left out.");
    m_wait->addItem(tr("Off"), 0);
    m_wait->addItem(tr("1.5 s"), 1500);
    m_wait->addItem(tr("3 s"), 3000);
    for (QWidget *box : {m_historyMessages.box, m_historyTokens.box, m_wait->parentWidget()})
        box->setVisible(scope == Scope::Mate);
    setTakes({}, {});
}

QWidget *ParameterForm::makeRow(const QString &name, QWidget *field, Text *note)
{
    auto *box = new QWidget(this);
    field->setParent(box);
    note->setParent(box);
    field->setMinimumWidth(fieldWidth); // a choice is as wide as its words
    field->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    field->setAccessibleName(name);
    note->setWordWrap(true);
    auto *label = new Text(name, bodyFont(), box);
    label->setWordWrap(true);
    label->setBuddy(field);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(insideControl);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->addWidget(label, 0, 0);
    grid->addWidget(field, 0, 1);
    grid->addWidget(note, 1, 0, 1, 2);
    layout()->addWidget(box);
    return box;
}

ParameterForm::Field ParameterForm::makeField(const QString &name, const char *objectName)
{
    Field field;
    field.edit = new QLineEdit(this);
    field.edit->setObjectName(QString::fromLatin1(objectName));
    field.edit->setAlignment(Qt::AlignRight);
    field.edit->setMaximumWidth(fieldWidth);
    field.note = new Text({}, metaFont(), ColorRole::Muted, this);
    field.note->setObjectName(QString::fromLatin1(objectName) + QStringLiteral("Note"));
    field.box = makeRow(name, field.edit, field.note);
    connect(field.edit, &QLineEdit::textChanged, this, [this] {
        explainAll();
        if (!m_setting)
            Q_EMIT changed();
    });
    return field;
}

QComboBox *ParameterForm::makeChoice(
    const QString &name, const char *objectName, const QString &meaning)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(QString::fromLatin1(objectName));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    makeRow(name, choice, new Text(meaning, metaFont(), ColorRole::Muted, this));
    connect(choice, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_setting)
            Q_EMIT changed();
    });
    return choice;
}

void ParameterForm::show(const Mate &mate)
{
    m_setting = true;
    const auto set = [](const Field &field, std::optional<double> value) {
        field.edit->setText(value ? shown(*value, field.whole) : QString());
    };
    const llm::ChatParameters &parameters = mate.parameters;
    set(m_maxTokens, parameters.maxTokens);
    set(m_temperature, parameters.temperature);
    set(m_topP, parameters.topP);
    set(m_historyMessages, mate.historyMessages);
    set(m_historyTokens, mate.historyTokens);
    if (m_effort->findData(parameters.effort) < 0)
        m_effort->addItem(effortWord(parameters.effort), parameters.effort);
    m_effort->setCurrentIndex(m_effort->findData(parameters.effort));
    m_wait->setCurrentIndex(qMax(0, m_wait->findData(mate.mergeWaitMs)));
    m_setting = false;
    explainAll();
}

void ParameterForm::setTakes(const QString &model, const llm::ModelParameters &takes)
{
    m_setting = true;
    m_temperature.box->setVisible(takes.mostTemperature.has_value());
    m_temperature.most = takes.mostTemperature.value_or(2);
    m_temperature.meaning
        = tr("0 to %1. Lower is steadier, higher more varied.").arg(number(m_temperature.most));
    m_topP.box->setVisible(takes.topP);
    m_maxTokens.box->setVisible(takes.maxTokens);
    m_maxTokens.most = takes.mostTokens > 0 ? double(takes.mostTokens) : mostBudget;
    const QString bounds = tr("Tokens, 1 to %1; thinking counts, too.").arg(count(qint64(m_maxTokens.most)));
    m_maxTokens.meaning = takes.mostTokens > 0 ? bounds : tr("Tokens; thinking counts, too.");
    m_maxTokens.edit->setPlaceholderText(
        takes.usualTokens > 0 ? count(takes.usualTokens) : tr("No limit"));
    for (const Field *field : {&m_temperature, &m_topP})
        field->edit->setPlaceholderText(tr("Model's own"));

    const QString chosen = m_effort->currentData().toString();
    m_effort->clear();
    for (const QString &effort : QStringList{QString()} + takes.efforts)
        m_effort->addItem(effortWord(effort), effort);
    if (m_effort->findData(chosen) < 0) // what was saved is not thrown away by looking at another model
        m_effort->addItem(tr("%1 (not taken)").arg(chosen), chosen);
    m_effort->setCurrentIndex(m_effort->findData(chosen));
    m_effort->parentWidget()->setVisible(!takes.efforts.isEmpty());

    QStringList missing;
    if (!takes.mostTemperature)
        missing << tr("temperature");
    if (!takes.topP)
        missing << tr("top p");
    if (takes.efforts.isEmpty())
        missing << tr("reasoning effort");
    m_notTaken->setVisible(!model.isEmpty() && !missing.isEmpty());
    m_notTaken->setText(
        tr("Not offered, because %1 does not take it: %2.").arg(model, missing.join(QStringLiteral(", "))));
    m_setting = false;
    explainAll();
}

std::optional<double> ParameterForm::valueOf(const Field &field) const
{
    return numberTyped(field.edit->text(), field.whole);
}

QString ParameterForm::mistakeIn(const Field &field) const
{
    if (field.edit->text().trimmed().isEmpty())
        return field.optional ? QString()
                              : tr("Type a number from %1 to %2.")
                                    .arg(shown(field.least, field.whole), shown(field.most, field.whole));
    const auto value = valueOf(field);
    if (value && *value >= field.least && *value <= field.most)
        return {};
    return field.optional
        ? tr("Type a number from %1 to %2, or leave the field empty.")
              .arg(shown(field.least, field.whole), shown(field.most, field.whole))
        : tr("Type a number from %1 to %2.")
              .arg(shown(field.least, field.whole), shown(field.most, field.whole));
}

void ParameterForm::explain(const Field &field)
{
    const QString mistake = mistakeIn(field);
    field.note->setRole(mistake.isEmpty() ? ColorRole::Muted : ColorRole::Failed);
    field.note->setText(mistake.isEmpty() ? field.meaning : mistake);
    field.edit->setAccessibleDescription(field.note->text());
}

void ParameterForm::explainAll()
{
    for (const Field *field :
        {&m_maxTokens, &m_temperature, &m_topP, &m_historyMessages, &m_historyTokens}) {
        if (field->edit)
            explain(*field);
    }
}

/// Those that the model takes: the others are not sent, whatever they hold.
QList<const ParameterForm::Field *> ParameterForm::shownFields() const
{
    QList<const Field *> fields;
    for (const Field *field :
        {&m_maxTokens, &m_temperature, &m_topP, &m_historyMessages, &m_historyTokens}) {
        if (!field->box->isHidden())
            fields << field;
    }
    return fields;
}

bool ParameterForm::isValid() const
{
    const auto fields = shownFields();
    return std::all_of(fields.begin(), fields.end(),
        [this](const Field *field) { return mistakeIn(*field).isEmpty(); });
}

void ParameterForm::focusMistake()
{
    const auto fields = shownFields();
    const auto wrong = std::find_if(fields.begin(), fields.end(),
        [this](const Field *field) { return !mistakeIn(*field).isEmpty(); });
    if (wrong != fields.end())
        (*wrong)->edit->setFocus();
}

Mate ParameterForm::applied(Mate mate) const
{
    const auto optional = [this](const Field &field, auto &target) {
        using Number = std::remove_reference_t<decltype(*target)>;
        if (field.edit->text().trimmed().isEmpty())
            target.reset();
        else if (mistakeIn(field).isEmpty())
            target = static_cast<Number>(*valueOf(field));
    };
    optional(m_maxTokens, mate.parameters.maxTokens);
    optional(m_temperature, mate.parameters.temperature);
    optional(m_topP, mate.parameters.topP);
    if (mistakeIn(m_historyMessages).isEmpty())
        mate.historyMessages = int(*valueOf(m_historyMessages));
    if (mistakeIn(m_historyTokens).isEmpty())
        mate.historyTokens = int(*valueOf(m_historyTokens));
    mate.parameters.effort = m_effort->currentData().toString();
    mate.mergeWaitMs = m_wait->currentData().toInt();
    return mate;
}

} // namespace loopflow
