#include "core/host/replayeffects.h"

namespace loopflow {

ReplayEffects::ReplayEffects(ModelServices services, Mate mate, HistoryFetched history)
    : m_model(services, std::move(mate))
    , m_history(std::move(history))
{
}

void ReplayEffects::perform(const TurnAction &action, Sink sink)
{
    std::visit(
        Overloaded{
            [](const StartTyping &) {},
            [](const StopTyping &) {},
            [&](const FetchHistory &a) {
                // Nothing was posted, so there are no own parts to be found.
                sink(a.purpose == HistoryPurpose::Context ? m_history : HistoryFetched{a.purpose, {}, false});
            },
            [&](const SendRequest &a) { m_model.send(a, sink); },
            // A failure's notice, too: the turn fails, and nobody is told in the conversation.
            [&](const PostPart &a) { sink(PartPosted{a.part, {}, true}); },
            [](const WaitUntil &) { Q_UNREACHABLE(); },
            [&](const Finish &a) { sink(endOf(a)); },
        },
        action);
}

void ReplayEffects::cancel() { m_model.cancel(); }

} // namespace loopflow
