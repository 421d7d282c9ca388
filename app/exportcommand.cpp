#include "app/exportcommand.h"

#include "app/application.h"
#include "core/store/logstore.h"
#include "ui/transcript/transcriptrun.h"
#include "ui/transcript/turnstory.h"

#include <QTimer>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

void complainOf(int unreadable, const Caller &caller)
{
    if (unreadable > 0)
        caller.complain(u"%1 recorded events could not be read; the rest was written."_s.arg(unreadable));
}

/// The only conversation of the mate with that person or in that channel.
std::optional<ConversationSummary> findConversation(
    const ExportVerb &verb, const Mate &mate, Application &application, const Caller &caller)
{
    const auto all = application.record().conversations(mate.id);
    if (!all) {
        caller.complain(all.error().message);
        return std::nullopt;
    }
    QList<ConversationSummary> found;
    QStringList people;
    for (const ConversationSummary &one : *all) {
        people << u"“%1” (%2)"_s.arg(one.person).arg(one.id.channel.value);
        if (QString::number(one.id.channel.value) == verb.conversation)
            return one;
        if (one.person.compare(verb.conversation, Qt::CaseInsensitive) == 0)
            found << one;
    }
    if (found.size() == 1)
        return found.first();
    if (people.isEmpty())
        caller.complain(u"Nothing was recorded of %1 yet."_s.arg(mate.name));
    else if (found.isEmpty())
        caller.complain(u"%1 has no conversation with “%2”. There are: %3."_s.arg(
            mate.name, verb.conversation, people.join(u", "_s)));
    else
        caller.complain(u"%1 has several conversations with “%2”. Name one by its number: %3."_s.arg(
            mate.name, verb.conversation, people.join(u", "_s)));
    return std::nullopt;
}

/// Writes it in slices: where a window runs, it goes on.
class ExportCommand final : public QObject {
public:
    ExportCommand(TranscriptRun run, Caller caller, QObject *context, Callback<Outcome> done)
        : QObject(context)
        , m_run(std::move(run))
        , m_caller(std::move(caller))
        , m_done(std::move(done))
    {
        connect(&m_next, &QTimer::timeout, this, &ExportCommand::step);
        m_next.start(0);
    }

private:
    void step()
    {
        const auto text = m_run.step();
        if (!text) {
            m_caller.complain(text.error().message);
            return end({Failed, {}});
        }
        m_text += *text;
        if (!m_run.isDone())
            return;
        complainOf(m_run.unreadable(), m_caller);
        end({Succeeded, {{u"text"_s, QString::fromUtf8(m_text)}}});
    }
    void end(const Outcome &outcome)
    {
        m_next.stop();
        m_done(outcome);
        deleteLater();
    }

    TranscriptRun m_run;
    Caller m_caller;
    Callback<Outcome> m_done;
    QTimer m_next;
    QByteArray m_text;
};

} // namespace

void exportConversation(const ExportVerb &verb, const Mate &mate, Application &application, Caller caller,
    QObject *context, Callback<Outcome> done)
{
    const auto summary = findConversation(verb, mate, application, caller);
    if (!summary)
        return done(Outcome{Failed, {}});
    if (const auto flushed = application.record().flush(); !flushed)
        caller.complain(flushed.error().message);
    new ExportCommand({&application.record(), summary->id, *transcriptFormat(verb.format),
                          {mate.name, summary->person, summary->id.channel, readClock().wall.count()}},
        std::move(caller), context, std::move(done));
}

Outcome exportTurn(const ExportVerb &verb, Application &application, const Caller &caller)
{
    if (const auto flushed = application.record().flush(); !flushed)
        caller.complain(flushed.error().message);
    const auto story = readStory(TurnId{verb.turn},
        {&application.record(), &application.replayMarks(), &application.mates()}, readClock());
    if (!story) {
        caller.complain(story.error().message);
        return {Failed, {}};
    }
    complainOf(story->unreadable, caller);
    return {Succeeded, {{u"text"_s, QString::fromUtf8(writtenStory(*transcriptFormat(verb.format), *story))}}};
}

} // namespace loopflow
