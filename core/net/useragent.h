// How Loopflow names itself to servers.
// Discord prescribes a form (docs "Reference › User Agent"), and its shield refuses requests without.
#pragma once

#include <QByteArray>

namespace loopflow {

inline QByteArray userAgent()
{
    return QByteArrayLiteral("Loopflow/" LOOPFLOW_VERSION);
}

inline QByteArray discordUserAgent()
{
    return QByteArrayLiteral(
        "DiscordBot (https://github.com/loopflow/loopflow, " LOOPFLOW_VERSION ")");
}

} // namespace loopflow
