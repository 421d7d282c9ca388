// Messages and setups for the tests of this folder.
#pragma once

#include "core/conversation/event.h"

namespace loopflow::test {

inline const discord::UserId bot{1000};
inline const discord::UserId ana{2000};
inline const discord::ChannelId dm{3000};

/// A message that was written `second` seconds after the tests' time zero.
inline discord::MessageId idAt(int second)
{
    return discord::MessageId::at(std::chrono::milliseconds(1'700'000'000'000 + second * 1000LL));
}

inline TimePoint at(double second)
{
    const Milliseconds ms(static_cast<qint64>(second * 1000));
    return {ms, Milliseconds(1'700'000'000'000) + ms};
}

inline discord::Message message(int second, discord::UserId author, const QString &text)
{
    discord::Message message;
    message.id = idAt(second);
    message.channel = dm;
    message.author.id = author;
    message.author.username = author == bot ? QStringLiteral("maya") : QStringLiteral("ana");
    message.author.bot = author == bot;
    message.content = text;
    return message;
}

inline TurnStarted setup(QList<discord::Message> asked)
{
    TurnStarted setup;
    setup.asked = std::move(asked);
    setup.channel = dm;
    setup.bot = bot;
    setup.promptText = QStringLiteral("You are {{mate}}.");
    setup.promptVersion = 1;
    setup.variables = {{QStringLiteral("mate"), QStringLiteral("Maya")}};
    setup.provider = QStringLiteral("openai");
    setup.model = QStringLiteral("m");
    return setup;
}

} // namespace loopflow::test
