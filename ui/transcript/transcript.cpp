#include "ui/transcript/transcript.h"

#include "ui/transcript/htmltranscript.h"
#include "ui/transcript/jsontranscript.h"
#include "ui/transcript/markdowntranscript.h"

namespace loopflow {

using namespace Qt::StringLiterals;

std::optional<TranscriptFormat> transcriptFormat(const QString &name)
{
    const QString suffix = name.section(u'.', -1).toLower();
    if (suffix == u"md" || suffix == u"markdown")
        return TranscriptFormat::Markdown;
    if (suffix == u"json")
        return TranscriptFormat::Json;
    if (suffix == u"html" || suffix == u"htm")
        return TranscriptFormat::Html;
    return std::nullopt;
}

std::unique_ptr<Transcript> makeTranscript(
    TranscriptFormat format, const TranscriptHead &head, const MentionNames &names)
{
    switch (format) {
    case TranscriptFormat::Markdown:
        return std::make_unique<MarkdownTranscript>(head);
    case TranscriptFormat::Json:
        return std::make_unique<JsonTranscript>(head);
    case TranscriptFormat::Html:
        return std::make_unique<HtmlTranscript>(head, names);
    }
    Q_UNREACHABLE();
}

void learnNames(MentionNames &names, const LogRecord &record)
{
    const auto *channel = record.textless ? nullptr : std::get_if<ChannelEvent>(&record.event);
    const auto learn = [&](const discord::Message &message) {
        names.insert(message.author.id.value, message.authorName());
        for (const discord::User &user : message.mentions)
            names.insert(user.id.value, user.displayName());
    };
    if (const auto *seen = channel ? std::get_if<MessageSeen>(channel) : nullptr)
        learn(seen->message);
    else if (const auto *edited = channel ? std::get_if<MessageEdited>(channel) : nullptr)
        learn(edited->message);
}

} // namespace loopflow
