#include "tests/support/test.h"
#include "tests/whole/world.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class LivePromptTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSavedPromptAnswersTheNextMessageOnTheSameConnection()
    {
        World world;
        world.start();
        world.say(u"hello"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        QCOMPARE(world.modelSaw().constFirst(), u"system: You are Maya."_s);
        QVERIFY(world.app().mates().savePrompt(world.mate(), u"You are calm, {{user}}."_s));
        world.say(u"and now?"_s);
        QVERIFY(world.untilReplies(2) && world.untilQuiet());
        QCOMPARE(world.modelSaw().constFirst(), u"system: You are calm, %1."_s.arg(u"ana"_s));
        QCOMPARE(world.discord.count(u"identify"_s), 1);
        QCOMPARE(world.discord.count(u"resume"_s), 0);
        const auto uses = world.app().record().promptUses(world.mate());
        QCOMPARE(uses.value(1).turns, 1);
        QCOMPARE(uses.value(2).turns, 1);
    }

    void aChangedModelIsAskedFromTheNextMessageOn()
    {
        World world;
        world.start();
        world.say(u"hello"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        Mate mate = *world.app().mates().mate(world.mate());
        mate.parameters.maxTokens = 77;
        mate.parameters.temperature = 0.5;
        mate.parameters.effort = u"low"_s;
        llm::ModelTraits traits; // as if it had been refused
        traits.refused.insert(u"temperature"_s, {});
        QVERIFY(world.app().mates().saveTraits(world.model.baseUrl().toString(), mate.model, traits));
        QVERIFY(world.app().mates().update(mate));
        world.say(u"and now?"_s);
        QVERIFY(world.untilReplies(2) && world.untilQuiet());
        const QJsonObject sent = QJsonDocument::fromJson(world.model.lastRequest()).object();
        QCOMPARE(sent["max_completion_tokens"_L1].toInt(), 77);
        QCOMPARE(sent["reasoning_effort"_L1].toString(), u"low"_s);
        QVERIFY(!sent.contains("temperature"_L1));
        QCOMPARE(world.discord.count(u"identify"_s), 1);
    }
};

LOOPFLOW_TEST(LivePromptTest)
#include "tst_liveprompt.moc"
