#include "core/conversation/eventsummary.h"

#include "core/base/core.h"
#include "core/conversation/eventnames.h"
#include "core/conversation/textless.h"

#include <QLocale>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lineLength = 200;

QString counted(qint64 number) { return QLocale().toString(number); }

QString line(const QString &text) { return text.left(4 * lineLength).simplified().left(lineLength); }

QString messageLine(const discord::Message &message)
{
    if (message.authorName().isEmpty()) // everybody has a name
        return textlessWords();
    return u"%1: %2"_s.arg(message.authorName(), line(message.content));
}

QString usageLine(const ResponseCompleted &event)
{
    const llm::Usage &usage = event.reply.usage;
    if (usage.input < 0 || usage.output < 0)
        return line(event.reply.text);
    if (event.reply.text.isEmpty())
        return Core::tr("%1 tokens in, %2 out").arg(counted(usage.input), counted(usage.output));
    return Core::tr("%1 tokens in, %2 out: %3").arg(counted(usage.input), counted(usage.output), line(event.reply.text));
}

QString summaryOf(const ChannelEvent &event)
{
    return std::visit(Overloaded{
                          [](const MessageSeen &e) { return messageLine(e.message); },
                          [](const MessageEdited &e) { return messageLine(e.message); },
                          [](const MessageDeleted &e) { return e.message.toString(); },
                          [](const MessageIgnored &e) { return whyIgnored(e.reason); },
                          [](const NoteAdded &e) { return line(e.text); },
                      },
        event);
}

QString summaryOf(const MateEvent &event)
{
    return std::visit(Overloaded{
                          [](const ConnectionChanged &e) { return QString(nameOf(e.state)); },
                          [](const PromptSaved &e) { return Core::tr("version %1").arg(e.number); },
                          [](const MateFailed &e) { return e.error.message; },
                      },
        event);
}

QString summaryOf(const TurnEvent &event)
{
    return std::visit(
        Overloaded{
            [](const TurnStarted &e) {
                return Core::tr("prompt v%1, %2, answers %3").arg(e.promptVersion).arg(e.model, counted(e.asked.size()));
            },
            [](const TypingShown &) { return QString(); },
            [](const HistoryFetched &e) {
                const QString number = counted(e.messages.size());
                return e.more ? Core::tr("messages: %1, older ones exist").arg(number) : Core::tr("messages: %1").arg(number);
            },
            [](const RequestSent &e) {
                if (e.body.isEmpty())
                    return Core::tr("try %1, about %2 tokens to %3").arg(counted(e.attempt), counted(e.estimatedTokens), e.url);
                return Core::tr("try %1, about %2 tokens, %3 bytes to %4")
                    .arg(counted(e.attempt), counted(e.estimatedTokens), counted(e.body.size()), e.url);
            },
            [](const RequestFailed &e) { return e.error.message; },
            [](const RateLimited &e) { return Core::tr("%1 waits %2 ms").arg(e.what, counted(e.waitMs)); },
            [](const DeltaReceived &e) {
                if (e.length > 0)
                    return Core::tr("%1 characters").arg(counted(e.length));
                return e.text.isEmpty() && e.thinking ? Core::tr("thinking") : line(e.text);
            },
            [](const ResponseCompleted &e) { return usageLine(e); },
            [](const PartPosted &e) {
                return e.withheld ? Core::tr("part %1, withheld: a replay posts nothing").arg(e.part + 1)
                                  : Core::tr("part %1 as message %2").arg(e.part + 1).arg(e.message.toString());
            },
            [](const WriteFailed &e) { return e.error.message; },
            [](const NoticePosted &e) { return line(e.text); },
            [](const TurnRestarted &e) { return QString(nameOf(e.reason)); },
            [](const PersonTyped &) { return QString(); },
            [](const ConnectivityChanged &e) { return e.online ? Core::tr("online") : Core::tr("offline"); },
            [](const TurnCancelled &e) { return e.reason; },
            [](const TurnFailed &e) { return e.error.message; },
            [](const TurnFinished &) { return QString(); },
        },
        event);
}

} // namespace

QString summaryOf(const LogEvent &event)
{
    return std::visit([](const auto &family) { return summaryOf(family); }, event);
}

QString whyIgnored(IgnoreReason reason)
{
    switch (reason) {
    case IgnoreReason::WrittenByBot:
        return Core::tr("It was not answered because a bot wrote it; mates answer people.");
    case IgnoreReason::SystemLine:
        return Core::tr("It was not answered because it is a line of Discord's own, not a person's message.");
    case IgnoreReason::WrittenWhileClosed:
        return Core::tr("It was not answered because it was written while Loopflow was closed, too long ago to be "
                        "answered by itself.");
    case IgnoreReason::NotForMates:
        return Core::tr("It was not answered because it was not meant for this mate.");
    }
    Q_UNREACHABLE();
}

} // namespace loopflow
