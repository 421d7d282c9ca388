#include "core/practice/chatcompletion.h"
#include "tests/support/test.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace loopflow::practice;

class ChatCompletionTest : public QObject {
    Q_OBJECT

    static QJsonObject eventJson(const QByteArray &event)
    {
        if (!event.startsWith("data: ") || !event.endsWith("\n\n") || event.count('\n') != 2)
            qFatal("no event: %s", event.constData());
        return QJsonDocument::fromJson(event.sliced(6)).object();
    }

private Q_SLOTS:
    void writesErrorsAsOpenAiDoes()
    {
        QCOMPARE((ModelError{400, u"No."_s, u"invalid_request_error"_s, u"model"_s, {}}).toJson(),
            R"({"error":{"code":null,"message":"No.","param":"model","type":"invalid_request_error"}})");
    }

    void writesAWholeAnswer()
    {
        const Completion completion{u"id"_s, 5, u"m"_s, 7, false};
        const QJsonObject json =
            QJsonDocument::fromJson(completion.whole(u"hi"_s, 2, u"stop"_s)).object();
        QCOMPARE(json["object"_L1].toString(), u"chat.completion"_s);
        QCOMPARE(json["created"_L1].toInt(), 5);
        const QJsonValue choice = json["choices"_L1][0];
        QCOMPARE(choice["message"_L1]["role"_L1].toString(), u"assistant"_s);
        QCOMPARE(choice["message"_L1]["content"_L1].toString(), u"hi"_s);
        QCOMPARE(choice["finish_reason"_L1].toString(), u"stop"_s);
        QCOMPARE(json["usage"_L1]["total_tokens"_L1].toInt(), 9);
    }

    void writesTheEventsOfAStream()
    {
        const Completion completion{u"id"_s, 5, u"m"_s, 7, false};
        const QJsonValue role = eventJson(completion.roleEvent())["choices"_L1][0];
        QCOMPARE(role["delta"_L1]["role"_L1].toString(), u"assistant"_s);
        QVERIFY(role["finish_reason"_L1].isNull());
        QCOMPARE(
            eventJson(completion.textEvent(u"a\nb"_s))["choices"_L1][0]["delta"_L1]["content"_L1]
                .toString(),
            u"a\nb"_s);
        const QJsonObject finish = eventJson(completion.finishEvent(u"length"_s));
        QCOMPARE(finish["choices"_L1][0]["finish_reason"_L1].toString(), u"length"_s);
        QVERIFY(finish["choices"_L1][0]["delta"_L1].toObject().isEmpty());
        QVERIFY(!finish.contains("usage"_L1));
        QCOMPARE(Completion::doneEvent(), "data: [DONE]\n\n");
    }

    void namesUsageInEveryEventWhereAsked()
    {
        const Completion completion{u"id"_s, 5, u"m"_s, 7, true};
        QVERIFY(eventJson(completion.roleEvent())["usage"_L1].isNull());
        const QJsonObject last = eventJson(completion.usageEvent(3));
        QVERIFY(last["choices"_L1].isArray() && last["choices"_L1].toArray().isEmpty());
        QCOMPARE(last["usage"_L1]["total_tokens"_L1].toInt(), 10);
    }
};

LOOPFLOW_TEST(ChatCompletionTest)
#include "tst_chatcompletion.moc"
