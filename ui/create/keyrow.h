// A provider's line: whether its key is at hand, and a field to add one where it is not.
// The key goes to the keychain and nowhere else.
#pragma once

#include "ui/uiservices.h"

#include <QWidget>

class QPushButton;

namespace loopflow {

class MarkRow;
class SecretField;

class KeyRow final : public QWidget {
    Q_OBJECT
public:
    /// `offered`: shown even while there is no key, with a button to add one.
    KeyRow(const UiServices &services, ProviderChoice provider, bool offered,
        QWidget *parent = nullptr);

    /// Asks the environment and the keychain; looked() follows.
    void look();

Q_SIGNALS:
    void looked(const QString &provider, bool found);

private:
    void show(bool found, const QString &sentence);
    void save();

    UiServices m_services;
    ProviderChoice m_provider;
    bool m_offered;
    MarkRow *m_row;
    QPushButton *m_add;
    SecretField *m_field;
};

} // namespace loopflow
