#include "core/conversation/eventnames.h"

namespace loopflow {

using namespace Qt::StringLiterals;

// Exhaustive switches, so that the compiler asks for the name of a new enumerator. A number that is
// none of them has no name, which ends the search in enumFrom().

QLatin1StringView nameOf(IgnoreReason reason)
{
    switch (reason) {
    case IgnoreReason::WrittenByBot: return "WrittenByBot"_L1;
    case IgnoreReason::SystemLine: return "SystemLine"_L1;
    case IgnoreReason::WrittenWhileClosed: return "WrittenWhileClosed"_L1;
    case IgnoreReason::NotForMates: return "NotForMates"_L1;
    }
    return {};
}

QLatin1StringView nameOf(discord::GatewayState state)
{
    using enum discord::GatewayState;
    switch (state) {
    case Offline: return "Offline"_L1;
    case Connecting: return "Connecting"_L1;
    case Identifying: return "Identifying"_L1;
    case Resuming: return "Resuming"_L1;
    case Ready: return "Ready"_L1;
    case Waiting: return "Waiting"_L1;
    case Failed: return "Failed"_L1;
    }
    return {};
}

QLatin1StringView nameOf(HistoryPurpose purpose)
{
    switch (purpose) {
    case HistoryPurpose::Context: return "Context"_L1;
    case HistoryPurpose::Verify: return "Verify"_L1;
    }
    return {};
}

QLatin1StringView nameOf(WriteStage stage)
{
    switch (stage) {
    case WriteStage::History: return "History"_L1;
    case WriteStage::Verify: return "Verify"_L1;
    case WriteStage::Post: return "Post"_L1;
    }
    return {};
}

QLatin1StringView nameOf(RestartReason reason)
{
    switch (reason) {
    case RestartReason::NewerMessage: return "NewerMessage"_L1;
    case RestartReason::Edited: return "Edited"_L1;
    case RestartReason::Deleted: return "Deleted"_L1;
    }
    return {};
}

QLatin1StringView nameOf(llm::StopReason reason)
{
    switch (reason) {
    case llm::StopReason::End: return "End"_L1;
    case llm::StopReason::Length: return "Length"_L1;
    case llm::StopReason::Refusal: return "Refusal"_L1;
    case llm::StopReason::Other: return "Other"_L1;
    }
    return {};
}

QLatin1StringView nameOf(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    case Invalid: return "Invalid"_L1;
    case Unreachable: return "Unreachable"_L1;
    case Timeout: return "Timeout"_L1;
    case Cancelled: return "Cancelled"_L1;
    case Unauthorized: return "Unauthorized"_L1;
    case Forbidden: return "Forbidden"_L1;
    case NotFound: return "NotFound"_L1;
    case RateLimited: return "RateLimited"_L1;
    case Unavailable: return "Unavailable"_L1;
    case Incomplete: return "Incomplete"_L1;
    case TooLong: return "TooLong"_L1;
    case UnsupportedParameter: return "UnsupportedParameter"_L1;
    case Storage: return "Storage"_L1;
    case Keychain: return "Keychain"_L1;
    case Conflict: return "Conflict"_L1;
    }
    return {};
}

} // namespace loopflow
