#include "ui/transcript/turnstory.h"

#include "core/conversation/replay.h"
#include "core/store/logstore.h"
#include "core/store/matestore.h"
#include "ui/transcript/htmltranscript.h"
#include "ui/transcript/jsonturn.h"
#include "ui/transcript/markdowntranscript.h"
#include "ui/transcript/turnpage.h"

#include <QCoreApplication>

namespace loopflow {

namespace {

QString say(const char *text) { return QCoreApplication::translate("transcript", text); }

struct FoldedTurn {
    ConversationId conversation;
    TurnView view;
    Trace trace;
};

Result<FoldedTurn> foldedTurn(TurnId turn, LogStore *record, int &unreadable)
{
    int damaged = 0;
    const auto records = record->readTurn(turn, &damaged);
    if (!records)
        return records.error();
    unreadable += damaged;
    FoldedTurn folded;
    for (const LogRecord &one : *records) {
        folded.conversation = one.conversation;
        folded.trace.apply(one);
        if (const auto *event = std::get_if<TurnEvent>(&one.event))
            foldInto(folded.view, *event, one.at.wall.count());
    }
    folded.view.id = turn;
    if (!folded.trace.isBegun() && damaged > 0)
        return Error{ErrorCode::NotFound,
            say(QT_TRANSLATE_NOOP("transcript", "The beginning of this turn is damaged, or of a newer Loopflow, so it cannot be "
                                                "exported. Choose another turn."))};
    if (!folded.trace.isBegun())
        return Error{ErrorCode::NotFound,
            say(QT_TRANSLATE_NOOP(
                "transcript", "There is no such turn in the record. It may have been removed; choose another one."))};
    return folded;
}

MentionNames namesIn(const TurnStory &story)
{
    MentionNames names;
    const auto add = [&](const QList<discord::Message> &messages) {
        for (const discord::Message &message : messages)
            names.insert(message.author.id.value, message.authorName());
    };
    add(story.trace.setup().asked);
    for (const TraceRequest &request : story.trace.requests())
        add(request.history.messages);
    return names;
}

} // namespace

Result<TurnStory> readStory(TurnId turn, const StorySources &from, TimePoint now)
{
    TurnStory story;
    auto folded = foldedTurn(turn, from.record, story.unreadable);
    if (!folded)
        return folded.error();
    const auto mate = from.mates->mate(folded->conversation.mate);
    story.head.mate = mate ? mate->name : say(QT_TRANSLATE_NOOP("transcript", "A mate that was removed"));
    if (const auto &asked = folded->trace.setup().asked; !asked.isEmpty())
        story.head.person = asked.constLast().authorName();
    story.head.channel = folded->conversation.channel;
    story.head.writtenMs = now.wall.count();
    story.readAt = now;
    story.view = std::move(folded->view);
    story.trace = std::move(folded->trace);
    const auto replays = from.record->replays(turn);
    if (!replays)
        return replays.error();
    const auto marks = from.marks->marksOf(turn);
    if (!marks)
        return marks.error();
    for (const TurnId replay : *replays) {
        const auto run = foldedTurn(replay, from.record, story.unreadable);
        if (run)
            story.replays.append(
                {run->view, isExactReplay(story.trace.setup(), run->trace.setup()), marks->value(replay)});
    }
    return story;
}

QByteArray writtenStory(TranscriptFormat format, const TurnStory &story)
{
    switch (format) {
    case TranscriptFormat::Markdown: {
        MarkdownTranscript page(story.head);
        return pageOf(story, page);
    }
    case TranscriptFormat::Html: {
        HtmlTranscript page(story.head, namesIn(story));
        return pageOf(story, page);
    }
    case TranscriptFormat::Json:
        return jsonOf(story);
    }
    Q_UNREACHABLE();
}

} // namespace loopflow
