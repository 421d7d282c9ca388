#include "app/headless.h"

#include "app/application.h"
#include "app/chat.h"
#include "app/console.h"
#include "app/control.h"
#include "app/options.h"
#include "app/stopsignals.h"
#include "app/wait.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

/// Runs the event loop until a signal or `finish` asks for the end and the mates have stopped.
class Run : public QObject {
public:
    explicit Run(Supervisor &supervisor)
        : m_supervisor(supervisor)
    {
        connect(&m_signals, &StopSignals::stopRequested, this, [this] { finish(Succeeded); });
        connect(&m_signals, &StopSignals::stopDemanded, this, [] { QCoreApplication::exit(Failed); });
        connect(&supervisor, &Supervisor::stopped, this, [this] { QCoreApplication::exit(m_exitCode); });
    }
    void finish(int exitCode)
    {
        m_exitCode = exitCode;
        // Queued: exit() has no effect before exec().
        QMetaObject::invokeMethod(&m_supervisor, &Supervisor::shutDown, Qt::QueuedConnection);
    }

private:
    Supervisor &m_supervisor;
    StopSignals m_signals;
    int m_exitCode = Succeeded;
};

QByteArray practiceLine(LocalPractice &practice, const Rehearsal &rehearsal)
{
    const PracticeBot bot = practice.addBot(u"Spare bot"_s);
    const QJsonObject line{
        {u"api"_s, practice.api().toString()},
        {u"gateway"_s, practice.gateway().toString()},
        {u"llm"_s, practice.model().toString()},
        {u"person"_s,
            QJsonObject{{u"id"_s, practice.person().toString()},
                {u"token"_s, QString::fromUtf8(practice.personToken().reveal())}}},
        {u"mate"_s,
            QJsonObject{{u"id"_s, rehearsal.mate.bot.toString()}, {u"name"_s, rehearsal.mate.name},
                {u"dm"_s, rehearsal.dm.toString()}}},
        {u"bot"_s,
            QJsonObject{{u"id"_s, bot.id.toString()},
                {u"token"_s, QString::fromUtf8(bot.token.reveal())}, {u"dm"_s, bot.dm.toString()}}},
    };
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

Result<Rehearsal> rehearseNow(Application &application, const Candidate &candidate)
{
    return waitFor<Rehearsal>([&](QObject *context, Callback<Rehearsal> callback) {
        rehearse({&application.practice(), &application.mates(), &application.credentials()}, candidate, context,
            std::move(callback));
    });
}

/// The candidate, without its own model where that cannot be reached (which is said).
Candidate withModelAtHand(Candidate candidate, Application &application, Console &console)
{
    const Mate &mate = candidate.mate;
    if (candidate.isStarter)
        return candidate;
    const auto models = waitFor<QStringList>([&](QObject *context, Callback<QStringList> callback) {
        application.listModels(mate.provider, mate.baseUrl, context, std::move(callback));
    });
    if (!mate.provider.isEmpty() && !mate.model.isEmpty() && models)
        return candidate;
    console.complain(u"%1's own model is not at hand, so the practice model answers.%2"_s.arg(
        mate.name, models ? QString() : u" ("_s + models.error().message + u')'));
    candidate.mate.provider.clear();
    return candidate;
}

/// Says on stderr what a person has to see to: a mate that cannot run (once per problem), an answer that failed.
class ProblemReport : public QObject {
public:
    ProblemReport(Application &application, Console &console)
        : m_mates(application.mates())
        , m_console(console)
    {
        connect(&application.supervisor(), &Supervisor::stateChanged, this, &ProblemReport::takeState);
        connect(&application.log(), &ConversationLog::appended, this, &ProblemReport::takeRecord);
    }

private:
    QString nameOf(MateId id) const
    {
        const auto mate = m_mates.mate(id);
        return mate ? mate->name : u"A mate"_s;
    }
    void takeState(MateId id, const MateState &state)
    {
        const bool stands = state.phase == MatePhase::Failed || state.phase == MatePhase::NeedsToken;
        const QString problem = stands ? state.problem : QString();
        if (std::exchange(m_said[id], problem) != problem && !problem.isEmpty())
            m_console.complain(u"%1: %2"_s.arg(nameOf(id), problem));
    }
    void takeRecord(const LogRecord &record)
    {
        const auto *event = record.replay ? nullptr : std::get_if<TurnEvent>(&record.event);
        if (const auto *failure = event ? std::get_if<TurnFailed>(event) : nullptr)
            m_console.complain(u"%1: %2"_s.arg(nameOf(record.conversation.mate), failure->error.message));
    }

    MateStore &m_mates;
    Console &m_console;
    std::map<MateId, QString> m_said;
};

} // namespace

int runHeadless(Application &application, Console &console)
{
    const auto mates = application.mates().mates();
    if (std::none_of(mates.begin(), mates.end(), [](const Mate &mate) { return !mate.paused; })) {
        console.complain(mates.isEmpty()
                ? u"There is no mate to run yet. Make one with “loopflow init NAME”."_s
                : u"All mates are paused. Start one in the window."_s);
        return Failed;
    }
    Run run(application.supervisor());
    const Control control(application, false);
    const ProblemReport report(application, console);
    application.startMates();
    return QCoreApplication::exec();
}

int runPracticeHeadless(Application &application, Console &console)
{
    const auto starter = starterMate();
    const auto rehearsal = starter ? rehearseNow(application, *starter) : Result<Rehearsal>(starter.error());
    if (!rehearsal) {
        console.complain(rehearsal.error());
        return Failed;
    }
    Run run(application.supervisor());
    const Control control(application, false);
    const ProblemReport report(application, console);
    bool printed = false;
    QObject::connect(&application.supervisor(), &Supervisor::stateChanged, &run,
        [&](MateId id, const MateState &state) {
            if (id == rehearsal->mate.id && state.phase == MatePhase::Online && !std::exchange(printed, true))
                console.print(QString::fromUtf8(practiceLine(application.practice(), *rehearsal)));
        });
    application.startMates();
    return QCoreApplication::exec();
}

int runChat(Application &application, Console &console, const Candidate &candidate)
{
    const auto rehearsal = rehearseNow(application, withModelAtHand(candidate, application, console));
    if (!rehearsal) {
        console.complain(rehearsal.error());
        return Failed;
    }
    Run run(application.supervisor());
    ChatSession chat(application, console, *rehearsal, STDIN_FILENO);
    QObject::connect(&chat, &ChatSession::ended, &run,
        [&run](bool failed) { run.finish(failed ? Failed : Succeeded); });
    if (console.inputIsTerminal()) {
        console.complain(u"%1 is here, on the practice server of this computer. Write a line; Ctrl+D ends."_s.arg(
            rehearsal->mate.name));
    } else {
        // Nobody watches the words arrive.
        application.practice().languageModel().faults().tokenMs = 0;
    }
    application.startMates();
    return QCoreApplication::exec();
}

} // namespace loopflow
