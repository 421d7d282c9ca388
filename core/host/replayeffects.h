// A replay's actions: the history comes from the record, the model is asked for real, nothing is ever posted.
// Has no way to Discord, to the journal or to a mate's queue; it is given none.
#pragma once

#include "core/host/modelrequest.h"

namespace loopflow {

class ReplayEffects final : public TurnEffects {
public:
    /// `history` is what the turn that is run again had read. Of `mate` only its model matters.
    ReplayEffects(ModelServices services, Mate mate, HistoryFetched history);

    void perform(const TurnAction &action, Sink sink) override;
    void cancel() override;

private:
    ModelRequest m_model;
    HistoryFetched m_history;
};

} // namespace loopflow
