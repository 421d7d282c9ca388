// A conversation as a file: Markdown, JSON or one HTML page.
// Never holds a secret of this process, and loads nothing from elsewhere when it is opened.
#pragma once

#include "core/conversation/conversationrow.h"
#include "ui/widgets/discordmarkdown.h"

#include <memory>
#include <optional>

namespace loopflow {

enum class TranscriptFormat { Markdown, Json, Html };

/// "md" or "markdown", "json", "html" or "htm"; also as the end of a file's name.
std::optional<TranscriptFormat> transcriptFormat(const QString &name);

/// What stands above the rows.
struct TranscriptHead {
    QString mate; ///< its name
    QString person; ///< whom it talks to; empty: not known
    discord::ChannelId channel;
    qint64 writtenMs = 0; ///< when the file is made, Unix ms
};

/// Made a piece at a time: begin(), every row in order, end(). UTF-8.
class Transcript {
public:
    virtual ~Transcript() = default;
    virtual QByteArray begin() = 0;
    virtual QByteArray row(const ConversationRow &row) = 0;
    virtual QByteArray end() = 0;
};

std::unique_ptr<Transcript> makeTranscript(
    TranscriptFormat format, const TranscriptHead &head, const MentionNames &names);

/// Who the people are that messages mention, as far as this record tells.
void learnNames(MentionNames &names, const LogRecord &record);

} // namespace loopflow
