#include "ui/widgets/secretfield.h"

#include "ui/widgets/type.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace loopflow {

SecretField::SecretField(const QString &name, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
{
    m_edit->setObjectName(objectName);
    m_edit->setAccessibleName(name);
    m_edit->setEchoMode(QLineEdit::Password);
    // No learning keyboard or spell checker may keep a secret.
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
        | Qt::ImhNoAutoUppercase);
    auto *show = new QPushButton(tr("Hold to show"), this);
    show->setObjectName(objectName + QStringLiteral("Show"));
    auto *paste = new QPushButton(tr("Paste"), this);
    paste->setObjectName(objectName + QStringLiteral("Paste"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(insideControl);
    row->addWidget(m_edit, 1);
    row->addWidget(show);
    row->addWidget(paste);
    setFocusProxy(m_edit);

    connect(show, &QPushButton::pressed, this, [this] { m_edit->setEchoMode(QLineEdit::Normal); });
    connect(
        show, &QPushButton::released, this, [this] { m_edit->setEchoMode(QLineEdit::Password); });
    connect(paste, &QPushButton::clicked, this, [this] {
        m_edit->setText(QApplication::clipboard()->text().trimmed());
        m_edit->setFocus();
    });
    connect(m_edit, &QLineEdit::textChanged, this, &SecretField::changed);
    connect(m_edit, &QLineEdit::returnPressed, this, &SecretField::submitted);
}

QString SecretField::text() const
{
    return m_edit->text();
}

Secret SecretField::secret() const
{
    return Secret(m_edit->text().trimmed().toUtf8());
}

void SecretField::setSecret(const Secret &secret)
{
    m_edit->setText(QString::fromUtf8(secret.reveal()));
}

void SecretField::clear()
{
    m_edit->clear();
}

} // namespace loopflow
