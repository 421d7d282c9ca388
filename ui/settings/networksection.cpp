#include "ui/settings/networksection.h"

#include "core/host/networking.h"
#include "core/store/settings.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/type.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QUrl>

namespace loopflow {

namespace {

const QString proxyKey = QStringLiteral("network.proxy");
const QString caKey = QStringLiteral("network.ca");
enum ProxyMode { SystemProxy, NoProxy, OwnProxy };

} // namespace

NetworkSection::NetworkSection(const UiServices &services, QWidget *parent)
    : SettingsSection(tr("Network"), tr("Proxy, certificates"), parent)
    , m_services(services)
{
    addProxy();
    addPassword();
    addCertificates();
    showProxy();
    showCertificates();
    connect(m_services.networking, &Networking::applied, this, &NetworkSection::showCertificates);
}

void NetworkSection::addProxy()
{
    m_mode = new QComboBox;
    m_mode->setObjectName(QStringLiteral("proxyMode"));
    m_mode->addItem(tr("The system's"));
    m_mode->addItem(tr("None"));
    m_mode->addItem(tr("This one"));
    m_proxy = add(new SettingRow(tr("Proxy"),
        tr("What Discord and the providers are reached through. This computer itself is always reached directly. "
           "Holds for new connections. Default: the system's, as the environment or the desktop says."),
        column()));
    m_proxy->setControl(m_mode);

    m_own = new QWidget(m_proxy);
    m_address = new QLineEdit(m_own);
    m_address->setObjectName(QStringLiteral("proxyAddress"));
    m_address->setAccessibleName(tr("Address of the proxy"));
    m_address->setPlaceholderText(tr("http://proxy.example.org:3128 or socks5://…"));
    m_user = new QLineEdit(m_own);
    m_user->setObjectName(QStringLiteral("proxyUser"));
    m_user->setAccessibleName(tr("User of the proxy"));
    m_user->setPlaceholderText(tr("User, if it wants one"));
    auto *row = new QHBoxLayout(m_own);
    row->setContentsMargins(0, gridStep, 0, 0);
    row->setSpacing(insideControl);
    row->addWidget(m_address, 2);
    row->addWidget(m_user, 1);
    m_own->setAccessibleName(tr("The proxy's address and user"));
    m_proxy->setControl(m_own, Qt::Vertical);

    connect(m_mode, &QComboBox::activated, this, [this](int mode) {
        m_own->setVisible(mode == OwnProxy);
        saveProxy();
        if (mode == OwnProxy)
            m_address->setFocus();
    });
    connect(m_address, &QLineEdit::editingFinished, this, &NetworkSection::saveProxy);
    connect(m_user, &QLineEdit::editingFinished, this, &NetworkSection::saveProxy);
}

void NetworkSection::addPassword()
{
    m_passwordRow = add(new SettingRow(
        tr("Password of the proxy"), tr("For the user above. It goes to the system keychain."), column()));
    auto *box = new QWidget(m_passwordRow);
    box->setAccessibleName(tr("Password of the proxy"));
    m_password = new SecretField(tr("Password of the proxy"), QStringLiteral("proxyPassword"), box);
    auto *save = new QPushButton(tr("Save"), box);
    save->setObjectName(QStringLiteral("proxyPasswordSave"));
    save->setAccessibleName(tr("Save the proxy's password; an empty one removes it"));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, gridStep, 0, 0);
    row->setSpacing(insideControl);
    row->addWidget(m_password, 1);
    row->addWidget(save);
    m_passwordRow->setControl(box, Qt::Vertical);
    connect(save, &QPushButton::clicked, this, &NetworkSection::savePassword);
    connect(m_password, &SecretField::submitted, this, &NetworkSection::savePassword);
}

