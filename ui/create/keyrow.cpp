#include "ui/create/keyrow.h"

#include "core/host/credentials.h"
#include "ui/widgets/markrow.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/type.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace loopflow {

KeyRow::KeyRow(const UiServices &services, ProviderChoice provider, bool offered, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_provider(std::move(provider))
    , m_offered(offered)
    , m_row(new MarkRow(Mark::None, {}, this))
    , m_add(new QPushButton(tr("Add key…"), this))
    , m_field(new SecretField(
          tr("%1 key").arg(m_provider.name), QStringLiteral("welcomeKey-") + m_provider.id, this))
{
    m_row->setObjectName(QStringLiteral("keyRow-") + m_provider.id);
    m_add->setObjectName(QStringLiteral("addKey-") + m_provider.id);
    m_add->setAccessibleName(tr("Add key for %1").arg(m_provider.name));
    m_row->addButton(m_add);
    m_field->hide();
    m_add->hide();
    setVisible(offered);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridStep);
    column->addWidget(m_row);
    column->addWidget(m_field);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_field->show();
        m_field->setFocus();
    });
    connect(m_field, &SecretField::submitted, this, &KeyRow::save);
}

void KeyRow::look()
{
    const QList<KeySource> sources = m_services.credentials->keysInEnvironment();
    for (const KeySource &source : sources) {
        if (source.provider == m_provider.id)
            return show(true, tr("%1: key found in %2").arg(m_provider.name, source.variable));
    }
    m_services.credentials->key(m_provider.id, this, [this](const Result<Secret> &key) {
        if (key && !key->isEmpty())
            show(true, tr("%1: key found in the keychain").arg(m_provider.name));
        else
            show(false,
                tr("%1: no key yet; set %2 or add one here")
                    .arg(m_provider.name, m_provider.keyVariable));
    });
}

void KeyRow::show(bool found, const QString &sentence)
{
    m_row->set(found ? Mark::Done : Mark::None, sentence);
    // A key that is being typed stays.
    m_add->setVisible(!found);
    if (found)
        m_field->hide();
    setVisible(found || m_offered);
    Q_EMIT looked(m_provider.id, found);
}

void KeyRow::save()
{
    Secret key = m_field->secret();
    if (key.isEmpty())
        return;
    m_services.credentials->saveKey(
        m_provider.id, std::move(key), this, [this](const Result<bool> &saved) {
            if (!saved) {
                m_row->set(Mark::Refused, saved.error().message);
                return;
            }
            m_field->clear();
            look();
        });
}

} // namespace loopflow
