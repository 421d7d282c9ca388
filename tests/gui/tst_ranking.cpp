#include "tests/support/test.h"
#include "ui/goto/ranking.h"

using namespace loopflow;
using namespace Qt::StringLiterals;

class RankingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBetterAnswerRanksHigher_data();
    void theBetterAnswerRanksHigher();
    void whatIsNotInItIsNoAnswer();
    void caseAndAccentsDoNotMatter();
};

void RankingTest::theBetterAnswerRanksHigher_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("prefix before word") << u"ma"_s << u"maya"_s << u"release maya"_s;
    QTest::newRow("word before inside") << u"no"_s << u"release notes"_s << u"kano"_s;
    QTest::newRow("inside before letters") << u"ay"_s << u"maya"_s << u"a very"_s;
    QTest::newRow("closer letters") << u"mln"_s << u"merlin"_s << u"maya and lee in town"_s;
    QTest::newRow("shorter") << u"maya"_s << u"maya"_s << u"maya the second"_s;
    QTest::newRow("both words") << u"maya ana"_s << u"ana maya"_s << u"anatol maybe a lady and a"_s;
}

void RankingTest::theBetterAnswerRanksHigher()
{
    QFETCH(QString, typed);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(rank(better, typed) && rank(worse, typed));
    QVERIFY(*rank(better, typed) > *rank(worse, typed));
}

void RankingTest::whatIsNotInItIsNoAnswer()
{
    QVERIFY(!rank(u"maya"_s, u"mx"_s));
    QVERIFY(!rank(u"maya"_s, u"maya lee"_s));
    QVERIFY(!rank(u"ab"_s, u"ba"_s));
    QVERIFY(rank(u"maya"_s, {}).has_value());
}

void RankingTest::caseAndAccentsDoNotMatter()
{
    QCOMPARE(folded(u"  ZOË\n Ångström "_s), u"zoe angstrom"_s);
}

LOOPFLOW_TEST(RankingTest)
#include "tst_ranking.moc"
