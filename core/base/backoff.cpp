#include "core/base/backoff.h"

#include <algorithm>

namespace loopflow {

Milliseconds Backoff::wait(int retry, double jitter) const
{
    const auto doublings = std::clamp(retry, 0, 30);
    const auto whole = std::min<qint64>(most.count(), first.count() << doublings);
    return Milliseconds(whole - static_cast<qint64>(static_cast<double>(whole) * 0.25 * jitter));
}

} // namespace loopflow
