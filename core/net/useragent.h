// How Loopflow names itself to servers.
// Discord's form is prescribed (docs "Reference › User Agent"); its shield refuses requests without it.
#pragma once

#include <QByteArray>

namespace loopflow {

inline QByteArray userAgent() { return QByteArrayLiteral("Loopflow/" LOOPFLOW_VERSION); }

inline QByteArray discordUserAgent()
{
    return QByteArrayLiteral("DiscordBot (https://github.com/loopflow/loopflow, " LOOPFLOW_VERSION ")");
}

} // namespace loopflow
