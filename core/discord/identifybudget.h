// How many Identifies one bot has spent, and how long the next one must wait.
// Never lets Discord's limit come near: at 1,000 in 24 hours Discord resets the token.
// Spec: docs "Gateway › Identifying", "Gateway › Session Start Limit".
#pragma once

#include "core/base/time.h"

#include <QList>
#include <QString>

namespace loopflow::discord {

class IdentifyBudget final {
public:
    /// Discord's limit for 24 hours.
    static constexpr int daily = 1000;
    /// Where we stop ourselves: other programs may use the same token.
    static constexpr int ours = 900;
    /// Discord lets one Identify in per 5 s (docs: max_concurrency); a wait up to this needs no
    /// words.
    static constexpr Milliseconds usualWait{5000};

    IdentifyBudget() = default;
    /// `spent` are wall times, in any order.
    explicit IdentifyBudget(QList<Milliseconds> spent);

    void spend(TimePoint now);
    /// How long the next Identify must still wait; zero when it may go. Identifies are at least
    /// `usualWait` apart, further after 15 in an hour, and none goes beyond `ours` in 24 hours.
    Milliseconds wait(TimePoint now) const;
    /// How many of `daily` are left.
    int left(TimePoint now) const;
    /// Why and how long it waits now, for people.
    QString explain(TimePoint now) const;

private:
    int spentWithin(Milliseconds span, TimePoint now) const;

    QList<Milliseconds> m_spent; ///< oldest first
};

} // namespace loopflow::discord
