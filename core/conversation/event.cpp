#include "core/conversation/event.h"

namespace loopflow {

size_t qHash(const ConversationId &id, size_t seed)
{
    return qHashMulti(seed, static_cast<qint64>(id.mate), id.channel.value);
}

} // namespace loopflow
