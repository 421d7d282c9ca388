#include "core/host/modelrequest.h"

#include "core/host/credentials.h"
#include "core/net/httpclient.h"
#include "core/practice/languagemodel.h"
#include "core/store/database.h"
#include "core/store/matestore.h"
#include "core/store/memorysecretstore.h"
#include "tests/support/test.h"

#include <QTemporaryDir>

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

struct Scene {
    Scene()
    {
        if (!model.start())
            qFatal("the practice model does not start");
        model.faults().tokenMs = 0;
        mate.provider = u"openai"_s;
        mate.model = u"practice"_s;
        mate.baseUrl = model.baseUrl().toString();
    }
    void ask(bool learning = true)
    {
        request = std::make_unique<ModelRequest>(
            ModelServices{&llm, &credentials, learning ? &mates : nullptr}, mate);
        SendRequest send;
        send.request.model = mate.model;
        send.request.messages = {{llm::Role::User, QString(3000, u'a')}};
        send.estimatedTokens = 100; // far too few, so that there is something to learn
        request->send(send, [this](const TurnEvent &event) { events << event; });
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

    QTemporaryDir folder;
    std::unique_ptr<Database> database = *Database::open(folder.path());
    MateStore mates{database.get()};
    MemorySecretStore keychain;
    Credentials credentials{&keychain, {}};
    practice::LanguageModel model;
    HttpClient http;
    LlmClient llm{&http};
    Mate mate;
    std::unique_ptr<ModelRequest> request;
    QList<TurnEvent> events;
};

} // namespace

class ModelRequestTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatItSendsBeforeWhatComes()
    {
        Scene scene;
        scene.model.faults().answer = u"Good day to you."_s;
        scene.ask();
        QVERIFY(std::holds_alternative<RequestSent>(scene.events.constFirst()));
        QTRY_VERIFY(scene.last<ResponseCompleted>());
        QCOMPARE(scene.last<RequestSent>()->body, scene.model.lastRequest());
        QCOMPARE(scene.last<ResponseCompleted>()->reply.text, u"Good day to you."_s);
    }

    void learnsOnlyWhereItMay_data()
    {
        QTest::addColumn<bool>("learning");
        QTest::newRow("a live turn") << true;
        QTest::newRow("a replay of what was known long ago") << false;
    }
    void learnsOnlyWhereItMay()
    {
        QFETCH(bool, learning);
        Scene scene;
        scene.ask(learning);
        QTRY_VERIFY(scene.last<ResponseCompleted>());
        const llm::ModelTraits known = scene.mates.traits(scene.mate.baseUrl, scene.mate.model);
        QCOMPARE(known != llm::ModelTraits{}, learning);
    }

    void withoutTheKeyNothingIsSent()
    {
        Scene scene;
        scene.mate.baseUrl.clear(); // the provider's own address wants one
        scene.ask();
        QTRY_VERIFY(scene.last<RequestFailed>());
        QCOMPARE(scene.last<RequestFailed>()->error.code, ErrorCode::Unauthorized);
        QVERIFY(scene.last<RequestFailed>()->error.message.contains(u"OPENAI_API_KEY"_s));
        QVERIFY(!scene.last<RequestFailed>()->retryable);
        QCOMPARE(scene.http.inFlight(), 0);
    }

    void nothingComesOfWhatWasCancelled()
    {
        Scene scene;
        scene.model.faults().firstTokenMs = 60000;
        scene.ask();
        QTRY_COMPARE(scene.model.requests(), 1);
        scene.request->cancel();
        QTRY_COMPARE(scene.http.inFlight(), 0);
        QCOMPARE(scene.events.size(), 1);
    }
};

LOOPFLOW_TEST(ModelRequestTest)
#include "tst_modelrequest.moc"
