#include "core/conversation/searchexpression.h"

#include "core/base/core.h"
#include "core/conversation/searchwords.h"

#include <QDateTime>

#include <optional>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourMs = 60 * 60 * 1000;

struct Filter {
    QLatin1StringView name;
    SearchTerm::Kind kind;
};
constexpr Filter filters[] = {{"from"_L1, SearchTerm::From}, {"mate"_L1, SearchTerm::Mate}, {"in"_L1, SearchTerm::In},
    {"is"_L1, SearchTerm::Is}, {"has"_L1, SearchTerm::HasAttachment}, {"before"_L1, SearchTerm::Before},
    {"after"_L1, SearchTerm::After}};

struct State {
    QLatin1StringView name;
    SearchState state;
};
constexpr State states[] = {{"failed"_L1, SearchState::Failed}, {"slow"_L1, SearchState::Slow},
    {"ignored"_L1, SearchState::Ignored}, {"replayed"_L1, SearchState::Replayed}};

/// Null: there is none of that name.
const State *stateCalled(const QString &name)
{
    const auto known = std::find_if(
        std::begin(states), std::end(states), [&](const State &state) { return name.toLower() == state.name; });
    return known == std::end(states) ? nullptr : known;
}

/// "2026-05-01", "today", "yesterday", "7d" as a moment; nothing for what is none of these.
std::optional<qint64> momentOf(const QString &value, qint64 nowMs)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs).date();
    const QString word = value.toLower();
    if (word == "today"_L1)
        return today.startOfDay().toMSecsSinceEpoch();
    if (word == "yesterday"_L1)
        return today.addDays(-1).startOfDay().toMSecsSinceEpoch();
    if (const QDate day = QDate::fromString(word, u"yyyy-MM-dd"_s); day.isValid())
        return day.startOfDay().toMSecsSinceEpoch();
    bool isNumber = false;
    const int number = word.chopped(1).toInt(&isNumber);
    if (!isNumber || number < 0 || number > 100'000 || !word.at(0).isDigit())
        return {};
    switch (word.back().unicode()) {
    case u'h':
        return nowMs - number * hourMs;
    case u'd':
        return nowMs - number * 24 * hourMs;
    case u'w':
        return nowMs - number * 7 * 24 * hourMs;
    default:
        return {};
    }
}

class Parser {
public:
    Parser(const QString &text, qint64 nowMs)
        : m_text(text)
        , m_nowMs(nowMs)
    {
    }

