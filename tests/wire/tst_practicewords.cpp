#include "core/practice/practicewords.h"
#include "tests/support/test.h"

using namespace Qt::StringLiterals;
using namespace loopflow::practice;

class PracticeWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysThatItIsNoAiAndShowsWhatItWasGiven()
    {
        const QString answer =
            practiceAnswer({{u"system"_s, u"You are Maya."_s}, {u"user"_s, u"Hi\nthere"_s},
                {u"assistant"_s, u"Hello"_s}, {u"user"_s, u"Why?\nReally"_s}});
        QCOMPARE(answer,
            u"I am the practice model: a small program on this computer, no AI. I cannot answer, "
            u"but I can show what a model would get.\n\n"
            "The prompt I was given:\n```\nYou are Maya.\n```\n\n"
            "The history I was given, oldest first:\n- user: Hi there\n- assistant: Hello\n- user: "
            "Why? Really\n\n"
            "The newest message, which a real model would answer now:\n> Why?\n> Really"_s);
    }

    void saysWhatIsMissing()
    {
        const QString answer = practiceAnswer({});
        QVERIFY(answer.contains("I was given no prompt."_L1));
        QVERIFY(answer.contains("I was given no messages."_L1));
    }

    void keepsAPromptInsideItsFence()
    {
        const QString answer = practiceAnswer({{u"system"_s, u"a ```b``` c"_s}});
        QCOMPARE(answer.count("```"_L1), 2);
    }

    void shortensWhatIsHuge()
    {
        QList<PromptMessage> messages{{u"developer"_s, QString(5000, u'p')}};
        for (int i = 0; i < 50; ++i)
            messages.append({i % 2 ? u"assistant"_s : u"user"_s, QString(2000, u'm')});
        const QString answer = practiceAnswer(messages);
        QVERIFY2(answer.size() <= 2000, qPrintable(QString::number(answer.size())));
        QVERIFY(answer.contains("(4500 more characters)"_L1));
        QVERIFY(answer.contains("The newest 8 of the 50 messages"_L1));
    }

    void neverCutsACharacterInHalf()
    {
        for (int before = 495; before < 505; ++before) {
            const QString answer = practiceAnswer(
                {{u"system"_s, QString(before, u'x') + u"\U0001F600"_s.repeated(20)}});
            QCOMPARE(QString::fromUtf8(answer.toUtf8()), answer);
            QVERIFY(!answer.contains(QChar::ReplacementCharacter));
        }
    }

    void cutsATextIntoPiecesThatJoinAgain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("pieces");
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("one word") << u"one"_s << 1;
        QTest::newRow("words") << u"one two  three\nfour"_s << 4;
        QTest::newRow("spaces around") << u" one "_s << 2;
    }
    void cutsATextIntoPiecesThatJoinAgain()
    {
        QFETCH(QString, text);
        QFETCH(int, pieces);
        const QStringList tokens = tokensOf(text);
        QCOMPARE(tokens.size(), pieces);
        QCOMPARE(tokens.join(QString()), text);
    }
};

LOOPFLOW_TEST(PracticeWordsTest)
#include "tst_practicewords.moc"
