#include "core/conversation/textless.h"

#include "core/conversation/eventjson.h"
#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

/// Stands in every string that people, models or servers fill; "kept" in those that are settings or names of ours.
const QString said = u"planted"_s;
const QString kept = u"kept"_s;

discord::User plantedUser(quint64 id) { return {{id}, said, said, said, id == bot.value}; }

discord::Message plantedMessage()
{
    const discord::Attachment file{said, said, 4096, said, 2.5, 640, 480, true, said};
    const discord::Embed embed{said, said, said, said, said, said, said, {{said, said}}};
    discord::Message message;
    message.id = idAt(1);
    message.channel = dm;
    message.guild = {7};
    message.author = plantedUser(ana.value);
    message.content = said;
    message.memberNick = said;
    message.editedMs = 1'700'000'001'000;
    message.mentions = {plantedUser(bot.value)};
    message.attachments = {file};
    message.embeds = {embed};
    message.stickers = {said};
    message.pollQuestion = said;
    message.pollAnswers = {said};
    message.replyTo = idAt(0);
    message.replyAuthor = said;
    message.replyText = said;
    message.nonce = said;
    return message;
}

discord::Message plantedForward()
{
    discord::Message message = plantedMessage();
    message.forward = true;
    message.snapshotContent = said;
    message.snapshotAttachments = message.attachments;
    message.snapshotEmbeds = message.embeds;
    message.snapshotStickers = {said};
    message.replyTo = {};
    return message;
}

const Error plantedError{ErrorCode::TooLong, said};

// No definition for all: an event that has no sample here does not compile.
template <class Event>
LogEvent sample();

template <>
LogEvent sample<MessageSeen>() { return ChannelEvent(MessageSeen{plantedMessage()}); }
template <>
LogEvent sample<MessageEdited>() { return ChannelEvent(MessageEdited{plantedForward()}); }
template <>
LogEvent sample<MessageDeleted>() { return ChannelEvent(MessageDeleted{idAt(1)}); }
template <>
LogEvent sample<MessageIgnored>() { return ChannelEvent(MessageIgnored{idAt(1), IgnoreReason::SystemLine}); }
template <>
LogEvent sample<NoteAdded>() { return ChannelEvent(NoteAdded{said}); }
template <>
LogEvent sample<TurnStarted>()
{
    TurnStarted started = setup({plantedMessage(), plantedForward()});
    started.promptText = said;
    started.promptVersion = 7;
    started.variables = {{said, said}};
    started.provider = started.baseUrl = started.model = started.parameters.effort = kept;
    started.draft = Draft{{said, said}, 2, true};
    started.replayOf = TurnId{5};
    return TurnEvent(started);
}
template <>
LogEvent sample<TypingShown>() { return TurnEvent(TypingShown{}); }
template <>
LogEvent sample<HistoryFetched>()
{
    return TurnEvent(HistoryFetched{HistoryPurpose::Context, {plantedMessage(), plantedForward()}, true});
}
template <>
LogEvent sample<RequestSent>() { return TurnEvent(RequestSent{2, kept, said.toUtf8(), 1234, 5}); }
template <>
LogEvent sample<RequestFailed>()
{
    RequestFailed failed;
    failed.attempt = 2;
    failed.error = plantedError;
    failed.retryable = true;
    failed.contextLimit = 9000;
    failed.requestId = kept;
    return TurnEvent(failed);
}
template <>
LogEvent sample<RateLimited>() { return TurnEvent(RateLimited{kept, 250}); }
template <>
LogEvent sample<DeltaReceived>() { return TurnEvent(DeltaReceived{said, true}); }
template <>
LogEvent sample<ResponseCompleted>()
{
    ResponseCompleted completed;
    completed.reply = {said, llm::StopReason::Refusal, {100, 20, 10, 5, 3, 0.5}, kept, said};
    completed.price.input = 3;
    return TurnEvent(completed);
}
template <>
LogEvent sample<PartPosted>() { return TurnEvent(PartPosted{1, idAt(2), true}); }
template <>
LogEvent sample<WriteFailed>() { return TurnEvent(WriteFailed{WriteStage::Verify, plantedError, true, true}); }
template <>
LogEvent sample<NoticePosted>() { return TurnEvent(NoticePosted{idAt(2), said}); }
template <>
LogEvent sample<TurnRestarted>() { return TurnEvent(TurnRestarted{{plantedMessage()}, RestartReason::Edited}); }
template <>
LogEvent sample<PersonTyped>() { return TurnEvent(PersonTyped{}); }
template <>
LogEvent sample<ConnectivityChanged>() { return TurnEvent(ConnectivityChanged{false}); }
template <>
LogEvent sample<TurnCancelled>() { return TurnEvent(TurnCancelled{said}); }
template <>
LogEvent sample<TurnFailed>() { return TurnEvent(TurnFailed{kept, plantedError}); }
template <>
LogEvent sample<TurnFinished>() { return TurnEvent(TurnFinished{}); }

