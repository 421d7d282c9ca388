// How connections leave this computer: through which proxy, and trusting whom besides the system.
// Only says so; libcurl and the gateway's sockets go by it. What is on this computer is never reached through a proxy.
#pragma once

#include "core/base/secret.h"

#include <QUrl>

class QWebSocket;

namespace loopflow {

struct Route {
    enum class Proxy { System, None, Own };
    Proxy proxy = Proxy::System;
    QUrl address; ///< of the own proxy: http or socks5, host and port, and a user perhaps
    Secret password; ///< of that user
    QByteArray certificates; ///< PEM, trusted besides the system's; empty for none
};

/// Has the socket, which is not open yet, go by the route to `host`.
void follow(const Route &route, QWebSocket *socket, const QString &host);

} // namespace loopflow
