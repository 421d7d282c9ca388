#include "core/conversation/replay.h"

#include "core/conversation/prompt.h"
#include "core/conversation/turn.h"
#include "core/llm/provider.h"
#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

/// A turn as it is lived and recorded: what it asks for is sent as the live effects would.
struct Living {
    explicit Living(TurnStarted started, const QString &provider = u"openai"_s)
    {
        started.provider = provider;
        started.baseUrl = provider == u"anthropic"_s ? u"https://api.anthropic.com/v1"_s : u"http://127.0.0.1:1/v1"_s;
        tell(std::move(started));
    }
    void tell(TurnEvent event)
    {
        turn.apply(event, at(second));
        records.append({records.size() + 1, at(second++), {MateId{1}, dm}, TurnId{7}, std::move(event)});
    }
    void fetch(const QList<discord::Message> &messages) { tell(HistoryFetched{HistoryPurpose::Context, messages, false}); }
    /// Sends the request that the turn wants now.
    void send()
    {
        for (const TurnAction &action : turn.next(at(second + 100))) {
            const auto *request = std::get_if<SendRequest>(&action);
            if (!request)
                continue;
            const llm::Endpoint endpoint{turn.setup().provider, QUrl(turn.setup().baseUrl), {}};
            const HttpRequest http
                = llm::dialect(endpoint.provider).encode(request->request, endpoint, request->traits);
            tell(RequestSent{
                request->attempt, http.url.toString(), http.body, request->estimatedTokens, request->leftOut});
            return;
        }
        qFatal("the turn asks for nothing");
    }
    void fail(ErrorCode code, const llm::ModelTraits &traits, qint64 contextLimit = 0)
    {
        RequestFailed failure;
        failure.attempt = ++attempts;
        failure.error = {code, u"no"_s};
        failure.retryable = code == ErrorCode::Unavailable;
        failure.traits = traits;
        failure.contextLimit = contextLimit;
        tell(failure);
    }
    void answer(const QString &text)
    {
        ResponseCompleted completed;
        completed.reply.text = text;
        completed.reply.usage = {40, 9};
        tell(completed);
        tell(PartPosted{0, {5}, false});
        tell(TurnFinished{});
    }
    Result<ReplaySource> source() const { return replaySource(records, 0); }

    Turn turn;
    QList<LogRecord> records;
    double second = 0;
    int attempts = 0;
};

QByteArray bodyOf(const TurnStarted &setup, const HistoryFetched &history)
{
    Turn turn;
    turn.apply(setup, at(0));
    turn.apply(history, at(0));
    for (const TurnAction &action : turn.next(at(0))) {
        if (const auto *request = std::get_if<SendRequest>(&action))
            return llm::dialect(setup.provider)
                .encode(request->request, {setup.provider, QUrl(setup.baseUrl), {}}, request->traits)
                .body;
    }
    return {};
}

QList<discord::Message> chatter()
{
    QList<discord::Message> messages;
    for (int i = 0; i < 40; ++i)
        messages << message(i, i % 2 ? bot : ana, QString(200, u'a') + QString::number(i));
    return messages;
}

Living answered()
{
    Living turn(setup({message(100, ana, u"hello"_s)}));
    turn.fetch({message(1, ana, u"before"_s)});
    turn.send();
    turn.answer(u"Certainly."_s);
    return turn;
}

} // namespace

class ReplayTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutEditsTheRequestIsTheSameBytes_data()
    {
        QTest::addColumn<QString>("provider");
        for (const char *provider : {"openai", "anthropic", "ollama", "openrouter"})
            QTest::newRow(provider) << QString::fromLatin1(provider);
    }
    void withoutEditsTheRequestIsTheSameBytes()
    {
        QFETCH(QString, provider);
        TurnStarted begun = setup({message(100, ana, u"hello"_s)});
        begun.parameters.temperature = 0.3;
        begun.parameters.maxTokens = 500;
        Living turn(begun, provider);
        turn.fetch(chatter());
        turn.send();
        turn.answer(u"Certainly."_s);
        const auto source = turn.source();
        QVERIFY2(source, source ? "" : qPrintable(source.error().message));
        const TurnStarted again = replaySetup(*source, {});
        QCOMPARE(bodyOf(again, source->history), source->sent.body);
        QVERIFY(isExactReplay(source->begun, again));
        QCOMPARE(again.replayOf, std::optional(TurnId{7}));
        QCOMPARE(source->reply, u"Certainly."_s);
        QCOMPARE(source->usage.input, 40);
    }

    void theRequestOfTheAttemptThatAnsweredIsTheOneThatCounts()
    {
        Living turn(setup({message(100, ana, u"hello"_s)}));
        turn.fetch(chatter());
        turn.send();
        llm::ModelTraits traits;
        traits.refused.insert(u"temperature"_s, QString());
        turn.fail(ErrorCode::UnsupportedParameter, traits);
        turn.send();
        traits.contextLimit = 1500;
        turn.fail(ErrorCode::TooLong, traits, 1500);
        turn.send();
        turn.fail(ErrorCode::TooLong, traits, 1500); // again: the turn halves its history
        turn.send();
        turn.fail(ErrorCode::Unavailable, traits);
        turn.send();
        turn.answer(u"Certainly."_s);
        const auto source = turn.source();
        QVERIFY2(source, source ? "" : qPrintable(source.error().message));
        QVERIFY(source->setup.historyTokens < source->begun.historyTokens);
        QCOMPARE(source->setup.traits, traits);
        QCOMPARE(source->sent.attempt, 5);
        QCOMPARE(bodyOf(replaySetup(*source, {}), source->history), source->sent.body);
        QVERIFY(isExactReplay(source->begun, replaySetup(*source, {})));
    }

    void aRestartedTurnAsksWhatItAskedInTheEnd()
    {
        Living turn(setup({message(100, ana, u"what is a cart?"_s)}));
        turn.fetch({message(1, ana, u"before"_s)});
        turn.send();
        turn.tell(TurnRestarted{{message(100, ana, u"what is a cat?"_s)}, RestartReason::Edited});
        turn.fetch({message(1, ana, u"before"_s), message(2, bot, u"and after"_s)});
        turn.send();
        turn.answer(u"A pet."_s);
        const auto source = turn.source();
        QVERIFY(source);
        QCOMPARE(source->setup.asked.constFirst().content, u"what is a cat?"_s);
        QVERIFY(source->sent.body.contains("what is a cat?") && source->sent.body.contains("and after"));
        QCOMPARE(bodyOf(replaySetup(*source, {}), source->history), source->sent.body);
    }

    void aReplayNeitherWaitsNorLooksForADraft()
    {
        TurnStarted begun = setup({message(100, ana, u"hello"_s)});
        begun.mergeWaitMs = 3000;
        begun.postsAfter = idAt(101);
        Living turn(begun);
        turn.fetch({});
        turn.send();
        turn.answer(u"Certainly."_s);
        const auto source = turn.source();
        QVERIFY(source);
        const TurnStarted again = replaySetup(*source, {});
        QCOMPARE(again.mergeWaitMs, 0);
        QVERIFY(!again.draft && !again.postsAfter && !again.draftMayBePosted);
    }

    void whatIsEditedIsChangedAndNothingElse()
    {
        const auto source = answered().source();
        QVERIFY(source);
        const auto same = [&](const ReplayEdits &edits) {
            return isExactReplay(source->begun, replaySetup(*source, edits));
        };
        QVERIFY(same({}));
        ReplayEdits edits;
        edits.promptText = source->setup.promptText;
        edits.promptVersion = 9;
        QVERIFY(same(edits)); // the same words, whatever they are called
        QCOMPARE(replaySetup(*source, edits).promptVersion, 1);
        edits.promptText = u"Rhyme, {{mate}}."_s;
        QVERIFY(!same(edits));
        QCOMPARE(replaySetup(*source, edits).promptVersion, 9);
        QVERIFY(bodyOf(replaySetup(*source, edits), source->history).contains("Rhyme, Maya."));
        QVERIFY(!same({.model = u"other"_s}));
        llm::ChatParameters warmer;
        warmer.temperature = 0.5;
        QVERIFY(!same({.parameters = warmer}));
        QVERIFY(!same({.baseUrl = u"http://127.0.0.1:2/v1"_s}));
        const TurnStarted moved = replaySetup(*source, {.provider = u"anthropic"_s});
        QVERIFY(!isExactReplay(source->begun, moved));
        QVERIFY(moved.baseUrl.isEmpty()); // not the other provider's address
        QCOMPARE(replaySetup(*source, {.model = u"other"_s}).baseUrl, source->setup.baseUrl);
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<QString>("missing");
        QTest::addColumn<QString>("said");
        QTest::newRow("all of it") << u"all"_s << u"no such turn"_s;
        QTest::newRow("its beginning") << u"TurnStarted"_s << u"How this turn began"_s;
        QTest::newRow("the question") << u"asked"_s << u"How this turn began"_s;
        QTest::newRow("the history") << u"HistoryFetched"_s << u"read from Discord"_s;
        QTest::newRow("the request") << u"RequestSent"_s << u"asked no model"_s;
        QTest::newRow("the text") << u"body"_s << u"text of this turn was not recorded"_s;
        QTest::newRow("a row") << u"row"_s << u"damaged"_s;
    }
    void saysWhatIsMissing()
    {
        QFETCH(QString, missing);
        QFETCH(QString, said);
        QList<LogRecord> records = answered().records;
        const auto event = [&](qsizetype i) -> TurnEvent & { return std::get<TurnEvent>(records[i].event); };
        if (missing == u"all")
            records.clear();
        else if (missing == u"TurnStarted")
            records.removeAt(0);
        else if (missing == u"asked")
            std::get<TurnStarted>(event(0)).asked.clear();
        else if (missing == u"HistoryFetched")
            records.removeAt(1);
        else if (missing == u"RequestSent")
            records.removeAt(2);
        else if (missing == u"body")
            std::get<RequestSent>(event(2)).body.clear();
        const auto source = replaySource(records, missing == u"row" ? 1 : 0);
        QVERIFY(!source);
        QVERIFY2(source.error().message.contains(said), qPrintable(source.error().message));
        QCOMPARE(source.error().code, missing == u"all" ? ErrorCode::NotFound : ErrorCode::Invalid);
    }

    void whatThisVersionBuildsOtherwiseIsRunWithChangesOnly()
    {
        Living turn = answered();
        auto &sent = std::get<RequestSent>(std::get<TurnEvent>(turn.records[2].event));
        sent.body.replace("hello", "hello from an older version");
        const auto source = turn.source();
        QVERIFY2(source, source ? "" : qPrintable(source.error().message));
        QVERIFY(source->notExact && source->notExact->message.contains(u"another version"));
        QCOMPARE(checkReplay(*source, replaySetup(*source, {})).error(), *source->notExact);
        ReplayEdits same; // the same words are no change
        same.promptText = source->setup.promptText;
        QVERIFY(!checkReplay(*source, replaySetup(*source, same)));
        for (const ReplayEdits &edits : {ReplayEdits{.promptText = u"Rhyme, {{mate}}."_s}, ReplayEdits{.model = u"other"_s},
                 ReplayEdits{.provider = u"anthropic"_s}}) {
            const TurnStarted changed = replaySetup(*source, edits);
            QVERIFY(checkReplay(*source, changed));
            QVERIFY(bodyOf(changed, source->history).contains("before")); // what it read, as recorded
        }
        QVERIFY(checkReplay(*answered().source(), replaySetup(*answered().source(), {})));
    }

    void aVariableThatWasNotRecordedIsNotMadeUp()
    {
        Living turn = answered();
        std::get<TurnStarted>(std::get<TurnEvent>(turn.records[0].event)).variables.clear();
        const auto source = turn.source();
        QVERIFY(source);
        QVERIFY(source->notExact);
        const auto moved = checkReplay(*source, replaySetup(*source, {.model = u"other"_s}));
        QVERIFY(!moved);
        QVERIFY2(moved.error().message.contains(u"{{mate}}"), qPrintable(moved.error().message));
        QVERIFY(checkReplay(*source, replaySetup(*source, {.promptText = u"Rhyme, {{my}} dear."_s})));
    }

    void aTurnThatFailedCanBeRunAgain()
    {
        Living turn(setup({message(100, ana, u"hello"_s)}));
        turn.fetch({});
        turn.send();
        turn.fail(ErrorCode::Unauthorized, {});
        turn.tell(TurnFailed{u"model"_s, {ErrorCode::Unauthorized, u"no"_s}});
        const auto source = turn.source();
        QVERIFY(source);
        QVERIFY(source->reply.isEmpty());
        QCOMPARE(bodyOf(replaySetup(*source, {}), source->history), source->sent.body);
    }

    void damagedOrderIsRefusedAndNotFolded()
    {
        QList<LogRecord> records = answered().records;
        RequestFailed early;
        early.retryable = true;
        records.insert(1, {0, at(0), {MateId{1}, dm}, TurnId{7}, TurnEvent(early)});
        QVERIFY(!replaySource(records, 0));
        records = answered().records;
        records.insert(1, {0, at(0), {MateId{1}, dm}, TurnId{7}, TurnEvent(HistoryFetched{HistoryPurpose::Verify, {}, false})});
        QVERIFY(!replaySource(records, 0));
        records = answered().records;
        records.insert(1, {0, at(0), {MateId{1}, dm}, TurnId{7}, TurnEvent(TurnRestarted{})});
        QVERIFY(!replaySource(records, 0));
    }
};

LOOPFLOW_TEST(ReplayTest)
#include "tst_replay.moc"
