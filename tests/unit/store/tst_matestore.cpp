#include "core/store/matestore.h"

#include "core/store/journal.h"
#include "core/store/logstore.h"
#include "tests/support/test.h"
#include "tests/unit/store/storefixture.h"

#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

Mate richMate()
{
    Mate mate;
    mate.identifier = u"maya_2"_s;
    mate.name = u"Maya ✨"_s;
    mate.provider = u"anthropic"_s;
    mate.model = u"claude"_s;
    mate.baseUrl = u"http://127.0.0.1:1/v1"_s;
    mate.parameters = {0.25, 0.5, 1000, u"high"_s};
    mate.bot = {0x7fffffffffffffff};
    mate.application = {12};
    mate.avatar = u"a_1"_s;
    mate.home = QUrl(u"https://example.org/api/v10"_s);
    mate.paused = true;
    mate.historyMessages = 7;
    mate.historyTokens = 123;
    mate.mergeWaitMs = 1500;
    return mate;
}

LogRecord recordOf(qint64 seq, MateId mate)
{
    return {seq, {Milliseconds(seq), Milliseconds(seq)}, {mate, {}}, {}, MateEvent(PromptSaved{1})};
}

} // namespace

class MateStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsMatesOverARestart()
    {
        StoreFixture store;
        Mate rich = richMate();
        MateId plain{};
        {
            MateStore mates(store.database.get());
            QVERIFY(mates.loaded());
            QSignalSpy added(&mates, &MateStore::added);
            plain = addMate(mates, u"zoe"_s);
            const auto saved = mates.add(rich, u"Prompt\n«x»"_s);
            QVERIFY(saved);
            rich.id = saved->id;
            QCOMPARE(*saved, rich);
            QCOMPARE(added.size(), 2);
        }
        store.reopen();
        const MateStore mates(store.database.get());
        QCOMPARE(mates.mates().size(), 2);
        QCOMPARE(mates.mates().at(0).id, plain);
        QCOMPARE(mates.mates().at(1), rich);
        QCOMPARE(*mates.mate(rich.id), rich);
        QCOMPARE(*mates.find(u"MAYA_2"_s), rich);
        QVERIFY(!mates.find(u"nobody"_s));
        QCOMPARE(mates.prompt(rich.id).text, u"Prompt\n«x»"_s);
        QCOMPARE(mates.prompt(rich.id).number, 1);
    }

    void keepsPicturesOverARestart()
    {
        StoreFixture store;
        MateId maya{};
        MateId zoe{};
        {
            MateStore mates(store.database.get());
            maya = addMate(mates, u"maya"_s);
            zoe = addMate(mates, u"zoe"_s);
            QSignalSpy changed(&mates, &MateStore::changed);
            QVERIFY(mates.savePicture(maya, "png"));
            QVERIFY(mates.savePicture(maya, "png")); // nothing new
            QVERIFY(mates.savePicture(zoe, "other"));
            QVERIFY(mates.savePicture(zoe, {}));
            QCOMPARE(changed.size(), 3);
            QVERIFY(!mates.savePicture(MateId{99}, "png"));
        }
        store.reopen();
        MateStore mates(store.database.get());
        QCOMPARE(mates.picture(maya), QByteArray("png"));
        QVERIFY(mates.picture(zoe).isEmpty());
        QVERIFY(mates.remove(maya));
        QVERIFY(mates.picture(maya).isEmpty());
        QCOMPARE(store.ask(u"SELECT count(*) FROM mate_picture"_s).toInt(), 0);
    }

    void namesVersions()
    {
        StoreFixture store;
        MateId id{};
        {
            MateStore mates(store.database.get());
            id = addMate(mates, u"zoe"_s);
            QVERIFY(mates.savePrompt(id, u"Two."_s));
            QSignalSpy named(&mates, &MateStore::versionNamed);
            QVERIFY(mates.nameVersion(id, 1, u"  the   first "_s));
            QVERIFY(mates.nameVersion(id, 2, u"calmer"_s));
            QCOMPARE(named.size(), 2);
            QCOMPARE(mates.prompt(id).name, u"calmer"_s);
            QCOMPARE(mates.nameVersion(id, 3, u"x"_s).error().code, ErrorCode::NotFound);
            QCOMPARE(mates.nameVersion(MateId{99}, 1, u"x"_s).error().code, ErrorCode::NotFound);
        }
        store.reopen();
        const MateStore mates(store.database.get());
        QCOMPARE(mates.prompts(id).at(1).name, u"the first"_s);
        QCOMPARE(mates.prompt(id).name, u"calmer"_s);
    }

    void keepsAnUnsavedPromptOverACrash()
    {
        StoreFixture store;
        MateId id{};
        {
            MateStore mates(store.database.get());
            id = addMate(mates, u"zoe"_s);
            QVERIFY(!mates.draft(id));
            QVERIFY(mates.keepDraft(id, 1, u"first try"_s));
            QVERIFY(mates.keepDraft(id, 1, u"second try"_s));
            QCOMPARE(mates.keepDraft(MateId{99}, 1, u"x"_s).error().code, ErrorCode::NotFound);
        }
        store.reopen();
        MateStore mates(store.database.get());
        QCOMPARE(mates.draft(id)->text, u"second try"_s);
        QCOMPARE(mates.draft(id)->base, 1);
        QVERIFY(mates.draft(id)->keptMs > 0);
        QCOMPARE(mates.prompts(id).size(), 1);
        QVERIFY(mates.dropDraft(id));
        QVERIFY(!mates.draft(id));
        QVERIFY(mates.keepDraft(id, 1, u"again"_s));
        QVERIFY(mates.remove(id));
        QCOMPARE(store.ask(u"SELECT count(*) FROM prompt_draft"_s).toInt(), 0);
    }

    void refusesWhatAnotherMateHas_data()
    {
        QTest::addColumn<QString>("identifier");
        QTest::addColumn<quint64>("bot");
        QTest::addColumn<QString>("home");
        QTest::addColumn<bool>("practice");
        QTest::addColumn<int>("code"); // -1: taken
        const int conflict = static_cast<int>(ErrorCode::Conflict);
        const int invalid = static_cast<int>(ErrorCode::Invalid);
        QTest::newRow("free") << u"b"_s << quint64{2} << QString() << false << -1;
        QTest::newRow("same identifier") << u"my-mate"_s << quint64{2} << QString() << false << conflict;
        QTest::newRow("other case") << u"MY-Mate"_s << quint64{2} << QString() << false << conflict;
        QTest::newRow("same variable") << u"my_mate"_s << quint64{2} << QString() << false << conflict;
        QTest::newRow("same bot") << u"b"_s << quint64{1} << QString() << false << conflict;
        QTest::newRow("same number elsewhere") << u"b"_s << quint64{1} << u"https://x.org"_s << false << -1;
        QTest::newRow("rehearsal of it") << u"b"_s << quint64{1} << QString() << true << -1;
        QTest::newRow("no bot yet") << u"b"_s << quint64{0} << QString() << false << -1;
        QTest::newRow("empty") << QString() << quint64{2} << QString() << false << invalid;
        QTest::newRow("with a slash") << u"a/b"_s << quint64{2} << QString() << false << invalid;
        QTest::newRow("not ASCII") << u"maÿa"_s << quint64{2} << QString() << false << invalid;
    }

    void refusesWhatAnotherMateHas()
    {
        QFETCH(QString, identifier);
        QFETCH(quint64, bot);
        QFETCH(QString, home);
        QFETCH(bool, practice);
        QFETCH(int, code);
        StoreFixture store;
        MateStore mates(store.database.get());
        Mate first = sampleMate(u"my-mate"_s);
        first.bot = {1};
        QVERIFY(mates.add(first, {}));
        Mate noBot = sampleMate(u"third"_s);
        QVERIFY(mates.add(noBot, {}));

        Mate second = sampleMate(identifier);
        second.bot = {bot};
        second.home = QUrl(home);
        second.practice = practice;
        const auto added = mates.add(second, {});
        QCOMPARE(added ? -1 : static_cast<int>(added.error().code), code);
        if (!added) {
            QVERIFY(added.error().message.endsWith(u'.'));
            QCOMPARE(mates.mates().size(), 2);
            Mate changed = mates.mates().at(1);
            changed.identifier = identifier;
            changed.bot = {bot};
            QCOMPARE(static_cast<int>(mates.update(changed).error().code), code);
        }
    }

    void keepsTheOrderThatMatesWereGiven()
    {
        StoreFixture store;
        const auto names = [](const MateStore &mates) {
            QStringList list;
            for (const Mate &mate : mates.mates())
                list << mate.identifier;
            return list.join(u' ');
        };
        {
            MateStore mates(store.database.get());
            QSignalSpy moved(&mates, &MateStore::moved);
            const MateId a = addMate(mates, u"a"_s);
            addMate(mates, u"b"_s);
            const MateId c = addMate(mates, u"c"_s);
            QVERIFY(mates.move(c, 0));
            QCOMPARE(moved.size(), 1);
            QCOMPARE(moved.first().at(1).toInt(), 0);
            QVERIFY(mates.move(a, 99));
            QVERIFY(mates.move(a, 2)); // where it is
            QCOMPARE(moved.size(), 2);
            QCOMPARE(names(mates), u"c b a"_s);
            addMate(mates, u"d"_s);
            QCOMPARE(mates.move(MateId{99}, 0).error().code, ErrorCode::NotFound);
        }
        store.reopen();
        QCOMPARE(names(MateStore(store.database.get())), u"c b a d"_s);
    }

    void leavesTheOrderWhereItCannotBeSaved()
    {
        StoreFixture store;
        MateStore mates(store.database.get());
        addMate(mates, u"a"_s);
        const MateId b = addMate(mates, u"b"_s);
        QSignalSpy moved(&mates, &MateStore::moved);
        store.execute(u"PRAGMA query_only = 1"_s);
        const auto refused = mates.move(b, 0);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.endsWith(u'.'));
        QVERIFY(moved.isEmpty());
        QCOMPARE(mates.mates().at(1).id, b);
    }

    void changesAMate()
    {
        StoreFixture store;
        Mate mate = richMate();
        {
            MateStore mates(store.database.get());
            QSignalSpy changed(&mates, &MateStore::changed);
            mate = *mates.add(mate, {});
            mate.name = u"Other"_s;
            mate.parameters = {};
            QVERIFY(mates.update(mate));
            QVERIFY(mates.update(mate));
            QCOMPARE(changed.size(), 1);
            QCOMPARE(*mates.mate(mate.id), mate);
        }
        store.reopen();
        MateStore mates(store.database.get());
        QCOMPARE(mates.mates(), QList({mate}));
        mate.id = MateId{99};
        QCOMPARE(mates.update(mate).error().code, ErrorCode::NotFound);
    }

    void numbersPromptVersionsAndKeepsThem()
    {
        StoreFixture store;
        MateId id{};
        {
            MateStore mates(store.database.get());
            QSignalSpy saved(&mates, &MateStore::promptSaved);
            id = mates.add(sampleMate(u"a"_s), u"one"_s)->id;
            QCOMPARE(mates.savePrompt(id, u"one"_s)->number, 1);
            QCOMPARE(saved.size(), 0);
            const auto two = mates.savePrompt(id, u"two"_s);
            QCOMPARE(two->number, 2);
            QVERIFY(two->savedMs > 1'700'000'000'000);
            QCOMPARE(saved.size(), 1);
            QCOMPARE(mates.savePrompt(id, u"one"_s)->number, 3);
            QCOMPARE(mates.prompt(id).text, u"one"_s);
            QCOMPARE(mates.savePrompt(MateId{99}, u"x"_s).error().code, ErrorCode::NotFound);
        }
        store.reopen();
        const MateStore mates(store.database.get());
        const QList<PromptVersion> versions = mates.prompts(id);
        QCOMPARE(versions.size(), 3);
        QCOMPARE(versions.at(0).number, 3);
        QCOMPARE(versions.at(2).text, u"one"_s);
        QCOMPARE(mates.prompt(id), versions.at(0));
        QCOMPARE(mates.prompt(MateId{99}).number, 0);
    }

    void removesAMateWithAllThatIsItsOwn()
    {
        StoreFixture store;
        MateStore mates(store.database.get());
        const MateId gone = addMate(mates, u"a"_s);
        const MateId stays = addMate(mates, u"b"_s);
        LogStore record(store.database.get());
        record.append(recordOf(1, gone));
        record.append(recordOf(2, stays));
        QVERIFY(record.flush());
        QSignalSpy removed(&mates, &MateStore::removed);
        QVERIFY(mates.remove(gone));
        QCOMPARE(removed.size(), 1);
        QVERIFY(!mates.mate(gone));
        QVERIFY(mates.prompts(gone).isEmpty());
        QVERIFY(record.read({gone, {}})->isEmpty());
        QCOMPARE(record.read({stays, {}})->size(), 1);
        QCOMPARE(mates.remove(gone).error().code, ErrorCode::NotFound);
        QVERIFY(addMate(mates, u"a"_s) > stays);
    }

    void forgetsPracticeMatesAndLateRecordsAtTheNextStart()
    {
        StoreFixture store;
        MateId practice{};
        MateId real{};
        {
            MateStore mates(store.database.get());
            LogStore record(store.database.get());
            Mate rehearsal = sampleMate(u"p"_s);
            rehearsal.practice = true;
            practice = mates.add(rehearsal, u"x"_s)->id;
            real = addMate(mates, u"r"_s);
            const MateId removed = addMate(mates, u"late"_s);
            Journal journal(store.database.get());
            QVERIFY(journal.open(practice, {1}, {2}, {3}));
            QVERIFY(mates.remove(removed));
            record.append(recordOf(1, practice));
            record.append(recordOf(2, real));
            record.append(recordOf(3, removed));
        }
        store.reopen();
        MateStore mates(store.database.get());
        QCOMPARE(mates.mates().size(), 1);
        QCOMPARE(mates.mates().constFirst().id, real);
        QCOMPARE(mates.prompt(practice).number, 0);
        QCOMPARE(store.ask(u"SELECT count(*) FROM mate"_s).toInt(), 1);
        QCOMPARE(store.ask(u"SELECT count(*) FROM question"_s).toInt(), 0);
        QCOMPARE(store.ask(u"SELECT group_concat(seq) FROM event"_s).toString(), u"2"_s);
    }

    void remembersWhatWasLearntOfModels()
    {
        StoreFixture store;
        const llm::ModelTraits traits{
            {{u"max_tokens"_s, u"max_completion_tokens"_s}, {u"top_p"_s, {}}}, 4096, 1.2345};
        {
            MateStore mates(store.database.get());
            QCOMPARE(mates.traits(u"u"_s, u"m"_s), llm::ModelTraits{});
            QVERIFY(mates.saveTraits(u"u"_s, u"m"_s, {}));
            QVERIFY(mates.saveTraits(u"u"_s, u"m"_s, traits));
            QVERIFY(mates.saveTraits(u"u"_s, u"m"_s, traits));
        }
        store.reopen();
        const MateStore mates(store.database.get());
        QCOMPARE(mates.traits(u"u"_s, u"m"_s), traits);
        QCOMPARE(mates.traits(u"v"_s, u"m"_s), llm::ModelTraits{});
    }

    void changesNothingWhenTheDiskIsFull()
    {
        StoreFixture store;
        MateStore mates(store.database.get());
        const MateId id = addMate(mates, u"a"_s);
        store.fillDisk();
        const QString large(20000, u'x');
        QVERIFY(!mates.savePrompt(id, large));
        QCOMPARE(mates.prompt(id).number, 1);
        QVERIFY(!mates.add(sampleMate(u"b"_s), large));
        QCOMPARE(mates.mates().size(), 1);
        store.emptyDisk();
        QCOMPARE(mates.savePrompt(id, large)->number, 2);
        QVERIFY(mates.add(sampleMate(u"b"_s), large));
    }

    void saysThatTheMatesCouldNotBeRead()
    {
        StoreFixture store;
        store.execute(u"DROP TABLE model_traits"_s);
        QTest::ignoreMessage(QtCriticalMsg,
            QRegularExpression(u"What was learnt about the models could not be read"_s));
        const MateStore mates(store.database.get());
        QVERIFY(!mates.loaded());
    }
};

LOOPFLOW_TEST(MateStoreTest)
#include "tst_matestore.moc"
