#include "ui/create/modelform.h"

#include "core/host/credentials.h"
#include "core/llm/modelcatalog.h"
#include "ui/widgets/markrow.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/type.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

namespace loopflow {

namespace {

QLabel *makeLabel(const QString &text, QWidget *buddy)
{
    auto *label = new Text(text, metaFont(), ColorRole::Muted, buddy->parentWidget());
    label->setBuddy(buddy);
    buddy->setAccessibleName(text);
    return label;
}

} // namespace

ModelForm::ModelForm(const UiServices &services, Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_provider(new QComboBox(this))
    , m_model(new QComboBox(this))
    , m_address(new QLineEdit(this))
    , m_key(new MarkRow(Mark::None, {}, this))
    , m_addKey(new QPushButton(tr("Add key…"), this))
    , m_keyField(new SecretField(tr("API key"), QStringLiteral("apiKey"), this))
{
    m_provider->setObjectName(QStringLiteral("provider"));
    m_model->setObjectName(QStringLiteral("model"));
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->lineEdit()->setPlaceholderText(tr("Choose a model or type its name"));
    m_model->lineEdit()->setAccessibleName(tr("Model"));
    m_address->setObjectName(QStringLiteral("baseUrl"));
    m_address->setPlaceholderText(tr("The provider's usual address"));
    m_key->setObjectName(QStringLiteral("keyState"));
    m_addKey->setObjectName(QStringLiteral("addKey"));
    m_key->addButton(m_addKey);
    m_keyField->hide();
    for (const ProviderChoice &choice : m_services.providers)
        m_provider->addItem(choice.name, choice.id);
    m_provider->setCurrentIndex(-1);
    m_provider->setPlaceholderText(tr("Choose a provider"));
    layOut(orientation);

    connect(m_provider, &QComboBox::currentIndexChanged, this, &ModelForm::providerChanged);
    connect(m_model, &QComboBox::editTextChanged, this, [this] {
        if (!m_setting)
            Q_EMIT changed();
    });
    connect(m_address, &QLineEdit::textChanged, this, [this] {
        if (!m_setting)
            Q_EMIT changed();
    });
    connect(m_addKey, &QPushButton::clicked, this, [this] {
        m_keyField->show();
        m_keyField->setFocus();
    });
    connect(m_keyField, &SecretField::submitted, this, &ModelForm::saveKey);
    providerChanged();
}

void ModelForm::layOut(Qt::Orientation orientation)
{
    const bool beside = orientation == Qt::Horizontal;
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(betweenGroups);
    grid->setVerticalSpacing(gridStep);
    const auto place = [&](const QString &name, QWidget *field, int row, int column, int span) {
        grid->addWidget(makeLabel(name, field), row, column, 1, span);
        grid->addWidget(field, row + 1, column, 1, span);
    };
    place(tr("Provider"), m_provider, 0, 0, beside ? 1 : 2);
    place(tr("Model"), m_model, beside ? 0 : 2, beside ? 1 : 0, beside ? 1 : 2);
    place(tr("Address of the service"), m_address, 4, 0, 2);
    grid->addWidget(m_key, 6, 0, 1, 2);
    grid->addWidget(m_keyField, 7, 0, 1, 2);
    grid->setRowMinimumHeight(6, 28);
    for (const int column : {0, 1})
        grid->setColumnStretch(column, 1);
}

void ModelForm::setChoice(const ModelChoice &choice)
{
    m_setting = true;
    int row = m_provider->findData(choice.provider);
    if (row < 0 && !choice.provider.isEmpty()) {
        // A mate may come with a provider that is not offered here, such as the practice model.
        m_provider->addItem(choice.provider, choice.provider);
        row = m_provider->count() - 1;
    }
    m_provider->setCurrentIndex(row);
    m_model->setEditText(choice.model);
    m_address->setText(choice.baseUrl);
    m_setting = false;
}

ModelChoice ModelForm::choice() const
{
    return {m_provider->currentData().toString(), m_model->currentText().trimmed(),
        m_address->text().trimmed()};
}

void ModelForm::chooseKnownProvider()
{
    const QList<KeySource> keys = m_services.credentials->keysInEnvironment();
    for (const KeySource &key : keys) {
        if (const int row = m_provider->findData(key.provider); row >= 0) {
            m_provider->setCurrentIndex(row);
            return;
        }
    }
}

const ProviderChoice *ModelForm::provider() const
{
    const QString id = m_provider->currentData().toString();
    const auto found = std::find_if(m_services.providers.cbegin(), m_services.providers.cend(),
        [&](const ProviderChoice &choice) { return choice.id == id; });
    return found == m_services.providers.cend() ? nullptr : &*found;
}

void ModelForm::providerChanged()
{
    showModels();
    lookForKey();
    if (!m_setting)
        Q_EMIT changed();
}

void ModelForm::showModels()
{
    const QSignalBlocker blocker(m_model);
    const QString id = m_provider->currentData().toString();
    m_model->clear();
    for (const llm::CatalogModel &model : llm::ModelCatalog::builtIn().modelsOf(id))
        m_model->addItem(model.id);
    m_model->setCurrentIndex(-1);
    m_model->clearEditText();
    if (id.isEmpty() || !m_services.listModels)
        return;
    // The provider's own list is newer than ours; the typed name stays.
    m_services.listModels(
        id, m_address->text().trimmed(), this, [this, id](const Result<QStringList> &models) {
            if (!models || models->isEmpty() || m_provider->currentData().toString() != id)
                return;
            const QSignalBlocker quiet(m_model);
            const QString typed = m_model->currentText();
            m_model->clear();
            m_model->addItems(*models);
            m_model->setEditText(typed);
        });
}

void ModelForm::lookForKey()
{
    const ProviderChoice *chosen = provider();
    m_keyField->hide();
    m_addKey->hide();
    m_key->setVisible(chosen != nullptr);
    if (!chosen)
        return;
    if (chosen->local) {
        m_key->set(Mark::Done, tr("Runs on this computer and needs no key."));
        return;
    }
    m_key->set(Mark::None, tr("Looking for a key…"));
    for (const KeySource &source : m_services.credentials->keysInEnvironment()) {
        if (source.provider == chosen->id) {
            m_key->set(Mark::Done, tr("Key found in %1.").arg(source.variable));
            return;
        }
    }
    m_services.credentials->key(
        chosen->id, this, [this, id = chosen->id](const Result<Secret> &key) {
            const ProviderChoice *now = provider();
            if (!now || now->id != id)
                return;
            if (key && !key->isEmpty()) {
                m_key->set(Mark::Done, tr("Key found in the keychain."));
                return;
            }
            m_addKey->show();
            m_key->set(Mark::Attention,
                tr("No key for %1 in the environment or the keychain.").arg(now->name));
        });
}

void ModelForm::saveKey()
{
    const ProviderChoice *chosen = provider();
    Secret key = m_keyField->secret();
    if (!chosen || key.isEmpty())
        return;
    m_services.credentials->saveKey(
        chosen->id, std::move(key), this, [this](const Result<bool> &saved) {
            if (saved) {
                m_keyField->clear();
                lookForKey();
            } else {
                m_key->set(Mark::Refused, saved.error().message);
            }
        });
}

} // namespace loopflow
