#include "core/mate/matefile.h"

#include "core/base/resources.h"
#include "tests/support/test.h"

#include <QTest>

using namespace loopflow;
using namespace Qt::StringLiterals;

class MateFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsStarters_data();
    void readsStarters();
    void readsMates_data();
    void readsMates();
    void remarksOnWhatItKeptOrLeftOut_data();
    void remarksOnWhatItKeptOrLeftOut();
    void saysTheLineOfWhatIsWrong_data();
    void saysTheLineOfWhatIsWrong();
    void writesTheUsualForm();
    void readsBackWhatItWrote_data();
    void readsBackWhatItWrote();
};

void MateFileTest::readsStarters_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("maya") << u"Maya"_s;
    QTest::newRow("merlin") << u"Merlin"_s;
}

void MateFileTest::readsStarters()
{
    QFETCH(QString, name);
    const QString stem = name.toLower();
    const auto file = parseMateFile(stem, readResource(u"prompts/%1.md"_s.arg(stem)));
    QVERIFY(file);
    QCOMPARE(file->identifier, stem);
    QCOMPARE(file->name, name);
    QVERIFY(file->prompt.startsWith(u"You are %1, "_s.arg(name)));
    QVERIFY(file->prompt.endsWith(u'.'));
    QCOMPARE(file->remarks, QStringList());
}

void MateFileTest::readsMates_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("provider");
    const auto row = [](const char *what, const QByteArray &markdown, const QString &name,
                         const QString &prompt, const QString &provider = {}) {
        QTest::newRow(what) << markdown << name << prompt << provider;
    };
    row("plain", "# Maya\n\n## System Prompt\n\nBe kind.\n\nBe brief.\n", u"Maya"_s,
        u"Be kind.\n\nBe brief."_s);
    row("provider", "# Maya\n## System Prompt\nBe kind.\n## Provider\nanthropic\n", u"Maya"_s,
        u"Be kind."_s, u"anthropic"_s);
    row("provider first", "# Maya\n## Provider\n\n`OpenAI`\n\n## System Prompt\nBe kind.",
        u"Maya"_s, u"Be kind."_s, u"openai"_s);
    row("priorities",
        "# Maya\n## System Prompt\nBe kind.\n## Priorities\n1. fast\n2. anthropic, openai\n",
        u"Maya"_s, u"Be kind."_s, u"anthropic"_s);
    row("provider before priorities",
        "# Maya\n## Priorities\nanthropic\n## Provider\nopenai\n## System Prompt\nBe kind.",
        u"Maya"_s, u"Be kind."_s, u"openai"_s);
    row("byte order mark", "\xEF\xBB\xBF# Maya\n## System Prompt\nBe kind.", u"Maya"_s,
        u"Be kind."_s);
    row("CRLF", "# Maya\r\n\r\n## System Prompt\r\n\r\nBe kind.\r\nBe brief.\r\n", u"Maya"_s,
        u"Be kind.\nBe brief."_s);
    row("CR", "# Maya\r## System Prompt\rBe kind.\r", u"Maya"_s, u"Be kind."_s);
    row("no title", "## System Prompt\nBe kind.", u"stem"_s, u"Be kind."_s);
    row("empty title", "# \n## System Prompt\nBe kind.", u"stem"_s, u"Be kind."_s);
    row("letters of any case", "# Maya\n## SYSTEM prompt \nBe kind.", u"Maya"_s, u"Be kind."_s);
    row("fences hide sections", "# Maya\n## System Prompt\n```\n## Provider\nx\n```\nBe kind.",
        u"Maya"_s, u"```\n## Provider\nx\n```\nBe kind."_s);
    row("a fence before the prompt",
        "# Maya\n```\n## System Prompt\n```\n## System Prompt\nBe kind.", u"Maya"_s, u"Be kind."_s);
    row("lower headings",
        "# Maya\n## System Prompt\n# Rules\n### Tone\n ## Not\n##Neither\nBe kind.", u"Maya"_s,
        u"# Rules\n### Tone\n ## Not\n##Neither\nBe kind."_s);
    row("indented first line", "# Maya\n## System Prompt\n\n    code\nBe kind.\n", u"Maya"_s,
        u"    code\nBe kind."_s);
    row("its own headings",
        "# Maya\n## System Prompt\nBe kind.\n## Rules\nOne.\n\n## Tone\nSoft.\n## Provider\nopenai",
        u"Maya"_s, u"Be kind.\n## Rules\nOne.\n\n## Tone\nSoft."_s, u"openai"_s);
    row("unknown sections elsewhere",
        "# Maya\n## About\nA cook.\n## System Prompt\nBe kind.\n## Provider\nopenai\n## Notes\nHot.\n",
        u"Maya"_s, u"Be kind.\n\n## About\nA cook.\n## Notes\nHot."_s, u"openai"_s);
    row("only unknown sections below", "# Maya\n## System Prompt\n## Rules\nOne.", u"Maya"_s,
        u"## Rules\nOne."_s);
    row("escaped headings",
        "# Maya\n## System Prompt\n\\## Provider\n\\\\## System Prompt\n\\## Rules\n", u"Maya"_s,
        u"## Provider\n\\## System Prompt\n\\## Rules"_s);
    row("an unknown provider", "# Maya\n## System Prompt\nBe kind.\n## Provider\nskynet\n",
        u"Maya"_s, u"Be kind."_s);
}

