#include "ui/create/welcomepage.h"

#include "core/host/credentials.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/markrow.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/style.h"
#include "ui/widgets/type.h"

#include <QAction>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace loopflow {

namespace {

constexpr int cardWidth = 250;
constexpr int tileSize = 34;

/// An icon on a tinted square.
class Tile final : public QWidget {
public:
    Tile(const QString &name, QWidget *parent)
        : QWidget(parent)
        , m_icon(icon(name, ColorRole::Accent))
    {
        setFixedSize(tileSize, tileSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(ColorRole::Selection, palette()));
        painter.drawRoundedRect(rect(), 6, 6);
        m_icon.paint(&painter, rect().adjusted(9, 9, -9, -9));
    }

private:
    QIcon m_icon;
};

/// A provider's line: whether its key is at hand, and a field to add one where it is not.
class KeyRow final : public QWidget {
public:
    KeyRow(const UiServices &services, ProviderChoice provider, QWidget *parent)
        : QWidget(parent)
        , m_services(services)
        , m_provider(std::move(provider))
        , m_row(new MarkRow(Mark::None, {}, this))
        , m_add(new QPushButton(WelcomePage::tr("Add key…"), this))
        , m_field(new SecretField(WelcomePage::tr("%1 key").arg(m_provider.name),
              QStringLiteral("welcomeKey-") + m_provider.id, this))
    {
        m_row->setObjectName(QStringLiteral("keyRow-") + m_provider.id);
        m_add->setAccessibleName(WelcomePage::tr("Add key for %1").arg(m_provider.name));
        m_row->addButton(m_add);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(gridStep);
        column->addWidget(m_row);
        column->addWidget(m_field);
        connect(m_add, &QPushButton::clicked, this, [this] {
            m_field->show();
            m_field->setFocus();
        });
        connect(m_field, &SecretField::submitted, this, [this] { save(); });
        look();
    }

private:
    void look()
    {
        m_field->hide();
        m_add->hide();
        m_services.credentials->key(m_provider.id, this, [this](const Result<Secret> &key) {
            const bool found = key && !key->isEmpty();
            m_add->setVisible(!found);
            if (found)
                m_row->set(Mark::Done,
                    WelcomePage::tr("%1: key found in the keychain").arg(m_provider.name));
            else
                m_row->set(Mark::None,
                    WelcomePage::tr("%1: no key yet; set %2 or add one here")
                        .arg(m_provider.name, m_provider.keyVariable));
        });
    }

    void save()
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

    UiServices m_services;
    ProviderChoice m_provider;
    MarkRow *m_row;
    QPushButton *m_add;
    SecretField *m_field;
};

} // namespace

WelcomePage::WelcomePage(const UiServices &services, QAction *create, QAction *practice,
    QAction *import, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    setObjectName(QStringLiteral("welcome"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(3);
    auto *title = new Text(tr("No mates yet"), displayFont(), this);
    title->setAlignment(Qt::AlignHCenter);
    column->addWidget(title);
    column->addSpacing(insideControl);
    auto *subtitle = new Text(tr("A mate is a system prompt with a Discord bot of its own. Your "
                                 "team writes to it; you see everything here."),
        bodyFont(), ColorRole::Muted, this);
    subtitle->setAlignment(Qt::AlignHCenter);
    column->addWidget(subtitle);
    column->addSpacing(24);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(14);
    cards->addStretch();
    cards->addWidget(makeCard(QStringLiteral("plus"), tr("Create mate"),
        tr("Write a prompt, paste a bot token, invite it. About two minutes."), tr("Create mate"),
        create, true));
    cards->addWidget(makeCard(QStringLiteral("play"), tr("Try it without Discord"),
        tr("A practice server on this computer: no account, no key, no network."),
        tr("Try it on the practice server"), practice, false));
    cards->addWidget(makeCard(QStringLiteral("download"), tr("Import mates"),
        tr("Loopflow's Markdown files, one per mate."), tr("Import mates…"), import, false));
    cards->addStretch();
    column->addLayout(cards);
    column->addSpacing(24);
    // In a row of its own, so that a wrapped line asks for its height.
    auto *keys = new QHBoxLayout;
    keys->addStretch();
    keys->addWidget(makeKeys());
    keys->addStretch();
    column->addLayout(keys);
    column->addStretch(4);
}

QWidget *WelcomePage::makeCard(const QString &iconName, const QString &title, const QString &text,
    const QString &button, QAction *action, bool primary)
{
    auto *card = new Surface(ColorRole::Pane, {}, this, Surface::Rounded);
    card->setFixedSize(cardWidth, 192);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(18, 18, 18, 16);
    column->setSpacing(gridStep);
    column->addWidget(new Tile(iconName, card));
    column->addSpacing(insideControl);
    column->addWidget(new Text(title, titleFont(), card));
    auto *explained = new Text(text, bodyFont(), ColorRole::Muted, card);
    explained->setWordWrap(true);
    column->addWidget(explained);
    column->addStretch();
    auto *push = new QPushButton(button, card);
    push->setObjectName(QStringLiteral("welcome-") + iconName);
    push->setEnabled(action->isEnabled());
    push->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
    if (primary)
        makePrimary(push);
    connect(push, &QPushButton::clicked, action, &QAction::trigger);
    column->addWidget(push, 0, Qt::AlignLeft);
    return card;
}

QWidget *WelcomePage::makeKeys()
{
    auto *keys = new QWidget(this);
    keys->setFixedWidth(560);
    auto *rows = new QVBoxLayout(keys);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(insideControl);
    lookForKeys(rows);
    return keys;
}

void WelcomePage::lookForKeys(QVBoxLayout *rows)
{
    // Every provider whose key is in the environment, and the first two others as an offer.
    constexpr int offers = 2;
    const QList<KeySource> found = m_services.credentials->keysInEnvironment();
    int offered = 0;
    for (const ProviderChoice &provider : m_services.providers) {
        const auto source = std::find_if(found.cbegin(), found.cend(),
            [&](const KeySource &key) { return key.provider == provider.id; });
        if (source != found.cend()) {
            auto *row = new MarkRow(
                Mark::Done, tr("%1: key found in %2").arg(provider.name, source->variable), this);
            row->setObjectName(QStringLiteral("keyRow-") + provider.id);
            rows->addWidget(row);
        } else if (!provider.local && offered < offers) {
            ++offered;
            rows->addWidget(new KeyRow(m_services, provider, this));
        }
    }
    auto *hint = new Text(
        tr("An app that was started from the desktop's menu does not see a shell's variables; a "
           "key that "
           "you add here goes to the system keychain. A model on this computer (Ollama, LM Studio, "
           "llama.cpp) needs none."),
        metaFont(), ColorRole::Muted, this);
    hint->setWordWrap(true);
    rows->addWidget(hint);
}

} // namespace loopflow
