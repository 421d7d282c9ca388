#include "core/store/searchquery.h"

#include "core/base/core.h"

#include <QElapsedTimer>

#include <limits>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

/// How many ids the first slice spans; it grows while slices are quick.
constexpr qint64 firstWidth = 20'000;
constexpr qint64 quickMs = 4;
constexpr qint64 slowMs = 10;

QString notSearched() { return Core::tr("The record could not be searched"); }

/// As the index folds words, so that names are found however they are written.
QString foldedLine(const QString &text)
{
    QStringList words;
    for (const SearchWord &word : wordsOf(text))
        words.append(word.folded);
    return words.join(u' ');
}

/// In a string of SQL's.
QString quoted(QString text) { return u'\'' + text.replace(u'\'', u"''"_s) + u'\''; }

bool isText(const SearchTerm &term) { return term.kind == SearchTerm::Text || term.kind == SearchTerm::From; }

/// A term for the text index. The words were cut already, so there is nothing to escape.
QString matchOf(const SearchTerm &term)
{
    const QString column = term.kind == SearchTerm::From ? u"names"_s : u"text"_s;
    return u"%1 : \"%2\"%3"_s.arg(column, foldedLine(term.text), term.whole ? QString() : u" *"_s);
}

/// Whether the text index alone can say that a group holds.
bool isMatch(const QList<SearchTerm> &group)
{
    return std::all_of(
        group.cbegin(), group.cend(), [](const SearchTerm &term) { return isText(term) && !term.negated; });
}

QString stateOf(SearchState state)
{
    switch (state) {
    case SearchState::Failed:
        return u"e.failed = 1"_s;
    case SearchState::Slow:
        return u"e.slow = 1"_s;
    case SearchState::Ignored:
        return u"e.ignored = 1"_s;
    case SearchState::Replayed:
        return u"e.replayed > 0"_s;
    }
    Q_UNREACHABLE();
}

bool asksForReplays(const SearchExpression &expression)
{
    for (const auto &group : expression.groups) {
        for (const SearchTerm &term : group) {
            if (term.kind == SearchTerm::Is && term.state == SearchState::Replayed && !term.negated)
                return true;
        }
    }
    return false;
}

} // namespace

SearchQuery::SearchQuery(QSqlDatabase &sql, SearchExpression expression, qint64 before, int limit)
    : m_sql(sql)
    , m_expression(std::move(expression))
    , m_high(before > 0 ? before : std::numeric_limits<qint64>::max())
    , m_limit(limit)
    , m_width(firstWidth)
{
}

Result<bool> SearchQuery::step()
{
    if (!m_prepared) {
        if (auto prepared = prepare(); !prepared)
            return prepared.error();
        m_prepared = true;
    }
    if (m_high <= m_low)
        return true;
    QElapsedTimer spent;
    spent.start();
    const qint64 low = std::max(m_low, m_high - m_width);
    const QString columns = u"SELECT e.id, e.mate, e.channel, e.turn, e.message, e.author, c.person, e.at, e.failed, "
                            "e.replayed, b.text, iif(e.replayed = 2, (SELECT replay_of FROM event WHERE event.turn > 0 "
                            "AND event.turn = e.turn AND replay_of IS NOT NULL), 0) FROM "_s;
    const QString rest = u" CROSS JOIN search_body b ON b.id = e.id LEFT JOIN conversation c ON c.mate = e.mate AND "
                         "c.channel = e.channel WHERE %1 >= %2 AND %1 < %3 AND %4%5 ORDER BY %1 DESC LIMIT %6"_s;
    const int wanted = m_limit + 1 - static_cast<int>(m_page.hits.size());
    const QString leads = m_match.isEmpty() ? u"search_entry e"_s
                                            : u"search_text t CROSS JOIN search_entry e ON e.id = t.rowid"_s;
    const QString match = m_match.isEmpty() ? QString() : u" AND t.search_text MATCH "_s + quoted(m_match);
    Statement row(m_sql,
        columns + leads
            + rest.arg(m_match.isEmpty() ? u"e.id"_s : u"t.rowid"_s, QString::number(low), QString::number(m_high),
                QString(m_where).replace(u"{low}"_s, QString::number(low)).replace(u"{high}"_s, QString::number(m_high)),
                match, QString::number(wanted)),
        notSearched());
    if (auto ran = row.run(); !ran)
        return ran.error();
    if (auto taken = take(row); !taken)
        return taken.error();
    if (m_page.hits.size() > m_limit) {
        m_page.hits.removeLast();
        m_page.more = true;
        return true;
    }
    m_high = low;
    if (spent.elapsed() <= quickMs)
        m_width *= 2;
    else if (spent.elapsed() > slowMs)
        m_width = std::max<qint64>(1000, m_width / 2);
    return m_high <= m_low;
}

Result<void> SearchQuery::take(Statement &row)
{
    while (row.next()) {
        SearchHit hit;
        hit.seq = row.number(0);
        hit.conversation = {MateId{row.number(1)}, row.id<discord::ChannelId>(2)};
        hit.turn = TurnId{row.number(3)};
        hit.message = row.id<discord::MessageId>(4);
        hit.author = row.text(5);
        hit.person = row.text(6);
        hit.atMs = row.time(7).count();
        hit.failed = row.number(8) != 0;
        hit.replay = row.number(9) == 2;
        hit.text = row.text(10);
        hit.replayOf = TurnId{row.number(11)};
        hit.snippet = snippetOf(hit.text, m_expression);
        m_page.hits.append(std::move(hit));
    }
    return row.ended();
}