void MateFileTest::readsMates()
{
    QFETCH(QByteArray, markdown);
    const auto file = parseMateFile(u"stem"_s, markdown);
    QVERIFY2(file, file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->identifier, u"stem"_s);
    QTEST(file->name, "name");
    QTEST(file->prompt, "prompt");
    QTEST(file->provider, "provider");
}

void MateFileTest::remarksOnWhatItKeptOrLeftOut_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QStringList>("remarks");
    const auto row = [](const char *what, const QByteArray &markdown, const QStringList &remarks) {
        QTest::newRow(what) << markdown << remarks;
    };
    row("nothing", "# Maya\n## System Prompt\nBe kind.\n## Provider\nopenai\n", {});
    row("unknown section", "# Maya\n## System Prompt\nBe kind.\n## Rules\nOne.",
        {u"Line 4: the section “Rules” is not one that Loopflow knows; it was kept at the end of the prompt."_s});
    row("text before", "# Maya\nA cook.\nAnd more.\n## System Prompt\nBe kind.",
        {u"Line 2: text before the first section was left out."_s});
    row("second title", "# Maya\n# Mia\n## System Prompt\nBe kind.",
        {u"Line 2: a second title was left out; the name is “Maya” from line 1."_s});
    row("no title", "## System Prompt\nBe kind.",
        {u"Line 1: there is no title “# Name”; the mate is named after its file."_s});
    row("priorities", "# Maya\n## System Prompt\nBe kind.\n## Priorities\nopenai",
        {u"Line 4: “Priorities” was read as the provider “openai”."_s});
    row("both", "# Maya\n## System Prompt\nBe kind.\n## Priorities\nopenai\n## Provider\nopenai",
        {u"Line 4: “Priorities” was left out, because there is a section “Provider”."_s});
    row("unknown provider", "# Maya\n## System Prompt\nBe kind.\n## Provider\nskynet",
        {u"Line 4: “Provider” names no provider that Loopflow knows; choose one in the mate's settings."_s});
    row("open fence", "# Maya\n## System Prompt\nBe kind.\n```\n## Provider\nopenai",
        {u"Line 4: a code block begins here and never ends; everything after it counts as code."_s});
}

void MateFileTest::remarksOnWhatItKeptOrLeftOut()
{
    QFETCH(QByteArray, markdown);
    const auto file = parseMateFile(u"stem"_s, markdown);
    QVERIFY(file);
    QTEST(file->remarks, "remarks");
}

