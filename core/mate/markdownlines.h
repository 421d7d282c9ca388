// Text as lines, with what a code fence hides marked.
// Knows only as much Markdown as is needed to tell a heading from a line of code.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace loopflow {

/// Follows CommonMark's fenced code blocks (§4.5) line by line.
class FenceTracker final {
public:
    /// Takes the next line; true when it is a fence or inside one.
    bool take(QStringView line);
    bool isOpen() const { return m_length > 0; }

private:
    QChar m_mark;
    qsizetype m_length = 0; ///< of the opening fence; 0: none is open
};

/// The lines of a text with any line ends, without them.
QStringList linesOf(QString text);
/// The lines as one text, without blank lines at its beginning and end.
QString joinedWithoutBlankEdges(const QStringList &lines);

} // namespace loopflow
