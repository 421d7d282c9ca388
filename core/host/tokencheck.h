// What a server says of a bot's token, and what of it would keep a mate from its work.
// Pure: judges what Onboarding asked; the sentences name a next step.
#pragma once

#include "core/discord/rest.h"

namespace loopflow {

/// What the token doctor looks at, besides the token itself.
enum class Aspect { MessageContent, Interactions, CodeGrant, PublicBot, Starts };
enum class Grade {
    Fine,
    Note, ///< worth knowing; nothing is wrong
    Attention, ///< something will not work
};

struct Finding {
    Aspect aspect{};
    Grade grade{};
    QString sentence;
};

struct TokenCheck {
    discord::User bot;
    QString discriminator; ///< four digits; empty for a bot without one
    discord::Application application;
    int startsLeft = 0; ///< identifies left today
    QUrl serverInvite;
    QUrl personalInvite;
    Milliseconds latency{0}; ///< of the first question
    /// In the order of Aspect. What is fine and needs no line (Code Grant off, a public bot) is
    /// left out.
    QList<Finding> findings;
};

QList<Finding> findingsOf(
    const discord::Application &application, const discord::GatewayBot &gateway);

} // namespace loopflow
