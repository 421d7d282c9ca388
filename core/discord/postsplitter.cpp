#include "core/discord/postsplitter.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

namespace loopflow::discord {

namespace {

// No text has so many blanks in a row for a reason, and a code block that begins with more could not be cut.
constexpr qsizetype longestBlank = 400;
// How far back from the limit a cut between whole characters is looked for.
constexpr qsizetype hardCutSearch = 100;

/// Without ends and overlong stretches of blanks.
QString withShortBlanks(const QString &text)
{
    QString result;
    result.reserve(text.size());
    qsizetype blanks = 0;
    for (const QChar c : text.trimmed()) {
        blanks = c.isSpace() ? blanks + 1 : 0;
        if (blanks <= longestBlank)
            result.append(c);
    }
    return result;
}

bool isBlank(QStringView text) { return text.trimmed().isEmpty(); }

bool splitsSurrogates(QStringView text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate()
        && text[at - 1].isHighSurrogate();
}

} // namespace

PostSplitter::PostSplitter(const QString &text, qsizetype limit)
    : m_text(withShortBlanks(text))
    , m_limit(limit)
{
    QList<CodeFence> fences = findCodeFences(m_text);
    // A model that was cut off right after it opened a block leaves nothing to show in it.
    if (!fences.isEmpty() && !fences.last().isClosed()
        && isBlank(QStringView(m_text).mid(fences.last().contentBegin))) {
        m_text = m_text.left(fences.last().begin).trimmed();
        fences.removeLast();
    }
    for (const CodeFence &fence : fences) {
        const QStringView content
            = QStringView(m_text).mid(fence.contentBegin, fence.contentEnd - fence.contentBegin);
        const auto isInk = [](QChar c) { return !c.isSpace(); };
        const auto first = std::find_if(content.begin(), content.end(), isInk);
        const auto last = std::find_if(content.rbegin(), content.rend(), isInk);
        m_blocks.append({fence, fence.contentBegin + (first - content.begin()),
            fence.contentBegin + (content.rend() - last) - 1});
    }
}

QStringList PostSplitter::parts() const
{
    QStringList result;
    qsizetype begin = 0;
    while (begin < m_text.size()) {
        const qsizetype end = partEnd(begin);
        result.append(part(begin, end));
        begin = nextBegin(end);
    }
    return result;
}

/// The block that a cut at `position` would go through.
const PostSplitter::Block *PostSplitter::blockAround(qsizetype position) const
{
    for (const Block &block : m_blocks) {
        const bool open = position == m_text.size() && !block.fence.isClosed();
        if (block.fence.begin < position && (position < block.fence.end || open))
            return &block;
    }
    return nullptr;
}

bool PostSplitter::fits(qsizetype begin, qsizetype end) const
{
    const Block *before = blockAround(begin);
    const Block *after = blockAround(end);
    return (before ? before->fence.opening().size() : 0) + (end - begin)
        + (after ? after->fence.closing().size() : 0)
        <= m_limit;
}

bool PostSplitter::mayCut(qsizetype at) const
{
    if (splitsSurrogates(m_text, at))
        return false;
    // Both halves of a block show something.
    if (const Block *block = blockAround(at))
        return block->firstInk < at && at <= block->lastInk;
    if (m_text[at - 1] == u'`' && m_text[at] == u'`')
        return false;
    // What stands within a line must not become small print by being moved to the start of a message.
    const qsizetype next = nextBegin(at);
    const bool sameLine = !QStringView(m_text).mid(at, next - at).contains(u'\n');
    return !(sameLine && m_text[at - 1] != u'\n'
        && QStringView(m_text).mid(next).startsWith(u"-#"));
}

PostSplitter::Seam PostSplitter::seamAt(qsizetype at) const
{
    if (!m_text[at].isSpace())
        return Seam::None;
    if (m_text[at] != u'\n')
        return Seam::Words;
    if (blockAround(at))
        return Seam::Lines;
    const qsizetype lineEnd = m_text.indexOf(u'\n', at + 1);
    const bool blankLine
        = lineEnd >= 0 && isBlank(QStringView(m_text).mid(at + 1, lineEnd - at - 1));
    const bool afterBlock = std::any_of(m_blocks.begin(), m_blocks.end(),
        [at](const Block &block) { return block.fence.end == at; });
    return blankLine || afterBlock || startsBlock(at + 1) ? Seam::Paragraphs : Seam::Lines;
}

bool PostSplitter::startsBlock(qsizetype line) const
{
    return std::any_of(m_blocks.begin(), m_blocks.end(), [&](const Block &block) {
        return block.fence.begin >= line
            && isBlank(QStringView(m_text).mid(line, block.fence.begin - line));
    });
}

/// Where the part that begins at `begin` ends.
qsizetype PostSplitter::partEnd(qsizetype begin) const
{
    if (fits(begin, m_text.size()))
        return m_text.size();
    const qsizetype most = std::min(begin + m_limit, m_text.size() - 1);
    // A better seam is no reason for a message of a few words.
    const qsizetype least = begin + m_limit / 4;
    std::array<qsizetype, 3> found{};
    for (qsizetype at = most; at > begin; --at) {
        const Seam seam = seamAt(at);
        const auto index = static_cast<size_t>(seam);
        if (seam == Seam::None || found[index] > 0 || !fits(begin, at) || !mayCut(at))
            continue;
        if (seam == Seam::Words || at >= least)
            found[index] = at;
        if (seam == Seam::Paragraphs && at >= least)
            break;
    }
    const auto [paragraphs, lines, words] = found;
    if (paragraphs > 0 || lines > 0)
        return paragraphs > 0 ? paragraphs : lines;
    const bool shortPart = words > 0 && words < least;
    if (words > 0 && !(shortPart && endOfWord(nextBegin(words)) - words > m_limit / 2))
        return words;
    return hardEnd(begin, most);
}

qsizetype PostSplitter::endOfWord(qsizetype position) const
{
    while (position < m_text.size() && !m_text[position].isSpace())
        ++position;
    return position;
}

/// A cut between characters as people see them, or at least between whole code points.
qsizetype PostSplitter::hardEnd(qsizetype begin, qsizetype most) const
{
    QTextBoundaryFinder boundaries(
        QTextBoundaryFinder::Grapheme, QStringView(m_text).mid(begin, most + 1 - begin));
    boundaries.setPosition(most - begin);
    for (qsizetype at = most; at > most - hardCutSearch;) {
        if (boundaries.isAtBoundary() && fits(begin, at) && mayCut(at))
            return at;
        at = begin + boundaries.toPreviousBoundary();
        if (at <= begin)
            break;
    }
    for (qsizetype at = most; at > begin + 1; --at) {
        if (fits(begin, at) && mayCut(at))
            return at;
    }
    qsizetype at = most;
    while (splitsSurrogates(m_text, at) || !fits(begin, at))
        --at;
    return at;
}

/// Where the part after a cut begins: past the blanks, but for those that indent code.
qsizetype PostSplitter::nextBegin(qsizetype cut) const
{
    if (blockAround(cut))
        return cut < m_text.size() && m_text[cut] == u'\n' ? cut + 1 : cut;
    while (cut < m_text.size() && m_text[cut].isSpace())
        ++cut;
    return cut;
}

QString PostSplitter::part(qsizetype begin, qsizetype end) const
{
    QString content = m_text.mid(begin, end - begin);
    while (!content.isEmpty() && content.back().isSpace())
        content.chop(1);
    if (const Block *block = blockAround(begin))
        content.prepend(block->fence.opening());
    if (const Block *block = blockAround(end))
        content.append(block->fence.closing());
    return content;
}

} // namespace loopflow::discord
