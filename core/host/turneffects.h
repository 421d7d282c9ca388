// The one door through which a turn reaches outside.
// Live, practice and replay differ here (or in the mate's home) and nowhere else.
#pragma once

#include "core/conversation/turn.h"

#include <functional>

namespace loopflow {

class TurnEffects {
public:
    using Sink = std::function<void(TurnEvent)>;
    virtual ~TurnEffects() = default;
    /// Starts an action; its outcome comes through the sink, at once or later. WaitUntil is never handed in.
    virtual void perform(const TurnAction &action, Sink sink) = 0;
    /// Aborts what is under way (but for a POST that Discord may have): its sinks are dropped.
    virtual void cancel() = 0;
};

} // namespace loopflow
