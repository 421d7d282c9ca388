// A field for a token or key: masked, with a paste button and one that shows it while held.
// The text leaves through secret() or text(); nothing else keeps it.
#pragma once

#include "core/base/secret.h"

#include <QWidget>

class QLineEdit;

namespace loopflow {

class SecretField final : public QWidget {
    Q_OBJECT
public:
    /// `name` is what it holds, in words: "Bot token".
    SecretField(const QString &name, const QString &objectName, QWidget *parent = nullptr);

    QString text() const;
    Secret secret() const;
    void clear();
    /// Fills it in as if it had been pasted.
    void setSecret(const Secret &secret);
    QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void changed();
    void submitted();

private:
    QLineEdit *m_edit;
};

} // namespace loopflow
