#include "core/host/credentials.h"
#include "core/host/modeltest.h"
#include "core/net/httpclient.h"
#include "core/net/llmclient.h"
#include "core/practice/languagemodel.h"
#include "core/store/database.h"
#include "core/store/matestore.h"
#include "tests/support/test.h"
#include "tests/wire/rawhttpserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <optional>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray replied(const QByteArray &text, const QByteArray &finish = "stop")
{
    return RawHttpServer::answer(200,
        R"({"model":"m-1","choices":[{"message":{"content":")" + text + R"("},"finish_reason":")" + finish
            + R"("}]})",
        {{"Content-Type", "application/json"}});
}

QByteArray refused(int status, const QByteArray &error)
{
    return RawHttpServer::answer(status, R"({"error":)" + error + '}', {{"Content-Type", "application/json"}});
}

} // namespace

class ModelTestTest : public QObject {
    Q_OBJECT

private:
    using Verdict = std::optional<Result<QString>>;
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<MateStore> m_mates;
    MemorySecretStore m_keychain;
    QProcessEnvironment m_environment;
    std::unique_ptr<Credentials> m_credentials;
    HttpClient m_http;
    LlmClient m_llm{&m_http};
    std::unique_ptr<ModelTest> m_test;

    Mate mateAt(const QUrl &url, const QString &provider = u"custom"_s)
    {
        Mate mate;
        mate.provider = provider;
        mate.model = u"m"_s;
        mate.baseUrl = url.toString();
        return mate;
    }
    /// What it says; fails the test when it says nothing.
    Result<QString> verdictOn(const Mate &mate)
    {
        Verdict verdict;
        m_test->run(mate, this, [&](Result<QString> result) { verdict = std::move(result); });
        if (verdict || !QTest::qWaitFor([&] { return verdict.has_value(); }, 10000))
            return Error{ErrorCode::Timeout, u"nothing was said, or at once"_s};
        return *verdict;
    }
    /// Answers every chat request so.
    std::unique_ptr<RawHttpServer> serverOf(const std::function<QByteArray(const QJsonObject &body)> &answer,
        const QByteArray &models = R"({"data":[{"id":"m-large"},{"id":"other"}]})")
    {
        return std::make_unique<RawHttpServer>([=](QTcpSocket *socket, const RawHttpServer::Request &request) {
            socket->write(request.method == "GET"
                    ? RawHttpServer::answer(200, models, {{"Content-Type", "application/json"}})
                    : answer(QJsonDocument::fromJson(request.body).object()));
        });
    }

private Q_SLOTS:
    void init()
    {
        auto opened = Database::open(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())
            + QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY(opened);
        m_database = *std::move(opened);
        m_mates = std::make_unique<MateStore>(m_database.get());
        m_environment.insert(u"OPENAI_API_KEY"_s, u"sk-test"_s);
        m_credentials = std::make_unique<Credentials>(&m_keychain, m_environment);
        m_test = std::make_unique<ModelTest>(&m_llm, m_credentials.get(), m_mates.get());
    }
    void cleanup()
    {
        m_test.reset();
        m_credentials.reset();
        m_mates.reset();
        m_database.reset();
    }

    void thePracticeModelAnswers()
    {
        practice::LanguageModel model;
        QVERIFY(model.start());
        Mate mate = mateAt(model.baseUrl(), u"practice"_s);
        mate.model = u"practice"_s;
        const auto verdict = verdictOn(mate);
        QVERIFY2(verdict, qPrintable(verdict ? QString() : verdict.error().message));
        QVERIFY2(verdict->startsWith(u"practice answered in "_s) && verdict->endsWith(u" s."_s),
            qPrintable(*verdict));
        QCOMPARE(model.requests(), 1);
    }

