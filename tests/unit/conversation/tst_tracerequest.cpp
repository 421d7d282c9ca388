#include "core/conversation/tracerequest.h"
#include "core/llm/provider.h"
#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

/// What a turn sends for that history, as it is recorded.
TraceRequest sent(const QString &provider, int budget, int before)
{
    TraceRequest request;
    request.setup = setup({message(100, ana, u"the first question"_s), message(101, ana, u"and another"_s)});
    request.setup.provider = provider;
    for (int i = 0; i < before; ++i)
        request.history.messages.append(message(i, i % 2 == 0 ? ana : bot, u"message number %1, which has some words"_s.arg(i)));
    const BuiltRequest built = buildRequest(request.setup, request.history, budget);
    request.sent.leftOut = built.leftOut;
    request.setup.historyTokens = budget;
    request.sent.body = llm::dialect(provider).encode(built.request, {provider, QUrl(u"http://x.test/v1"_s), {}}, {}).body;
    return request;
}

QList<discord::MessageId> idsOf(const QList<TraceMessage> &messages)
{
    QList<discord::MessageId> ids;
    for (const TraceMessage &message : messages)
        ids += message.ids;
    return ids;
}

} // namespace

class TraceRequestTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatEachMessageIsMadeOf_data();
    void tellsWhatEachMessageIsMadeOf();
    void whatTheBudgetLeftOutIsListed_data() { tellsWhatEachMessageIsMadeOf_data(); }
    void whatTheBudgetLeftOutIsListed();
    void aBodyThatIsNoRequestIsSaidToBeSo();
    void saysWhatFitTheBudget_data();
    void saysWhatFitTheBudget();
};

void TraceRequestTest::tellsWhatEachMessageIsMadeOf_data()
{
    QTest::addColumn<QString>("provider");
    for (const char *provider : {"openai", "anthropic", "ollama"})
        QTest::newRow(provider) << QString::fromLatin1(provider);
}

void TraceRequestTest::tellsWhatEachMessageIsMadeOf()
{
    QFETCH(QString, provider);
    const TraceRequest request = sent(provider, 8000, 4);
    const TraceRequestView view = viewOf(request);
    QCOMPARE(view.problem, QString());
    QCOMPARE(view.messages.size(), 6); // the prompt, four, and two that were joined
    QCOMPARE(view.messages[0].role, u"system"_s);
    QCOMPARE(view.messages[0].text, u"You are Maya."_s);
    QVERIFY(view.messages[0].ids.isEmpty());
    QCOMPARE(view.messages[5].ids, (QList{idAt(100), idAt(101)}));
    QVERIFY(view.messages[5].asked);
    QCOMPARE(view.messages[5].speakers, QStringList{u"ana"_s});
    QVERIFY(!view.messages[4].asked);
    QCOMPARE(idsOf(view.messages).size(), 6);
    QVERIFY(view.cut.isEmpty());
    QCOMPARE(view.promptTokens, promptTokens(request.setup));
    QCOMPARE(view.questionTokens, view.messages[5].tokens);
    QCOMPARE(view.freeTokens, 8000 - view.historyTokens);
    QVERIFY(std::any_of(view.fields.cbegin(), view.fields.cend(),
        [](const auto &field) { return field.first == u"stream" && field.second == u"true"; }));
}

void TraceRequestTest::whatTheBudgetLeftOutIsListed()
{
    QFETCH(QString, provider);
    const TraceRequest request = sent(provider, 60, 20);
    const TraceRequestView view = viewOf(request);
    QVERIFY(request.sent.leftOut > 0);
    QCOMPARE(view.cut.size(), request.sent.leftOut);
    QCOMPARE(view.cut.constFirst().id, idAt(0));
    for (const PromptLine &line : view.cut)
        QVERIFY(!idsOf(view.messages).contains(line.id));
    QVERIFY(idsOf(view.messages).contains(idAt(100)));
}

void TraceRequestTest::aBodyThatIsNoRequestIsSaidToBeSo()
{
    TraceRequest request = sent(u"openai"_s, 8000, 2);
    request.sent.body = "not JSON";
    const TraceRequestView view = viewOf(request);
    QVERIFY(!view.problem.isEmpty());
    QVERIFY(view.messages.isEmpty());
    QCOMPARE(viewOf({}).messages.size(), 0);
    request.sent.body = "{\"messages\":[]," + QByteArray(5 * 1024 * 1024, ' ') + "\"model\":\"m\"}";
    QVERIFY(viewOf(request).problem.contains(u"too long"_s));
    request.sent.body.clear();
    QVERIFY(viewOf(request).problem.contains(u"not recorded"_s));
}

void TraceRequestTest::saysWhatFitTheBudget_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<bool>("more");
    QTest::addColumn<int>("leftOut");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("all") << 4 << false << 0 << u"All 6 messages of the conversation fit the budget of 8,000 tokens."_s;
    QTest::newRow("more exist") << 4 << true << 0 << u"The newest 6 messages were given to the model; the mate's settings fetch no older ones."_s;
    QTest::newRow("cut") << 4 << true << 3 << u"3 messages fit the budget of 8,000 tokens; 3 older ones were left out."_s;
}

void TraceRequestTest::saysWhatFitTheBudget()
{
    QFETCH(int, before);
    QFETCH(bool, more);
    QFETCH(int, leftOut);
    QFETCH(QString, sentence);
    QLocale::setDefault(QLocale(QLocale::English));
    TraceRequest request = sent(u"openai"_s, 8000, before);
    request.history.more = more;
    request.sent.leftOut = leftOut;
    QCOMPARE(budgetSentence(request), sentence);
}

LOOPFLOW_TEST(TraceRequestTest)
#include "tst_tracerequest.moc"