void NetworkSection::addCertificates()
{
    m_certificates = add(new SettingRow(tr("Certificates to trust"),
        tr("A PEM file of authorities that are trusted besides the system's, for a proxy or server with a certificate "
           "of your organisation. Holds for new connections. Default: none."),
        column()));
    auto *box = new QWidget(m_certificates);
    box->setAccessibleName(tr("Certificates to trust"));
    auto *choose = new QPushButton(tr("Choose file…"), box);
    choose->setObjectName(QStringLiteral("caChoose"));
    m_forget = new QPushButton(tr("Use none"), box);
    m_forget->setObjectName(QStringLiteral("caForget"));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(insideControl);
    row->addWidget(m_forget);
    row->addWidget(choose);
    m_certificates->setControl(box);
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(
            this, tr("Choose certificates"), {}, tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
        if (!path.isEmpty())
            useCertificates(path);
    });
    connect(m_forget, &QPushButton::clicked, this, [this] {
        if (const auto saved = m_services.settings->save(caKey, {}); !saved)
            m_certificates->say(saved.error().message, ColorRole::Failed);
    });
}

void NetworkSection::showProxy()
{
    const QString saved = m_services.settings->text(proxyKey);
    const int mode = saved.isEmpty() ? SystemProxy : saved == QLatin1String("none") ? NoProxy : OwnProxy;
    m_mode->setCurrentIndex(mode);
    m_own->setVisible(mode == OwnProxy);
    if (mode == OwnProxy) {
        const QUrl url(saved);
        m_user->setText(url.userName());
        m_address->setText(url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath));
    }
    m_passwordRow->setVisible(m_services.networking->wantsPassword());
}

void NetworkSection::saveProxy()
{
    QString value;
    if (m_mode->currentIndex() == NoProxy)
        value = QStringLiteral("none");
    if (m_mode->currentIndex() == OwnProxy) {
        value = m_address->text().trimmed();
        if (value.isEmpty()) {
            m_proxy->say(tr("Type the proxy's address. Until then the one before holds."));
            return;
        }
        if (!value.contains(QLatin1String("://")))
            value.prepend(QLatin1String("http://"));
        QUrl url(value, QUrl::StrictMode);
        if (url.isValid() && !m_user->text().trimmed().isEmpty()) {
            url.setUserName(m_user->text().trimmed());
            value = url.toString(QUrl::FullyEncoded);
        }
    }
    if (value == m_services.settings->text(proxyKey)) {
        m_proxy->say({});
        return;
    }
    const auto saved = m_services.settings->save(proxyKey, value);
    m_proxy->say(saved ? tr("Saved. New connections go by it.") : saved.error().message,
        saved ? ColorRole::Muted : ColorRole::Failed);
    m_passwordRow->setVisible(m_services.networking->wantsPassword());
}

void NetworkSection::savePassword()
{
    m_services.networking->savePassword(m_password->secret(), this, [this](const Result<bool> &saved) {
        if (saved)
            m_password->clear();
        m_passwordRow->say(saved ? tr("Saved in the keychain.") : saved.error().message,
            saved ? ColorRole::Muted : ColorRole::Failed);
    });
}

void NetworkSection::useCertificates(const QString &path)
{
    const auto names = Networking::certificatesIn(path);
    if (!names) {
        m_certificates->say(names.error().message, ColorRole::Failed);
        return;
    }
    if (const auto saved = m_services.settings->save(caKey, path); !saved)
        m_certificates->say(saved.error().message, ColorRole::Failed);
}

void NetworkSection::showCertificates()
{
    const QString path = m_services.settings->text(caKey);
    m_forget->setVisible(!path.isEmpty());
    if (path.isEmpty()) {
        m_certificates->say({});
        return;
    }
    const QString problem = m_services.networking->problem();
    if (!problem.isEmpty()) {
        m_certificates->say(problem, ColorRole::Failed);
        return;
    }
    const auto names = Networking::certificatesIn(path);
    constexpr qsizetype shown = 3;
    QString list = names ? names->mid(0, shown).join(QStringLiteral(", ")) : QString();
    if (names && names->size() > shown)
        list += QStringLiteral(", …");
    m_certificates->say(tr("%1, from %2").arg(list, path));
}

} // namespace loopflow
