#include "core/host/liveeffects.h"

#include "core/host/credentials.h"
#include "core/net/httpclient.h"
#include "core/practice/discordserver.h"
#include "core/practice/languagemodel.h"
#include "core/store/database.h"
#include "core/store/journal.h"
#include "core/store/matestore.h"
#include "core/store/memorysecretstore.h"
#include "tests/support/test.h"

#include <QSqlQuery>
#include <QTemporaryDir>

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

QProcessEnvironment withKey()
{
    QProcessEnvironment environment;
    environment.insert(u"OPENAI_API_KEY"_s, u"sk-test"_s);
    return environment;
}

// One mate's effects on practice servers, and what came through the sink.
struct Scene {
    explicit Scene(const QProcessEnvironment &environment = withKey())
        : credentials(&keychain, environment)
    {
        if (!server.start() || !model.start())
            qFatal("the practice servers do not start");
        model.faults().tokenMs = 0;
        ana = server.addPerson(u"ana"_s).id;
        const auto bot = server.addBot(u"maya"_s);
        dm = server.dm(bot.id, ana);
        question = *server.say(ana, dm, u"hello"_s);
        rest = std::make_unique<RestClient>(&http, &breaker, server.api(), Secret(bot.token.toUtf8()));
        Mate mate;
        mate.identifier = u"maya"_s;
        mate.name = u"Maya"_s;
        mate.provider = u"openai"_s;
        mate.model = u"practice"_s;
        mate.baseUrl = model.baseUrl().toString();
        mate.bot = bot.id;
        saved = *mates.add(mate, u"prompt"_s);
        if (!journal.open(saved.id, dm, question, ana))
            qFatal("the journal does not work");
        effects = std::make_unique<LiveEffects>(
            LiveServices{rest.get(), &llm, &journal, &mates, &credentials}, saved, dm);
    }
    void perform(const TurnAction &action)
    {
        effects->perform(action, [this](const TurnEvent &event) { events << event; });
    }
    template <class Event>
    const Event *last() const
    {
        for (auto it = events.crbegin(); it != events.crend(); ++it) {
            if (const auto *event = std::get_if<Event>(&*it))
                return event;
        }
        return nullptr;
    }
    PostPart post(const QStringList &parts, int part = 0) const
    {
        return {Draft{parts, 1, false}, part, u"%1.1.%2"_s.arg(question.toString()).arg(part), question, {question}, 1};
    }
    SendRequest request() const
    {
        SendRequest send;
        send.request.model = u"practice"_s;
        send.request.messages = {{llm::Role::User, u"hello"_s}};
        send.estimatedTokens = 10;
        return send;
    }

    QTemporaryDir folder;
    std::unique_ptr<Database> database = *Database::open(folder.path());
    MateStore mates{database.get()};
    Journal journal{database.get()};
    MemorySecretStore keychain;
    Credentials credentials;
    practice::DiscordServer server;
    practice::LanguageModel model;
    HttpClient http;
    LlmClient llm{&http};
    discord::RequestBreaker breaker;
    std::unique_ptr<RestClient> rest;
    discord::UserId ana;
    discord::ChannelId dm;
    discord::MessageId question;
    Mate saved;
    std::unique_ptr<LiveEffects> effects;
    QList<TurnEvent> events;
};

} // namespace

class LiveEffectsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDraftIsInTheJournalBeforeDiscordHearsOfIt()
    {
        Scene scene;
        scene.perform(scene.post({u"one"_s, u"two"_s}));
        const auto open = scene.journal.unsettled(scene.saved.id);
        QCOMPARE(open->constFirst().draft->parts, (QStringList{u"one"_s, u"two"_s}));
        QCOMPARE(scene.server.messages(scene.dm).size(), 1);
        QTRY_VERIFY(scene.last<PartPosted>());
        QCOMPARE(scene.journal.unsettled(scene.saved.id)->constFirst().posted,
            QList{scene.last<PartPosted>()->message});
    }

    void postsNothingThatTheJournalCannotKeep()
    {
        Scene scene;
        QSqlQuery(scene.database->sql()).exec(u"DROP TABLE draft"_s);
        scene.perform(scene.post({u"one"_s}));
        QVERIFY(scene.last<WriteFailed>());
        QCOMPARE(scene.last<WriteFailed>()->error.code, ErrorCode::Storage);
        QVERIFY(scene.last<WriteFailed>()->retryable);
        QCOMPARE(scene.server.messages(scene.dm).size(), 1);
        QCOMPARE(scene.server.count(u"POST /channels/{}/messages"_s), 0);
    }

    void aFinishedTurnIsSettledUnlessItIsToStayOpen()
    {
        Scene scene;
        Finish finish;
        finish.questions = {scene.question};
        finish.settle = false;
        finish.stage = u"reply"_s;
        finish.error = Error{ErrorCode::Unavailable, u"why"_s};
        scene.perform(finish);
        QVERIFY(scene.last<TurnFailed>());
        QCOMPARE(scene.journal.unsettled(scene.saved.id)->size(), 1);
        finish.settle = true;
        scene.perform(finish);
        QCOMPARE(scene.journal.unsettled(scene.saved.id)->size(), 0);
    }

    void readsHistoryOverSeveralPagesOldestFirst()
    {
        Scene scene;
        for (int i = 0; i < 150; ++i)
            QVERIFY(scene.server.say(scene.ana, scene.dm, QString::number(i)));
        FetchHistory fetch;
        fetch.before = discord::MessageId::at(readClock().wall + std::chrono::hours(1));
        fetch.limit = 120;
        scene.perform(fetch);
        QTRY_VERIFY(scene.last<HistoryFetched>());
        const auto &messages = scene.last<HistoryFetched>()->messages;
        QCOMPARE(messages.size(), 120);
        QCOMPARE(messages.constFirst().content, u"30"_s);
        QCOMPARE(messages.constLast().content, u"149"_s);
        QVERIFY(scene.last<HistoryFetched>()->more);
    }

    void tellsTheReplyAsItComesAndWhole()
    {
        Scene scene;
        scene.model.faults().answer = u"Good day to you."_s;
        scene.perform(scene.request());
        QTRY_VERIFY(scene.last<ResponseCompleted>());
        QCOMPARE(scene.last<ResponseCompleted>()->reply.text, u"Good day to you."_s);
        QString streamed;
        for (const TurnEvent &event : scene.events) {
            if (const auto *delta = std::get_if<DeltaReceived>(&event))
                streamed += delta->text;
        }
        QCOMPARE(streamed, u"Good day to you."_s);
        QCOMPARE(scene.last<RequestSent>()->body, scene.model.lastRequest());
    }

    void saysWhichKeyIsMissing()
    {
        Scene scene{QProcessEnvironment()};
        Mate mate = scene.saved;
        mate.baseUrl.clear(); // the provider's own address wants a key; without one nothing is sent
        scene.effects = std::make_unique<LiveEffects>(
            LiveServices{scene.rest.get(), &scene.llm, &scene.journal, &scene.mates, &scene.credentials}, mate, scene.dm);
        scene.perform(scene.request());
        QTRY_VERIFY(scene.last<RequestFailed>());
        QCOMPARE(scene.last<RequestFailed>()->error.code, ErrorCode::Unauthorized);
        QVERIFY(scene.last<RequestFailed>()->error.message.contains(u"OPENAI_API_KEY"_s));
        QVERIFY(!scene.last<RequestFailed>()->retryable);
    }

    void cancelDropsWhatIsUnderWay()
    {
        Scene scene;
        scene.model.faults().firstTokenMs = 60000;
        scene.perform(scene.request());
        QTRY_COMPARE(scene.model.requests(), 1);
        scene.effects->cancel();
        QTRY_COMPARE(scene.http.inFlight(), 0);
        QVERIFY(!scene.last<ResponseCompleted>());
        QVERIFY(!scene.last<RequestFailed>());
    }

    void showsTypingOnceHoweverOftenItIsAsked()
    {
        Scene scene;
        scene.perform(StartTyping{});
        scene.perform(StartTyping{});
        QTRY_COMPARE(scene.server.count(u"POST /channels/{}/typing"_s), 1);
        QCOMPARE(scene.events.size(), 1);
    }
};

LOOPFLOW_TEST(LiveEffectsTest)
#include "tst_liveeffects.moc"
