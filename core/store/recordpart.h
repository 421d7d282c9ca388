// Which part of the record is to be deleted.
// As it was when that began: what is recorded meanwhile is no part of it.
#pragma once

#include "core/discord/id.h"
#include "core/mate/mate.h"

namespace loopflow {

struct RecordPart {
    MateId mate{};
    discord::ChannelId channel; ///< none: all of the mate's
    qint64 lastSeq = 0;
    qint64 lastPack = 0;
    qint64 events = 0; ///< how many it has
};

} // namespace loopflow
