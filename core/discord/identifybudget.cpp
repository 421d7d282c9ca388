#include "core/discord/identifybudget.h"

#include "core/base/backoff.h"
#include "core/base/core.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace loopflow::discord {

static constexpr Milliseconds day = 24h;
static constexpr Backoff pace{IdentifyBudget::usualWait, 300s};
static constexpr int unhurried = 15; ///< identifies an hour before the pace slows down

IdentifyBudget::IdentifyBudget(QList<Milliseconds> spent)
    : m_spent(std::move(spent))
{
    std::sort(m_spent.begin(), m_spent.end());
}

void IdentifyBudget::spend(TimePoint now)
{
    while (!m_spent.isEmpty() && m_spent.first() <= now.wall - day)
        m_spent.removeFirst();
    // A clock that was set back leaves times of the future: they happened before now.
    for (Milliseconds &time : m_spent)
        time = std::min(time, now.wall);
    m_spent.append(now.wall);
}

Milliseconds IdentifyBudget::wait(TimePoint now) const
{
    if (m_spent.isEmpty())
        return 0ms;
    const auto until = [&](Milliseconds spent, Milliseconds span) {
        return std::max<Milliseconds>(0ms, std::min(spent, now.wall) + span - now.wall);
    };
    const int lastHour = spentWithin(1h, now);
    const Milliseconds paced = until(m_spent.last(), pace.wait(lastHour - unhurried, 0));
    const qsizetype excess = m_spent.size() - ours;
    return excess < 0 ? paced : std::max(paced, until(m_spent[excess], day));
}

QString IdentifyBudget::explain(TimePoint now) const
{
    using namespace std::chrono;
    const Milliseconds rest = wait(now);
    const QString sentence = rest < 2min
        ? Core::tr("This mate signed in to Discord %1 times within a day, and at 1,000 Discord resets the token. "
                   "Loopflow waits %2 seconds before the next time. See whether another program uses this token, or "
                   "why the mate starts so often.")
        : rest < 2h
        ? Core::tr("This mate signed in to Discord %1 times within a day, and at 1,000 Discord resets the token. "
                   "Loopflow waits %2 minutes before the next time. See whether another program uses this token, or "
                   "why the mate starts so often.")
        : Core::tr("This mate signed in to Discord %1 times within a day, and at 1,000 Discord resets the token. "
                   "Loopflow waits %2 hours before the next time. See whether another program uses this token, or "
                   "why the mate starts so often.");
    const auto count = rest < 2min ? ceil<seconds>(rest).count()
        : rest < 2h                ? ceil<minutes>(rest).count()
                                   : ceil<hours>(rest).count();
    return sentence.arg(spentWithin(day, now)).arg(count);
}

int IdentifyBudget::left(TimePoint now) const
{
    return std::max(0, daily - spentWithin(day, now));
}

int IdentifyBudget::spentWithin(Milliseconds span, TimePoint now) const
{
    const auto oldest = std::upper_bound(m_spent.begin(), m_spent.end(), now.wall - span);
    return static_cast<int>(std::distance(oldest, m_spent.end()));
}

} // namespace loopflow::discord
