#include "core/conversation/eventjson.h"

#include "tests/support/test.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace loopflow;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(loopflow::LogEvent)

namespace {

const QString awkward = u"\"quoted\" \\ \n\t\u0001 ünïcödé 🙂 \u2028 </script>"_s;

discord::Message richMessage()
{
    discord::Message message;
    message.id = {1'234'567'890'123'456'789};
    message.channel = {7};
    message.guild = {8};
    message.author = {{9}, u"ana"_s, awkward, u"a_hash"_s, true};
    message.webhook = true;
    message.type = 19;
    message.content = awkward;
    message.memberNick = u"Nick"_s;
    message.editedMs = 1'700'000'000'123;
    message.mentions = {{{10}, u"bo"_s, {}, {}, false}};
    message.attachments = {{u"a.png"_s, u"image/png"_s, 5'000'000'000, u"https://cdn/x?ex=1&is=2"_s, 1.5}};
    message.embeds = {{u"t"_s, u"d"_s, u"https://x"_s}};
    message.stickers = {u"wave"_s};
    message.pollQuestion = u"Lunch?"_s;
    message.voice = true;
    message.replyTo = {11};
    message.nonce = u"12.1.0"_s;
    return message;
}

discord::Message plainMessage()
{
    discord::Message message;
    message.id = {5};
    message.channel = {7};
    message.author.id = {9};
    message.author.username = u"ana"_s;
    return message;
}

TurnStarted richStart()
{
    TurnStarted started;
    started.asked = {plainMessage(), richMessage()};
    started.channel = {7};
    started.bot = {0xffffffffffffffff};
    started.promptText = awkward;
    started.promptVersion = 3;
    started.variables = {{u"mate"_s, awkward}, {awkward, {}}};
    started.provider = u"anthropic"_s;
    started.baseUrl = u"https://x/v1"_s;
    started.model = u"m"_s;
    started.parameters = {0.1, 1.0 / 3, 4096, u"high"_s};
    started.traits = {{{u"top_p"_s, {}}, {u"max_tokens"_s, u"max_completion_tokens"_s}}, 8192,
        1.2345678901234567};
    started.historyMessages = 17;
    started.historyTokens = 4321;
    started.mergeWaitMs = 1500;
    started.answerWithinMs = std::numeric_limits<qint64>::max();
    started.draft = Draft{{u"one"_s, awkward}, 2, true};
    started.draftMayBePosted = true;
    started.replayOf = TurnId{41};
    started.attempt = 3;
    started.postsAfter = discord::MessageId{12};
    return started;
}

LogEvent requestWith(const QByteArray &body)
{
    return TurnEvent(RequestSent{2, u"https://x/v1/chat"_s, body, 1234, 5});
}

LogEvent completed()
{
    ResponseCompleted event;
    event.reply = {awkward, llm::StopReason::Refusal, {10, 20, 3, 4, 5, 0.00012}, u"m-2"_s, u"No."_s};
    event.price = {3, 15, 0.3, 3.75};
    return TurnEvent(event);
}

/// One of each, with every field other than its default.
QList<std::pair<const char *, LogEvent>> oneOfEach()
{
    const Error error{ErrorCode::TooLong, awkward};
    return {
        {"MessageSeen", ChannelEvent(MessageSeen{richMessage()})},
        {"MessageEdited", ChannelEvent(MessageEdited{richMessage()})},
        {"MessageDeleted", ChannelEvent(MessageDeleted{{12}})},
        {"NoteAdded", ChannelEvent(NoteAdded{awkward})},
        {"MessageIgnored", ChannelEvent(MessageIgnored{{13}, IgnoreReason::WrittenWhileClosed})},
        {"ConnectionChanged", MateEvent(ConnectionChanged{discord::GatewayState::Waiting})},
        {"PromptSaved", MateEvent(PromptSaved{4})},
        {"MateFailed", MateEvent(MateFailed{error})},
        {"TurnStarted", TurnEvent(richStart())},
        {"TypingShown", TurnEvent(TypingShown{})},
        {"HistoryFetched",
            TurnEvent(
                HistoryFetched{HistoryPurpose::Verify, {plainMessage(), richMessage()}, true})},
        {"RequestSent", requestWith("{\"messages\":[\"\xc3\xbc\"]}")},
        {"RequestFailed",
            TurnEvent(RequestFailed{
                3, error, true, true, 2500, 8192, {{{u"a"_s, u"b"_s}}, 1, 2.5}, u"req_1"_s})},
        {"RateLimited", TurnEvent(RateLimited{u"reply"_s, 700})},
        {"DeltaReceived", TurnEvent(DeltaReceived{awkward, true})},
        {"ResponseCompleted", completed()},
        {"PartPosted", TurnEvent(PartPosted{2, {14}, true})},
        {"WriteFailed", TurnEvent(WriteFailed{WriteStage::Verify, error, true, true})},
        {"NoticePosted", TurnEvent(NoticePosted{{15}, awkward})},
        {"TurnRestarted", TurnEvent(TurnRestarted{{richMessage()}, RestartReason::Deleted})},
        {"PersonTyped", TurnEvent(PersonTyped{})},
        {"ConnectivityChanged", TurnEvent(ConnectivityChanged{false})},
        {"TurnCancelled", TurnEvent(TurnCancelled{awkward})},
        {"TurnFailed", TurnEvent(TurnFailed{u"model"_s, error})},
        {"TurnFinished", TurnEvent(TurnFinished{})},
    };
}

} // namespace

class EventJsonTest : public QObject {
    Q_OBJECT

private:
    static void addEvents()
    {
        QTest::addColumn<LogEvent>("event");
        for (const auto &[kind, event] : oneOfEach())
            QTest::newRow(kind) << event;
        QTest::newRow("TurnStarted ") << LogEvent(TurnEvent(TurnStarted{}));
        QTest::newRow("HistoryFetched ") << LogEvent(TurnEvent(HistoryFetched{}));
        QTest::newRow("RequestSent ") << LogEvent(TurnEvent(RequestSent{}));
        QTest::newRow("RequestFailed ") << LogEvent(TurnEvent(RequestFailed{}));
        QTest::newRow("ResponseCompleted ") << LogEvent(TurnEvent(ResponseCompleted{}));
        QTest::newRow("ConnectivityChanged ") << LogEvent(TurnEvent(ConnectivityChanged{}));
    }

private Q_SLOTS:
    void hasAnExampleOfEveryEvent()
    {
        const size_t kinds = std::variant_size_v<ChannelEvent> + std::variant_size_v<MateEvent>
            + std::variant_size_v<TurnEvent>;
        QCOMPARE(static_cast<size_t>(oneOfEach().size()), kinds);
    }

    void readsBackAnEqualEvent_data() { addEvents(); }
    void readsBackAnEqualEvent()
    {
        QFETCH(LogEvent, event);
        const QByteArray kind = kindOf(event);
        QCOMPARE(kind, QByteArray(QTest::currentDataTag()).trimmed());
        const auto back = eventFrom(kind, payloadOf(event));
        QVERIFY2(back, back ? "" : qPrintable(back.error().message));
        QVERIFY(*back == event);
    }

    void writesTheSameBytesForEqualEvents_data() { addEvents(); }
    void writesTheSameBytesForEqualEvents()
    {
        QFETCH(LogEvent, event);
        const QByteArray payload = payloadOf(event);
        QCOMPARE(payloadOf(*eventFrom(kindOf(event), payload)), payload);
        QVERIFY(!payload.contains('\n'));
        QVERIFY(QJsonDocument::fromJson(payload).isObject());
    }

    void writesIdsAsText()
    {
        const QByteArray payload = payloadOf(TurnEvent(PartPosted{0, {0xffffffffffffffff}, false}));
        QCOMPARE(payload, R"({"message":"18446744073709551615","part":0,"withheld":false})");
    }

    void keepsRequestBodiesToTheByte_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("JSON") << QByteArray(R"({"a":"\u00fc\n","b":[1.50,2]})");
        QTest::newRow("spaces and breaks") << QByteArray("{ \"a\" :\r\n 1 }\n");
        QTest::newRow("with a byte order mark") << QByteArray("\xef\xbb\xbf{}");
        QTest::newRow("no UTF-8") << QByteArray("\xff\xfe\x80");
        QTest::newRow("half a character") << QByteArray("abc\xf0\x9f");
        QTest::newRow("with a nought") << QByteArray("a\0b", 3);
        QTest::newRow("empty") << QByteArray();
    }
    void keepsRequestBodiesToTheByte()
    {
        QFETCH(QByteArray, body);
        const LogEvent event = requestWith(body);
        const auto back = eventFrom("RequestSent", payloadOf(event));
        QVERIFY(back);
        QCOMPARE(std::get<RequestSent>(std::get<TurnEvent>(*back)).body, body);
    }

    void keepsHalfASurrogatePair()
    {
        const LogEvent event = TurnEvent(DeltaReceived{QString(QChar(0xd83d)), false});
        const auto back = eventFrom("DeltaReceived", payloadOf(event));
        QVERIFY(back && *back == event);
    }

    void namesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("named");
        QTest::newRow("kind of a newer version")
            << QByteArray("PartEdited") << QByteArray("{}") << u"PartEdited"_s;
        QTest::newRow("no kind") << QByteArray() << QByteArray("{}") << u"does not know it"_s;
        QTest::newRow("no JSON") << QByteArray("TurnFinished") << QByteArray("{") << u"TurnFinished"_s;
        QTest::newRow("no object") << QByteArray("TurnFinished") << QByteArray("[]") << u"payload is damaged"_s;
        QTest::newRow("empty") << QByteArray("TurnFinished") << QByteArray() << u"payload is damaged"_s;
        QTest::newRow("missing id") << QByteArray("MessageDeleted") << QByteArray("{}") << u"“message”"_s;
        QTest::newRow("broken id")
            << QByteArray("MessageDeleted") << QByteArray(R"({"message":"x"})") << u"“message”"_s;
        QTest::newRow("id as a number")
            << QByteArray("MessageDeleted") << QByteArray(R"({"message":5})") << u"“message”"_s;
        QTest::newRow("message without an id")
            << QByteArray("MessageSeen") << QByteArray(R"({"message":{}})") << u"“message”"_s;
        QTest::newRow("unknown name") << QByteArray("MessageIgnored")
                                      << QByteArray(R"({"message":"1","reason":"Boredom"})") << u"“reason”"_s;
        QTest::newRow("text for a number")
            << QByteArray("PromptSaved") << QByteArray(R"({"number":"1"})") << u"“number”"_s;
        QTest::newRow("half a number")
            << QByteArray("PromptSaved") << QByteArray(R"({"number":1.5})") << u"“number”"_s;
        QTest::newRow("too large a number")
            << QByteArray("PromptSaved") << QByteArray(R"({"number":3000000000})")
            << u"“number”"_s;
        QTest::newRow("broken inside") << QByteArray("MateFailed")
                                       << QByteArray(R"({"error":{"code":"?"}})") << u"“error”"_s;
        QTest::newRow("broken in a list")
            << QByteArray("HistoryFetched") << QByteArray(R"({"messages":[{}]})")
            << u"“messages”"_s;
    }
    void namesWhatItDoesNotKnow()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, payload);
        QFETCH(QString, named);
        const auto event = eventFrom(kind, payload);
        QVERIFY(!event);
        QCOMPARE(event.error().code, ErrorCode::Invalid);
        QVERIFY2(event.error().message.contains(named), qPrintable(event.error().message));
        QVERIFY(event.error().message.contains(QString::fromUtf8(kind)));
    }

    void readsOlderRecordsWithoutNewerFields()
    {
        const auto event = eventFrom("ConnectivityChanged", "{}");
        QVERIFY(event && *event == LogEvent(TurnEvent(ConnectivityChanged{true})));
        const auto failed = eventFrom("RequestFailed", R"({"attempt":2,"later":{"added":1}})");
        QVERIFY(failed);
        QCOMPARE(std::get<RequestFailed>(std::get<TurnEvent>(*failed)).retryAfterMs, -1);
    }
};

LOOPFLOW_TEST(EventJsonTest)
#include "tst_eventjson.moc"
