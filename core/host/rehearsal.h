// A mate's rehearsal: a copy of it on the practice server, with a token that only exists there.
// A real token never goes near it; the copy is forgotten at exit.
#pragma once

#include "core/base/result.h"
#include "core/mate/mate.h"

class QObject;

namespace loopflow {

class Credentials;
class MateStore;
class Practice;

/// A mate and its prompt's text, before the store has them.
struct Candidate {
    Mate mate;
    QString prompt;
    bool isStarter = false; ///< nobody's own, with no model to look for
};

/// The starter mate, with no provider of its own.
Result<Candidate> starterMate();

struct Rehearsal {
    Mate mate; ///< the copy, as the store has it
    discord::ChannelId dm; ///< with the practice server's person
};

/// All of it outlives the rehearsals.
struct RehearsalServices {
    Practice *practice = nullptr;
    MateStore *mates = nullptr;
    Credentials *credentials = nullptr;
};

/// Starts the practice server if need be and adds the copy, its token first, so that a supervisor that runs can
/// start it. A candidate without a provider gets the practice model.
void rehearse(const RehearsalServices &services, Candidate candidate, QObject *context, Callback<Rehearsal> callback);
/// The same, where the practice model also takes the place of a model that has no key and would need one.
void rehearseWithModelAtHand(
    const RehearsalServices &services, Candidate candidate, QObject *context, Callback<Rehearsal> callback);

} // namespace loopflow
