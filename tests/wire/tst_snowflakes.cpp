#include "core/discord/id.h"
#include "core/practice/snowflakes.h"
#include "tests/support/test.h"

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;

class SnowflakesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void carryTheTimeAndOnlyGrow()
    {
        using std::chrono::milliseconds;
        Snowflakes snowflakes;
        const milliseconds now(1800000000000);
        const discord::MessageId first{snowflakes.next(now)};
        QCOMPARE(first.created(), now);
        const discord::MessageId same{snowflakes.next(now)};
        QCOMPARE(same.created(), now);
        QVERIFY(same > first);
        const discord::MessageId earlier{snowflakes.next(now - std::chrono::hours(1))};
        QVERIFY(earlier > same);
        const discord::MessageId later{snowflakes.next(now + milliseconds(1))};
        QVERIFY(later > earlier);
        QCOMPARE(later.created(), now + milliseconds(1));
    }

    void writesTimesAsDiscordDoes()
    {
        QCOMPARE(isoTime(1800000000123), u"2027-01-15T08:00:00.123000+00:00"_s);
    }
};

LOOPFLOW_TEST(SnowflakesTest)
#include "tst_snowflakes.moc"
