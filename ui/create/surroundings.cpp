#include "ui/create/surroundings.h"

#include "core/host/credentials.h"
#include "core/host/localmodels.h"
#include "ui/create/keyrow.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/markrow.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace loopflow {

namespace {

/// So many providers are offered a key for; the others show when they have one.
constexpr int offers = 2;

} // namespace

Surroundings::Surroundings(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_noServer(new MarkRow(Mark::None, {}, this))
    , m_keychain(new MarkRow(Mark::None, tr("Keychain: looking…"), this))
    , m_advice(new Text({}, metaFont(), ColorRole::Muted, this))
    , m_again(new QPushButton(icon(QStringLiteral("refresh-cw")), tr("Look again"), this))
{
    m_noServer->setObjectName(QStringLiteral("noLocalModels"));
    m_keychain->setObjectName(QStringLiteral("keychainRow"));
    m_advice->setObjectName(QStringLiteral("advice"));
    m_advice->setWordWrap(true);
    m_again->setObjectName(QStringLiteral("lookAgain"));
    layOut();
    connect(m_again, &QPushButton::clicked, this, &Surroundings::lookAtEverything);
    lookAtEverything();
}

void Surroundings::layOut()
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(insideControl);
    int hosted = 0;
    for (const ProviderChoice &provider : m_services.providers) {
        if (provider.local || provider.keyVariable.isEmpty())
            continue;
        auto *row = new KeyRow(m_services, provider, hosted++ < offers, this);
        m_keys.emplace(provider.id, row);
        rows->addWidget(row);
        connect(row, &KeyRow::looked, this, &Surroundings::takeKey);
    }
    for (const ProviderChoice &provider : m_services.providers) {
        if (!provider.local)
            continue;
        auto *row = new MarkRow(Mark::Done, {}, this);
        row->setObjectName(QStringLiteral("localModel-") + provider.id);
        row->hide();
        m_servers.emplace(provider.id, row);
        rows->addWidget(row);
    }
    m_noServer->set(Mark::None, tr("Local models: looking for Ollama, LM Studio and llama.cpp…"));
    rows->addWidget(m_noServer);
    rows->addWidget(m_keychain);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(0, gridStep, 0, 0);
    foot->setSpacing(paneEdge);
    foot->addWidget(m_advice, 1);
    foot->addWidget(m_again, 0, Qt::AlignTop);
    rows->addLayout(foot);
    m_noServer->setVisible(m_services.localModels != nullptr);
}

void Surroundings::look()
{
    for (const auto &[provider, row] : m_keys)
        row->look();
    if (!m_services.localModels || m_looking)
        return;
    m_looking = true;
    m_services.localModels->look(
        this, [this](const QList<LocalServer> &servers) { takeServers(servers); });
}

void Surroundings::lookAtEverything()
{
    look();
    m_services.credentials->probeKeychain(
        this, [this](KeychainState state) { takeKeychain(state); });
}

void Surroundings::takeKey(const QString &provider, bool found)
{
    m_found[provider] = found;
    advise();
}

void Surroundings::takeServers(const QList<LocalServer> &servers)
{
    m_looking = false;
    for (const auto &[provider, row] : m_servers)
        row->hide();
    m_anyServer = false;
    for (const LocalServer &server : servers) {
        const auto row = m_servers.find(server.provider);
        if (row == m_servers.end())
            continue;
        m_anyServer = m_anyServer || server.models > 0;
        if (server.models > 0)
            row->second->set(Mark::Done,
                server.models == 1 ? tr("%1 is running here with 1 model").arg(server.name)
                                   : tr("%1 is running here with %2 models")
                                         .arg(server.name, count(server.models)));
        else
            row->second->set(Mark::Attention,
                tr("%1 is running here, but has no model yet: load one there").arg(server.name));
        row->second->show();
    }
    m_noServer->set(Mark::None,
        tr("Local models: no Ollama, LM Studio or llama.cpp is running on this computer"));
    m_noServer->setVisible(servers.isEmpty());
    advise();
}

void Surroundings::takeKeychain(KeychainState state)
{
    switch (state) {
    case KeychainState::Fine:
        m_keychain->set(Mark::Done, tr("Keychain: ready for tokens and keys"));
        return;
    case KeychainState::Locked:
        m_keychain->set(Mark::Attention,
            tr("Keychain: locked. Unlock it and look again, or start Loopflow with each mate's "
               "token "
               "in LOOPFLOW_TOKEN_<NAME>."));
        return;
    case KeychainState::Missing:
        m_keychain->set(Mark::Attention,
            tr("Keychain: none found. Start GNOME Keyring or KWallet and look again, or start "
               "Loopflow "
               "with each mate's token in LOOPFLOW_TOKEN_<NAME>."));
        return;
    }
    Q_UNREACHABLE();
}

void Surroundings::advise()
{
    const bool anyKey =
        std::any_of(m_found.cbegin(), m_found.cend(), [](const auto &one) { return one.second; });
    if (anyKey || m_anyServer)
        m_advice->setText(tr(
            "An app that was started from the desktop's menu does not see a shell's variables; a "
            "key that you add here goes to the system keychain."));
    else
        m_advice->setText(
            tr("Nothing here can answer yet. Add a provider's key, start a model on this computer, "
               "or practise with the built-in practice model, which needs neither. An app that was "
               "started from the desktop's menu does not see a shell's variables."));
}

} // namespace loopflow
