#include "app/localpractice.h"

namespace loopflow {

using namespace Qt::StringLiterals;

LocalPractice::LocalPractice(QObject *parent)
    : Practice(parent)
{
}

Result<void> LocalPractice::start()
{
    if (m_started)
        return {};
    if (const auto started = m_discord.start(); !started)
        return started.error();
    if (const auto started = m_model.start(); !started)
        return started.error();
    m_person = m_discord.addPerson(u"you"_s);
    m_started = true;
    return {};
}

QUrl LocalPractice::api() const
{
    return m_discord.api();
}

QUrl LocalPractice::gateway() const
{
    return m_discord.gateway();
}

QUrl LocalPractice::model() const
{
    return m_model.baseUrl();
}

PracticeBot LocalPractice::addBot(const QString &name)
{
    Q_ASSERT(m_started);
    const auto bot = m_discord.addBot(name);
    return {bot.id, Secret(bot.token.toUtf8()), m_discord.dm(bot.id, m_person.id)};
}

bool LocalPractice::isBotToken(const Secret &token) const
{
    return m_discord.isBotToken(QString::fromUtf8(token.reveal()));
}

void LocalPractice::join(discord::UserId bot)
{
    m_discord.join(bot);
}

discord::ChannelId LocalPractice::dm(discord::UserId bot)
{
    return m_discord.dm(bot, m_person.id);
}

discord::UserId LocalPractice::person() const
{
    return m_person.id;
}

Secret LocalPractice::personToken() const
{
    return Secret(m_person.token.toUtf8());
}

Result<discord::MessageId> LocalPractice::say(discord::ChannelId dm, const QString &text)
{
    return m_discord.say(m_person.id, dm, text);
}

} // namespace loopflow
