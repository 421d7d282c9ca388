// What running a recorded turn again starts from, and what may be changed about it.
// Taken from the record alone, whole or not at all; never made up from how things are today.
#pragma once

#include "core/conversation/event.h"

namespace loopflow {

/// What a replay changes; what is not set stays as it was.
struct ReplayEdits {
    std::optional<QString> promptText{};
    int promptVersion = 0; ///< with promptText: the number of the version that it is; 0: of none
    std::optional<QString> provider{}; ///< llm::KnownProvider::id
    /// Empty, or not set while the provider is another one: the provider's usual address.
    std::optional<QString> baseUrl{};
    std::optional<QString> model{};
    std::optional<llm::ChatParameters> parameters{};
    bool operator==(const ReplayEdits &) const = default;
};

/// A recorded turn that can be run again.
struct ReplaySource {
    TurnId turn{};
    ConversationId conversation;
    TurnStarted begun; ///< as it began
    TurnStarted setup; ///< as it stood when it sent `sent`: after restarts, failures and shortened histories
    HistoryFetched history; ///< what it read for that
    RequestSent sent; ///< its last request: the one that was answered, if any was
    QString reply; ///< the model's text; empty when there is none
    llm::Usage usage; ///< of that reply
    /// Why it cannot be run again as it was, in a sentence: this version of Loopflow would ask something else. With
    /// changes it can.
    std::optional<Error> notExact;
};

/// `records` are the turn's own, in order; `unreadable` of them were left out. Errors, each in a sentence that says
/// what is missing: NotFound for no records; Invalid for a turn that asked no model, of which something that it went
/// by is damaged or was not recorded.
Result<ReplaySource> replaySource(const QList<LogRecord> &records, int unreadable);

/// The setup of the source's replay. Whoever starts it still gives it the address, and what is known today of a
/// model that is another one.
TurnStarted replaySetup(const ReplaySource &source, const ReplayEdits &edits);

/// Whether `source` can be run with `setup`, made of replaySetup(): Invalid where it would be exact and is notExact, or
/// where its prompt names a variable whose value was not recorded.
Result<void> checkReplay(const ReplaySource &source, const TurnStarted &setup);

/// Whether `replay` asks the very thing that `source` (as it began) did, answered by the same model of the same
/// provider: the label "exact", else "changed".
bool isExactReplay(const TurnStarted &source, const TurnStarted &replay);

} // namespace loopflow
