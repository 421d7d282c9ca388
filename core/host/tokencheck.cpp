#include "core/host/tokencheck.h"

#include "core/base/core.h"

#include <QLocale>

namespace loopflow {

namespace {

/// Below this a day of restarts could use the bot's identifies up.
constexpr int fewStarts = 50;

QString in(Milliseconds time)
{
    const auto minutes = (time.count() + 59999) / 60000;
    return minutes < 120
        ? Core::tr("%1 minutes").arg(minutes)
        : Core::tr("%1 hours").arg((minutes + 59) / 60);
}

Finding messageContent(const discord::Application &application)
{
    if (application.messageContent)
        return {Aspect::MessageContent, Grade::Fine,
            Core::tr("Message Content is on: the mate can read the channel around a mention.")};
    return {Aspect::MessageContent, Grade::Attention,
        Core::tr("Message Content is off: the mate would read direct messages and mentions, but not the channel "
                 "around them.")};
}

Finding interactions(const discord::Application &application)
{
    if (application.interactionsEndpoint.isEmpty())
        return {Aspect::Interactions, Grade::Fine,
            Core::tr("Interactions come over the gateway.")};
    return {Aspect::Interactions, Grade::Attention,
        Core::tr("An interactions endpoint is set, so commands go there and never reach Loopflow.")};
}

Finding starts(const discord::GatewayBot &gateway)
{
    if (gateway.startsLeft >= fewStarts)
        return {Aspect::Starts, Grade::Fine,
            Core::tr("%1 of %2 starts left today.")
                .arg(QLocale().toString(gateway.startsLeft),
                    QLocale().toString(gateway.startsTotal))};
    return {Aspect::Starts, Grade::Attention,
        Core::tr("Discord lets this bot sign in only %1 more times within the next %2. See whether another program "
                 "starts it over and over.")
            .arg(QString::number(gateway.startsLeft), in(gateway.startsReset))};
}

} // namespace

QList<Finding> findingsOf(
    const discord::Application &application, const discord::GatewayBot &gateway)
{
    QList<Finding> findings{messageContent(application), interactions(application)};
    if (application.requiresCodeGrant)
        findings.append({Aspect::CodeGrant, Grade::Attention,
            Core::tr("Requires OAuth2 Code Grant is on, so the invite links do not work. Switch it off in the "
                     "developer portal under Bot.")});
    if (!application.isPublic)
        findings.append({Aspect::PublicBot, Grade::Note,
            Core::tr("Only the application's owner can invite this bot. To let others, switch Public Bot on in the "
                     "developer portal under Bot.")});
    findings.append(starts(gateway));
    return findings;
}

} // namespace loopflow
