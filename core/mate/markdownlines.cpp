#include "core/mate/markdownlines.h"

using namespace Qt::StringLiterals;

namespace loopflow {

bool FenceTracker::take(QStringView line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line.at(indent) == u' ')
        ++indent;
    const QStringView rest = line.sliced(indent);
    const QChar mark = rest.isEmpty() ? QChar() : rest.front();
    qsizetype length = 0;
    while (length < rest.size() && rest.at(length) == mark)
        ++length;
    const bool isFence = indent < 4 && length >= 3 && (mark == u'`' || mark == u'~');
    if (isOpen()) {
        if (isFence && mark == m_mark && length >= m_length
            && rest.sliced(length).trimmed().isEmpty())
            m_length = 0;
        return true;
    }
    // ```a``` is code within a line.
    if (!isFence || (mark == u'`' && rest.sliced(length).contains(u'`')))
        return false;
    m_mark = mark;
    m_length = length;
    return true;
}

QStringList linesOf(QString text)
{
    return text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').split(u'\n');
}

QString joinedWithoutBlankEdges(const QStringList &lines)
{
    qsizetype begin = 0;
    qsizetype end = lines.size();
    while (begin < end && lines.at(begin).trimmed().isEmpty())
        ++begin;
    while (end > begin && lines.at(end - 1).trimmed().isEmpty())
        --end;
    return lines.mid(begin, end - begin).join(u'\n');
}

} // namespace loopflow
