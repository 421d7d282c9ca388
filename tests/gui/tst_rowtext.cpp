#include "tests/support/test.h"
#include "ui/inspector/rowtext.h"

#include <QDateTime>

using namespace loopflow;
using namespace Qt::StringLiterals;

class RowTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }
    void aPersonsMessageHasNameAndTime();
    void anIgnoredMessageIsFadedAndSaysWhy();
    void editsAndDeletionsAreSaid();
    void whatIsNoTextIsNamed();
    void aDoneTurnShowsVersionTimeTokensAndCost();
    void aRunningTurnSaysWhatItWaitsForAndWhyItAnswers();
    void aFailedTurnShowsItsSentence();
    void onlyAFailedTurnThatWasNotTriedAgainCanBe();
    void aReplyNamesWhatItAnswers();
    void aNoteIsOnlyItsLine();
    void whatWasNotRecordedIsSaid();
    void aCancelledTurnIsNoProblem();
    void turnsAndMessagesHaveDifferentKeys();

private:
    static discord::Message message(const QString &text);
    static ConversationRow row(const discord::Message &message);
    static ConversationRow turnRow(TurnState state);
};

namespace {
const qint64 noon = QDateTime(QDate(2026, 11, 22), QTime(12, 0)).toMSecsSinceEpoch();
}

discord::Message RowTextTest::message(const QString &text)
{
    discord::Message message;
    message.id = discord::MessageId::at(Milliseconds(noon));
    message.author.username = u"ana"_s;
    message.content = text;
    return message;
}

ConversationRow RowTextTest::row(const discord::Message &message)
{
    ConversationRow row;
    row.message = message;
    return row;
}

ConversationRow RowTextTest::turnRow(TurnState state)
{
    TurnView turn;
    turn.id = TurnId(3);
    turn.state = state;
    turn.text = u"Hello"_s;
    turn.promptVersion = 7;
    turn.startedMs = noon;
    turn.why = u"direct message"_s;
    ConversationRow row;
    row.turn = turn;
    return row;
}

void RowTextTest::whatWasNotRecordedIsSaid()
{
    ConversationRow bare = row({});
    bare.message.id = discord::MessageId::at(Milliseconds(noon));
    bare.message.replyTo = {7};
    discord::Attachment file;
    file.size = 2048;
    bare.message.attachments = {file};
    bare.textless = true;
    const RowText text = textOf(bare, u"Maya"_s, noon);
    QCOMPARE(text.author, u"someone"_s);
    QCOMPARE(text.when, u"12:00"_s);
    QCOMPARE(text.body, u"-# Text was not recorded"_s);
    QVERIFY(text.reference.isEmpty()); // nobody deleted what it answers
    QCOMPARE(plainTextOf(text.cards.constFirst()), u"File Attachment, 2 KB"_s);

    ConversationRow reply = turnRow(TurnState::Done);
    reply.textless = true;
    QCOMPARE(textOf(reply, u"Maya"_s, noon).body, u"Hello"_s); // it happens just now
    reply.turn->text.clear();
    QCOMPARE(textOf(reply, u"Maya"_s, noon).body, u"-# Text was not recorded"_s);
    reply.turn->state = TurnState::Failed;
    QVERIFY(textOf(reply, u"Maya"_s, noon).body.isEmpty());
}

void RowTextTest::aPersonsMessageHasNameAndTime()
{
    const RowText text = textOf(row(message(u"hi"_s)), u"Maya"_s, noon);
    QCOMPARE(text.author, u"ana"_s);
    QCOMPARE(text.when, u"12:00"_s);
    QCOMPARE(text.body, u"hi"_s);
    QVERIFY(text.times.startsWith(u"Written "_s));
    QVERIFY(text.person && !text.faded && text.meta.isEmpty() && text.cards.isEmpty());
}

void RowTextTest::anIgnoredMessageIsFadedAndSaysWhy()
{
    ConversationRow ignored = row(message(u"hi"_s));
    ignored.ignored = IgnoreReason::WrittenByBot;
    const RowText text = textOf(ignored, u"Maya"_s, noon);
    QVERIFY(text.faded);
    QCOMPARE(text.meta, u"ignored: written by a bot"_s);
}

void RowTextTest::editsAndDeletionsAreSaid()
{
    ConversationRow changed = row(message(u"hi"_s));
    changed.edited = true;
    QCOMPARE(textOf(changed, {}, noon).when, u"12:00 · edited"_s);
    changed.deleted = true;
    const RowText gone = textOf(changed, {}, noon);
    QCOMPARE(gone.when, u"12:00 · deleted"_s);
    QVERIFY(gone.faded && gone.struck);
}

