// What the record keeps of each event: one description for writing and reading.
// A field is never renamed, nor given another meaning; new ones need a default that fits old records.
#pragma once

#include "core/conversation/eventarchive.h"

namespace loopflow {

using namespace Qt::StringLiterals;

template <class Way>
void describe(Way &way, Described<Way, Error> &it)
{
    way("code"_L1, it.code);
    way("message"_L1, it.message);
}

template <class Way>
void describe(Way &way, Described<Way, Draft> &it)
{
    way("parts"_L1, it.parts);
    way("attempt"_L1, it.attempt);
    way("notice"_L1, it.notice);
}

template <class Way>
void describe(Way &way, Described<Way, llm::ChatParameters> &it)
{
    way("temperature"_L1, it.temperature);
    way("topP"_L1, it.topP);
    way("maxTokens"_L1, it.maxTokens);
    way("effort"_L1, it.effort);
}

template <class Way>
void describe(Way &way, Described<Way, llm::ModelTraits> &it)
{
    way("refused"_L1, it.refused);
    way("contextLimit"_L1, it.contextLimit);
    way("tokenRatio"_L1, it.tokenRatio);
}

template <class Way>
void describe(Way &way, Described<Way, llm::Usage> &it)
{
    way("input"_L1, it.input);
    way("output"_L1, it.output);
    way("cachedInput"_L1, it.cachedInput);
    way("cacheWrite"_L1, it.cacheWrite);
    way("reasoning"_L1, it.reasoning);
    way("cost"_L1, it.cost);
}

template <class Way>
void describe(Way &way, Described<Way, llm::ChatReply> &it)
{
    way("text"_L1, it.text);
    way("stop"_L1, it.stop);
    way("usage"_L1, it.usage);
    way("model"_L1, it.model);
    way("refusal"_L1, it.refusal);
}

template <class Way>
void describe(Way &way, Described<Way, llm::Price> &it)
{
    way("input"_L1, it.input);
    way("output"_L1, it.output);
    way("cachedInput"_L1, it.cachedInput);
    way("cacheWrite"_L1, it.cacheWrite);
}

template <class Way>
void describe(Way &way, Described<Way, MessageSeen> &it)
{
    way("message"_L1, it.message);
}

template <class Way>
void describe(Way &way, Described<Way, MessageEdited> &it)
{
    way("message"_L1, it.message);
}

template <class Way>
void describe(Way &way, Described<Way, MessageDeleted> &it)
{
    way("message"_L1, it.message);
}

template <class Way>
void describe(Way &way, Described<Way, MessageIgnored> &it)
{
    way("message"_L1, it.message);
    way("reason"_L1, it.reason);
}

template <class Way>
void describe(Way &way, Described<Way, NoteAdded> &it)
{
    way("text"_L1, it.text);
}

template <class Way>
void describe(Way &way, Described<Way, ConnectionChanged> &it)
{
    way("state"_L1, it.state);
}

template <class Way>
void describe(Way &way, Described<Way, PromptSaved> &it)
{
    way("number"_L1, it.number);
}

template <class Way>
void describe(Way &way, Described<Way, MateFailed> &it)
{
    way("error"_L1, it.error);
}

template <class Way>
void describe(Way &way, Described<Way, TurnStarted> &it)
{
    way("asked"_L1, it.asked);
    way("channel"_L1, it.channel);
    way("bot"_L1, it.bot);
    way("promptText"_L1, it.promptText);
    way("promptVersion"_L1, it.promptVersion);
    way("variables"_L1, it.variables);
    way("provider"_L1, it.provider);
    way("baseUrl"_L1, it.baseUrl);
    way("model"_L1, it.model);
    way("parameters"_L1, it.parameters);
    way("traits"_L1, it.traits);
    way("historyMessages"_L1, it.historyMessages);
    way("historyTokens"_L1, it.historyTokens);
    way("mergeWaitMs"_L1, it.mergeWaitMs);
    way("answerWithinMs"_L1, it.answerWithinMs);
    way("draft"_L1, it.draft);
    way("draftMayBePosted"_L1, it.draftMayBePosted);
    way("replayOf"_L1, it.replayOf);
    way("attempt"_L1, it.attempt);
    way("postsAfter"_L1, it.postsAfter);
}

template <class Way>
void describe(Way &, Described<Way, TypingShown> &)
{
}

template <class Way>
void describe(Way &way, Described<Way, HistoryFetched> &it)
{
    way("purpose"_L1, it.purpose);
    way("messages"_L1, it.messages);
    way("more"_L1, it.more);
}

template <class Way>
void describe(Way &way, Described<Way, RequestSent> &it)
{
    way("attempt"_L1, it.attempt);
    way("url"_L1, it.url);
    way.bytes("body"_L1, "bodyBase64"_L1, it.body);
    way("estimatedTokens"_L1, it.estimatedTokens);
    way("leftOut"_L1, it.leftOut);
}

template <class Way>
void describe(Way &way, Described<Way, RequestFailed> &it)
{
    way("attempt"_L1, it.attempt);
    way("error"_L1, it.error);
    way("retryable"_L1, it.retryable);
    way("overloaded"_L1, it.overloaded);
    way("retryAfterMs"_L1, it.retryAfterMs);
    way("contextLimit"_L1, it.contextLimit);
    way("traits"_L1, it.traits);
    way("requestId"_L1, it.requestId);
}

template <class Way>
void describe(Way &way, Described<Way, RateLimited> &it)
{
    way("what"_L1, it.what);
    way("waitMs"_L1, it.waitMs);
}

template <class Way>
void describe(Way &way, Described<Way, DeltaReceived> &it)
{
    way("text"_L1, it.text);
    way("thinking"_L1, it.thinking);
    if (!Way::writes || it.length > 0) // most have none, and there are many
        way("length"_L1, it.length);
}

template <class Way>
void describe(Way &way, Described<Way, ResponseCompleted> &it)
{
    way("reply"_L1, it.reply);
    way("price"_L1, it.price);
}

template <class Way>
void describe(Way &way, Described<Way, PartPosted> &it)
{
    way("part"_L1, it.part);
    way("message"_L1, it.message);
    way("withheld"_L1, it.withheld);
}

template <class Way>
void describe(Way &way, Described<Way, WriteFailed> &it)
{
    way("stage"_L1, it.stage);
    way("error"_L1, it.error);
    way("retryable"_L1, it.retryable);
    way("outcomeUnknown"_L1, it.outcomeUnknown);
}

template <class Way>
void describe(Way &way, Described<Way, NoticePosted> &it)
{
    way("message"_L1, it.message);
    way("text"_L1, it.text);
}

template <class Way>
void describe(Way &way, Described<Way, TurnRestarted> &it)
{
    way("asked"_L1, it.asked);
    way("reason"_L1, it.reason);
}

template <class Way>
void describe(Way &, Described<Way, PersonTyped> &)
{
}

template <class Way>
void describe(Way &way, Described<Way, ConnectivityChanged> &it)
{
    way("online"_L1, it.online);
}

template <class Way>
void describe(Way &way, Described<Way, TurnCancelled> &it)
{
    way("reason"_L1, it.reason);
}

template <class Way>
void describe(Way &way, Described<Way, TurnFailed> &it)
{
    way("stage"_L1, it.stage);
    way("error"_L1, it.error);
}

template <class Way>
void describe(Way &, Described<Way, TurnFinished> &)
{
}

} // namespace loopflow
