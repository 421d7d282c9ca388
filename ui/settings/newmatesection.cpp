#include "ui/settings/newmatesection.h"

#include "core/llm/modelcatalog.h"
#include "core/store/settings.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

namespace loopflow {

namespace {

const QString providerKey = QStringLiteral("new.provider");
const QString modelKey = QStringLiteral("new.model");

} // namespace

NewMateSection::NewMateSection(const UiServices &services, QWidget *parent)
    : SettingsSection(tr("New mates"), tr("Model, history"), parent)
    , m_services(services)
    , m_provider(new QComboBox)
    , m_model(new QComboBox)
{
    m_provider->setObjectName(QStringLiteral("setting-new.provider"));
    m_provider->addItem(tr("The first with a key"), QString());
    for (const ProviderChoice &choice : m_services.providers)
        m_provider->addItem(choice.name, choice.id);
    m_provider->setCurrentIndex(qMax(0, m_provider->findData(m_services.settings->text(providerKey))));
    auto *provider = add(new SettingRow(tr("Provider"),
        tr("Who answers for mates that you make from now on. Default: the first whose key is in the environment."),
        column()));
    provider->setControl(m_provider);

    m_model->setObjectName(QStringLiteral("setting-new.model"));
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->lineEdit()->setPlaceholderText(tr("Chosen for each mate"));
    m_model->lineEdit()->setAccessibleName(tr("Model"));
    m_modelRow = add(new SettingRow(
        tr("Model"), tr("The model of that provider. Default: chosen for each mate."), column()));
    m_modelRow->setControl(m_model);
    offerModels();

    add(new TextSetting(m_services.settings, QStringLiteral("new.messages"), tr("Messages of history"),
        tr("How many messages of the conversation a new mate reads for an answer, 1 to 300. Default: 100."),
        QStringLiteral("100"), column()));
    add(new TextSetting(m_services.settings, QStringLiteral("new.tokens"), tr("Tokens of history"),
        tr("How much of that history fits into a request; what is older is left out. 100 to 1,000,000. Default: 8,000."),
        QStringLiteral("8000"), column()));

    connect(m_provider, &QComboBox::activated, this, [this, provider] {
        save(provider, providerKey, m_provider->currentData().toString());
        save(m_modelRow, modelKey, {}); // belonged to the other provider
        offerModels();
    });
    connect(m_model, &QComboBox::activated, this, [this] { save(m_modelRow, modelKey, m_model->currentText()); });
    connect(m_model->lineEdit(), &QLineEdit::editingFinished, this,
        [this] { save(m_modelRow, modelKey, m_model->currentText().trimmed()); });
}

void NewMateSection::offerModels()
{
    const QSignalBlocker quiet(m_model);
    const QString provider = m_services.settings->text(providerKey);
    m_model->clear();
    for (const llm::CatalogModel &model : llm::ModelCatalog::builtIn().modelsOf(provider))
        m_model->addItem(model.id);
    m_model->setEnabled(!provider.isEmpty());
    m_model->setEditText(m_services.settings->text(modelKey));
}

void NewMateSection::save(SettingRow *row, const QString &key, const QString &value)
{
    if (value == m_services.settings->text(key))
        return;
    const auto saved = m_services.settings->save(key, value);
    row->say(saved ? tr("Saved.") : saved.error().message, saved ? ColorRole::Muted : ColorRole::Failed);
}

} // namespace loopflow
