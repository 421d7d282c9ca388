#include "ui/create/modelform.h"

#include "core/host/credentials.h"
#include "core/llm/modelcatalog.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/markrow.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
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

/// "1M tokens · $2.00 in · $10.00 out"; empty for a model that is not in the price list.
QString factsOf(const QString &provider, const QString &id)
{
    const llm::CatalogModel *model = llm::ModelCatalog::builtIn().find(provider, id);
    if (!model)
        return {};
    QStringList facts;
    if (model->context >= 1'000'000)
        facts << ModelForm::tr("%1M tokens").arg(number(double(model->context / 10'000) / 100));
    else if (model->context > 0)
        facts << ModelForm::tr("%1K tokens").arg(model->context / 1000);
    if (model->price.input >= 0 && model->price.output >= 0)
        facts << ModelForm::tr("%1 in").arg(dollars(model->price.input))
              << ModelForm::tr("%1 out").arg(dollars(model->price.output));
    return facts.join(QStringLiteral(" · "));
}

} // namespace

ModelForm::ModelForm(const UiServices &services, Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_provider(new QComboBox(this))
    , m_model(new QComboBox(this))
    , m_refresh(new QPushButton(icon(QStringLiteral("refresh-cw")), {}, this))
    , m_listState(new Text({}, metaFont(), ColorRole::Muted, this))
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
    m_model->lineEdit()->setToolTip(m_model->lineEdit()->placeholderText()); // narrow forms cut it
    m_model->lineEdit()->setAccessibleName(tr("Model"));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setMaxVisibleItems(12);
    m_model->view()->setItemDelegate(new RowDelegate(m_model));
    // Type-ahead: any part of a name finds it.
    m_model->completer()->setFilterMode(Qt::MatchContains);
    m_model->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_model->completer()->popup()->setItemDelegate(new RowDelegate(m_model));
    m_refresh->setObjectName(QStringLiteral("refreshModels"));
    m_refresh->setAccessibleName(tr("Read the provider's list of models again"));
    m_refresh->setToolTip(m_refresh->accessibleName());
    m_refresh->setFixedSize(28, 28);
    m_listState->setObjectName(QStringLiteral("modelListState"));
    m_listState->setWordWrap(true);
    m_listState->hide();
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
    connect(m_refresh, &QPushButton::clicked, this, &ModelForm::refresh);
    connect(m_address, &QLineEdit::editingFinished, this, [this] {
        if (m_listedAt != choice().provider + choice().baseUrl)
            refresh();
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
    auto *models = new QWidget(this);
    m_model->setParent(models);
    m_refresh->setParent(models);
    auto *modelRow = new QHBoxLayout(models);
    modelRow->setContentsMargins(0, 0, 0, 0);
    modelRow->setSpacing(gridStep);
    modelRow->addWidget(m_model, 1);
    modelRow->addWidget(m_refresh);
    models->setFocusProxy(m_model);
    const auto place = [&](const QString &name, QWidget *field, int row, int column, int span) {
        grid->addWidget(makeLabel(name, field), row, column, 1, span);
        grid->addWidget(field, row + 1, column, 1, span);
    };
    place(tr("Provider"), m_provider, 0, 0, beside ? 1 : 2);
    m_model->setAccessibleName(tr("Model"));
    place(tr("Model"), models, beside ? 0 : 2, beside ? 1 : 0, beside ? 1 : 2);
    grid->addWidget(m_listState, 4, 0, 1, 2);
    place(tr("Address of the service"), m_address, 5, 0, 2);
    grid->addWidget(m_key, 7, 0, 1, 2);
    grid->addWidget(m_keyField, 8, 0, 1, 2);
    grid->setRowMinimumHeight(7, 28);
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
    m_address->setText(choice.baseUrl);
    m_model->setEditText(choice.model);
    m_setting = false;
    if (m_listedAt != choice.provider + choice.baseUrl)
        refresh();
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
    const ProviderChoice *chosen = provider();
    m_providerName = chosen ? chosen->name : m_provider->currentText();
    showModels();
    lookForKey();
    if (!m_setting)
        Q_EMIT changed();
}

void ModelForm::showModels()
{
    const QSignalBlocker blocker(m_model);
    const QString id = m_provider->currentData().toString();
    QStringList known;
    for (const llm::CatalogModel &model : llm::ModelCatalog::builtIn().modelsOf(id))
        known << model.id;
    m_model->clearEditText();
    offer(known);
    if (!m_setting) // setChoice() asks when it knows the address, too
        refresh();
}

void ModelForm::offer(const QStringList &models)
{
    const QSignalBlocker quiet(m_model);
    const QString typed = m_model->currentText();
    const QString id = m_provider->currentData().toString();
    m_model->clear();
    for (const QString &model : models) {
        m_model->addItem(model);
        m_model->setItemData(m_model->count() - 1, factsOf(id, model), DetailRole);
    }
    m_model->setCurrentIndex(-1);
    m_model->setEditText(typed);
}

/// The provider's own list is newer than ours; the typed name stays.
void ModelForm::refresh()
{
    const QString id = m_provider->currentData().toString();
    const QString address = m_address->text().trimmed();
    m_listState->hide();
    m_refresh->setEnabled(!id.isEmpty() && m_services.listModels);
    m_listedAt = id + address;
    if (!m_refresh->isEnabled())
        return;
    m_refresh->setEnabled(false);
    m_services.listModels(
        id, address, this, [this, asked = m_listedAt](const Result<QStringList> &models) {
            if (m_listedAt != asked)
                return;
            m_refresh->setEnabled(true);
            if (models && !models->isEmpty())
                return offer(*models);
            m_listState->setText(models
                    ? tr("The provider names no models. Type the model's name.")
                    : tr("%1 The models shown are those that Loopflow knows; you can type any name.")
                          .arg(models.error().message));
            m_listState->show();
        });
}

void ModelForm::setKey(int mark, const QString &sentence, const QString &words)
{
    m_key->set(Mark(mark), sentence);
    m_keyWords = words;
    Q_EMIT keyChecked();
}

void ModelForm::lookForKey()
{
    const ProviderChoice *chosen = provider();
    m_keyField->hide();
    m_addKey->hide();
    m_key->setVisible(chosen != nullptr);
    m_keyWords.clear();
    if (!chosen)
        return;
    if (chosen->local) {
        return setKey(
            int(Mark::Done), tr("Runs on this computer and needs no key."), tr("needs no key"));
    }
    setKey(int(Mark::None), tr("Looking for a key…"), {});
    for (const KeySource &source : m_services.credentials->keysInEnvironment()) {
        if (source.provider == chosen->id) {
            return setKey(int(Mark::Done), tr("Key found in %1.").arg(source.variable),
                tr("key from %1").arg(source.variable));
        }
    }
    m_services.credentials->key(
        chosen->id, this, [this, id = chosen->id](const Result<Secret> &key) {
            const ProviderChoice *now = provider();
            if (!now || now->id != id)
                return;
            if (key && !key->isEmpty()) {
                return setKey(int(Mark::Done), tr("Key found in the keychain."),
                    tr("key from the keychain"));
            }
            m_addKey->show();
            setKey(int(Mark::Attention),
                tr("No key for %1 in the environment or the keychain.").arg(now->name),
                tr("no key yet"));
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
                refresh();
            } else {
                m_key->set(Mark::Refused, saved.error().message);
            }
        });
}

} // namespace loopflow
