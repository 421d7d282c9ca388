// Where the code blocks of a text lie, as Discord shows them.
// Only looks; never changes the text. Spec: none official; reference: discord §3.4.
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace loopflow::discord {

/// One code block. Positions are in UTF-16 units of the text.
struct CodeFence {
    qsizetype begin = 0; ///< its opening backticks
    qsizetype contentBegin = 0; ///< after the language and its line break
    qsizetype contentEnd = 0; ///< the closing backticks, or the text's end when there are none
    qsizetype end = 0; ///< after the closing backticks
    QString indent; ///< what stands before it on its line: blanks and quote marks
    QString ticks; ///< ``` or longer
    QString language; ///< may be empty

    bool isClosed() const { return end > contentEnd; }
    /// The line that opens it again, with its line break.
    QString opening() const { return indent + ticks + language + u'\n'; }
    /// What closes it, with the line break before.
    QString closing() const { return u'\n' + indent + ticks; }
};

/// The blocks in order. A block that nothing closes ends with the text if it begins its line, else its backticks
/// are plain text; so are runs of more than ten.
QList<CodeFence> findCodeFences(QStringView text);

} // namespace loopflow::discord
