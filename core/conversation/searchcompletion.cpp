#include "core/conversation/searchcompletion.h"

#include <algorithm>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype leastLetters = 2; // of a filter's name: one letter begins most words
constexpr qsizetype mostTexts = 12;

bool endsWord(QChar c) { return c.isSpace() || c == u'|'; }

QStringList valuesOf(const QString &filter, const SearchNames &names)
{
    if (filter == u"is")
        return {u"failed"_s, u"slow"_s, u"ignored"_s, u"replayed"_s};
    if (filter == u"has")
        return {u"attachment"_s};
    if (filter == u"before" || filter == u"after")
        return {u"today"_s, u"yesterday"_s, u"12h"_s, u"7d"_s, u"2w"_s};
    if (filter == u"mate")
        return names.mates;
    return filter == u"from" || filter == u"in" ? names.people : QStringList();
}

/// As a filter's value, which a space would end.
QString asValue(const QString &name)
{
    const bool plain = std::none_of(name.cbegin(), name.cend(), endsWord) && !name.contains(u'"');
    return plain ? name : u'"' + QString(name).remove(u'"') + u'"';
}

QStringList textsFor(const QString &word, const SearchNames &names)
{
    QStringList texts;
    const qsizetype colon = word.indexOf(u':');
    if (colon < 0) {
        static const QStringList filters{u"from:"_s, u"mate:"_s, u"in:"_s, u"is:"_s, u"has:"_s, u"before:"_s, u"after:"_s};
        for (const QString &filter : filters) {
            if (word.size() >= leastLetters && filter.startsWith(word, Qt::CaseInsensitive))
                texts << filter;
        }
        return texts;
    }
    const QString filter = word.first(colon).toLower();
    const QString begun = word.mid(colon + 1);
    for (const QString &value : valuesOf(filter, names)) {
        if (value.startsWith(begun, Qt::CaseInsensitive) && texts.size() < mostTexts)
            texts << filter + u':' + asValue(value);
    }
    return texts;
}

} // namespace

SearchCompletion completionAt(const QString &text, qsizetype cursor, const SearchNames &names)
{
    const bool inWord = cursor < text.size() && !endsWord(text[cursor]);
    const bool quoted = text.first(cursor).count(u'"') % 2 != 0;
    if (inWord || quoted)
        return {};
    qsizetype start = cursor;
    while (start > 0 && !endsWord(text[start - 1]))
        --start;
    if (start < cursor && text[start] == u'-')
        ++start;
    const QString word = text.sliced(start, cursor - start);
    const QStringList texts = textsFor(word, names);
    if (texts.isEmpty() || (texts.size() == 1 && texts.constFirst().compare(word, Qt::CaseInsensitive) == 0))
        return {};
    return {start, cursor - start, texts};
}

} // namespace loopflow
