// Brings the picture that a bot has on its server.
// Sends no token, follows no redirect, gives up on anything large.
#pragma once

#include "core/base/result.h"
#include "core/discord/message.h"

#include <QObject>
#include <QUrl>

namespace loopflow {

class HttpClient;

/// The picture's bytes, as the server has them (PNG on Discord, 256 px). Errors: NotFound where
/// there is none, TooLong for more than 2 MiB, or those of HttpClient. `http` outlives `context`.
void fetchBotPicture(HttpClient *http, const QUrl &api, const discord::User &bot, QObject *context,
    Callback<QByteArray> callback);

} // namespace loopflow
