// How each event goes into the record: whole, without text, or not at all.
// A turn that was once without text stays so to its end; one whose record was deleted leaves nothing more.
#pragma once

#include "core/conversation/event.h"

#include <QHash>

#include <functional>

namespace loopflow {

class RecordGate {
public:
    /// Whether what people and models write is recorded of a mate; all of them until it is said.
    void setRecordsText(std::function<bool(MateId)> recordsText) { m_recordsText = std::move(recordsText); }
    /// The record as it is to be kept; nothing where its turn leaves nothing more.
    std::optional<LogRecord> admit(const LogRecord &record);
    /// The turns that are under way in a mate's channel (none: in all of them) leave nothing more.
    void forget(MateId mate, discord::ChannelId channel);
    /// All that are under way.
    void forgetAll();

private:
    struct Running {
        ConversationId conversation;
        bool textless = false;
        bool forgotten = false;
    };
    std::function<bool(MateId)> m_recordsText;
    QHash<TurnId, Running> m_running;
};

} // namespace loopflow
