#include "core/practice/counts.h"
#include "tests/support/test.h"

using namespace Qt::StringLiterals;
using namespace loopflow::practice;

class CountsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesEveryNameOfAParameterForTheSame()
    {
        Counts counts;
        counts.note(u"GET /channels/{}/messages/{}"_s);
        for (const QString &what : {u"GET /channels/{}/messages/{}"_s,
                 u"GET /channels/{channel_id}/messages/{message_id}"_s,
                 u"GET /channels/123/messages/456"_s})
            QCOMPARE(counts.of(what), 1);
        QCOMPARE(counts.of(u"GET /channels/{}/messages"_s), 0);
        QCOMPARE(counts.of(u"GET /users/@me"_s), 0);
        counts.clear();
        QCOMPARE(counts.of(u"GET /channels/{}/messages/{}"_s), 0);
    }

    void knowsWhatWasToChangeSomething()
    {
        Counts counts;
        counts.note(u"GET /channels/{}/messages"_s);
        counts.note(u"identify"_s);
        QCOMPARE(counts.writes(), 0);
        counts.note(u"POST /channels/{}/typing"_s);
        counts.note(u"DELETE /channels/{}/messages/{}"_s);
        counts.note(u"DELETE /channels/{}/messages/{}"_s);
        QCOMPARE(counts.writes(), 3);
    }
};

LOOPFLOW_TEST(CountsTest)
#include "tst_counts.moc"