    void sendsTheMatesParametersAndKey()
    {
        const auto server = serverOf([](const QJsonObject &) { return replied("ready"); });
        Mate mate = mateAt(server->url(u"/v1"_s), u"openai"_s);
        mate.model = u"gpt-4o"_s;
        mate.parameters = {0.5, 0.25, 300, u"low"_s};
        const auto verdict = verdictOn(mate);
        QVERIFY(verdict);
        QVERIFY2(verdict->startsWith(u"m-1 answered in "_s), qPrintable(*verdict));
        const RawHttpServer::Request sent = server->requests().constFirst();
        QCOMPARE(sent.headers.value("Authorization"), "Bearer sk-test");
        const QJsonObject body = QJsonDocument::fromJson(sent.body).object();
        QCOMPARE(body["model"_L1].toString(), u"gpt-4o"_s);
        QCOMPARE(body["temperature"_L1].toDouble(), 0.5);
        QCOMPARE(body["top_p"_L1].toDouble(), 0.25);
        QCOMPARE(body["max_completion_tokens"_L1].toInt(), 300);
        QVERIFY(!body.contains("reasoning_effort"_L1)); // which this model does not take
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &answer, const char *says) {
            QTest::newRow(name) << answer << QString::fromUtf8(says);
        };
        row("key", refused(401, R"({"message":"Incorrect API key sk-secret","code":"invalid_api_key"})"),
            "refused the API key");
        row("credit", refused(429, R"({"message":"You exceeded your current quota","code":"insufficient_quota"})"),
            "no credit left");
        row("rate", refused(429, R"({"message":"Slow down, try again in 3s"})"), "Try again in 3 s.");
        row("overloaded", refused(529, R"({"message":"Overloaded"})"), "overloaded");
        row("no room", replied("", "length"), "Set at least 4,096 tokens");
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, says);
        const auto server = serverOf([answer](const QJsonObject &) { return answer; });
        const auto verdict = verdictOn(mateAt(server->url(u"/v1"_s)));
        QVERIFY(!verdict);
        QVERIFY2(verdict.error().message.contains(says), qPrintable(verdict.error().message));
        QVERIFY(!verdict.error().message.contains(u"sk-secret"_s));
    }

    void namesTheModelsThatWereMeant()
    {
        const auto server = serverOf([](const QJsonObject &) {
            return refused(404, R"({"message":"The model does not exist","code":"model_not_found"})");
        });
        Mate mate = mateAt(server->url(u"/v1"_s), u"openai"_s);
        mate.model = u"m-larg"_s;
        const auto verdict = verdictOn(mate);
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().message, u"OpenAI has no model “m-larg”. It has m-large."_s);
    }

    void learnsWhatTheModelRefuses()
    {
        const auto server = serverOf([](const QJsonObject &body) {
            return body.contains("temperature"_L1)
                ? refused(400, R"({"message":"Unsupported parameter: 'temperature'","param":"temperature",)"
                               R"("code":"unsupported_parameter"})")
                : replied("ready");
        });
        Mate mate = mateAt(server->url(u"/v1"_s));
        mate.parameters.temperature = 0.5;
        const auto verdict = verdictOn(mate);
        QVERIFY2(verdict, qPrintable(verdict ? QString() : verdict.error().message));
        QVERIFY2(verdict->contains(u"does not take the temperature"_s), qPrintable(*verdict));
        QCOMPARE(server->requests().size(), 2);
        QVERIFY(m_mates->traits(server->url(u"/v1"_s).toString(), u"m"_s).refused.contains(u"temperature"_s));
    }

    void saysThatNobodyListens()
    {
        const auto verdict = verdictOn(mateAt(deadAddress()));
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().code, ErrorCode::Unreachable);
        QVERIFY(verdict.error().message.endsWith(u'.'));
    }

    void asksForWhatIsMissing_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("says");
        QTest::newRow("provider") << QString() << u"m"_s << u"Choose a provider first."_s;
        QTest::newRow("model") << u"openai"_s << u" "_s << u"Choose a model first, or type its name."_s;
        QTest::newRow("key") << u"mistral"_s << u"m"_s
                             << u"There is no key for Mistral. Set MISTRAL_API_KEY or save the key in Loopflow."_s;
        QTest::newRow("address") << u"custom"_s << u"m"_s
                                 << u"OpenAI-compatible server has no usual address. Type the server's in the mate's "
                                    "settings."_s;
    }

    void asksForWhatIsMissing()
    {
        QFETCH(QString, provider);
        QFETCH(QString, model);
        Mate mate;
        mate.provider = provider;
        mate.model = model;
        const auto verdict = verdictOn(mate);
        QVERIFY(!verdict);
        QTEST(verdict.error().message, "says");
    }

    void isCancelledWithItsContext()
    {
        bool asked = false;
        RawHttpServer server([&](QTcpSocket *, const RawHttpServer::Request &) { asked = true; });
        auto context = std::make_unique<QObject>();
        m_test->run(mateAt(server.url(u"/v1"_s)), context.get(), [](const Result<QString> &) { QFAIL("said"); });
        QTRY_VERIFY(asked);
        context.reset();
        QTRY_COMPARE(server.closed(), 1);
    }
};

LOOPFLOW_TEST(ModelTestTest)
#include "tst_modeltest.moc"
