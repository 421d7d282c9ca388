#include "core/conversation/searchwords.h"

#include <algorithm>

namespace loopflow {

namespace {

bool isDiacritic(char32_t point) { return QChar::category(point) == QChar::Mark_NonSpacing; }

QString folded(QStringView part)
{
    const QString apart = part.toString().normalized(QString::NormalizationForm_D);
    QString folded;
    for (const QChar unit : apart) {
        if (unit.isSurrogate() || !isDiacritic(unit.unicode()))
            folded += unit;
    }
    return folded.toCaseFolded();
}

char32_t pointAt(const QString &text, qsizetype at)
{
    const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
}

/// Whether the term's words stand in the text's from `first` on.
bool standsAt(const QList<SearchWord> &words, qsizetype first, const QList<SearchWord> &term, bool whole)
{
    if (first + term.size() > words.size())
        return false;
    for (qsizetype i = 0; i < term.size(); ++i) {
        const QString &word = words[first + i].folded;
        const bool mayGoOn = !whole && i + 1 == term.size();
        if (mayGoOn ? !word.startsWith(term[i].folded) : word != term[i].folded)
            return false;
    }
    return true;
}

} // namespace

QList<SearchWord> wordsOf(const QString &text)
{
    QList<SearchWord> words;
    qsizetype start = -1;
    const auto end = [&](qsizetype at) {
        if (start >= 0)
            words.append({folded(QStringView(text).mid(start, at - start)), start, at - start});
        start = -1;
    };
    for (qsizetype at = 0; at < text.size();) {
        const char32_t point = pointAt(text, at);
        const bool isWord = QChar::isLetterOrNumber(point) || (start >= 0 && isDiacritic(point));
        if (!isWord)
            end(at);
        else if (start < 0)
            start = at;
        at += QChar::requiresSurrogates(point) ? 2 : 1;
    }
    end(text.size());
    return words;
}

QList<SearchMark> marksIn(const QString &text, const SearchExpression &expression)
{
    const QList<SearchWord> words = wordsOf(text);
    QList<SearchMark> found;
    for (const auto &group : expression.groups) {
        for (const SearchTerm &term : group) {
            if (term.kind != SearchTerm::Text || term.negated)
                continue;
            const QList<SearchWord> wanted = wordsOf(term.text);
            for (qsizetype i = 0; !wanted.isEmpty() && i < words.size(); ++i) {
                if (!standsAt(words, i, wanted, term.whole))
                    continue;
                const SearchWord &last = words[i + wanted.size() - 1];
                found.append({words[i].offset, last.offset + last.length - words[i].offset});
            }
        }
    }
    std::sort(found.begin(), found.end(), [](const SearchMark &a, const SearchMark &b) { return a.offset < b.offset; });
    QList<SearchMark> marks;
    for (const SearchMark &mark : std::as_const(found)) {
        const qsizetype end = marks.isEmpty() ? 0 : marks.last().offset + marks.last().length;
        if (marks.isEmpty() || mark.offset >= end)
            marks.append(mark);
        else
            marks.last().length = std::max(end, mark.offset + mark.length) - marks.last().offset;
    }
    return marks;
}

SearchSnippet snippetOf(const QString &text, const SearchExpression &expression, qsizetype length, qsizetype lead)
{
    lead = std::min(lead, length / 4);
    const QString line = text.simplified();
    const QList<SearchMark> marks = marksIn(line, expression);
    qsizetype from = 0;
    if (!marks.isEmpty() && marks.first().offset > lead) {
        // A word's beginning, so that the reader is not met by half a word.
        from = line.lastIndexOf(u' ', marks.first().offset - lead) + 1;
        if (marks.first().offset - from > 2 * lead)
            from = marks.first().offset;
    }
    qsizetype end = std::min(line.size(), from + length);
    if (end < line.size() && line[end - 1].isHighSurrogate())
        --end;
    SearchSnippet snippet;
    if (from > 0)
        snippet.text = u'…';
    const qsizetype shift = snippet.text.size() - from;
    snippet.text += line.mid(from, end - from);
    if (end < line.size())
        snippet.text += u'…';
    for (const SearchMark &mark : marks) {
        if (mark.offset >= from && mark.offset < end)
            snippet.marks.append({mark.offset + shift, std::min(mark.length, end - mark.offset)});
    }
    return snippet;
}

} // namespace loopflow