    std::variant<SearchExpression, SearchMistake> parse()
    {
        SearchExpression expression;
        std::optional<qsizetype> bar; // where a `|` waits for its right side
        for (skipSpace(); m_at < m_text.size() && !m_mistake; skipSpace()) {
            if (m_text[m_at] == u'|') {
                if (bar || expression.isEmpty())
                    blame(m_at, 1, bothSides());
                bar = m_at++;
                continue;
            }
            const SearchTerm term = readTerm();
            if (bar)
                expression.groups.last().append(term);
            else
                expression.groups.append(QList{term});
            bar.reset();
            readMoreStates(expression);
        }
        if (bar)
            blame(*bar, 1, bothSides());
        if (m_mistake)
            return *m_mistake;
        return expression;
    }

private:
    static QString bothSides()
    {
        return Core::tr("“|” needs something on both of its sides: one or the other is looked for.");
    }
    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    /// The first mistake is the one that is told.
    void blame(qsizetype offset, qsizetype length, const QString &sentence)
    {
        if (!m_mistake)
            m_mistake = SearchMistake{{ErrorCode::Invalid, sentence}, offset, std::max<qsizetype>(1, length)};
    }
    /// What stands between quotation marks, at the first of them.
    QString readQuoted()
    {
        const qsizetype end = m_text.indexOf(u'"', m_at + 1);
        if (end < 0) {
            blame(m_at, m_text.size() - m_at,
                Core::tr("This quotation mark is not closed. Put another one where the phrase ends."));
            m_at = m_text.size();
            return {};
        }
        const QString quoted = m_text.mid(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return quoted;
    }
    QString readWord()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && m_text[m_at] != u'|' && m_text[m_at] != u'"')
            ++m_at;
        return m_text.mid(start, m_at - start);
    }
    SearchTerm readTerm()
    {
        SearchTerm term;
        if (m_text[m_at] == u'-') {
            term.negated = true;
            const qsizetype sign = m_at++;
            if (m_at == m_text.size() || m_text[m_at].isSpace() || m_text[m_at] == u'|') {
                blame(sign, 1, Core::tr("“-” leaves out what follows it. Write a word or a filter right behind it."));
                return term;
            }
        }
        const qsizetype start = m_at;
        if (m_text[m_at] == u'"') {
            term.whole = true;
            term.text = readQuoted();
        } else {
            term.text = readWord();
            if (const qsizetype colon = term.text.indexOf(u':'); isFilter(term.text, colon)) {
                readFilter(term, start, colon);
                return term;
            }
        }
        needWords(term, start);
        return term;
    }
    /// A text must have something that the index knows.
    void needWords(const SearchTerm &term, qsizetype start)
    {
        if (wordsOf(term.text).isEmpty())
            blame(start, m_at - start, Core::tr("Letters or digits are needed here: signs alone cannot be found."));
    }
    /// `std::errc` and addresses are text.
    bool isFilter(const QString &word, qsizetype colon) const
    {
        if (colon <= 0 || (colon + 1 < word.size() && (word[colon + 1] == u':' || word[colon + 1] == u'/')))
            return false;
        return std::all_of(word.cbegin(), word.cbegin() + colon,
            [](QChar c) { return c.toLower() >= u'a' && c.toLower() <= u'z'; });
    }
    void readFilter(SearchTerm &term, qsizetype start, qsizetype colon)
    {
        const QString name = term.text.first(colon).toLower();
        const auto known = std::find_if(
            std::begin(filters), std::end(filters), [&](const Filter &filter) { return name == filter.name; });
        if (known == std::end(filters)) {
            return blame(start, colon + 1,
                Core::tr("There is no filter “%1:”. There are from:, mate:, in:, is:, has:, before: and after:. To look "
                         "for the text, put it into quotation marks.")
                    .arg(name));
        }
        term.kind = known->kind;
        const qsizetype valueAt = start + colon + 1;
        term.text = term.text.mid(colon + 1);
        if (term.text.isEmpty() && m_at < m_text.size() && m_text[m_at] == u'"') {
            term.whole = true;
            term.text = readQuoted();
        }
        if (term.text.trimmed().isEmpty())
            return blame(start, m_at - start, emptyFilter(term.kind));
        readValue(term, valueAt);
    }
    /// `is:failed|slow` is `is:failed|is:slow`: a state right behind the bar is no word to look for.
    void readMoreStates(SearchExpression &expression)
    {
        SearchTerm term = expression.groups.constLast().constLast();
        const bool none = term.negated && expression.groups.constLast().size() == 1; // of them
        while (!m_mistake && term.kind == SearchTerm::Is && m_at < m_text.size() && m_text[m_at] == u'|') {
            const qsizetype bar = m_at++;
            const State *state = stateCalled(readWord());
            if (!state) {
                m_at = bar;
                return;
            }
            term.state = state->state;
            if (none)
                expression.groups.append(QList{term});
            else
                expression.groups.last().append(term);
        }
    }
    static QString emptyFilter(SearchTerm::Kind kind)
    {
        switch (kind) {
        case SearchTerm::Is:
            return isValues();
        case SearchTerm::HasAttachment:
            return hasValues();
        case SearchTerm::Before:
        case SearchTerm::After:
            return dayValues();
        case SearchTerm::Text:
        case SearchTerm::From:
        case SearchTerm::Mate:
        case SearchTerm::In:
            break;
        }
        return Core::tr("A name is missing behind the colon.");
    }
    static QString isValues() { return Core::tr("“is:” takes failed, slow, ignored or replayed."); }
    static QString hasValues() { return Core::tr("“has:” takes attachment."); }
    static QString dayValues()
    {
        return Core::tr("A day is needed here: 2026-05-01, today, yesterday, or how long ago, such as 12h, 7d or 2w.");
    }
    void readValue(SearchTerm &term, qsizetype valueAt)
    {
        const auto wrong = [&](const QString &sentence) { blame(valueAt, m_at - valueAt, sentence); };
        const QString value = std::exchange(term.text, {});
        switch (term.kind) {
        case SearchTerm::Text:
        case SearchTerm::From:
        case SearchTerm::Mate:
        case SearchTerm::In:
            term.text = value;
            if (term.kind == SearchTerm::From)
                needWords(term, valueAt);
            return;
        case SearchTerm::Is: {
            const State *known = stateCalled(value);
            if (!known)
                return wrong(isValues());
            term.state = known->state;
            return;
        }
        case SearchTerm::HasAttachment:
            if (value.toLower() != "attachment"_L1)
                wrong(hasValues());
            return;
        case SearchTerm::Before:
        case SearchTerm::After:
            const auto moment = momentOf(value, m_nowMs);
            if (!moment)
                return wrong(dayValues());
            term.ms = *moment;
        }
    }

    const QString &m_text;
    qint64 m_nowMs;
    qsizetype m_at = 0;
    std::optional<SearchMistake> m_mistake;
};

} // namespace

std::variant<SearchExpression, SearchMistake> parseSearch(const QString &text, qint64 nowMs)
{
    return Parser(text, nowMs).parse();
}

} // namespace loopflow
