#include "tests/support/test.h"

#include "app/options.h"
#include "core/llm/provider.h"

#include <QFile>
#include <QRegularExpression>

using namespace loopflow;
using namespace Qt::StringLiterals;

static QString packaged(const QString &name)
{
    QFile file(QStringLiteral(LOOPFLOW_PACKAGING "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("packaging/%s is missing", qPrintable(name));
    return QString::fromUtf8(file.readAll());
}

/// The page as it reads: hyphens that are told apart from dashes are hyphens.
static QString manual()
{
    return packaged(u"loopflow.1"_s).replace(u"\\-"_s, u"-"_s);
}

static QSet<QString> allOf(const QString &text, const QString &pattern)
{
    QSet<QString> found;
    auto matches = QRegularExpression(pattern).globalMatch(text);
    while (matches.hasNext())
        found.insert(matches.next().captured(1));
    return found;
}

static QStringList sorted(const QSet<QString> &set)
{
    QStringList list(set.begin(), set.end());
    list.sort();
    return list;
}

/// loopflow(1), the completion and the desktop's file against what the program takes.
class TestManual : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesEveryOptionOfTheHelpAndNoOther();
    void namesEveryVerbOfTheHelpAndNoOther();
    void namesEveryProviderAndVariable();
    void namesEveryExitCode();
    void isOfThisVersion();
    void completionOffersEveryOption();
    void completionOffersEveryVerb();
    void whatTheDesktopStartsIsUnderstood();
};

void TestManual::namesEveryOptionOfTheHelpAndNoOther()
{
    const QString option = u"(?<![\\w-])--([a-z][a-z-]+)"_s;
    QCOMPARE(sorted(allOf(manual(), option)), sorted(allOf(helpText(), option)));
}

void TestManual::namesEveryVerbOfTheHelpAndNoOther()
{
    const QSet<QString> verbs = allOf(helpText(), u"(?m)^  loopflow ([a-z]+)"_s);
    QVERIFY(verbs.size() >= 5);
    QCOMPARE(sorted(allOf(manual(), u"(?m)^\\.SY \"loopflow ([a-z]+)\""_s)), sorted(verbs));
    QCOMPARE(sorted(allOf(manual(), u"(?m)^\\.BI? \"?loopflow ([a-z]+)"_s) + allOf(manual(), u"(?m)^\\.BR \"loopflow ([a-z]+)"_s)),
        sorted(verbs));
}

void TestManual::namesEveryProviderAndVariable()
{
    const QString page = manual();
    for (const llm::KnownProvider &provider : llm::knownProviders()) {
        if (provider.id == u"practice")
            continue;
        QVERIFY2(page.contains(provider.id), qPrintable(provider.id));
        for (const QString &variable : provider.keyVariables + QStringList{provider.baseUrlVariable})
            QVERIFY2(page.contains(variable), qPrintable(variable));
    }
    for (const QString &variable : allOf(helpText(), u"\\b([A-Z]+(?:_[A-Z]+)+)\\b"_s))
        QVERIFY2(page.contains(variable), qPrintable(variable));
}

void TestManual::namesEveryExitCode()
{
    const QString section = manual().section(u".SH \"EXIT STATUS\""_s, 1).section(u".SH"_s, 0, 0);
    QCOMPARE(sorted(allOf(section, u"(?m)^\\.B (\\d)$"_s)),
        (QStringList{QString::number(Succeeded), QString::number(Failed), QString::number(WrongUsage)}));
}

void TestManual::isOfThisVersion()
{
    const QString version = QStringLiteral(LOOPFLOW_VERSION);
    QVERIFY(manual().startsWith(u".TH LOOPFLOW 1"_s));
    QVERIFY2(manual().section(u'\n', 0, 0).contains(u"\"Loopflow %1\""_s.arg(version)), qPrintable(manual().left(80)));
    QVERIFY(packaged(u"debian/changelog"_s).startsWith(u"loopflow (%1) "_s.arg(version)));
    QVERIFY(packaged(u"loopflow.metainfo.xml"_s).contains(u"<release version=\"%1\""_s.arg(version)));
}

void TestManual::completionOffersEveryOption()
{
    const QString option = u"(?<![\\w-])--([a-z][a-z-]+)"_s;
    QCOMPARE(sorted(allOf(packaged(u"loopflow.bash"_s), option)), sorted(allOf(helpText(), option)));
}

void TestManual::completionOffersEveryVerb()
{
    const QString words = packaged(u"loopflow.bash"_s).section(u"compgen -W '"_s, 1).section(u'\'', 0, 0);
    const QStringList verbs = words.split(u' ');
    QCOMPARE(sorted(QSet<QString>(verbs.begin(), verbs.end())),
        sorted(allOf(helpText(), u"(?m)^  loopflow ([a-z]+)"_s)));
}

void TestManual::whatTheDesktopStartsIsUnderstood()
{
    const QSet<QString> commands = allOf(packaged(u"loopflow.desktop"_s), u"(?m)^Exec=(.+)$"_s);
    QCOMPARE(commands.size(), 2);
    for (const QString &command : commands) {
        QStringList arguments = command.split(u' ');
        QCOMPARE(arguments.takeFirst(), u"loopflow"_s);
        const auto options = parseOptions(arguments);
        QVERIFY2(options, qPrintable(command));
        QVERIFY(std::holds_alternative<RunVerb>(options->verb));
    }
}

LOOPFLOW_TEST(TestManual)
#include "tst_manual.moc"
