#include "core/discord/reconnectpace.h"

#include <algorithm>

namespace loopflow::discord {

Milliseconds ReconnectPace::noteLoss(TimePoint now, double jitter)
{
    if (m_readySince && now - *m_readySince >= heldAfter)
        m_losses = 0;
    m_readySince.reset();
    const int before = m_losses++;
    return before == 0 ? Milliseconds(0) : Backoff().wait(before - 1, jitter);
}

void ReconnectPace::skipFirst()
{
    m_losses = std::max(m_losses, 1);
}

} // namespace loopflow::discord
