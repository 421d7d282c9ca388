#include "tests/gui/pseudotranslation.h"
#include "tests/gui/tour.h"
#include "tests/gui/windowcheck.h"
#include "tests/support/test.h"

#include <QDir>
#include <QScopeGuard>
#include <QSettings>
#include <QWidget>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

QList<QRegularExpression> patterns(const QStringList &texts)
{
    QList<QRegularExpression> compiled;
    for (const QString &text : texts)
        compiled << QRegularExpression(text);
    return compiled;
}

// What nobody translates, by kind.
const QStringList kinds{
    u"\\b(Loopflow|Discord|Anthropic|OpenAI|Ollama|LM Studio|llama\\.cpp|GitHub)\\b"_s,
    u"\\b(Maya|Merlin|Kaito|Release notes|Translator|Nova|Forms|Iris|Leo|Nora|Otto|ana|lee|maya-bot)\\b"_s,
    u"\\b(Ctrl|Shift|Alt|Return|Del|Esc|End|Home|Up|Down|Space|F\\d+)\\b"_s,
    u"\\b\\w+day, \\d+ \\w+ \\d{4}( [\\d:]+ UTC)?|\\b\\d+ \\w{3} \\d{4}\\b"_s, // dates, as QLocale says them
    u"claude-[a-z0-9-]+"_s,
    u"\\b[A-Z]{3,}(_[A-Z]+)*(…|\\b)"_s, // of the environment; ENOSPC, PNG
    u"https?://\\S+|/\\S+|<@\\d+>|#general"_s,
    u"\\{\\{[a-z]+\\}\\}"_s,
    u"^(date|time|mate|user|server|channel)$"_s, // names of variables, in their list
    u"^direct message$"_s, // a variable's value, which the model gets in every language
    u"^(low|medium|high|xhigh|max)$"_s, // efforts, as the service calls them
    u"^(mates|gateway|store)$"_s, // categories of log lines
    u"\\b(system|user|assistant)\\b|max_tokens \\d+ +model|stream true|\\bclau\\w*…|api\\.anthropic\\.com"_s, // a request, as it was sent
    u"\"\\w+\""_s, // JSON
    u"\\b(Turn|History|Request|Delta|Response|Part|Message)[A-Z][a-z]+\\b"_s, // events, as the record calls them
    u"English|Deutsch"_s,
    u"\\bv\\d+\\b|^you(?=,|$)"_s,
};

// What a server answered is quoted as it said it.
const QString answered = u"username: Must be between 2 and 32 in length"_s;

} // namespace

class Translation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QSettings(u"Loopflow"_s, u"Loopflow"_s).clear(); }
    void everyTextIsTranslatedAndFits_data();
    void everyTextIsTranslatedAndFits();

private:
    void keep(QWidget &widget, const QString &name);
};

void Translation::keep(QWidget &widget, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("LOOPFLOW_SCREENSHOTS"); !folder.isEmpty()) {
        QDir().mkpath(folder);
        QVERIFY(widget.grab().save(QDir(folder).filePath(name + u".png"_s)));
    }
}

void Translation::everyTextIsTranslatedAndFits_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("ltr") << Qt::LeftToRight;
    QTest::newRow("rtl") << Qt::RightToLeft;
}

void Translation::everyTextIsTranslatedAndFits()
{
    QFETCH(Qt::LayoutDirection, direction);
    const PseudoTranslation language(direction);
    QGuiApplication::setLayoutDirection(direction);
    const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    static const QRegularExpression marks(u"[*_`~|>#]"_s);
    const Data data{patterns(kinds), QString(Tour::written() + answered).remove(marks).simplified()};
    QStringList found;
    const auto add = [&](const QString &page, const QStringList &faults) {
        for (const QString &fault : faults) {
            if (!found.contains(fault)) // what stands on every page is told once
                qWarning("%s: %s", qPrintable(page), qPrintable(fault));
            found << fault;
        }
    };
    int pages = 0;
    Tour tour(Theme::Light, [&](QWidget &widget, const QString &page) {
        ++pages;
        keep(widget, u"pseudo-%1-%2"_s.arg(QString::fromLatin1(QTest::currentDataTag()), page));
        if (direction == Qt::LeftToRight)
            add(page + u", not translated"_s, untranslatedTexts(&widget, data));
        add(page + u", does not fit"_s, clippedTexts(&widget));
    });
    tour.go();
    QVERIFY(pages > 30);
    QVERIFY2(found.isEmpty(), qPrintable(u"%1 faults, told above"_s.arg(found.size())));
}

LOOPFLOW_TEST(Translation)
#include "tst_translation.moc"
