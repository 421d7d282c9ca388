#include "ui/create/botcard.h"

#include "ui/widgets/avatar.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace loopflow {

namespace {

constexpr int side = 44;

class BotAvatar final : public QWidget {
public:
    explicit BotAvatar(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(side, side);
    }
    void showPicture(const QByteArray &picture)
    {
        m_picture = picture;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawAvatar(painter, rect(), accessibleName(), AvatarShape::Mate, m_picture);
    }

private:
    QByteArray m_picture;
};

} // namespace

BotCard::BotCard(QWidget *parent)
    : QWidget(parent)
    , m_avatar(new BotAvatar(this))
    , m_name(new Text({}, strongFont(), this))
    , m_number(new Text({}, metaFont(), ColorRole::Muted, this))
    , m_answer(new Text({}, metaFont(), ColorRole::Muted, this))
{
    m_name->setObjectName(QStringLiteral("botName"));
    m_number->setObjectName(QStringLiteral("botNumber"));
    m_answer->setObjectName(QStringLiteral("botAnswer"));
    auto *first = new QHBoxLayout;
    first->setSpacing(gridStep);
    first->addWidget(m_name, 0, Qt::AlignBottom);
    first->addWidget(m_number, 0, Qt::AlignBottom);
    first->addStretch();
    auto *lines = new QVBoxLayout;
    lines->setSpacing(2);
    lines->addLayout(first);
    lines->addWidget(m_answer);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(betweenGroups);
    row->addWidget(m_avatar);
    row->addLayout(lines, 1);
    setFixedHeight(side);
}

void BotCard::showBot(const TokenCheck &check, const QString &server)
{
    m_avatar->setAccessibleName(check.bot.displayName());
    showPicture({});
    m_name->setText(check.bot.displayName());
    const QString servers = check.application.guildCount == 0
        ? tr("in no server yet")
        : counted(check.application.guildCount, tr("1 server"), tr("%1 servers"));
    m_number->setText(check.discriminator.isEmpty()
            ? servers
            : QStringLiteral("#%1 · %2").arg(check.discriminator, servers));
    m_answer->setText(
        tr("%1 answered in %2 ms").arg(server, count(std::max<qint64>(1, check.latency.count()))));
}

void BotCard::showPicture(const QByteArray &picture)
{
    static_cast<BotAvatar *>(m_avatar)->showPicture(picture);
}

} // namespace loopflow
