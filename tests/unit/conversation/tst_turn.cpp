#include "core/conversation/turn.h"

#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

QString line(const TurnAction &action, TimePoint now)
{
    return std::visit(
        Overloaded{
            [](const StartTyping &) { return u"typing"_s; },
            [](const StopTyping &) { return u"no typing"_s; },
            [](const FetchHistory &a) {
                return a.purpose == HistoryPurpose::Context ? u"history of %1"_s.arg(a.limit) : u"verify"_s;
            },
            [](const SendRequest &a) {
                QStringList texts;
                for (const llm::ChatMessage &m : a.request.messages)
                    texts << (m.role == llm::Role::User ? u"user "_s : u"mate "_s) + m.text;
                return u"request %1 [%2]"_s.arg(a.attempt).arg(texts.join(u" | "));
            },
            [](const PostPart &a) {
                return u"post %1 '%2'%3%4"_s.arg(a.part)
                    .arg(a.draft.parts[a.part], a.replyTo ? u" as reply"_s : QString(),
                        a.attempt > 1 ? u" again"_s : QString());
            },
            [&](const WaitUntil &a) { return u"wait %1 ms"_s.arg((a.at - now).count()); },
            [](const Finish &a) {
                return a.error   ? u"failed at %1: %2%3"_s.arg(a.stage, a.error->message, a.settle ? u""_s : u" (open)"_s)
                    : a.cancelled.isEmpty() ? u"finish"_s
                                            : u"cancelled"_s;
            },
        },
        action);
}

// A turn and its clock: events in, what should be going on out, as one readable line.
class Stage {
public:
    explicit Stage(const TurnStarted &start) { happens(0, start); }
    void happens(double second, const TurnEvent &event) { m_turn.apply(event, at(second)); }
    QString at_(double second) const
    {
        QStringList lines;
        for (const TurnAction &action : m_turn.next(at(second)))
            lines << line(action, at(second));
        return lines.join(u"; ");
    }
    /// Until the model has been asked.
    void untilAsked()
    {
        happens(0.1, HistoryFetched{HistoryPurpose::Context, m_turn.setup().asked, false});
    }
    void replies(double second, const QString &text)
    {
        llm::ChatReply reply;
        reply.text = text;
        happens(second, ResponseCompleted{reply, {}});
    }
    Turn &turn() { return m_turn; }

private:
    Turn m_turn;
};

RequestFailed failure(int attempt, ErrorCode code, bool retryable)
{
    RequestFailed failed;
    failed.attempt = attempt;
    failed.error = {code, u"why"_s};
    failed.retryable = retryable;
    return failed;
}

WriteFailed writeFailure(ErrorCode code, bool retryable, bool unknown, WriteStage stage = WriteStage::Post)
{
    return {stage, {code, u"why"_s}, retryable, unknown};
}

} // namespace

class TurnTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksForTypingAndHistoryAtOnce()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        QCOMPARE(stage.at_(0), u"typing; history of 100"_s);
    }

    void waitsForMoreMessagesWhereThatIsSet()
    {
        TurnStarted start = setup({message(0, ana, u"hello"_s)});
        start.mergeWaitMs = 1500;
        Stage stage(start);
        QCOMPARE(stage.at_(1), u"typing; wait 500 ms"_s);
        QCOMPARE(stage.at_(1.5), u"typing; history of 100"_s);
    }

    void goesFromHistoryToRequestToPostToFinish()
    {
        Stage stage(setup({message(5, ana, u"hello"_s)}));
        stage.happens(0.1, HistoryFetched{HistoryPurpose::Context,
                               {message(1, ana, u"hi"_s), message(2, bot, u"yes?"_s), message(5, ana, u"hello"_s)}, false});
        QCOMPARE(stage.at_(0.1), u"typing; request 1 [user hi | mate yes? | user hello]"_s);
        stage.happens(0.2, DeltaReceived{u"Good"_s, false});
        QCOMPARE(stage.at_(0.2), u"typing; request 1 [user hi | mate yes? | user hello]"_s);
        stage.replies(0.3, u"Good day."_s);
        QCOMPARE(stage.at_(0.3), u"no typing; post 0 'Good day.' as reply"_s);
        stage.happens(0.4, PartPosted{0, idAt(6), false});
        QCOMPARE(stage.at_(0.4), u"finish"_s);
        stage.happens(0.4, TurnFinished{});
        QVERIFY(stage.turn().isOver());
        QCOMPARE(stage.at_(0.5), QString());
    }

    void postsLongRepliesInOrderAndOnlyTheFirstAsAReply()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        stage.replies(1, QString(1500, u'a') + u"\n\n"_s + QString(1500, u'b'));
        QVERIFY(stage.at_(1).startsWith(u"post 0 'aaa"));
        QVERIFY(stage.at_(1).endsWith(u"as reply"));
        stage.happens(1.1, PartPosted{0, idAt(6), false});
        QVERIFY(stage.at_(1.1).startsWith(u"no typing; post 1 'bbb"));
        QVERIFY(!stage.at_(1.1).endsWith(u"as reply"));
    }

    void retriesWhatWaitingMayHeal()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        stage.happens(1, failure(1, ErrorCode::Unavailable, true));
        QVERIFY(stage.at_(1).startsWith(u"typing; wait "));
        QCOMPARE(stage.at_(1.5), u"typing; request 2 [user hello]"_s);
        stage.happens(2, failure(2, ErrorCode::Unavailable, true));
        QCOMPARE(stage.at_(3), u"typing; request 3 [user hello]"_s);
        stage.happens(4, failure(3, ErrorCode::Unavailable, true));
        QVERIFY(stage.at_(4).startsWith(u"no typing; post 0 '-# Loopflow: I cannot answer just now"));
        stage.happens(5, NoticePosted{idAt(5), u"…"_s});
        QCOMPARE(stage.at_(5), u"failed at model: why"_s);
    }

    void waitsAsLongAsTheServerAsks()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        RequestFailed limited = failure(1, ErrorCode::RateLimited, true);
        limited.retryAfterMs = 7000;
        stage.happens(1, limited);
        QCOMPARE(stage.at_(1), u"typing; wait 7000 ms"_s);
        limited.attempt = 2;
        limited.retryAfterMs = 61000;
        stage.happens(8, limited);
        QVERIFY(stage.at_(8).contains(u"-# Loopflow:"));
    }

    void triesAnOverloadedModelOftener()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        double now = 1;
        for (int attempt = 1; attempt <= 4; ++attempt, now += 40) {
            RequestFailed overloaded = failure(attempt, ErrorCode::Unavailable, true);
            overloaded.overloaded = true;
            stage.happens(now, overloaded);
            QCOMPARE(stage.at_(now + 30), u"typing; request %1 [user hello]"_s.arg(attempt + 1));
        }
        stage.happens(now, failure(5, ErrorCode::Unavailable, true));
        QVERIFY(stage.at_(now).contains(u"-# Loopflow:"));
    }

    void saysAtOnceWhatWaitingCannotHeal()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        stage.happens(1, failure(1, ErrorCode::Unauthorized, false));
        QCOMPARE(stage.at_(1),
            u"no typing; post 0 '-# Loopflow: I cannot answer: the model service refused this mate's key.' as reply"_s);
    }

    void asksAgainWithoutARefusedParameter()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        RequestFailed refused = failure(1, ErrorCode::UnsupportedParameter, false);
        refused.traits.refused.insert(u"temperature"_s, QString());
        stage.happens(1, refused);
        const auto actions = stage.turn().next(at(1));
        const auto *request = std::get_if<SendRequest>(&actions.constLast());
        QVERIFY(request);
        QCOMPARE(request->attempt, 2);
        QVERIFY(request->traits.refused.contains(u"temperature"_s));
    }

    void shortensTheHistoryUntilItFits()
    {
        QList<discord::Message> history;
        for (int i = 1; i <= 60; ++i)
            history << message(i, i % 2 ? ana : bot, u"word "_s.repeated(100));
        history << message(61, ana, u"the question"_s);
        TurnStarted start = setup({history.constLast()});
        start.historyTokens = 100000;
        Stage stage(start);
        stage.happens(0.1, HistoryFetched{HistoryPurpose::Context, history, false});
        const auto count = [&] {
            return std::get<SendRequest>(stage.turn().next(at(1)).constLast()).request.messages.size();
        };
        qsizetype last = count();
        QCOMPARE(last, 61);
        for (int attempt = 1; attempt <= 3; ++attempt) {
            RequestFailed tooLong = failure(attempt, ErrorCode::TooLong, false);
            tooLong.contextLimit = 4000;
            tooLong.traits.contextLimit = 4000;
            stage.happens(1, tooLong);
            QVERIFY(count() <= last);
            last = count();
        }
        QCOMPARE(last, 1); // only the question is left
        stage.happens(1, failure(4, ErrorCode::TooLong, false));
        QVERIFY(stage.at_(1).contains(u"too long for my model"));
    }

    void doesNotPostAnEmptyReply()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        stage.replies(1, u"  \n"_s);
        QCOMPARE(stage.at_(2), u"typing; request 2 [user hello]"_s);
    }

    void saysWhyATokenLimitLeftNothing()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        llm::ChatReply reply;
        reply.stop = llm::StopReason::Length;
        stage.happens(1, ResponseCompleted{reply, {}});
        QVERIFY(stage.at_(1).contains(u"-# Loopflow:"));
        stage.happens(2, NoticePosted{idAt(5), u"…"_s});
        QVERIFY(stage.at_(2).contains(u"token limit"));
    }

    void looksBeforeItPostsAgain()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        stage.replies(1, u"Yes."_s);
        stage.happens(2, writeFailure(ErrorCode::Unavailable, true, true));
        QVERIFY(stage.at_(2).startsWith(u"wait "));
        QCOMPARE(stage.at_(3), u"verify"_s);
        discord::Message posted = message(2, bot, u"Yes."_s);
        posted.replyTo = idAt(0);
        Stage lucky = stage;
        lucky.happens(3, HistoryFetched{HistoryPurpose::Verify, {posted}, false});
        QCOMPARE(lucky.at_(3), u"finish"_s);
        stage.happens(3, HistoryFetched{HistoryPurpose::Verify, {}, false});
        QCOMPARE(stage.at_(3), u"no typing; post 0 'Yes.' as reply again"_s);
    }

    void finishesADraftThatACrashLeftHalfPosted()
    {
        TurnStarted start = setup({message(0, ana, u"hello"_s)});
        start.draft = Draft{{u"one"_s, u"two"_s, u"three"_s}, 1, false};
        start.draftMayBePosted = true;
        Stage stage(start);
        QCOMPARE(stage.at_(0), u"verify"_s);
        discord::Message one = message(2, bot, u"one"_s);
        one.replyTo = idAt(0);
        discord::Message other = message(9, bot, u"something else"_s);
        other.replyTo = idAt(8);
        stage.happens(1, HistoryFetched{HistoryPurpose::Verify,
                             {one, message(3, ana, u"hm"_s), message(4, bot, u"two"_s), other}, false});
        QCOMPARE(stage.at_(1), u"no typing; post 2 'three'"_s);
    }

    void knowsTheFirstPartByItsTextWhenTheQuestionIsGone()
    {
        TurnStarted start = setup({message(0, ana, u"hello"_s)});
        start.draft = Draft{{u"one"_s, u"two"_s}, 1, false};
        start.draftMayBePosted = true;
        Stage stage(start);
        stage.happens(1, HistoryFetched{HistoryPurpose::Verify, {message(2, bot, u"one"_s)}, false});
        QCOMPARE(stage.at_(1), u"no typing; post 1 'two'"_s);
    }

    void givesEveryPartANonceOfItsOwn()
    {
        TurnStarted start = setup({message(0, ana, u"hello"_s)});
        start.draft = Draft{{u"one"_s, u"two"_s}, 1, false};
        Stage stage(start);
        const auto nonce = [&] { return std::get<PostPart>(stage.turn().next(at(1)).constLast()).nonce; };
        const QString first = nonce();
        stage.happens(1, PartPosted{0, idAt(1), false});
        QVERIFY(first != nonce());
        QVERIFY(first.size() <= 25 && nonce().size() <= 25);
    }

    void holdsAFinishedReplyWhileThePersonTypes()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        stage.happens(1, PersonTyped{});
        stage.replies(2, u"Yes."_s);
        QCOMPARE(stage.at_(2), u"typing; wait 4000 ms"_s);
        stage.happens(5, PersonTyped{});
        QCOMPARE(stage.at_(6), u"typing; wait 4000 ms"_s);
        stage.happens(9.5, PersonTyped{});
        QCOMPARE(stage.at_(10), u"typing; wait 2000 ms"_s); // 10 s at most
        QCOMPARE(stage.at_(12), u"no typing; post 0 'Yes.' as reply"_s);
    }

    void startsAnewForANewerMessage()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        QVERIFY(stage.turn().mayRestart(at(1)));
        stage.happens(1, TurnRestarted{{message(0, ana, u"hello"_s), message(1, ana, u"are you there?"_s)}, {}});
        QCOMPARE(stage.at_(1), u"typing; history of 100"_s);
        stage.happens(2, HistoryFetched{HistoryPurpose::Context, {}, false});
        QCOMPARE(stage.at_(2), u"typing; request 2 [user hello\nare you there?]"_s);
    }

    void startsAnewThreeTimesAtMostAndNotForEver()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        QVERIFY(stage.turn().mayRestart(at(19)));
        QVERIFY(!stage.turn().mayRestart(at(20)));
        for (int i = 0; i < 3; ++i) {
            QVERIFY(stage.turn().mayRestart(at(1)));
            stage.happens(1, TurnRestarted{{message(0, ana, u"hello"_s)}, {}});
        }
        QVERIFY(!stage.turn().mayRestart(at(1)));
    }

    void tellsNobodyWhileOffline()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        stage.happens(1, ConnectivityChanged{false});
        stage.happens(2, failure(1, ErrorCode::Unreachable, true));
        QCOMPARE(stage.at_(100), u"no typing"_s);
        stage.happens(200, ConnectivityChanged{true});
        QCOMPARE(stage.at_(200), u"typing; request 2 [user hello]"_s);
    }

    void letsAQuestionGoThatGrewOldWhileOffline()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        stage.happens(1, ConnectivityChanged{false});
        stage.happens(2, failure(1, ErrorCode::Unreachable, true));
        stage.happens(1000, ConnectivityChanged{true});
        QCOMPARE(stage.at_(1000), u"cancelled"_s);
    }

    // The network is gone, but the gateway has not noticed: the failure notice cannot be posted either.
    void asksTheModelAgainWhenTheNoticeShowsThatTheNetworkWasGone()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        for (int attempt = 1; attempt <= 3; ++attempt)
            stage.happens(attempt, failure(attempt, ErrorCode::Unreachable, true));
        QVERIFY(stage.at_(3).contains(u"-# Loopflow:"));
        stage.happens(4, writeFailure(ErrorCode::Unreachable, true, true));
        stage.happens(5, ConnectivityChanged{false});
        stage.happens(6, ConnectivityChanged{true});
        QCOMPARE(stage.at_(6), u"verify"_s);
        stage.happens(7, HistoryFetched{HistoryPurpose::Verify, {}, false});
        QCOMPARE(stage.at_(7), u"typing; request 5 [user hello]"_s);
    }

    void keepsAQuestionOpenWhoseReplyCouldNotBePosted()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        stage.replies(1, u"Yes."_s);
        stage.happens(1000, writeFailure(ErrorCode::Unavailable, true, true));
        QCOMPARE(stage.at_(1000), u"failed at reply: why (open)"_s);
    }

    void endsWhereWritingIsNotAllowed()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        stage.replies(1, u"Yes."_s);
        stage.happens(2, writeFailure(ErrorCode::Forbidden, false, false));
        QCOMPARE(stage.at_(2), u"failed at reply: why"_s);
    }

    void retriesTheHistoryAndGivesUpAfterAQuarterOfAnHour()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.happens(1, writeFailure(ErrorCode::Unavailable, true, false, WriteStage::History));
        QCOMPARE(stage.at_(2), u"typing; history of 100"_s);
        stage.happens(901, writeFailure(ErrorCode::Unavailable, true, false, WriteStage::History));
        QCOMPARE(stage.at_(901), u"failed at history: why"_s);
    }

    void sameStateGivesSameKeys()
    {
        Stage stage(setup({message(0, ana, u"hello"_s)}));
        stage.untilAsked();
        const auto keys = [&] {
            QList<QByteArray> list;
            for (const TurnAction &action : stage.turn().next(at(1)))
                list << keyOf(action);
            return list;
        };
        const auto before = keys();
        stage.happens(1, DeltaReceived{u"a"_s, false});
        QCOMPARE(keys(), before);
        stage.happens(1, failure(1, ErrorCode::Incomplete, true));
        stage.happens(2, HistoryFetched{HistoryPurpose::Context, {}, false});
        QVERIFY(keys() != before);
    }
};

LOOPFLOW_TEST(TurnTest)
#include "tst_turn.moc"
