#include "core/host/catchup.h"

#include "core/net/httpclient.h"
#include "core/net/restclient.h"
#include "core/practice/discordserver.h"
#include "tests/support/test.h"

#include <QSignalSpy>

using namespace loopflow;
using namespace Qt::StringLiterals;

class CatchupTest : public QObject {
    Q_OBJECT
private:
    struct Scene {
        Scene()
        {
            if (!server.start())
                qFatal("the practice server does not start");
            ana = server.addPerson(u"ana"_s);
            bot = server.addBot(u"maya"_s);
            dm = server.dm(bot.id, ana.id);
            rest = std::make_unique<RestClient>(&http, &breaker, server.api(), Secret(bot.token.toUtf8()));
            catchup = std::make_unique<Catchup>(rest.get());
            connect(catchup.get(), &Catchup::found, catchup.get(),
                [this](const discord::Message &message) { found << message.id; });
        }
        discord::MessageId say(const QString &text) { return *server.say(ana.id, dm, text); }

        practice::DiscordServer server;
        practice::DiscordServer::Account ana;
        practice::DiscordServer::Account bot;
        discord::ChannelId dm;
        HttpClient http;
        discord::RequestBreaker breaker;
        std::unique_ptr<RestClient> rest;
        std::unique_ptr<Catchup> catchup;
        QList<discord::MessageId> found;
    };

private Q_SLOTS:
    void readsEveryPageOldestFirst()
    {
        Scene scene;
        const auto before = scene.say(u"known"_s);
        QList<discord::MessageId> said;
        for (int i = 0; i < 250; ++i)
            said << scene.say(QString::number(i));
        QSignalSpy done(scene.catchup.get(), &Catchup::done);
        scene.catchup->read(scene.dm, before);
        QVERIFY(scene.catchup->isReading(scene.dm));
        QVERIFY(done.wait());
        QCOMPARE(scene.found, said);
        QVERIFY(!scene.catchup->isReading(scene.dm));
        QCOMPARE(scene.server.count(u"GET /channels/{}/messages"_s), 3);
    }

    void triesAgainWhileDiscordIsUnwell()
    {
        Scene scene;
        const auto before = scene.say(u"known"_s);
        const auto missed = scene.say(u"missed"_s);
        scene.server.faults().limitEvery = 2;
        scene.server.faults().limitRetryAfter = 0.02;
        QSignalSpy done(scene.catchup.get(), &Catchup::done);
        scene.catchup->read(scene.dm, before);
        QVERIFY(done.wait());
        QCOMPARE(scene.found, QList{missed});
    }

    void endsWhereReadingIsNotAllowed()
    {
        Scene scene;
        QSignalSpy done(scene.catchup.get(), &Catchup::done);
        scene.catchup->read(discord::ChannelId{4711}, discord::MessageId{1});
        QVERIFY(done.wait());
        QVERIFY(scene.found.isEmpty());
    }

    void readsFromTheOlderOfTwoPlaces()
    {
        Scene scene;
        const auto oldest = scene.say(u"1"_s);
        const auto middle = scene.say(u"2"_s);
        const auto newest = scene.say(u"3"_s);
        QSignalSpy done(scene.catchup.get(), &Catchup::done);
        scene.catchup->read(scene.dm, oldest);
        scene.catchup->read(scene.dm, middle);
        QVERIFY(done.wait());
        QCOMPARE(scene.found, (QList{middle, newest}));
        QCOMPARE(done.size(), 1);
    }
};

LOOPFLOW_TEST(CatchupTest)
#include "tst_catchup.moc"
