// Discord's Markdown, as blocks and spans.
// A dialect of its own: every line break counts, no HTML, no pictures, no tables, no indented code.
// Nothing is loaded.
#pragma once

#include <QFlags>
#include <QHash>
#include <QList>
#include <QString>

namespace loopflow {

enum class SpanStyle {
    Bold = 1,
    Italic = 2,
    Underline = 4,
    Strike = 8,
    Code = 16,
    Spoiler = 32,
    Mention = 64,
    Time = 128
};
Q_DECLARE_FLAGS(SpanStyles, SpanStyle)

struct MarkdownSpan {
    QString text; ///< line breaks are '\n'
    SpanStyles styles;
    QString href; ///< http or https; empty for none
    QString tip{}; ///< what hovering tells, e.g. a whole date; empty for none
    bool operator==(const MarkdownSpan &) const = default;
};

struct MarkdownBlock {
    enum Kind { Paragraph, Heading, Subtext, ListItem, Code };
    Kind kind = Paragraph;
    int level = 0; ///< of a heading 1 to 3; of a list item 0 and up
    bool quoted = false;
    bool gapBefore = false; ///< an empty line stood before it
    QString marker{}; ///< of a list item
    QString language{}; ///< of code; may be empty
    QList<MarkdownSpan> spans{};
    bool operator==(const MarkdownBlock &) const = default;
};

/// Who <@id> is. Unknown people are shown as Discord shows them, "@unknown-user".
using MentionNames = QHash<quint64, QString>;

/// An open code fence holds to the end: that is what a reply looks like while it streams.
QList<MarkdownBlock> parseDiscordMarkdown(const QString &text, const MentionNames &names);
/// In one line without its marks, for lists: "The loop treats ENOSPC". Spoilers stay covered.
QString plainLine(const QString &text);
/// Nothing but a few emoji, which are then shown large.
bool isEmojiAlone(const QString &text);

} // namespace loopflow

Q_DECLARE_OPERATORS_FOR_FLAGS(loopflow::SpanStyles)