template <class... Events>
QList<LogEvent> samplesOf(std::type_identity<std::variant<Events...>>)
{
    return {sample<Events>()...};
}

QList<LogEvent> samples()
{
    return samplesOf(std::type_identity<ChannelEvent>{}) + samplesOf(std::type_identity<TurnEvent>{});
}

template <class Event>
Event bare()
{
    const LogEvent event = withoutText(sample<Event>());
    if constexpr (std::is_constructible_v<ChannelEvent, Event>)
        return std::get<Event>(std::get<ChannelEvent>(event));
    else
        return std::get<Event>(std::get<TurnEvent>(event));
}

} // namespace

class TextlessTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsNoWord_data()
    {
        QTest::addColumn<int>("index");
        const auto events = samples();
        for (int i = 0; i < events.size(); ++i)
            QTest::newRow(QByteArray(kindOf(events[i]) + char(0)).constData()) << i;
    }
    void keepsNoWord()
    {
        QFETCH(int, index);
        const LogEvent whole = samples().at(index);
        const LogEvent bare = withoutText(whole);
        const QByteArray json = payloadOf(bare);
        QVERIFY2(!json.contains("planted"), json.constData());
        QCOMPARE(kindOf(bare), kindOf(whole));
        QCOMPARE(json.count("kept"), payloadOf(whole).count("kept"));
        const auto back = eventFrom(kindOf(bare), json); // the record can be read
        QVERIFY2(back, back ? "" : qPrintable(back.error().message));
        QVERIFY(*back == bare);
    }

    void keepsWhoAndWhenAndHowMuchOfAMessage()
    {
        const discord::Message message = bare<MessageSeen>().message;
        QCOMPARE(message.id, idAt(1));
        QCOMPARE(message.author.id, ana);
        QCOMPARE(message.editedMs, 1'700'000'001'000);
        QCOMPARE(message.replyTo, idAt(0));
        QCOMPARE(message.mentions.size(), 1);
        QCOMPARE(message.mentions[0].id, bot);
        QVERIFY(message.mentions[0].bot);
        QCOMPARE(message.attachments.size(), 1);
        QCOMPARE(message.attachments[0].size, 4096);
        QCOMPARE(message.attachments[0].width, 640);
        QVERIFY(message.authorName().isEmpty());
        QCOMPARE(bare<MessageEdited>().message.snapshotAttachments.size(), 1);
    }

    void keepsTheCountsOfATurn()
    {
        const auto started = bare<TurnStarted>();
        QCOMPARE(started.asked.size(), 2);
        QCOMPARE(started.promptVersion, 7);
        QCOMPARE(started.draft->attempt, 2);
        QCOMPARE(started.replayOf, TurnId{5});
        QCOMPARE(bare<HistoryFetched>().messages.size(), 2);
        QCOMPARE(bare<RequestSent>().estimatedTokens, 1234);
        QCOMPARE(bare<RequestSent>().leftOut, 5);
        QCOMPARE(bare<DeltaReceived>().length, said.size());
        const auto completed = bare<ResponseCompleted>();
        QCOMPARE(completed.reply.usage.output, 20);
        QCOMPARE(completed.reply.usage.cost, 0.5);
        QCOMPARE(completed.reply.stop, llm::StopReason::Refusal);
        QCOMPARE(completed.price.input, 3.0);
        QCOMPARE(bare<TurnFailed>().error.code, ErrorCode::TooLong);
        QVERIFY(!bare<TurnFailed>().error.message.isEmpty());
        QVERIFY(!bare<NoteAdded>().text.isEmpty()); // a note's row is known by its words
    }

    void leavesWhatHappensToAMate()
    {
        for (const MateEvent &event : {MateEvent(ConnectionChanged{discord::GatewayState::Ready}),
                 MateEvent(PromptSaved{3}), MateEvent(MateFailed{{ErrorCode::Unauthorized, u"The token."_s}})})
            QVERIFY(withoutText(LogEvent(event)) == LogEvent(event));
    }

    void saysEveryKindOfErrorInASentence()
    {
        QSet<QString> sentences;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Conflict); ++code)
            sentences << withoutText(Error{static_cast<ErrorCode>(code), said}).message;
        QCOMPARE(sentences.size(), static_cast<int>(ErrorCode::Conflict) + 1);
    }
};

LOOPFLOW_TEST(TextlessTest)
#include "tst_textless.moc"
