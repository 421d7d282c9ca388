#include "core/conversation/eventnames.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

/// The names of all enumerators up to the last one, each checked to lead back to its enumerator.
template <class E>
QStringList namesUpTo(E last)
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        const QString name = nameOf(static_cast<E>(i));
        names.append(enumFrom<E>(name) == static_cast<E>(i) ? name : u"(%1 is not found)"_s.arg(name));
    }
    return names;
}

} // namespace

class EventNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The names are in people's databases: whoever changes one breaks their record.
    void keepsItsNames_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("expected");
        QTest::newRow("IgnoreReason") << namesUpTo(IgnoreReason::NotForMates)
                                      << u"WrittenByBot SystemLine WrittenWhileClosed NotForMates"_s;
        QTest::newRow("GatewayState") << namesUpTo(discord::GatewayState::Failed)
                                      << u"Offline Connecting Identifying Resuming Ready Waiting Failed"_s;
        QTest::newRow("HistoryPurpose") << namesUpTo(HistoryPurpose::Verify) << u"Context Verify"_s;
        QTest::newRow("WriteStage") << namesUpTo(WriteStage::Post) << u"History Verify Post"_s;
        QTest::newRow("RestartReason") << namesUpTo(RestartReason::Deleted) << u"NewerMessage Edited Deleted"_s;
        QTest::newRow("StopReason") << namesUpTo(llm::StopReason::Other) << u"End Length Refusal Other"_s;
        QTest::newRow("ErrorCode") << namesUpTo(ErrorCode::Conflict)
                                   << u"Invalid Unreachable Timeout Cancelled Unauthorized Forbidden NotFound "
                                      "RateLimited Unavailable Incomplete TooLong UnsupportedParameter Storage "
                                      "Keychain Conflict"_s;
    }

    void keepsItsNames()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, expected);
        QCOMPARE(names.join(u' '), expected);
    }

    void knowsNoOtherName()
    {
        QVERIFY(!enumFrom<ErrorCode>(u"Sunny"_s));
        QVERIFY(!enumFrom<ErrorCode>(QString()));
        QVERIFY(!enumFrom<ErrorCode>(u"invalid"_s));
        QVERIFY(nameOf(static_cast<ErrorCode>(99)).isEmpty());
    }
};

LOOPFLOW_TEST(EventNamesTest)
#include "tst_eventnames.moc"