void RowTextTest::whatIsNoTextIsNamed()
{
    discord::Message all = message({});
    discord::Attachment picture;
    picture.filename = u"a.png"_s;
    picture.contentType = u"image/png"_s;
    picture.size = 2048;
    picture.url = u"https://cdn.discordapp.com/a.png"_s;
    all.attachments = {picture};
    all.pollAnswers = {u"Yes"_s, u"No"_s};
    all.stickers = {u"wave"_s};
    all.pollQuestion = u"Lunch?"_s;
    all.forward = true;
    all.snapshotContent = u"old\nnews"_s;
    discord::Embed embed;
    embed.title = u"A page"_s;
    embed.url = u"https://example.org"_s;
    embed.description = u"what it says"_s;
    all.embeds = {embed};
    const RowText text = textOf(row(all), {}, noon);
    QCOMPARE(text.body,
        u"-# Forwarded\n> old\n> news\n> **[A page](https://example.org)**\n> what it says"_s);
    QStringList cards;
    for (const MessageCard &card : text.cards)
        cards << plainTextOf(card);
    QCOMPARE(cards, (QStringList{u"Picture a.png, PNG, 2 KB"_s, u"Sticker wave"_s, u"Poll Lunch?, Yes, No"_s}));
    QCOMPARE(text.cards.first().picture, picture.url);
    for (const QString &card : std::as_const(cards))
        QVERIFY(plainTextOf(text).contains(card));
}

void RowTextTest::aDoneTurnShowsVersionTimeTokensAndCost()
{
    ConversationRow row = turnRow(TurnState::Done);
    row.turn->endedMs = noon + 1900;
    row.turn->usage.input = 1204;
    row.turn->usage.output = 96;
    row.turn->cost = 0.0051;
    row.turn->retries = 1;
    const RowText text = textOf(row, u"Maya"_s, noon + 5000);
    QCOMPARE(text.author, u"Maya"_s);
    QCOMPARE(text.when, u"12:00"_s);
    QCOMPARE(text.meta, u"v7    1.9 s    1,204 in · 96 out    about $0.0051    1 retry    why it answered: direct message"_s);
    QVERIFY(!text.live && !text.person && text.problem.isEmpty());
}

void RowTextTest::aRunningTurnSaysWhatItWaitsForAndWhyItAnswers()
{
    ConversationRow row = turnRow(TurnState::Waiting);
    row.turn->waitingFor = u"the model"_s;
    RowText text = textOf(row, u"Maya"_s, noon + 1400);
    QCOMPARE(text.when, u"12:00 · waiting for the model"_s);
    QCOMPARE(text.meta, u"v7    1.4 s so far    why it answers: direct message"_s);
    QVERIFY(text.live);
    row.turn->state = TurnState::Streaming;
    QCOMPARE(textOf(row, u"Maya"_s, noon).when, u"12:00 · streaming"_s);
}

void RowTextTest::aFailedTurnShowsItsSentence()
{
    ConversationRow row = turnRow(TurnState::Failed);
    row.turn->error = u"The model is overloaded."_s;
    const RowText text = textOf(row, u"Maya"_s, noon);
    QCOMPARE(text.problem, u"The model is overloaded."_s);
    QCOMPARE(text.when, u"12:00 · failed"_s);
    QVERIFY(plainTextOf(text).contains(text.problem));
}

void RowTextTest::onlyAFailedTurnThatWasNotTriedAgainCanBe()
{
    ConversationRow row = turnRow(TurnState::Failed);
    QVERIFY(!textOf(row, u"Maya"_s, noon).canTryAgain); // nothing is known of its question
    row.turn->asked = {{7}};
    QVERIFY(textOf(row, u"Maya"_s, noon).canTryAgain);
    row.turn->triedAgain = true;
    QVERIFY(!textOf(row, u"Maya"_s, noon).canTryAgain);
    row = turnRow(TurnState::Done);
    row.turn->asked = {{7}};
    QVERIFY(!textOf(row, u"Maya"_s, noon).canTryAgain);
}

void RowTextTest::aReplyNamesWhatItAnswers()
{
    discord::Message reply = message(u"yes"_s);
    reply.replyTo = {4};
    QCOMPARE(textOf(row(reply), {}, noon).reference, u"a message that was deleted"_s);
    reply.replyAuthor = u"lee"_s;
    reply.replyText = u"can you check?"_s;
    QCOMPARE(textOf(row(reply), {}, noon).reference, u"lee  can you check?"_s);
    QVERIFY(plainTextOf(textOf(row(reply), {}, noon)).contains(u"Answers lee  can you check?"_s));
}

void RowTextTest::aNoteIsOnlyItsLine()
{
    ConversationRow note;
    note.seq = 9;
    note.note = u"Connection dropped by you"_s;
    const RowText text = textOf(note, u"Maya"_s, noon);
    QCOMPARE(text.note, note.note);
    QVERIFY(text.author.isEmpty() && text.body.isEmpty());
    QCOMPARE(plainTextOf(text), note.note);
    QVERIFY(keyOf(note) != keyOf(turnRow(TurnState::Done)));
}

void RowTextTest::aCancelledTurnIsNoProblem()
{
    ConversationRow row = turnRow(TurnState::Cancelled);
    row.turn->error = u"The question was deleted."_s;
    const RowText text = textOf(row, u"Maya"_s, noon);
    QCOMPARE(text.problem, QString());
    QCOMPARE(text.meta, u"The question was deleted."_s);
    QVERIFY(text.faded);
}

void RowTextTest::turnsAndMessagesHaveDifferentKeys()
{
    ConversationRow a;
    a.message.id = {3};
    QVERIFY(keyOf(a) != keyOf(turnRow(TurnState::Done)));
}

LOOPFLOW_TEST(RowTextTest)
#include "tst_rowtext.moc"
