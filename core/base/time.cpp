#include "core/base/time.h"

#include <QRandomGenerator>

namespace loopflow {

TimePoint readClock()
{
    using namespace std::chrono;
    return {duration_cast<Milliseconds>(steady_clock::now().time_since_epoch()),
        duration_cast<Milliseconds>(system_clock::now().time_since_epoch())};
}

double systemRandom() { return QRandomGenerator::global()->generateDouble(); }

} // namespace loopflow
