#include "ui/transcript/jsonturn.h"

#include "ui/transcript/jsonvalues.h"

#include <QJsonArray>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(TraceStep::Kind kind)
{
    switch (kind) {
    case TraceStep::Received: return u"received"_s;
    case TraceStep::MergeWait: return u"wait"_s;
    case TraceStep::History: return u"history"_s;
    case TraceStep::Request: return u"request"_s;
    case TraceStep::FirstToken: return u"firstToken"_s;
    case TraceStep::Thinking: return u"thinking"_s;
    case TraceStep::Streaming: return u"lastToken"_s;
    case TraceStep::Retry: return u"retry"_s;
    case TraceStep::RateLimit: return u"rateLimit"_s;
    case TraceStep::Offline: return u"offline"_s;
    case TraceStep::Restart: return u"restart"_s;
    case TraceStep::Verify: return u"verify"_s;
    case TraceStep::Posted: return u"posted"_s;
    }
    Q_UNREACHABLE();
}

QJsonArray stepsOf(const Trace &trace)
{
    QJsonArray steps;
    for (const TraceStep &step : trace.steps()) {
        if (step.beginMs < 0)
            continue; // still to come
        QJsonObject object{{u"step"_s, keyOf(step.kind)}, {u"begin"_s, step.beginMs}};
        if (step.isOver())
            object.insert(u"end"_s, step.endMs);
        json::set(object, u"failed"_s, step.failed);
        json::set(object, u"detail"_s, step.detail);
        steps.append(object);
    }
    return steps;
}

QJsonArray textsOf(const QStringList &texts) { return QJsonArray::fromStringList(texts); }

QJsonObject messageOf(const TraceMessage &message)
{
    QJsonObject object{{u"role"_s, message.role}, {u"text"_s, message.text}, {u"tokens"_s, message.tokens}};
    QStringList ids;
    for (const discord::MessageId id : message.ids)
        ids << QString::number(id.value);
    json::set(object, u"of"_s, textsOf(ids));
    json::set(object, u"speakers"_s, textsOf(message.speakers));
    json::set(object, u"question"_s, message.asked);
    return object;
}

QJsonObject requestOf(const TraceRequest &request)
{
    const TraceRequestView view = viewOf(request);
    QJsonObject object{{u"attempt"_s, request.sent.attempt}, {u"begin"_s, request.atMs}, {u"url"_s, request.sent.url},
        {u"body"_s, QString::fromUtf8(request.sent.body)}, {u"estimatedTokens"_s, request.sent.estimatedTokens}};
    json::set(object, u"problem"_s, view.problem);
    QJsonArray messages;
    for (const TraceMessage &message : view.messages)
        messages.append(messageOf(message));
    json::set(object, u"messages"_s, messages);
    QJsonArray cut;
    for (const PromptLine &line : view.cut) {
        QJsonObject left{{u"id"_s, json::idOf(line.id.value)}, {u"text"_s, line.text}, {u"tokens"_s, line.tokens}};
        json::set(left, u"author"_s, line.speaker);
        cut.append(left);
    }
    json::set(object, u"leftOut"_s, cut);
    return object;
}

QString wordOf(ReplayVerdict verdict)
{
    switch (verdict) {
    case ReplayVerdict::None: return {};
    case ReplayVerdict::Better: return u"better"_s;
    case ReplayVerdict::Worse: return u"worse"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray jsonOf(const TurnStory &story)
{
    QJsonObject whole = json::of(story.head, u"loopflow-turn"_s);
    const TurnStarted &setup = story.trace.setup();
    QJsonArray asked;
    for (const discord::Message &message : setup.asked)
        asked.append(json::of(message));
    whole.insert(u"asked"_s, asked);
    QJsonObject turn = json::of(story.view, story.head.mate);
    json::set(turn, u"provider"_s, setup.provider);
    json::set(turn, u"prompt"_s, setup.promptText);
    if (story.view.usage.cachedInput >= 0)
        turn.insert(u"tokensCached"_s, story.view.usage.cachedInput);
    if (story.view.replayOf)
        turn.insert(u"replayOf"_s, qint64(*story.view.replayOf));
    whole.insert(u"turn"_s, turn);
    whole.insert(u"steps"_s, stepsOf(story.trace));
    QJsonArray requests;
    for (const TraceRequest &request : story.trace.requests())
        requests.append(requestOf(request));
    whole.insert(u"requests"_s, requests);
    QJsonArray replays;
    for (const ReplayStory &replay : story.replays) {
        QJsonObject object = json::of(replay.view, story.head.mate);
        object.insert(u"label"_s, replay.exact ? u"exact"_s : u"changed"_s);
        json::set(object, u"mark"_s, wordOf(replay.mark.verdict));
        json::set(object, u"note"_s, replay.mark.note);
        replays.append(object);
    }
    whole.insert(u"replays"_s, replays);
    return json::written(whole) + '\n';
}

} // namespace loopflow
