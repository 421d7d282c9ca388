#include "app/application.h"
#include "app/commands.h"

#include <QJsonDocument>

#include <algorithm>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

QString counted(qint64 tokens) { return tokens < 0 ? u"?"_s : QString::number(tokens); }

QJsonValue known(qint64 tokens) { return tokens < 0 ? QJsonValue() : QJsonValue(tokens); }

qint64 millisecondsOf(const TurnView &view) { return std::max<qint64>(0, view.endedMs - view.startedMs); }

QString labelOf(const ReplayRun &run) { return run.exact ? u"exact"_s : u"changed"_s; }

/// Prints the runs of one turn as they end.
class ReplayCommand final : public QObject {
public:
    ReplayCommand(const ReplayVerb &verb, Application &application, Caller caller, QObject *context,
        Callback<Outcome> done)
        : QObject(context)
        , m_verb(verb)
        , m_application(application)
        , m_caller(std::move(caller))
        , m_done(std::move(done))
    {
    }
    void start(const ReplayEdits &edits)
    {
        const auto source = m_application.replayer().source(TurnId{m_verb.turn});
        const auto checked = source ? checkReplay(*source, replaySetup(*source, edits)) : source.error();
        if (!checked) {
            m_caller.complain(checked.error().message);
            return end(Failed);
        }
        if (const auto mate = m_application.mates().mate(source->conversation.mate))
            m_mate = mate->identifier;
        m_application.networking().whenReady(this, [this, edits] {
            auto *job = m_application.replayer().start({{TurnId{m_verb.turn}}, edits, m_verb.runs}, this);
            connect(job, &ReplayJob::ended, this, &ReplayCommand::tell);
            connect(job, &ReplayJob::finished, this,
                [this, job] { end(job->progress().failed > 0 ? Failed : Succeeded); });
        });
    }

private:
    void tell(const ReplayRun &run)
    {
        if (m_verb.json)
            m_caller.print(QString::fromUtf8(QJsonDocument(jsonOf(run)).toJson(QJsonDocument::Compact)));
        if (run.error)
            m_caller.complain(run.error->message);
        else if (!m_verb.json)
            tellInWords(run);
    }
    void tellInWords(const ReplayRun &run)
    {
        const QString price = run.view.cost ? u"$"_s + QString::number(*run.view.cost, 'f', 4) : u"price unknown"_s;
        if (std::exchange(m_printed, true))
            m_caller.print({});
        m_caller.print(u"%1 · turn %2 · %3 · %4 s · %5 in · %6 out · %7"_s.arg(labelOf(run),
            QString::number(static_cast<qint64>(run.replay)), run.view.model,
            QString::number(static_cast<double>(millisecondsOf(run.view)) / 1000, 'f', 1),
            counted(run.view.usage.input), counted(run.view.usage.output), price));
        m_caller.print(run.view.text);
    }
    QJsonObject jsonOf(const ReplayRun &run) const
    {
        const bool begun = run.replay != TurnId{};
        return {
            {u"turn"_s, begun ? QJsonValue(static_cast<qint64>(run.replay)) : QJsonValue()},
            {u"replayOf"_s, static_cast<qint64>(run.source)},
            {u"mate"_s, m_mate},
            {u"label"_s, labelOf(run)},
            {u"model"_s, begun ? QJsonValue(run.view.model) : QJsonValue()},
            {u"text"_s, run.error ? QJsonValue() : QJsonValue(run.view.text)},
            {u"error"_s, run.error ? QJsonValue(run.error->message) : QJsonValue()},
            {u"milliseconds"_s, begun ? QJsonValue(millisecondsOf(run.view)) : QJsonValue()},
            {u"inputTokens"_s, known(run.view.usage.input)},
            {u"outputTokens"_s, known(run.view.usage.output)},
            {u"cost"_s, run.view.cost ? QJsonValue(*run.view.cost) : QJsonValue()},
        };
    }
    void end(ExitCode code)
    {
        deleteLater();
        m_done(Outcome{code, {}});
    }

    ReplayVerb m_verb;
    Application &m_application;
    Caller m_caller;
    Callback<Outcome> m_done;
    QString m_mate; ///< identifier
    bool m_printed = false;
};

Result<ReplayEdits> editsOf(const ReplayVerb &verb, const CommandInput &input)
{
    ReplayEdits edits;
    if (!input.files.isEmpty()) {
        auto prompt = promptIn(input.files.first());
        if (!prompt)
            return prompt.error();
        edits.promptText = *std::move(prompt);
    }
    if (!verb.provider.isEmpty()) {
        if (const auto known = checkProvider(verb.provider); !known)
            return known.error();
        edits.provider = verb.provider;
    }
    if (!verb.model.isEmpty())
        edits.model = verb.model;
    return edits;
}

} // namespace

void runReplay(const ReplayVerb &verb, const CommandInput &input, Application &application, Caller caller,
    QObject *context, Callback<Outcome> done)
{
    const auto edits = editsOf(verb, input);
    if (!edits) {
        caller.complain(edits.error().message);
        return done(Outcome{Failed, {}});
    }
    (new ReplayCommand(verb, application, std::move(caller), context, std::move(done)))->start(*edits);
}

} // namespace loopflow