void MateFileTest::saysTheLineOfWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("begin");
    const auto row = [](const char *what, const QByteArray &markdown, const QString &begin) {
        QTest::newRow(what) << markdown << begin;
    };
    row("nothing", {}, u"Line 1: the file ends without a section “## System Prompt”."_s);
    row("no prompt", "# Maya\n\nHello\n", u"Line 4: the file ends without a section"_s);
    row("a wrong level", "# Maya\n\n### System Prompt\nBe kind.",
        u"Line 3: this is not a section. Write exactly “## System Prompt”."_s);
    row("no space", "# Maya\n##System prompt:\nBe kind.", u"Line 2: this is not a section."_s);
    row("indented", "# Maya\n ## System Prompt\nBe kind.", u"Line 2: this is not a section."_s);
    row("empty prompt", "# Maya\n\n## System Prompt\n\n  \n## Provider\nopenai",
        u"Line 3: the system prompt is empty."_s);
    row("two prompts", "# Maya\n## System Prompt\nA\n## System Prompt\nB",
        u"Line 4: the section “System Prompt” is here a second time (first in line 2)."_s);
    row("two providers", "## Provider\nopenai\n## Provider\nopenai\n## System Prompt\nA",
        u"Line 3: the section “Provider” is here a second time"_s);
    row("not UTF-8",
        "# Maya\n## System Prompt\nGr\xFC\xDF"
        "e\n",
        u"Line 3: this is not UTF-8 text."_s);
    row("UTF-16", QByteArray("\xFF\xFE#\0 \0", 6), u"Line 1: this is not UTF-8 text."_s);
    row("binary", QByteArray("# Maya\n\0\n", 9), u"Line 2: this is not UTF-8 text."_s);
    row("cut letter", "# Maya\n## System Prompt\nGr\xC3", u"Line 3: this is not UTF-8 text."_s);
}

void MateFileTest::saysTheLineOfWhatIsWrong()
{
    QFETCH(QByteArray, markdown);
    QFETCH(QString, begin);
    const auto file = parseMateFile(u"stem"_s, markdown);
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::Invalid);
    QVERIFY2(file.error().message.startsWith(begin), qPrintable(file.error().message));
}

void MateFileTest::writesTheUsualForm()
{
    const MateFile file{u"maya"_s, u"Maya"_s, u"Be kind."_s, u"openai"_s, {}};
    QCOMPARE(
        writeMateFile(file), "# Maya\n\n## System Prompt\n\nBe kind.\n\n## Provider\n\nopenai\n");
    QCOMPARE(writeMateFile({u"maya"_s, u"Maya"_s, u"Be kind."_s, {}, {}}),
        "# Maya\n\n## System Prompt\n\nBe kind.\n");
}

void MateFileTest::readsBackWhatItWrote_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::newRow("plain") << u"Be kind.\n\nBe brief."_s;
    QTest::newRow("headings of its own") << u"# A\n## B\nb\n##  C \n\n\n### D\n## E"_s;
    QTest::newRow("our headings")
        << u"Say:\n## Provider\nx\n## system prompt\n\\## Priorities\n\\\\## Provider\n## Provider"_s;
    QTest::newRow("our headings in a fence") << u"```\n## Provider\n\\## Provider\n```"_s;
    QTest::newRow("an open fence") << u"Look:\n```\n## Provider\ncode"_s;
    QTest::newRow("begins with a heading") << u"## Rules\nOne."_s;
    QTest::newRow("letters of all kinds") << u"Grüße 日本 🦙\u2028x\u0085y"_s;
    QTest::newRow("white space inside") << u"    code\n\n\n\ttab  "_s;
}

void MateFileTest::readsBackWhatItWrote()
{
    QFETCH(QString, prompt);
    for (const QString &provider : {QString(), u"anthropic"_s}) {
        const MateFile file{u"maya"_s, u"Maya # the cook"_s, prompt, provider, {}};
        const auto again = parseMateFile(u"maya"_s, writeMateFile(file));
        QVERIFY(again);
        QCOMPARE(again->name, file.name);
        QCOMPARE(again->prompt, prompt);
        QCOMPARE(again->provider, provider);
    }
}

LOOPFLOW_TEST(MateFileTest)
#include "tst_matefile.moc"
