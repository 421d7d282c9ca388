#include "core/conversation/prompt.h"

#include "core/discord/messagetext.h"
#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

QString shown(const BuiltRequest &built)
{
    QStringList lines;
    for (const llm::ChatMessage &m : built.request.messages)
        lines << (m.role == llm::Role::User ? u"U:"_s : u"A:"_s) + m.text;
    return lines.join(u'|');
}

BuiltRequest build(const QList<discord::Message> &history, const QList<discord::Message> &asked, int budget = 8000)
{
    return buildRequest(setup(asked), {HistoryPurpose::Context, history, false}, budget);
}

} // namespace

class PromptTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsValuesFromTextAndFromUnknownNames()
    {
        const QDateTime now(QDate(2026, 11, 22), QTime(9, 5));
        const auto values = variableValues(now, u"Maya"_s, u"Ana"_s, {}, u"#general"_s);
        QCOMPARE(values.keys().size(), promptVariables().size());
        QCOMPARE(promptPieces(u"{{date}} {{ time }}{{nope}}{{server}}."_s, values),
            (QList<PromptPiece>{{PromptPiece::Value, u"2026-11-22"_s, u"date"_s}, {PromptPiece::Own, u" "_s, {}},
                {PromptPiece::Value, u"09:05"_s, u"time"_s}, {PromptPiece::Unknown, u"{{nope}}"_s, u"nope"_s},
                {PromptPiece::Value, {}, u"server"_s}, {PromptPiece::Own, u"."_s, {}}}));
        QVERIFY(promptPieces({}, values).isEmpty());
    }

    void fillsVariablesAndLeavesUnknownOnes()
    {
        const QMap<QString, QString> values{{u"mate"_s, u"Maya"_s}, {u"date"_s, u"2026-11-22"_s}, {u"user"_s, u"{{mate}}"_s}};
        QCOMPARE(fillVariables(u"{{mate}} on {{ date }}: {{nope}} {{user}}"_s, values),
            u"Maya on 2026-11-22: {{nope}} {{mate}}"_s);
    }

    void putsThePromptIntoTheSystemField()
    {
        QCOMPARE(build({}, {message(1, ana, u"hi"_s)}).request.system, u"You are Maya."_s);
    }

    void mergesNeighboursAndBeginsAndEndsWithAPerson()
    {
        const auto question = message(9, ana, u"so?"_s);
        const auto built = build({message(1, bot, u"welcome"_s), message(2, ana, u"one"_s), message(3, ana, u"two"_s),
                                     message(4, bot, u"three"_s), message(5, bot, u"four"_s), question},
            {question});
        QCOMPARE(shown(built), u"U:one\ntwo|A:three\nfour|U:so?"_s);
    }

    void usesNothingNewerThanTheQuestion()
    {
        const auto question = message(5, ana, u"now"_s);
        QCOMPARE(shown(build({question, message(6, ana, u"later"_s)}, {question})), u"U:now"_s);
    }

    void takesTheAskedMessageAsItIsNowNotAsThePageHasIt()
    {
        auto edited = message(5, ana, u"edited"_s);
        QCOMPARE(shown(build({message(5, ana, u"as written first"_s)}, {edited})), u"U:edited"_s);
    }

    void findsTheAskedMessageEvenIfThePageLacksIt()
    {
        QCOMPARE(shown(build({message(1, ana, u"a"_s), message(2, bot, u"b"_s)}, {message(5, ana, u"c"_s)})),
            u"U:a|A:b|U:c"_s);
    }

    void beginsAfterTheNewConversationMarker()
    {
        const auto question = message(9, ana, u"hello"_s);
        const auto built = build({message(1, ana, u"old"_s), message(2, bot, u"older"_s), message(3, ana, u"/new"_s),
                                     message(4, bot, discord::newConversationMarker()), question},
            {question});
        QCOMPARE(shown(built), u"U:hello"_s);
        QCOMPARE(built.leftOut, 0);
    }

    void keepsServiceLinesFromTheModel()
    {
        const auto question = message(9, ana, u"again?"_s);
        const auto built
            = build({message(1, ana, u"first"_s), message(2, bot, discord::serviceLine(u"it failed"_s)), question}, {question});
        QCOMPARE(shown(built), u"U:first\nagain?"_s);
    }

    void keepsSystemLinesFromTheModel()
    {
        auto pin = message(2, ana, u"pinned a message"_s);
        pin.type = 6;
        const auto question = message(9, ana, u"hi"_s);
        QCOMPARE(shown(build({pin, question}, {question})), u"U:hi"_s);
    }

    void namesAMessageWithoutText()
    {
        auto question = message(9, ana, QString());
        QVERIFY(shown(build({}, {question})).startsWith(u"U:["_s));
        question.stickers = {u"wave"_s};
        QVERIFY(shown(build({}, {question})).contains(u"wave"_s));
    }

    void namesSpeakersWhereSeveralCanSpeak()
    {
        auto lee = message(1, discord::UserId{2001}, u"I think so"_s);
        lee.author.username = u"lee"_s;
        const auto question = message(9, ana, u"and you?"_s);
        QCOMPARE(shown(build({lee, question}, {question})), u"U:lee: I think so\nana: and you?"_s);
    }

    void removesHalfSurrogatesAndNul()
    {
        const QString broken = u"a"_s + QChar(0xD83D) + u"b"_s + QChar(0) + u"c😀"_s;
        QCOMPARE(shown(build({}, {message(1, ana, broken)})), u"U:abc😀"_s);
    }

    void keepsToTheBudgetAndCountsWhatItCut()
    {
        QList<discord::Message> history;
        for (int i = 1; i <= 40; ++i)
            history << message(i, i % 2 ? ana : bot, u"word "_s.repeated(50));
        const auto question = message(100, ana, u"q "_s.repeated(2000));
        history << question;
        const auto built = build(history, {question}, 1000);
        QVERIFY(built.leftOut > 0);
        QVERIFY(built.leftOut < 40);
        QVERIFY(built.request.messages.constLast().text.size() > 3000); // the question is whole
        QCOMPARE(build(history, {question}, 0).leftOut, 40);
        QCOMPARE(build(history, {question}, 1000000).leftOut, 0);
    }

    // A provider's prompt cache holds as long as requests begin the same.
    void keepsItsBeginningForSeveralTurns()
    {
        QList<discord::Message> history;
        for (int i = 1; i <= 300; ++i)
            history << message(i * 7, i % 2 ? ana : bot, u"message %1 "_s.arg(i) + u"word "_s.repeated(20));
        int changes = 0;
        QString last;
        for (int end = 200; end + 1 < 300; end += 2) {
            auto start = setup({history[end]});
            start.asked.first().author.id = ana;
            const auto built = buildRequest(start, {HistoryPurpose::Context, history.mid(end - 99, 100), true}, 8000);
            const QString first = built.request.messages.constFirst().text;
            changes += first != last;
            last = first;
        }
        QVERIFY2(changes < 25, qPrintable(QString::number(changes))); // of 50 turns
    }

    void respectsALearntContextLimit()
    {
        QList<discord::Message> history;
        for (int i = 1; i <= 60; ++i)
            history << message(i, i % 2 ? ana : bot, u"word "_s.repeated(50));
        auto start = setup({message(100, ana, u"q"_s)});
        start.traits.contextLimit = 3000;
        const auto built = buildRequest(start, {HistoryPurpose::Context, history, false}, 100000);
        QVERIFY(built.estimatedTokens <= 3000 * 9 / 10 - 1024);
        QVERIFY(built.leftOut > 0);
    }

    void removesTheMatesNameFromItsReply()
    {
        QCOMPARE(cleanReply(u" Maya: hello"_s, u"Maya"_s), u"hello"_s);
        QCOMPARE(cleanReply(u"Mayas: hello"_s, u"Maya"_s), u"Mayas: hello"_s);
    }

    void whatIsLeftOutAreTheFirstLinesThatAreNotAsked()
    {
        HistoryFetched history;
        for (int i = 0; i < 12; ++i)
            history.messages.append(message(i, i % 2 == 0 ? ana : bot, u"message number %1, which has some words"_s.arg(i)));
        const TurnStarted asking = setup({message(50, ana, u"the question"_s)});
        const QList<PromptLine> lines = promptLines(asking, history);
        QCOMPARE(lines.size(), 13);
        QVERIFY(lines.constLast().asked);
        const BuiltRequest built = buildRequest(asking, history, 70);
        QVERIFY(built.leftOut > 0 && built.leftOut < 12);
        QString all;
        for (const llm::ChatMessage &said : built.request.messages)
            all += said.text + u'\n';
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const bool first = i == built.leftOut && lines[i].role == llm::Role::Assistant; // a person begins
            QVERIFY2(first || all.contains(lines[i].text) == (i >= built.leftOut), qPrintable(lines[i].text));
        }
    }
};

LOOPFLOW_TEST(PromptTest)
#include "tst_prompt.moc"
