#include "ui/settings/providersection.h"

#include "core/host/credentials.h"
#include "core/store/settings.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace loopflow {

namespace {

/// Tells when it is left.
class HeaderEdit final : public QPlainTextEdit {
public:
    HeaderEdit(std::function<void()> left, QWidget *parent)
        : QPlainTextEdit(parent)
        , m_left(std::move(left))
    {
        setTabChangesFocus(true);
        setFont(codeFont());
        setFixedHeight(QFontMetrics(codeFont()).lineSpacing() * 3 + 14);
    }

protected:
    void focusOutEvent(QFocusEvent *event) override
    {
        QPlainTextEdit::focusOutEvent(event);
        m_left();
    }

private:
    std::function<void()> m_left;
};

QLabel *makeLabel(const QString &text, QWidget *parent)
{
    auto *label = new Text(text, metaFont(), ColorRole::Muted, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

ProviderRow::ProviderRow(const UiServices &services, ProviderChoice provider, QWidget *parent)
    : SettingRow(provider.name, {}, parent)
    , m_services(services)
    , m_provider(std::move(provider))
    , m_edit(new QPushButton(tr("Change…"), this))
{
    m_edit->setObjectName(name("Change"));
    m_edit->setAccessibleName(tr("Change %1").arg(m_provider.name));
    m_edit->setCheckable(true);
    setControl(m_edit);
    connect(m_edit, &QPushButton::toggled, this, [this](bool open) {
        if (!m_fields)
            setControl(makeFields(), Qt::Vertical);
        m_fields->setVisible(open);
        m_edit->setText(open ? tr("Done") : tr("Change…"));
        lookForKey();
    });
    lookForKey();
}

QString ProviderRow::name(const char *part) const
{
    return QStringLiteral("provider%1-%2").arg(QString::fromLatin1(part), m_provider.id);
}

QWidget *ProviderRow::makeFields()
{
    m_fields = new QWidget(this);
    m_fields->setAccessibleName(m_provider.name);
    auto *column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, gridStep, 0, 0);
    column->setSpacing(gridStep);
    column->addWidget(makeKeyField(m_fields));

    column->addWidget(makeLabel(tr("Address. Mates with an address of their own keep it."), m_fields));
    m_address = new QLineEdit(m_services.settings->text(Settings::providerUrl(m_provider.id)), m_fields);
    m_address->setObjectName(name("Address"));
    m_address->setAccessibleName(tr("Address of %1").arg(m_provider.name));
    const QString variable = m_services.credentials->addressInEnvironment(m_provider.id);
    m_address->setPlaceholderText(variable.isEmpty() ? tr("The provider's usual address") : tr("The one in %1").arg(variable));
    column->addWidget(m_address);
    connect(m_address, &QLineEdit::editingFinished, this,
        [this] { saveSetting(Settings::providerUrl(m_provider.id), m_address->text().trimmed()); });

    column->addSpacing(insideControl);
    column->addWidget(
        makeLabel(tr("Extra headers, “Name: value” on a line of its own. Secrets are refused: they belong in the key."), m_fields));
    m_headers = new HeaderEdit(
        [this] { saveSetting(Settings::providerHeaders(m_provider.id), m_headers->toPlainText().trimmed()); }, m_fields);
    m_headers->setObjectName(name("Headers"));
    m_headers->setAccessibleName(tr("Extra headers for %1").arg(m_provider.name));
    m_headers->setPlainText(m_services.settings->text(Settings::providerHeaders(m_provider.id)));
    column->addWidget(m_headers);

    column->addSpacing(insideControl);
    m_test = new QPushButton(tr("Test"), m_fields);
    m_test->setObjectName(name("Test"));
    m_test->setAccessibleName(tr("Test %1").arg(m_provider.name));
    m_test->setToolTip(tr("Asks %1 for its list of models, with this key, address and headers").arg(m_provider.name));
    m_test->setVisible(bool(m_services.listModels));
    connect(m_test, &QPushButton::clicked, this, &ProviderRow::test);
    column->addWidget(m_test, 0, Qt::AlignLeading);
    return m_fields;
}

QWidget *ProviderRow::makeKeyField(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, insideControl);
    column->setSpacing(gridStep);
    column->addWidget(makeLabel(tr("Key. It goes to the system keychain."), box));
    m_key = new SecretField(tr("%1 key").arg(m_provider.name), name("Key"), box);
    auto *save = new QPushButton(tr("Save key"), box);
    save->setObjectName(name("SaveKey"));
    save->setAccessibleName(tr("Save the key of %1").arg(m_provider.name));
    m_remove = new QPushButton(tr("Remove key"), box);
    m_remove->setObjectName(name("RemoveKey"));
    m_remove->setAccessibleName(tr("Remove the key of %1 from the keychain").arg(m_provider.name));
    m_remove->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(insideControl);
    row->addWidget(m_key, 1);
    row->addWidget(save);
    row->addWidget(m_remove);
    column->addLayout(row);
    connect(save, &QPushButton::clicked, this, &ProviderRow::saveKey);
    connect(m_key, &SecretField::submitted, this, &ProviderRow::saveKey);
    connect(m_remove, &QPushButton::clicked, this, &ProviderRow::removeKey);
    return box;
}

void ProviderRow::lookForKey()
{
    for (const KeySource &source : m_services.credentials->keysInEnvironment()) {
        if (source.provider == m_provider.id) {
            showKey(tr("Key from %1 in the environment.").arg(source.variable), false);
            return;
        }
    }
    if (!m_provider.local)
        showKey(tr("Looking for a key…"), false);
    m_services.credentials->key(m_provider.id, this, [this](const Result<Secret> &key) {
        const bool found = key && !key->isEmpty();
        if (found)
            showKey(tr("Key in the keychain."), true);
        else if (m_provider.local)
            showKey(tr("Runs on this computer and needs no key."), false);
        else if (!key && !m_provider.keyVariable.isEmpty())
            showKey(tr("No key in %1, and the keychain cannot be read.").arg(m_provider.keyVariable), false);
        else if (!key)
            showKey(tr("The keychain cannot be read."), false);
        else if (m_provider.keyVariable.isEmpty())
            showKey(tr("No key. Add one here if the server wants it."), false);
        else
            showKey(tr("No key. Add one here, or set %1.").arg(m_provider.keyVariable), false);
        if (!key && !m_provider.local)
            Q_EMIT keychainFailed();
    });
}

void ProviderRow::showKey(const QString &sentence, bool inKeychain)
{
    setSentence(sentence);
    if (m_remove)
        m_remove->setVisible(inKeychain);
}

void ProviderRow::saveKey()
{
    Secret key = m_key->secret();
    if (key.isEmpty()) {
        say(tr("Paste or type the key first."), ColorRole::Failed);
        return;
    }
    m_services.credentials->saveKey(m_provider.id, std::move(key), this, [this](const Result<bool> &saved) {
        if (saved)
            m_key->clear();
        say(saved ? tr("The key was saved in the keychain.") : saved.error().message,
            saved ? ColorRole::Muted : ColorRole::Failed);
        lookForKey();
    });
}

void ProviderRow::removeKey()
{
    m_services.credentials->removeKey(m_provider.id, this, [this](const Result<bool> &removed) {
        say(removed ? tr("The key was removed from the keychain.") : removed.error().message,
            removed ? ColorRole::Muted : ColorRole::Failed);
        lookForKey();
    });
}

void ProviderRow::saveSetting(const QString &key, const QString &value)
{
    if (value == m_services.settings->text(key))
        return;
    const auto saved = m_services.settings->save(key, value);
    say(saved ? tr("Saved. It holds from the next message on.") : saved.error().message,
        saved ? ColorRole::Muted : ColorRole::Failed);
}

void ProviderRow::test()
{
    m_test->setEnabled(false);
    say(tr("Asking %1…").arg(m_provider.name));
    QElapsedTimer clock;
    clock.start();
    m_services.listModels(m_provider.id, {}, this, [this, clock](const Result<QStringList> &models) {
        m_test->setEnabled(true);
        if (!models)
            say(models.error().message, ColorRole::Failed);
        else
            say(tr("%1 answered in %2 with %3.")
                    .arg(m_provider.name, duration(clock.elapsed()),
                        counted(models->size(), tr("1 model"), tr("%1 models"))),
                ColorRole::Online);
    });
}

ProviderSection::ProviderSection(const UiServices &services, QWidget *parent)
    : SettingsSection(tr("Providers"), tr("Keys, addresses, headers"), parent)
{
    for (const bool local : {false, true}) {
        if (local)
            addCaption(tr("On this computer"));
        for (const ProviderChoice &provider : services.providers) {
            if (provider.local != local)
                continue;
            auto *row = add(new ProviderRow(services, provider, column()));
            connect(row, &ProviderRow::keychainFailed, this, [this] {
                tell(tr("The keychain cannot be read, so keys are found in the environment only. Unlock it, or "
                        "start GNOME Keyring or KWallet, and start Loopflow again."));
            });
        }
    }
}

} // namespace loopflow
