#include "app/localpractice.h"

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

// Enough to be noticed, few enough to be survived.
constexpr int limitedRequests = 3;
constexpr int failedWrites = 3;
constexpr int slowModelMs = 5000;

} // namespace

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

Result<void> LocalPractice::edit(discord::MessageId message, const QString &text)
{
    return m_discord.edit(m_person.id, message, text);
}

Result<void> LocalPractice::erase(discord::MessageId message)
{
    return m_discord.erase(m_person.id, message);
}

// Only what the menu sets: a test may have set the rest.
void LocalPractice::clearFaults()
{
    m_discord.faults().limitNext = 0;
    m_discord.faults().failNext = 0;
    m_model.faults().firstTokenMs = 0;
    m_model.faults().cutNext = 0;
    m_model.faults().failEvery = 0;
}

void LocalPractice::setFault(PracticeFault fault, discord::UserId bot)
{
    if (m_fault != PracticeFault::None)
        clearFaults();
    m_fault = fault;
    // Told first: what the fault does can be seen at once.
    Q_EMIT faultChanged(fault, bot);
    switch (fault) {
    case PracticeFault::None:
        break;
    case PracticeFault::DropConnection:
        m_discord.drop(bot);
        break;
    case PracticeFault::InvalidateSession:
        m_discord.invalidateSession(bot, false);
        break;
    case PracticeFault::RateLimit:
        m_discord.faults().limitNext = limitedRequests;
        m_discord.faults().limitRetryAfter = 1;
        break;
    case PracticeFault::BadGateway:
        m_discord.faults().failNext = failedWrites;
        m_discord.faults().failStatus = 502;
        break;
    case PracticeFault::SlowModel:
        m_model.faults().firstTokenMs = slowModelMs;
        break;
    case PracticeFault::CutReply:
        m_model.faults().cutNext = 1;
        break;
    case PracticeFault::OverloadedModel:
        m_model.faults().failEvery = 1;
        m_model.faults().failStatus = 503;
        break;
    }
}

} // namespace loopflow
