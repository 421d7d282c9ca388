// The names under which the record keeps enumerators.
// Stored for good: a name may be added, never changed.
#pragma once

#include "core/conversation/event.h"

namespace loopflow {

/// Empty for a number that is no enumerator.
QLatin1StringView nameOf(IgnoreReason reason);
QLatin1StringView nameOf(discord::GatewayState state);
QLatin1StringView nameOf(HistoryPurpose purpose);
QLatin1StringView nameOf(WriteStage stage);
QLatin1StringView nameOf(RestartReason reason);
QLatin1StringView nameOf(llm::StopReason reason);
QLatin1StringView nameOf(ErrorCode code);

/// The enumerator of that name; nothing for a name that this version does not know.
template <class E>
std::optional<E> enumFrom(const QString &text)
{
    for (int i = 0; !nameOf(static_cast<E>(i)).isEmpty(); ++i) {
        if (text == nameOf(static_cast<E>(i)))
            return static_cast<E>(i);
    }
    return {};
}

} // namespace loopflow
