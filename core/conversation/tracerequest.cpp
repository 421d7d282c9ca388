#include "core/conversation/tracerequest.h"

#include "core/base/core.h"
#include "core/conversation/recordedrequest.h"

#include <QLocale>

#include <algorithm>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostTakenApart = 4 * 1024 * 1024; // bytes; more would hold up who looks, and no model takes it

struct Division {
    QList<PromptLine> kept;
    QList<PromptLine> cut;
};

// As buildRequest() does: what is left out are the oldest that are not asked.
Division divide(const TraceRequest &request)
{
    Division division;
    if (request.setup.asked.isEmpty())
        return division;
    for (const PromptLine &line : promptLines(request.setup, request.history)) {
        const bool cut = !line.asked && division.cut.size() < request.sent.leftOut;
        (cut ? division.cut : division.kept).append(line);
    }
    return division;
}

QLatin1StringView roleOf(const PromptLine &line)
{
    return line.role == llm::Role::User ? "user"_L1 : "assistant"_L1;
}

/// Tells each message which lines of the conversation it is made of. Lines follow each other in the messages'
/// order; one that is in none of them (the strictest servers want a person first) is skipped.
void attribute(QList<TraceMessage> &messages, const QList<PromptLine> &lines)
{
    qsizetype next = 0;
    for (TraceMessage &message : messages) {
        if (message.role == u"system")
            continue;
        while (next < lines.size()
            && (roleOf(lines[next]) != message.role || !message.text.contains(lines[next].text)))
            ++next;
        for (; next < lines.size() && roleOf(lines[next]) == message.role
             && message.text.contains(lines[next].text);
             ++next) {
            message.ids.append(lines[next].id);
            message.asked = message.asked || lines[next].asked;
            if (const QString &name = lines[next].speaker; !name.isEmpty() && !message.speakers.contains(name))
                message.speakers.append(name);
        }
    }
}

} // namespace

qint64 promptTokens(const TurnStarted &setup)
{
    const QString text = fillVariables(setup.promptText, setup.variables).trimmed();
    return static_cast<qint64>(static_cast<double>(llm::estimateTokens(text)) * setup.traits.tokenRatio);
}

TraceRequestView viewOf(const TraceRequest &request)
{
    TraceRequestView view;
    if (request.sent.body.isEmpty()) {
        view.problem = Core::tr("The text of this request was not recorded: the mate is set to record none.");
        return view;
    }
    const Division division = divide(request);
    view.cut = division.cut;
    if (request.sent.body.size() > mostTakenApart) {
        view.problem = Core::tr("The request is too long to be taken apart; it is shown as it was recorded.");
        return view;
    }
    const auto read = readRequest(request.sent.body, request.setup.traits.tokenRatio);
    if (!read) {
        view.problem = read.error().message;
        return view;
    }
    for (const RequestField &field : read->fields)
        view.fields.append({field.name, field.value});
    for (const RequestMessage &message : read->messages)
        view.messages.append({message.role, message.text, message.tokens, {}, {}, false});
    attribute(view.messages, division.kept);
    for (const TraceMessage &message : std::as_const(view.messages)) {
        qint64 &sum = message.role == u"system" ? view.promptTokens
            : message.asked                     ? view.questionTokens
                                                : view.historyTokens;
        sum += message.tokens;
    }
    view.freeTokens = std::max<qint64>(0, request.setup.historyTokens - view.historyTokens);
    return view;
}

QString budgetSentence(const TraceRequest &request)
{
    const auto counted = [](qint64 number) { return QLocale().toString(number); };
    const qsizetype kept = divide(request).kept.size();
    const QString budget = counted(request.setup.historyTokens);
    if (kept == 0)
        return {};
    if (request.sent.leftOut > 0)
        return (kept == 1 ? Core::tr("One message fits the budget of %1 tokens; %2 older ones were left out.").arg(budget)
                          : Core::tr("%1 messages fit the budget of %2 tokens; %3 older ones were left out.")
                                .arg(counted(kept), budget))
            .arg(counted(request.sent.leftOut));
    if (request.history.more)
        return Core::tr("The newest %1 messages were given to the model; the mate's settings fetch no older ones.")
            .arg(counted(kept));
    return kept == 1 ? Core::tr("The message is all that the conversation holds.")
                     : Core::tr("All %1 messages of the conversation fit the budget of %2 tokens.").arg(counted(kept), budget);
}

} // namespace loopflow
