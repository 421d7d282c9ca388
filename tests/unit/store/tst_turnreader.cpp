#include "core/store/turnreader.h"

#include "core/store/logstore.h"
#include "tests/support/test.h"
#include "tests/unit/store/recordsamples.h"
#include "tests/unit/store/storefixture.h"

#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

struct Record {
    Record()
    {
        for (LogRecord record : sampleTurn(1, TurnId{1}, 20)) {
            if (auto *event = std::get_if<TurnEvent>(&record.event)) {
                if (auto *sent = std::get_if<RequestSent>(event))
                    sent->body = body;
            }
            store.append(record);
        }
        for (const LogRecord &record : sampleTurn(100, TurnId{2}, 20))
            store.append(record);
        if (!store.flush())
            qFatal("the record was not written");
    }
    QByteArray body = "{\"messages\":[\"" + QByteArray("many words ").repeated(100'000) + "\"]}";
    StoreFixture fixture;
    LogStore store{fixture.database.get()};
};

} // namespace

class TurnReaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLongTurnComesLater()
    {
        Record record;
        QObject context;
        std::optional<Result<TurnRecords>> read;
        QVERIFY(record.store.readTurn(TurnId{1}, &context, [&](const auto &result) { read = result; }));
        QVERIFY(!read);
        QTRY_VERIFY(read);
        QVERIFY(*read);
        const auto whole = record.store.readTurn(TurnId{1});
        QCOMPARE((*read)->records.size(), whole->size());
        for (qsizetype i = 0; i < whole->size(); ++i)
            QVERIFY((*read)->records.at(i).event == whole->at(i).event);
        QCOMPARE((*read)->unreadable, 0);
    }

    void anOrdinaryTurnComesAtOnce()
    {
        Record record;
        QObject context;
        std::optional<Result<TurnRecords>> read;
        QVERIFY(!record.store.readTurn(TurnId{2}, &context, [&](const auto &result) { read = result; }));
        QVERIFY(read && *read);
        QCOMPARE((*read)->records.size(), 8);
    }

    void whatCannotBeReadIsCounted()
    {
        Record record;
        record.fixture.execute(u"UPDATE event SET payload = x'00ff' WHERE kind = 'HistoryFetched'"_s);
        record.fixture.execute(u"UPDATE event SET kind = 'FromTomorrow' WHERE kind = 'TypingShown'"_s);
        QObject context;
        std::optional<Result<TurnRecords>> read;
        QVERIFY(record.store.readTurn(TurnId{1}, &context, [&](const auto &result) { read = result; }));
        QTRY_VERIFY(read && *read);
        QCOMPARE((*read)->unreadable, 2);
        QCOMPARE((*read)->records.size(), 6);
    }

    void nobodyIsToldWhoIsGone()
    {
        Record record;
        int told = 0;
        {
            QObject context;
            record.store.readTurn(TurnId{1}, &context, [&](const auto &) { ++told; });
        }
        QObject context;
        bool later = false;
        record.store.readTurn(TurnId{1}, &context, [&](const auto &) { later = true; });
        QTRY_VERIFY(later);
        QCOMPARE(told, 0);
    }

    void endsWithTheRecord()
    {
        auto record = std::make_unique<Record>();
        QObject context;
        int told = 0;
        record->store.readTurn(TurnId{1}, &context, [&](const auto &) { ++told; });
        record.reset(); // waits for the thread
        QCoreApplication::processEvents();
        QCOMPARE(told, 0);
    }

    void saysWhyItCannotRead()
    {
        TurnReader reader(u"/nowhere/loopflow.sqlite"_s);
        QObject context;
        std::optional<Result<TurnRecords>> read;
        reader.read(TurnId{1}, &context, [&](const auto &result) { read = result; });
        QTRY_VERIFY(read);
        QVERIFY(!*read);
        QVERIFY((*read).error().message.startsWith(u"The turn could not be read"));
    }
};

LOOPFLOW_TEST(TurnReaderTest)
#include "tst_turnreader.moc"
