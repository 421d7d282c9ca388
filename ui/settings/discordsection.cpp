#include "ui/settings/discordsection.h"

#include "core/store/settings.h"
#include "ui/widgets/type.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace loopflow {

namespace {

const QString apiKey = QStringLiteral("discord.api");
const QString compressKey = QStringLiteral("gateway.compress");

} // namespace

DiscordSection::DiscordSection(const UiServices &services, QWidget *parent)
    : SettingsSection(tr("Discord"), tr("Server, compression"), parent)
    , m_services(services)
{
    m_server = add(new SettingRow(tr("Discord-compatible server"),
        tr("The address of an API in place of Discord's own. Mates without an address of their own connect there, "
           "with their tokens. It must be https, or on this computer. Default: https://discord.com/api/v10."),
        column()));
    auto *box = new QWidget(m_server);
    box->setAccessibleName(tr("Discord-compatible server"));
    m_address = new QLineEdit(m_services.settings->text(apiKey), box);
    m_address->setObjectName(QStringLiteral("setting-discord.api"));
    m_address->setAccessibleName(tr("Address of the server"));
    m_address->setPlaceholderText(QStringLiteral("https://discord.com/api/v10"));
    m_use = new QPushButton(tr("Check and use"), box);
    m_use->setObjectName(QStringLiteral("discordUse"));
    m_use->setEnabled(false);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, gridStep, 0, 0);
    row->setSpacing(insideControl);
    row->addWidget(m_address, 1);
    row->addWidget(m_use);
    m_server->setControl(box, Qt::Vertical);
    connect(m_address, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_use->setEnabled(text.trimmed() != m_services.settings->text(apiKey));
        m_use->setText(text.trimmed().isEmpty() ? tr("Use Discord") : tr("Check and use"));
    });
    connect(m_address, &QLineEdit::returnPressed, m_use, &QPushButton::click);
    connect(m_use, &QPushButton::clicked, this, &DiscordSection::useServer);

    auto *compress = add(new SwitchRow(tr("Compress the gateway's events"),
        tr("Takes a tenth of the traffic and a little more work. Holds from each mate's next connection on. "
           "Default: on."),
        m_services.settings->number(compressKey) != 0, QStringLiteral("setting-gateway.compress"), column()));
    connect(compress, &SwitchRow::toggled, this, [this, compress](bool on) {
        const auto saved = m_services.settings->save(compressKey, on ? QString() : QStringLiteral("0"));
        compress->say(saved ? tr("Saved.") : saved.error().message, saved ? ColorRole::Muted : ColorRole::Failed);
    });
}

void DiscordSection::useServer()
{
    const QString address = m_address->text().trimmed();
    if (address.isEmpty()) {
        saveServer({});
        return;
    }
    if (const auto fits = m_services.settings->check(apiKey, address); !fits) {
        m_server->say(fits.error().message, ColorRole::Failed);
        return;
    }
    m_use->setEnabled(false);
    m_server->say(tr("Asking the server…"));
    m_services.checkServer(address, this, [this](const Result<QString> &answer) {
        m_use->setEnabled(true);
        if (answer)
            saveServer(*answer);
        else
            m_server->say(answer.error().message, ColorRole::Failed);
    });
}

void DiscordSection::saveServer(const QString &address)
{
    const auto saved = m_services.settings->save(apiKey, address);
    if (!saved) {
        m_server->say(saved.error().message, ColorRole::Failed);
        return;
    }
    m_address->setText(address);
    m_use->setEnabled(false);
    m_server->say(address.isEmpty() ? tr("Discord is used. Running mates connect anew.")
                                    : tr("The server answers and is used. Running mates connect anew."),
        ColorRole::Online);
}

} // namespace loopflow
