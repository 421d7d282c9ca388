// What there is to work with on this computer: keys, local models, the keychain; one line each.
// Asks anew on look(); takes a key where one is missing. Keeps nothing.
#pragma once

#include "ui/uiservices.h"

#include <QWidget>

#include <map>

class QPushButton;

namespace loopflow {

class KeyRow;
class MarkRow;
class Text;
enum class KeychainState;
struct LocalServer;

class Surroundings final : public QWidget {
    Q_OBJECT
public:
    explicit Surroundings(const UiServices &services, QWidget *parent = nullptr);

    /// Looks for everything that can change by itself: keys, model servers.
    void look();
    /// The same, and tries the keychain, which may ask the person for its password.
    void lookAtEverything();

private:
    void layOut();
    void takeKey(const QString &provider, bool found);
    void takeServers(const QList<LocalServer> &servers);
    void takeKeychain(KeychainState state);
    void advise();

    UiServices m_services;
    std::map<QString, KeyRow *> m_keys; ///< by provider
    std::map<QString, bool> m_found; ///< of m_keys
    std::map<QString, MarkRow *> m_servers; ///< by provider
    MarkRow *m_noServer;
    MarkRow *m_keychain;
    Text *m_advice;
    QPushButton *m_again;
    bool m_anyServer = false;
    bool m_looking = false;
};

} // namespace loopflow
