#include "core/conversation/searchexpression.h"

#include "tests/support/test.h"

#include <QDateTime>

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

/// Noon, so that "today" has begun wherever the test runs.
const qint64 now = QDate(2026, 5, 10).startOfDay().addSecs(12 * 3600).toMSecsSinceEpoch();

QString inWords(const SearchTerm &term)
{
    const auto text = [&] { return term.whole ? u"\"%1\""_s.arg(term.text) : term.text; };
    const auto moment = [&] { return QDateTime::fromMSecsSinceEpoch(term.ms).toString(u"yyyy-MM-dd hh:mm"_s); };
    const QString sign = term.negated ? u"not "_s : QString();
    switch (term.kind) {
    case SearchTerm::Text:
        return sign + text();
    case SearchTerm::From:
        return sign + u"from "_s + text();
    case SearchTerm::Mate:
        return sign + u"mate "_s + text();
    case SearchTerm::In:
        return sign + u"in "_s + text();
    case SearchTerm::Is:
        return sign + QStringList{u"failed"_s, u"slow"_s, u"ignored"_s, u"replayed"_s}.at(int(term.state));
    case SearchTerm::HasAttachment:
        return sign + u"attachment"_s;
    case SearchTerm::Before:
        return sign + u"before "_s + moment();
    case SearchTerm::After:
        return sign + u"after "_s + moment();
    }
    Q_UNREACHABLE();
}

/// "(a or b) and c"; a mistake as "^ where it is" under the expression.
QString parsed(const QString &text)
{
    const auto result = parseSearch(text, now);
    if (const auto *mistake = std::get_if<SearchMistake>(&result))
        return u"wrong: "_s + text.mid(mistake->offset, mistake->length);
    QStringList groups;
    for (const auto &group : std::get<SearchExpression>(result).groups) {
        QStringList terms;
        for (const SearchTerm &term : group)
            terms.append(inWords(term));
        groups.append(terms.size() == 1 ? terms.first() : u'(' + terms.join(u" or "_s) + u')');
    }
    return groups.join(u" and "_s);
}

} // namespace

class SearchExpressionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTermsAndFilters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("meaning");
        const auto row = [](const char *text, const char *meaning) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(meaning);
        };
        row("", "");
        row("  ", "");
        row("upl", "upl");
        row(" disk   full ", "disk and full");
        row("\"disk full\"", "\"disk full\"");
        row("say\"disk full\"now", "say and \"disk full\" and now");
        row("-noise", "not noise");
        row("-\"two words\"", "not \"two words\"");
        row("a|b", "(a or b)");
        row("a | b c", "(a or b) and c");
        row("a | b | c", "(a or b or c)");
        row("is:failed | is:slow -in:#random", "(failed or slow) and not in #random");
        row("is:ignored is:replayed", "ignored and replayed");
        row("is:failed|slow", "(failed or slow)");
        row("is:failed|Slow|ignored|replayed disk", "(failed or slow or ignored or replayed) and disk");
        row("-is:failed|slow", "not failed and not slow");
        row("is:failed|slower", "(failed or slower)");
        row("is:failed|slow|from:ana", "(failed or slow or from ana)");
        row("IS:Failed", "failed");
        row("from:ana mate:maya in:lee", "from ana and mate maya and in lee");
        row("from:\"Ana Maria\"", "from \"Ana Maria\"");
        row("-from:ana", "not from ana");
        row("has:attachment", "attachment");
        row("before:2026-05-01", "before 2026-05-01 00:00");
        row("after:today", "after 2026-05-10 00:00");
        row("after:yesterday", "after 2026-05-09 00:00");
        row("after:12h", "after 2026-05-10 00:00");
        row("-before:2w", "not before 2026-04-26 12:00");
        row("https://example.org", "https://example.org");
        row("std::errc", "std::errc");
        row("12:30", "12:30");
        row("\"is:failed\"", "\"is:failed\"");
        row("over-under", "over-under");
        row("größe", "größe");
    }
    void readsTermsAndFilters()
    {
        QFETCH(QString, text);
        QTEST(parsed(text), "meaning");
    }

    void aStateIsAWordWhereItStandsAlone()
    {
        const auto kindOf = [](const QString &text) {
            return std::get<SearchExpression>(parseSearch(text, now)).groups.constLast().constLast().kind;
        };
        QCOMPARE(kindOf(u"is:failed|slow"_s), SearchTerm::Is);
        QCOMPARE(kindOf(u"is:failed | slow"_s), SearchTerm::Text);
        QCOMPARE(kindOf(u"is:failed slow"_s), SearchTerm::Text);
        QCOMPARE(kindOf(u"disk|slow"_s), SearchTerm::Text);
    }

    void saysWhereItIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("blamed");
        const auto row = [](const char *text, const char *blamed) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(blamed);
        };
        row("disk \"full", "\"full");
        row("disk -", "-");
        row("- disk", "-");
        row("| disk", "|");
        row("disk |", "|");
        row("a || b", "|");
        row("form:ana disk", "form:");
        row("disk from:", "from:");
        row("from:\"\" x", "from:\"\"");
        row("is:green disk", "green");
        row("is:", "is:");
        row("has:cats", "cats");
        row("before:tomorrow", "tomorrow");
        row("before:2026-02-30", "2026-02-30");
        row("after:-7d", "-7d");
        row("after:d", "d");
        row("disk ???", "???");
        row("\"\"", "\"\"");
        row("from:!", "!");
    }
    void saysWhereItIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, blamed);
        QCOMPARE(parsed(text), u"wrong: "_s + blamed);
        const auto result = parseSearch(text, now);
        const auto *mistake = std::get_if<SearchMistake>(&result);
        QVERIFY(mistake);
        QCOMPARE(mistake->error.code, ErrorCode::Invalid);
        QVERIFY(mistake->error.message.endsWith(u'.'));
    }
};

LOOPFLOW_TEST(SearchExpressionTest)
#include "tst_searchexpression.moc"
