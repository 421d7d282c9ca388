#include "core/practice/languagemodel.h"
#include "tests/support/test.h"
#include "tests/wire/practiceprobe.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;
using test::Answer;

namespace {

QJsonObject question(const QJsonObject &more = {})
{
    QJsonObject body{{u"model"_s, u"practice"_s},
        {u"messages"_s,
            QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"Hello"_s}}}}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return body;
}

/// The JSON of every event but the last, which must be [DONE] when the answer is whole.
QList<QJsonObject> eventsOf(const Answer &answer)
{
    QList<QJsonObject> events;
    for (const QByteArray &event : QByteArray(answer.body).replace("\n\n", "\r").split('\r')) {
        if (event.startsWith("data: {"))
            events.append(QJsonDocument::fromJson(event.sliced(6)).object());
    }
    return events;
}

QString textOf(const QList<QJsonObject> &events)
{
    QString text;
    for (const QJsonObject &event : events)
        text += event["choices"_L1][0]["delta"_L1]["content"_L1].toString();
    return text;
}

} // namespace

class LanguageModelTest : public QObject {
    Q_OBJECT

    LanguageModel m_model;

    Answer get(const QString &path) const
    {
        return test::exchange(m_model.baseUrl(), "GET", path, {});
    }
    Answer post(const QJsonObject &body) const
    {
        return test::exchange(m_model.baseUrl(), "POST", u"/chat/completions"_s,
            {{"Content-Type", "application/json"}}, QJsonDocument(body).toJson());
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_model.start());
        m_model.faults() = {};
        m_model.faults().tokenMs = 0;
    }

    void startsOnceOnLoopback()
    {
        const QUrl url = m_model.baseUrl();
        QVERIFY(m_model.start());
        QCOMPARE(m_model.baseUrl(), url);
        QCOMPARE(url.host(), u"127.0.0.1"_s);
        QCOMPARE(url.path(), u"/v1"_s);
    }

    void listsItself()
    {
        const QJsonObject list = get(u"/models"_s).object();
        QCOMPARE(list["object"_L1].toString(), u"list"_s);
        QCOMPARE(
            list["data"_L1][0]["id"_L1].toString(), QString::fromLatin1(LanguageModel::modelId));
        QCOMPARE(get(u"/models/practice"_s).object()["object"_L1].toString(), u"model"_s);
    }

    void answersWhole()
    {
        const QJsonObject answer = post(question()).object();
        QCOMPARE(answer["object"_L1].toString(), u"chat.completion"_s);
        const QJsonValue choice = answer["choices"_L1][0];
        QCOMPARE(choice["finish_reason"_L1].toString(), u"stop"_s);
        QVERIFY(choice["message"_L1]["content"_L1].toString().contains("no AI"_L1));
        QVERIFY(answer["usage"_L1]["prompt_tokens"_L1].toInt() > 0);
    }

    void streamsTheSameWordsInOpenAisShape()
    {
        const QString whole =
            post(question()).object()["choices"_L1][0]["message"_L1]["content"_L1].toString();
        const Answer answer = post(question({{u"stream"_s, true}}));
        QVERIFY(answer.headers.value("Content-Type").startsWith("text/event-stream"));
        QVERIFY(answer.body.endsWith("data: [DONE]\n\n"));
        const auto events = eventsOf(answer);
        QCOMPARE(textOf(events), whole);
        QCOMPARE(events.first()["choices"_L1][0]["delta"_L1]["role"_L1].toString(), u"assistant"_s);
        QCOMPARE(events.last()["choices"_L1][0]["finish_reason"_L1].toString(), u"stop"_s);
        for (const QJsonObject &event : events) {
            QCOMPARE(event["object"_L1].toString(), u"chat.completion.chunk"_s);
            QCOMPARE(event["id"_L1], events.first()["id"_L1]);
            QVERIFY(!event.contains("usage"_L1));
        }
    }

    void sendsUsageLastWhereAsked()
    {
        const auto events = eventsOf(post(question({{u"stream"_s, true},
            {u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}}}})));
        QVERIFY(events.first()["usage"_L1].isNull());
        QVERIFY(events.last()["choices"_L1].toArray().isEmpty());
        QVERIFY(events.last()["usage"_L1]["completion_tokens"_L1].toInt() > 0);
    }

    void refusesInOpenAisWords_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QByteArray json = "application/json";
        const QString chat = u"/chat/completions"_s;
        QTest::newRow("elsewhere") << QByteArray("POST") << u"/responses"_s << json
                                   << QByteArray("{}") << 404 << u"unknown_url"_s;
        QTest::newRow("another model's card") << QByteArray("GET") << u"/models/x"_s << json
                                              << QByteArray() << 404 << u"unknown_url"_s;
        QTest::newRow("wrong method") << QByteArray("GET") << chat << json << QByteArray() << 405
                                      << u"method_not_supported"_s;
        QTest::newRow("no JSON") << QByteArray("POST") << chat << QByteArray("text/plain")
                                 << QByteArray("{}") << 415 << u"unsupported_content_type"_s;
        QTest::newRow("broken JSON")
            << QByteArray("POST") << chat << json << QByteArray("{") << 400 << QString();
        QTest::newRow("another model")
            << QByteArray("POST") << chat << json
            << QByteArray(R"({"model":"x","messages":[{"role":"user","content":"x"}]})") << 404
            << u"model_not_found"_s;
    }
    void refusesInOpenAisWords()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, code);
        const Answer answer =
            test::exchange(m_model.baseUrl(), method, path, {{"Content-Type", type}}, body);
        QCOMPARE(answer.status, status);
        const QJsonValue error = answer.object()["error"_L1];
        QVERIFY(!error["message"_L1].toString().isEmpty());
        QCOMPARE(error["type"_L1].toString(), u"invalid_request_error"_s);
        QCOMPARE(error["code"_L1].toString(), code);
    }

    void failsEveryNthRequestWhenAsked()
    {
        m_model.faults().failEvery = 2;
        m_model.faults().failStatus = 429;
        QCOMPARE(post(question()).status, 200);
        const Answer answer = post(question());
        QCOMPARE(answer.status, 429);
        QVERIFY(answer.headers.has("Retry-After"));
        QCOMPARE(post(question()).status, 200);
    }

    void cutsEveryNthStreamWhenAsked()
    {
        m_model.faults().cutEvery = 2;
        m_model.faults().answer = u"one two three four"_s;
        QVERIFY(post(question({{u"stream"_s, true}})).whole);
        const Answer cut = post(question({{u"stream"_s, true}}));
        QVERIFY(!cut.whole);
        QCOMPARE(textOf(eventsOf(cut)), u"one two"_s);
    }

    void remembersWhatItWasAsked()
    {
        const int before = m_model.requests();
        const QJsonObject body = question({{u"temperature"_s, 0.5}});
        post(body);
        QCOMPARE(m_model.requests(), before + 1);
        QCOMPARE(QJsonDocument::fromJson(m_model.lastRequest()).object(), body);
    }

    void stopsAtItsLimits()
    {
        m_model.faults().answer = u"one two three four"_s;
        const QJsonValue limited = post(question({{u"max_tokens"_s, 2}})).object()["choices"_L1][0];
        QCOMPARE(limited["message"_L1]["content"_L1].toString(), u"one two"_s);
        QCOMPARE(limited["finish_reason"_L1].toString(), u"length"_s);
        const QJsonValue stopped =
            post(question({{u"stop"_s, u" three"_s}})).object()["choices"_L1][0];
        QCOMPARE(stopped["message"_L1]["content"_L1].toString(), u"one two"_s);
        QCOMPARE(stopped["finish_reason"_L1].toString(), u"stop"_s);
    }
};

LOOPFLOW_TEST(LanguageModelTest)
#include "tst_languagemodel.moc"