Result<void> SearchQuery::prepare()
{
    Statement bounds(m_sql, u"SELECT min(id), (SELECT max(id) FROM search_entry) FROM search_entry"_s, notSearched());
    if (auto ran = bounds.run(); !ran)
        return ran;
    if (bounds.next() && !bounds.isNull(0)) {
        m_low = bounds.number(0);
        m_high = std::min(m_high, bounds.number(1) + 1);
    } else {
        m_high = m_low;
    }
    QStringList matches;
    QStringList excluded;
    QStringList conditions;
    for (const auto &group : std::as_const(m_expression.groups)) {
        QStringList either;
        const bool leads = isMatch(group);
        for (const SearchTerm &term : group) {
            if (leads || (group.size() == 1 && isText(term))) {
                either.append(matchOf(term));
                continue;
            }
            auto condition = conditionOf(term);
            if (!condition)
                return condition.error();
            either.append((term.negated ? u"NOT (%1)"_s : u"(%1)"_s).arg(*condition));
        }
        if (leads)
            matches.append(u'(' + either.join(u" OR "_s) + u')');
        else if (group.size() == 1 && isText(group.first()))
            excluded.append(either.first());
        else
            conditions.append(u'(' + either.join(u" OR "_s) + u')');
    }
    if (!matches.isEmpty()) {
        m_match = matches.join(u" AND "_s);
        if (!excluded.isEmpty())
            m_match = u"(%1) NOT (%2)"_s.arg(m_match, excluded.join(u" OR "_s));
    } else if (!excluded.isEmpty()) { // the index can say what has words, not what has them not
        conditions.append(u"e.id NOT IN (SELECT rowid FROM search_text WHERE search_text MATCH %1 AND rowid >= {low} AND rowid < {high})"_s.arg(
            quoted(excluded.join(u" OR "_s))));
    }
    if (!asksForReplays(m_expression))
        conditions.append(u"e.replayed < 2"_s);
    conditions.append(u"1"_s);
    m_where = conditions.join(u" AND "_s);
    return {};
}

Result<QString> SearchQuery::conditionOf(const SearchTerm &term)
{
    switch (term.kind) {
    case SearchTerm::Text:
    case SearchTerm::From:
        return u"e.id IN (SELECT rowid FROM search_text WHERE search_text MATCH %1 AND rowid >= {low} AND rowid < {high})"_s.arg(quoted(matchOf(term)));
    case SearchTerm::Mate: {
        const auto mates = matesCalled(term.text);
        if (!mates)
            return mates.error();
        QStringList ids;
        for (const MateId mate : *mates)
            ids.append(QString::number(static_cast<qint64>(mate)));
        return u"e.mate IN (%1)"_s.arg(ids.join(u','));
    }
    case SearchTerm::In:
        return conversationsOf(term.text);
    case SearchTerm::Is:
        return stateOf(term.state);
    case SearchTerm::HasAttachment:
        return u"e.attachment = 1"_s;
    case SearchTerm::Before:
        return u"e.at < %1"_s.arg(term.ms);
    case SearchTerm::After:
        return u"e.at >= %1"_s.arg(term.ms);
    }
    Q_UNREACHABLE();
}

Result<QList<MateId>> SearchQuery::matesCalled(const QString &name)
{
    Statement row(m_sql, u"SELECT id, name, identifier FROM mate"_s, notSearched());
    if (auto ran = row.run(); !ran)
        return ran.error();
    QList<MateId> exact;
    QList<MateId> alike;
    const QString wanted = foldedLine(name);
    while (row.next()) {
        const QString called = foldedLine(row.text(1));
        if (called == wanted || row.text(2).compare(name, Qt::CaseInsensitive) == 0)
            exact.append(MateId{row.number(0)});
        else if (!wanted.isEmpty() && called.startsWith(wanted))
            alike.append(MateId{row.number(0)});
    }
    if (auto ended = row.ended(); !ended)
        return ended.error();
    return exact.isEmpty() ? alike : exact;
}

/// Those with a person who is called so, and the channel of that id.
Result<QString> SearchQuery::conversationsOf(const QString &name)
{
    Statement row(m_sql, u"SELECT mate, channel, person FROM conversation"_s, notSearched());
    if (auto ran = row.run(); !ran)
        return ran.error();
    const QString plain = name.startsWith(u'#') ? name.mid(1) : name;
    const QString wanted = u' ' + foldedLine(plain);
    QStringList found;
    while (row.next()) {
        const bool isIt = wanted.size() > 1 && (u' ' + foldedLine(row.text(2))).contains(wanted);
        if (isIt || row.id<discord::ChannelId>(1).toString() == plain)
            found.append(u"(%1,%2)"_s.arg(row.number(0)).arg(row.number(1)));
    }
    if (auto ended = row.ended(); !ended)
        return ended.error();
    if (found.isEmpty())
        return u"0"_s;
    return u"(e.mate, e.channel) IN (VALUES %1)"_s.arg(found.join(u','));
}

} // namespace loopflow
