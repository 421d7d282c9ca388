// The links with which people bring a mate to a server or to themselves.
// Spec: docs "OAuth2 › Bot Authorization Flow", "Application › Install Links".
#pragma once

#include "core/discord/id.h"

#include <QUrl>

namespace loopflow::discord {

/// The least a mate needs in a server, channels and threads included (reference: permissions).
constexpr quint64 invitePermissions = 377957239872;

QUrl serverInvite(ApplicationId application);
QUrl personalInvite(ApplicationId application);
/// Where a person makes an application and its token.
QUrl developerPortal();

/// What a pasted string is, when it is not a bot token: the sentence to show; empty when it may be one.
/// `forDiscord`: shape rules hold only for discord.com's own tokens; else only emptiness is wrong.
QString tokenMistake(QStringView pasted, bool forDiscord);
/// The token in what was pasted: blanks and a leading "Bot " removed.
QString trimmedToken(QStringView pasted);
/// The bot's user id that the token's first part carries; none when it carries none.
UserId botOfToken(QStringView token);

} // namespace loopflow::discord
