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

/// What a pasted string is, when it is not a bot's token.
enum class TokenMistake {
    None, ///< it may be one
    Empty,
    ClientSecret,
    PublicKey,
    AnId, ///< an application's or a person's
    PersonsToken,
    AccessToken, ///< OAuth2's, which stands for a person
    Incomplete, ///< a part of a bot's token, or more than one
    NotAToken,
};
/// `forDiscord`: shape rules hold only for discord.com's own tokens; else only emptiness is wrong.
TokenMistake tokenMistakeIn(QStringView pasted, bool forDiscord);
/// The mistake as a sentence to show; empty when there is none.
QString tokenMistake(QStringView pasted, bool forDiscord);
/// The token in what was pasted: blanks and a leading "Bot " removed.
QString trimmedToken(QStringView pasted);
/// The bot's user id that the token's first part carries; none when it carries none.
UserId botOfToken(QStringView token);

} // namespace loopflow::discord
