// A conversation, or one turn, as a file: Markdown, JSON or one HTML page.
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

/// A step of a turn, in words and as parts of its time axis.
struct StepLine {
    QString name;
    QString from; ///< how late after the beginning; may be empty
    QString took;
    QString detail; ///< may be empty
    double begin = 0; ///< 0 to 1
    double end = 0;
};

/// One for people, which can hold more than rows: what is told of a turn.
class PageTranscript : public Transcript {
public:
    virtual QByteArray heading(const QString &text) = 0;
    virtual QByteArray sentence(const QString &text) = 0;
    /// A text to the letter, with what it is above it.
    virtual QByteArray exact(const QString &caption, const QString &text) = 0;
    virtual QByteArray steps(const QList<StepLine> &steps) = 0;
};

std::unique_ptr<Transcript> makeTranscript(
    TranscriptFormat format, const TranscriptHead &head, const MentionNames &names);

/// Who the people are that messages mention, as far as this record tells.
void learnNames(MentionNames &names, const LogRecord &record);

} // namespace loopflow
