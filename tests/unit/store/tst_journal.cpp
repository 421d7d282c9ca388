#include "core/store/journal.h"

#include "tests/support/test.h"
#include "tests/unit/store/storefixture.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

using discord::MessageId;

const discord::ChannelId dm{70};
const discord::ChannelId otherDm{71};
const discord::UserId ana{80};

MessageId idAt(qint64 ms) { return MessageId::at(Milliseconds(1'700'000'000'000 + ms)); }

struct Fixture : StoreFixture {
    Fixture() { start(); }
    /// As at the next start after kill -9: nothing but the file is left.
    void restart()
    {
        journal.reset();
        mates.reset();
        reopen();
        start();
    }
    void start()
    {
        mates.emplace(database.get());
        if (mates->mates().isEmpty()) {
            mate = addMate(*mates, u"maya"_s);
            other = addMate(*mates, u"merlin"_s);
        }
        journal.emplace(database.get());
    }
    void ask(const QList<MessageId> &questions)
    {
        for (const MessageId question : questions)
            QVERIFY(journal->open(mate, dm, question, ana));
    }
    using StoreFixture::ask;

    std::optional<MateStore> mates;
    std::optional<Journal> journal;
    MateId mate{};
    MateId other{};
};

} // namespace

class JournalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsOpenQuestionsOldestFirstAfterARestart()
    {
        Fixture f;
        f.ask({idAt(2), idAt(1)});
        QVERIFY(f.journal->open(f.other, otherDm, idAt(0), ana));
        f.restart();
        const auto open = f.journal->unsettled(f.mate);
        QCOMPARE(open->size(), 2);
        QCOMPARE(open->at(0).message, idAt(1));
        QCOMPARE(open->at(1).message, idAt(2));
        QCOMPARE(open->at(0).channel, dm);
        QCOMPARE(open->at(0).author, ana);
        QVERIFY(!open->at(0).draft);
    }

    void opensAQuestionOnlyOnce()
    {
        Fixture f;
        f.ask({idAt(1)});
        QVERIFY(f.journal->draft(f.mate, {idAt(1)}, {{u"a"_s}, 1, false}));
        f.ask({idAt(1)});
        QVERIFY(f.journal->unsettled(f.mate)->constFirst().draft);
        QVERIFY(f.journal->settle(f.mate, {idAt(1)}));
        f.ask({idAt(1)});
        QVERIFY(f.journal->unsettled(f.mate)->isEmpty());
        QVERIFY(f.journal->isSettled(f.mate, dm, idAt(1)));
    }

    void keepsOneDraftForAllItsQuestions()
    {
        Fixture f;
        f.ask({idAt(1), idAt(2), idAt(3)});
        const Draft draft{{u"one\n\"two\""_s, u"три 🙂"_s}, 2, true};
        QVERIFY(f.journal->draft(f.mate, {idAt(2), idAt(1)}, draft));
        QCOMPARE(f.StoreFixture::ask(u"SELECT count(*) FROM draft"_s).toInt(), 1);
        f.restart();
        const auto open = f.journal->unsettled(f.mate);
        QCOMPARE(open->size(), 3);
        for (int i : {0, 1}) {
            QCOMPARE(*open->at(i).draft, draft);
            QCOMPARE(open->at(i).draftQuestions, QList({idAt(1), idAt(2)}));
        }
        QVERIFY(!open->at(2).draft);
        QVERIFY(open->at(2).draftQuestions.isEmpty());
    }

    void remembersWhichPartsArePosted()
    {
        Fixture f;
        f.ask({idAt(1), idAt(2)});
        QVERIFY(f.journal->draft(f.mate, {idAt(1), idAt(2)}, {{u"a"_s, u"b"_s, u"c"_s}, 1, false}));
        QVERIFY(f.journal->posted(f.mate, idAt(2), 1, MessageId{902}));
        QVERIFY(f.journal->posted(f.mate, idAt(1), 0, MessageId{901}));
        QVERIFY(f.journal->posted(f.mate, idAt(1), 0, MessageId{901}));
        f.restart();
        const auto open = f.journal->unsettled(f.mate);
        QCOMPARE(open->size(), 2);
        for (const OpenQuestion &question : *open)
            QCOMPARE(question.posted, QList({MessageId{901}, MessageId{902}}));
    }

    void replacesAnEarlierDraftAndItsParts()
    {
        Fixture f;
        f.ask({idAt(1), idAt(2)});
        QVERIFY(f.journal->draft(f.mate, {idAt(1)}, {{u"old"_s}, 1, false}));
        QVERIFY(f.journal->posted(f.mate, idAt(1), 0, MessageId{901}));
        QVERIFY(f.journal->draft(f.mate, {idAt(1), idAt(2)}, {{u"new"_s}, 2, false}));
        QCOMPARE(f.StoreFixture::ask(u"SELECT count(*) FROM draft"_s).toInt(), 1);
        const auto open = f.journal->unsettled(f.mate);
        QCOMPARE(open->at(0).draft->parts, QStringList(u"new"_s));
        QCOMPARE(open->at(1).draft->attempt, 2);
        QVERIFY(open->at(0).posted.isEmpty());
    }

    void refusesADraftForAQuestionThatIsNotOpen()
    {
        Fixture f;
        f.ask({idAt(1)});
        QVERIFY(f.journal->draft(f.mate, {idAt(1)}, {{u"old"_s}, 1, false}));
        QVERIFY(!f.journal->draft(f.mate, {idAt(1), idAt(2)}, {{u"new"_s}, 2, false}));
        QCOMPARE(f.journal->unsettled(f.mate)->constFirst().draft->parts, QStringList(u"old"_s));
        QVERIFY(!f.journal->posted(f.mate, idAt(2), 0, MessageId{901}));
    }

    void erasesTheDraftOfWhatIsSettled()
    {
        Fixture f;
        f.ask({idAt(1), idAt(2)});
        QVERIFY(f.journal->draft(f.mate, {idAt(1), idAt(2)}, {{u"secret words"_s}, 1, false}));
        QVERIFY(f.journal->posted(f.mate, idAt(1), 0, MessageId{901}));
        QVERIFY(f.journal->settle(f.mate, {idAt(1), idAt(2)}));
        f.restart();
        QVERIFY(f.journal->unsettled(f.mate)->isEmpty());
        QCOMPARE(f.StoreFixture::ask(u"SELECT count(*) FROM draft"_s).toInt(), 0);
        QCOMPARE(f.StoreFixture::ask(u"SELECT count(*) FROM posted"_s).toInt(), 0);
        QVERIFY(f.journal->isSettled(f.mate, dm, idAt(1)));
        QVERIFY(f.journal->isSettled(f.mate, dm, idAt(2)));
    }

    void asksAgainWhatLostItsDraftToAnotherQuestion()
    {
        Fixture f;
        f.ask({idAt(1), idAt(2)});
        QVERIFY(f.journal->draft(f.mate, {idAt(1), idAt(2)}, {{u"a"_s}, 1, false}));
        QVERIFY(f.journal->settle(f.mate, {idAt(1)}));
        const auto open = f.journal->unsettled(f.mate);
        QCOMPARE(open->size(), 1);
        QVERIFY(!open->constFirst().draft);
    }

    void tellsSettledFromOpenAndUnknown()
    {
        Fixture f;
        f.ask({idAt(1), idAt(2)});
        QVERIFY(f.journal->settle(f.mate, {idAt(1), idAt(9)}));
        QVERIFY(f.journal->isSettled(f.mate, dm, idAt(1)));
        QVERIFY(!f.journal->isSettled(f.mate, dm, idAt(2)));
        QVERIFY(!f.journal->isSettled(f.mate, dm, idAt(9)));
        QVERIFY(!f.journal->isSettled(f.mate, otherDm, idAt(1)));
        QVERIFY(!f.journal->isSettled(f.other, dm, idAt(1)));
    }

    void keepsTheNewestThousandSettledOnesOfAChannel()
    {
        Fixture f;
        QVERIFY(f.journal->open(f.mate, otherDm, idAt(0), ana));
        QVERIFY(f.journal->settle(f.mate, {idAt(0)}));
        f.ask({idAt(1)}); // stays open, however old
        QVERIFY(inTransaction(f.database->sql(), [&]() -> Result<void> {
            for (int i = 2; i < 1500; ++i)
                f.execute(u"INSERT INTO question VALUES (%1, %2, %3, 1, 1, NULL, 1, 0)"_s
                              .arg(static_cast<qint64>(f.mate)).arg(dm.value).arg(idAt(i).value));
            return {};
        }));
        f.ask({idAt(64 * 100)}); // one of those that cut
        QCOMPARE(
            f.StoreFixture::ask(u"SELECT count(*) FROM question WHERE settled AND channel = 70"_s)
                .toInt(),
            1000);
        QVERIFY(f.journal->isSettled(f.mate, dm, idAt(500)));
        QVERIFY(!f.journal->isSettled(f.mate, dm, idAt(499)));
        QVERIFY(f.journal->isSettled(f.mate, otherDm, idAt(0)));
        QCOMPARE(f.journal->unsettled(f.mate)->constFirst().message, idAt(1));
    }

    void neverMovesAMarkBack()
    {
        Fixture f;
        QVERIFY(f.journal->mark(f.mate, dm, idAt(5)));
        QVERIFY(f.journal->mark(f.mate, dm, idAt(3)));
        QVERIFY(f.journal->mark(f.mate, otherDm, idAt(1)));
        f.restart();
        const auto marks = f.journal->marks(f.mate);
        QCOMPARE(marks->size(), 2);
        QCOMPARE(marks->at(0).channel, dm);
        QCOMPARE(marks->at(0).mark, idAt(5));
        QCOMPARE(marks->at(1).mark, idAt(1));
        QVERIFY(f.journal->marks(f.other)->isEmpty());
    }

    void keepsAndForgetsTheSession()
    {
        Fixture f;
        QVERIFY(!f.journal->session(f.mate));
        discord::SavedSession session{
            u"s1"_s, 41, QUrl(u"wss://resume.example/?x=1"_s), discord::UserId{5}, 0xffffffff};
        QVERIFY(f.journal->saveSession(f.mate, session));
        session.sequence = 42;
        QVERIFY(f.journal->saveSession(f.mate, session));
        f.restart();
        QCOMPARE(*f.journal->session(f.mate), session);
        QVERIFY(!f.journal->session(f.other));
        QVERIFY(f.journal->saveSession(f.mate, std::nullopt));
        QVERIFY(!f.journal->session(f.mate));
    }

    void countsIdentifiesOfADay()
    {
        Fixture f;
        const Milliseconds day = std::chrono::hours(24);
        const Milliseconds now(1'700'000'000'000);
        QVERIFY(f.journal->addIdentify(f.mate, now - day));
        QVERIFY(f.journal->addIdentify(f.mate, now));
        QVERIFY(f.journal->addIdentify(f.mate, now));
        QVERIFY(f.journal->addIdentify(f.other, now));
        QCOMPARE(f.journal->identifies(f.mate, now - day), QList({now - day, now, now}));
        QCOMPARE(f.journal->identifies(f.mate, now), QList({now, now}));
        QVERIFY(f.journal->addIdentify(f.mate, now + Milliseconds(1)));
        QCOMPARE(f.StoreFixture::ask(u"SELECT count(*) FROM identify WHERE mate = 1"_s).toInt(), 3);
    }

    void goesWithItsMate()
    {
        Fixture f;
        f.ask({idAt(1)});
        QVERIFY(f.journal->draft(f.mate, {idAt(1)}, {{u"a"_s}, 1, false}));
        QVERIFY(f.journal->posted(f.mate, idAt(1), 0, MessageId{901}));
        QVERIFY(f.journal->mark(f.mate, dm, idAt(1)));
        QVERIFY(f.journal->saveSession(f.mate, discord::SavedSession{}));
        QVERIFY(f.journal->addIdentify(f.mate, Milliseconds(1)));
        QVERIFY(f.mates->remove(f.mate));
        for (const QString &table :
            {u"question"_s, u"draft"_s, u"posted"_s, u"mark"_s, u"session"_s, u"identify"_s})
            QCOMPARE(f.StoreFixture::ask(u"SELECT count(*) FROM "_s + table).toInt(), 0);
        QVERIFY(!f.journal->open(f.mate, dm, idAt(2), ana));
    }

    void tellsWhenTheDiskIsFull()
    {
        Fixture f;
        f.ask({idAt(1)});
        f.fillDisk();
        const Draft draft{{QString(20000, u'x')}, 1, false};
        const auto kept = f.journal->draft(f.mate, {idAt(1)}, draft);
        QVERIFY(!kept);
        QVERIFY2(kept.error().message.contains(u"disk is full"_s), qPrintable(kept.error().message));
        QVERIFY(!f.journal->unsettled(f.mate)->constFirst().draft);
        f.emptyDisk();
        QVERIFY(f.journal->draft(f.mate, {idAt(1)}, draft));
        QCOMPARE(*f.journal->unsettled(f.mate)->constFirst().draft, draft);
    }

    void asksASettledQuestionOnceMoreAsItsNextTry()
    {
        Fixture f;
        f.ask({idAt(1), idAt(2)});
        QCOMPARE(f.journal->tryAt(f.mate, idAt(1)).number, 1);
        QVERIFY(!f.journal->tryAt(f.mate, idAt(1)).postsAfter);
        QVERIFY(f.journal->settle(f.mate, {idAt(1), idAt(2)}));
        QVERIFY(f.journal->reopen(f.mate, dm, {idAt(1), idAt(2)}, ana, idAt(9)));
        f.restart();
        const auto open = f.journal->unsettled(f.mate);
        QVERIFY(open);
        QCOMPARE(open->size(), 2);
        QCOMPARE(f.journal->tryAt(f.mate, idAt(2)).number, 2);
        QCOMPARE(f.journal->tryAt(f.mate, idAt(2)).postsAfter, std::optional(idAt(9)));
        QVERIFY(f.journal->settle(f.mate, {idAt(2)}));
        QVERIFY(f.journal->reopen(f.mate, dm, {idAt(2)}, ana, idAt(12)));
        QCOMPARE(f.journal->tryAt(f.mate, idAt(2)).number, 3);
    }

    void opensNoQuestionAgainThatIsOpen()
    {
        Fixture f;
        f.ask({idAt(1), idAt(2)});
        QVERIFY(f.journal->settle(f.mate, {idAt(1)}));
        const auto again = f.journal->reopen(f.mate, dm, {idAt(1), idAt(2)}, ana, idAt(9));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QVERIFY(f.journal->isSettled(f.mate, dm, idAt(1)));
    }

    void aQuestionThatItForgotIsOpenedAsASecondTry()
    {
        Fixture f;
        QVERIFY(f.journal->reopen(f.mate, dm, {idAt(1)}, ana, idAt(9)));
        QCOMPARE(f.journal->unsettled(f.mate)->size(), 1);
        QCOMPARE(f.journal->tryAt(f.mate, idAt(1)).number, 2);
    }
};

LOOPFLOW_TEST(JournalTest)
#include "tst_journal.moc"
