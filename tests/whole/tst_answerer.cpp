#include "core/host/answerer.h"

#include "tests/support/test.h"
#include "tests/whole/world.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class AnswererTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersNothingThatTheJournalCannotKeep()
    {
        World world;
        world.start();
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"saboteur"_s);
            other.setDatabaseName(world.folder() + u"/loopflow.sqlite"_s);
            QVERIFY(other.open());
            QVERIFY(QSqlQuery(other).exec(u"DROP TABLE question"_s));
            other.close();
        }
        QSqlDatabase::removeDatabase(u"saboteur"_s);
        world.say(u"hello"_s);
        QTRY_COMPARE(world.state().phase, MatePhase::Failed);
        QVERIFY(!world.state().problem.isEmpty());
        QCOMPARE(world.model.requests(), 0);
        QCOMPARE(world.replies(), QStringList());
    }

    void questionsOfOnePersonAreAnsweredInOrder()
    {
        World world;
        world.model.faults().tokenMs = 5;
        world.model.faults().answer = u"word "_s.repeated(60);
        world.start();
        for (int i = 0; i < 3; ++i) {
            world.say(u"question %1"_s.arg(i));
            QVERIFY(world.untilReplies(i + 1));
        }
        QVERIFY(world.untilQuiet());
        QStringList asked;
        for (const QJsonObject &post : world.posts())
            asked << post["message_reference"_L1]["message_id"_L1].toString();
        QStringList sorted = asked;
        sorted.sort();
        QCOMPARE(asked, sorted);
    }

    void severalPeopleAreAnsweredSideBySide()
    {
        World world;
        world.model.faults().firstTokenMs = 500;
        world.start();
        for (int i = 0; i < 8; ++i) {
            const auto person = world.discord.addPerson(u"person%1"_s.arg(i));
            QVERIFY(world.discord.say(person.id, world.discord.dm(world.maya.id, person.id), u"hello"_s));
        }
        QTRY_COMPARE(world.state().answering, 8);
        QTRY_COMPARE(world.state().answering, 0);
        QCOMPARE(world.model.requests(), 8);
    }

    void aQuestionDeletedWhileLoopflowWasClosedIsLetGo()
    {
        World world;
        world.model.faults().firstTokenMs = 60000;
        world.start();
        const auto question = world.say(u"hello"_s);
        QTRY_COMPARE(world.model.requests(), 1);
        world.lose();
        QVERIFY(world.discord.erase(world.ana.id, question));
        world.start();
        QVERIFY(world.untilQuiet());
        QCOMPARE(world.replies(), QStringList());
        QCOMPARE(world.model.requests(), 1);
    }
};

LOOPFLOW_TEST(AnswererTest)
#include "tst_answerer.moc"
