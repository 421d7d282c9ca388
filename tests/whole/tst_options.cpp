#include "tests/support/test.h"

#include "app/options.h"

using namespace loopflow;
using namespace Qt::StringLiterals;

class TestOptions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryVerb_data();
    void readsEveryVerb();
    void takesSettingsAndFolderWithEveryVerb();
    void refusesWrongUsageInASentence_data();
    void refusesWrongUsageInASentence();
    void helpNamesEveryVerbAndSetting();
};

Q_DECLARE_METATYPE(loopflow::Verb)

void TestOptions::readsEveryVerb_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<Verb>("verb");
    const auto row = [](const char *line, const Verb &verb) { QTest::newRow(line) << QString::fromUtf8(line) << verb; };
    row("", RunVerb{});
    row("--headless", RunVerb{true, false});
    row("--practice", RunVerb{false, true});
    row("--practice --headless", RunVerb{true, true});
    row("init Maya", InitVerb{u"Maya"_s, {}, {}, {}, false, false});
    row("init Maya --prompt p.md --provider openai --model m --token-stdin --force",
        InitVerb{u"Maya"_s, u"p.md"_s, u"openai"_s, u"m"_s, true, true});
    row("--token-stdin init Maya", InitVerb{u"Maya"_s, {}, {}, {}, true, false});
    row("init Maya --prompt=p.md", InitVerb{u"Maya"_s, u"p.md"_s, {}, {}, false, false});
    row("list", ListVerb{});
    row("list --json", ListVerb{true});
    row("import a.md b.md", ImportVerb{{u"a.md"_s, u"b.md"_s}});
    row("import -- --odd.md", ImportVerb{{u"--odd.md"_s}});
    row("export maya", ExportVerb{u"maya"_s, {}});
    row("export maya --output m.md", ExportVerb{u"maya"_s, u"m.md"_s});
    row("export maya --conversation ana", ExportVerb{u"maya"_s, {}, u"ana"_s, u"md"_s});
    row("export maya --conversation ana --format HTML", ExportVerb{u"maya"_s, {}, u"ana"_s, u"html"_s});
    row("export maya --conversation 102 --output talk.json", ExportVerb{u"maya"_s, u"talk.json"_s, u"102"_s, u"json"_s});
    row("export --turn 12", ExportVerb{{}, {}, {}, u"md"_s, 12});
    row("export --turn 12 --format JSON", ExportVerb{{}, {}, {}, u"json"_s, 12});
    row("export --turn 12 --output turn.html", ExportVerb{{}, u"turn.html"_s, {}, u"html"_s, 12});
    row("chat", ChatVerb{});
    row("chat maya", ChatVerb{u"maya"_s});
    row("replay 12", ReplayVerb{12, {}, {}, {}, 1, false});
    row("replay 12 --prompt p.md --provider openai --model m --runs 3 --json",
        ReplayVerb{12, u"p.md"_s, u"openai"_s, u"m"_s, 3, true});
    row("search disk full is:failed", SearchVerb{u"disk full is:failed"_s, false});
    row("search --json -- -in:random disk", SearchVerb{u"-in:random disk"_s, true});
    row("--help", HelpVerb{});
    row("-h", HelpVerb{});
    row("list --help", HelpVerb{});
    row("--version", VersionVerb{});
}

void TestOptions::readsEveryVerb()
{
    QFETCH(QString, line);
    QFETCH(Verb, verb);
    const auto options = parseOptions(line.split(u' ', Qt::SkipEmptyParts));
    QVERIFY2(options, options ? "" : qPrintable(options.error().message));
    QVERIFY(options->verb == verb);
}

void TestOptions::takesSettingsAndFolderWithEveryVerb()
{
    const auto options = parseOptions({u"--data-dir"_s, u"/d"_s, u"--set"_s, u"history.messages=20"_s, u"list"_s,
        u"--set"_s, u"discord.api=http://127.0.0.1/api?a=b"_s, u"--verbose"_s});
    QVERIFY(options);
    QCOMPARE(options->dataFolder, u"/d"_s);
    QVERIFY(options->verbose);
    QCOMPARE(options->settings.size(), 2);
    QCOMPARE(options->settings[0].first, u"history.messages"_s);
    QCOMPARE(options->settings[0].second, u"20"_s);
    QCOMPARE(options->settings[1].second, u"http://127.0.0.1/api?a=b"_s);
}

void TestOptions::refusesWrongUsageInASentence_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("named"); // what the sentence must name
    const auto row = [](const char *line, const char *named) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(named);
    };
    row("--nonsense", "nonsense");
    row("dance", "dance");
    row("init", "name");
    row("init a b", "name");
    row("import", "file");
    row("search", "look for");
    row("search a --output b", "--output");
    row("export", "name");
    row("export a b", "name");
    row("export a --output=", "--output");
    row("export --turn hello", "--turn");
    row("export --turn 0", "--turn");
    row("export a --turn 1", "--turn");
    row("export --turn 1 --conversation ana", "--turn");
    row("export --turn 1 --format pdf", "pdf");
    row("export a --format md", "--format");
    row("chat a b", "name");
    row("replay", "number");
    row("replay 1 2", "number");
    row("replay hello", "number");
    row("replay 0", "number");
    row("replay 1 --runs 0", "--runs");
    row("replay 1 --runs 101", "--runs");
    row("replay 1 --runs many", "--runs");
    row("replay 1 --provider openai", "--model");
    row("replay 1 --force", "--force");
    row("list --runs 2", "--runs");
    row("list extra", "extra");
    row("list --headless", "--headless");
    row("--json", "--json");
    row("--data-dir", "data-dir");
    row("--data-dir= list", "--data-dir");
    row("--set history", "KEY=VALUE");
    row("--set =1", "KEY=VALUE");
}

void TestOptions::refusesWrongUsageInASentence()
{
    QFETCH(QString, line);
    QFETCH(QString, named);
    const auto options = parseOptions(line.split(u' ', Qt::SkipEmptyParts));
    QVERIFY(!options);
    const QString message = options.error().message;
    QVERIFY2(message.contains(named), qPrintable(message));
    QVERIFY2(message.contains(u"--help"), qPrintable(message));
    QVERIFY2(message.endsWith(u'.'), qPrintable(message));
}

void TestOptions::helpNamesEveryVerbAndSetting()
{
    const QString help = helpText();
    for (const auto &word : {u"--headless"_s, u"--practice"_s, u"init NAME"_s, u"list"_s, u"import FILE"_s, u"export NAME"_s, u"chat"_s, u"replay TURN"_s, u"search"_s,
             u"--data-dir"_s, u"--set"_s, u"history.messages"_s, u"LOOPFLOW_TOKEN_"_s})
        QVERIFY2(help.contains(word), qPrintable(word));
}

LOOPFLOW_TEST(TestOptions)
#include "tst_options.moc"
