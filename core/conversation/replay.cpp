#include "core/conversation/replay.h"

#include "core/base/core.h"
#include "core/conversation/prompt.h"
#include "core/conversation/turn.h"
#include "core/llm/provider.h"

#include <algorithm>

namespace loopflow {

namespace {

Error refused(const QString &sentence) { return {ErrorCode::Invalid, sentence}; }

Error missingHistory()
{
    return refused(Core::tr("What this turn read from Discord is missing from the record, so it cannot be run again. "
                            "Choose another turn."));
}

Error textNotRecorded()
{
    return refused(Core::tr("The text of this turn was not recorded, so it cannot be run again. To have this mate's next "
                            "turns recorded whole, switch off “Record no text” in the Mates menu."));
}

template <class Event>
const Event *as(const LogRecord &record)
{
    const auto *event = std::get_if<TurnEvent>(&record.event);
    return event ? std::get_if<Event>(event) : nullptr;
}

/// Folds what happened up to the last request, if the record has everything that the turn went by.
Result<Turn> foldedTo(const LogRecord *last, const QList<LogRecord> &records)
{
    Turn turn;
    bool hasHistory = false;
    bool hasDraft = false;
    for (const LogRecord &record : records) {
        const auto *event = std::get_if<TurnEvent>(&record.event);
        if (!event)
            continue;
        if (const auto *history = std::get_if<HistoryFetched>(event)) {
            hasHistory = hasHistory || history->purpose == HistoryPurpose::Context;
            if (history->purpose == HistoryPurpose::Verify && !hasDraft)
                return missingHistory();
        } else if (const auto *restarted = std::get_if<TurnRestarted>(event)) {
            hasHistory = false;
            if (restarted->asked.isEmpty())
                return refused(Core::tr("What this turn was asked is missing from the record, so it cannot be run "
                                        "again. Choose another turn."));
        } else if (std::holds_alternative<RequestSent>(*event) || std::holds_alternative<RequestFailed>(*event)
            || std::holds_alternative<ResponseCompleted>(*event)) {
            if (!hasHistory)
                return missingHistory();
            hasDraft = hasDraft || !std::holds_alternative<RequestSent>(*event);
        }
        turn.apply(*event, record.at);
        if (&record == last)
            break;
    }
    return turn;
}

/// The request that the setup and the history give today.
HttpRequest rebuilt(const TurnStarted &setup, const HistoryFetched &history)
{
    const BuiltRequest built = buildRequest(setup, history, setup.historyTokens);
    const llm::Endpoint endpoint{setup.provider, QUrl(setup.baseUrl, QUrl::StrictMode), {}};
    return llm::dialect(setup.provider).encode(built.request, endpoint, setup.traits);
}

/// A variable of the prompt that nothing is known for; empty for none.
QString unrecordedVariable(const TurnStarted &setup)
{
    for (const PromptPiece &piece : promptPieces(setup.promptText, setup.variables)) {
        if (piece.kind == PromptPiece::Unknown && promptVariables().contains(piece.variable))
            return piece.variable;
    }
    return {};
}

} // namespace

Result<ReplaySource> replaySource(const QList<LogRecord> &records, int unreadable)
{
    if (records.isEmpty() && unreadable == 0)
        return Error{ErrorCode::NotFound,
            Core::tr("There is no such turn in the record. It may have been removed; choose another one.")};
    if (unreadable > 0)
        return refused(Core::tr("A part of what was recorded of this turn is damaged, or of a newer Loopflow, so it "
                                "cannot be run again. Choose another turn."));
    if (std::any_of(records.cbegin(), records.cend(), [](const LogRecord &record) { return record.textless; }))
        return textNotRecorded();
    const auto *begun = as<TurnStarted>(records.constFirst());
    if (!begun || begun->asked.isEmpty())
        return refused(Core::tr("How this turn began is missing from the record, so it cannot be run again. Choose "
                                "another turn."));
    const auto last = std::find_if(records.crbegin(), records.crend(),
        [](const LogRecord &record) { return as<RequestSent>(record) != nullptr; });
    if (last == records.crend())
        return refused(Core::tr("This turn asked no model, so there is nothing to run again. Choose another turn."));
    ReplaySource source;
    source.sent = *as<RequestSent>(*last);
    if (source.sent.body.isEmpty())
        return textNotRecorded();
    const Result<Turn> folded = foldedTo(&*last, records);
    if (!folded)
        return folded.error();
    source.turn = records.constFirst().turn;
    source.conversation = records.constFirst().conversation;
    source.begun = *begun;
    source.setup = folded->setupNow();
    source.history = *folded->history();
    for (const LogRecord &record : records) {
        if (const auto *completed = as<ResponseCompleted>(record)) {
            source.reply = completed->reply.text;
            source.usage = completed->reply.usage;
        }
    }
    const HttpRequest request = rebuilt(source.setup, source.history);
    if (request.body != source.sent.body || request.url.toString() != source.sent.url)
        source.notExact = refused(
            Core::tr("This turn was recorded by another version of Loopflow, which built its request in another way, "
                     "so it cannot be run again as it was. Change something about it, or choose a newer turn."));
    return source;
}

TurnStarted replaySetup(const ReplaySource &source, const ReplayEdits &edits)
{
    TurnStarted setup = source.setup;
    setup.replayOf = source.turn;
    setup.mergeWaitMs = 0; // nobody writes any more
    setup.draft.reset();
    setup.draftMayBePosted = false;
    setup.postsAfter.reset();
    if (edits.promptText && *edits.promptText != setup.promptText) {
        setup.promptText = *edits.promptText;
        setup.promptVersion = edits.promptVersion;
    }
    if (edits.provider && *edits.provider != setup.provider) {
        setup.provider = *edits.provider;
        setup.baseUrl.clear();
    }
    setup.baseUrl = edits.baseUrl.value_or(setup.baseUrl);
    setup.model = edits.model.value_or(setup.model);
    setup.parameters = edits.parameters.value_or(setup.parameters);
    return setup;
}

Result<void> checkReplay(const ReplaySource &source, const TurnStarted &setup)
{
    if (!source.notExact)
        return {};
    if (isExactReplay(source.begun, setup))
        return *source.notExact;
    const QString variable = unrecordedVariable(setup);
    if (!variable.isEmpty())
        return refused(Core::tr("What {{%1}} stood for was not recorded with this turn, so it cannot be run with a "
                                "prompt that names it. Choose another turn, or a prompt without it.")
                           .arg(variable));
    return {};
}

bool isExactReplay(const TurnStarted &source, const TurnStarted &replay)
{
    return source.promptText == replay.promptText && source.provider == replay.provider
        && source.baseUrl == replay.baseUrl && source.model == replay.model
        && source.parameters == replay.parameters;
}

} // namespace loopflow
