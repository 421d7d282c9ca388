#include "core/discord/codefences.h"

#include <algorithm>

namespace loopflow::discord {

namespace {

// Longer runs draw lines rather than blocks, and no message could hold many of them.
constexpr qsizetype longestRun = 10;
constexpr qsizetype longestLanguage = 40;
constexpr qsizetype longestIndent = 20;

struct Run {
    qsizetype begin = 0;
    qsizetype size = 0;
    qsizetype end() const { return begin + size; }
    bool isFence() const { return size >= 3 && size <= longestRun; }
};

std::optional<Run> nextRun(QStringView text, qsizetype from)
{
    const qsizetype begin = text.indexOf(u'`', from);
    if (begin < 0)
        return std::nullopt;
    qsizetype end = begin;
    while (end < text.size() && text[end] == u'`')
        ++end;
    return Run{begin, end - begin};
}

/// Where inline code ends that `open` begins: after the run of equal length on the same line.
std::optional<qsizetype> inlineCodeEnd(QStringView text, Run open)
{
    const qsizetype lineEnd = text.indexOf(u'\n', open.end());
    for (auto run = nextRun(text, open.end()); run; run = nextRun(text, run->end())) {
        if (lineEnd >= 0 && run->begin > lineEnd)
            break;
        if (run->size == open.size)
            return run->end();
    }
    return std::nullopt;
}

std::optional<Run> closingRun(QStringView text, Run open)
{
    for (auto run = nextRun(text, open.end()); run; run = nextRun(text, run->end())) {
        if (run->isFence() && run->size >= open.size)
            return run;
    }
    return std::nullopt;
}

QStringView lineBefore(QStringView text, qsizetype position)
{
    const qsizetype lineBreak = position == 0 ? -1 : text.lastIndexOf(u'\n', position - 1);
    return text.mid(lineBreak + 1, position - lineBreak - 1);
}

/// Blanks, quote marks and list marks may stand before a block that still begins its line.
bool mayPrecedeFence(QStringView before)
{
    return std::all_of(before.begin(), before.end(), [](QChar c) {
        return c.isSpace() || c.isDigit() || QStringView(u">-*+.)").contains(c);
    });
}

/// `before` as the beginning of another line: without the list mark, which would begin a new item.
QString indentOf(QStringView before)
{
    if (before.size() > longestIndent || !mayPrecedeFence(before))
        return {};
    QString indent = before.toString();
    for (QChar &c : indent) {
        if (c != u'>')
            c = u' ';
    }
    return indent;
}

void readLanguage(QStringView text, CodeFence &fence)
{
    const auto isLanguage = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringView(u"_+-.#").contains(c));
    };
    qsizetype end = fence.contentBegin;
    while (end < text.size() && isLanguage(text[end]))
        ++end;
    qsizetype lineEnd = end;
    while (lineEnd < text.size() && (text[lineEnd] == u' ' || text[lineEnd] == u'\t'))
        ++lineEnd;
    // A text that ends in the middle of a block may end with its first line.
    const bool ownLine = lineEnd == text.size() ? !fence.isClosed() : text[lineEnd] == u'\n';
    if (!ownLine || end - fence.contentBegin > longestLanguage)
        return;
    fence.language = text.mid(fence.contentBegin, end - fence.contentBegin).toString();
    fence.contentBegin = std::min(lineEnd + 1, text.size());
}

std::optional<CodeFence> fenceAt(QStringView text, Run open)
{
    const auto close = closingRun(text, open);
    const QStringView before = lineBefore(text, open.begin);
    if (!close && !mayPrecedeFence(before))
        return std::nullopt;
    CodeFence fence;
    fence.begin = open.begin;
    fence.contentBegin = open.end();
    fence.contentEnd = close ? close->begin : text.size();
    fence.end = close ? close->end() : text.size();
    fence.indent = indentOf(before);
    fence.ticks = QString(open.size, u'`');
    readLanguage(text.left(fence.contentEnd), fence);
    return fence;
}

} // namespace

QList<CodeFence> findCodeFences(QStringView text)
{
    QList<CodeFence> fences;
    qsizetype position = 0;
    while (const auto run = nextRun(text, position)) {
        position = run->end();
        if (run->size < 3) {
            position = inlineCodeEnd(text, *run).value_or(position);
        } else if (run->isFence()) {
            if (const auto fence = fenceAt(text, *run)) {
                fences.append(*fence);
                position = fence->end;
            }
        }
    }
    return fences;
}

} // namespace loopflow::discord
