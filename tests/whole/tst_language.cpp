#include "app/language.h"
#include "core/discord/closecode.h"
#include "core/discord/refusal.h"
#include "core/llm/explain.h"
#include "tests/support/test.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace loopflow;
using namespace Qt::StringLiterals;

class Language : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isWhatThePersonChoseElseWhatTheSystemWishes_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QStringList>("system");
        QTest::addColumn<QString>("expected");
        QTest::newRow("chosen") << u"de"_s << QStringList{u"en-GB"_s} << u"de"_s;
        QTest::newRow("chosen English on a German system") << u"en"_s << QStringList{u"de-DE"_s} << u"en"_s;
        QTest::newRow("the system's") << QString() << QStringList{u"de-Latn-AT"_s, u"en-US"_s} << u"de"_s;
        QTest::newRow("the system's second wish") << QString() << QStringList{u"eo"_s, u"de"_s} << u"de"_s;
        QTest::newRow("chosen, but not there") << u"tlh"_s << QStringList{u"de_DE"_s} << u"de"_s;
        QTest::newRow("nothing fits") << QString() << QStringList{u"ja-JP"_s} << u"en"_s;
        QTest::newRow("nothing is wished") << QString() << QStringList{} << u"en"_s;
    }
    void isWhatThePersonChoseElseWhatTheSystemWishes()
    {
        QFETCH(QString, wanted);
        QFETCH(QStringList, system);
        QTEST(chooseLanguage(wanted, system), "expected");
    }

    void speaksGerman()
    {
        speak(u"de"_s);
        QCOMPARE(QCoreApplication::translate("words", "now"), u"jetzt"_s);
        QCOMPARE(QLocale().language(), QLocale::German);
        speakEnglish();
        QCOMPARE(QCoreApplication::translate("words", "now"), u"now"_s);
    }

    void saysTheEnginesSentencesInGermanToo()
    {
        llm::ProviderError error;
        error.status = 529;
        error.type = u"overloaded_error"_s;
        error.message = u"busy, try again in 3 minutes"_s;
        speak(u"de"_s);
        const QString lost = discord::explainClose({});
        const QString slow = discord::judge({400, 20016, true, {}, {}}).sentence;
        const llm::LlmFailure busy = llm::explainRefusal(u"Acme"_s, error);
        speakEnglish();
        QCOMPARE(lost, u"Die Verbindung zu Discord ist abgebrochen; Loopflow verbindet neu."_s);
        QCOMPARE(slow, u"Der Kanal ist im Slow Mode. Das Ende der Pause abwarten, dann erneut versuchen."_s);
        QCOMPARE(busy.error.message,
            u"Acme ist überlastet. In 3 Minuten erneut versuchen. Wortlaut: „busy, try again in 3 minutes“"_s);
        QVERIFY(busy.overloaded);
        QCOMPARE(discord::explainClose({}), u"The connection to Discord was lost; Loopflow reconnects."_s);
    }

private:
    static void speakEnglish()
    {
        const auto translators = qApp->findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly);
        for (QTranslator *translator : translators)
            delete translator;
        QLocale::setDefault(QLocale::c());
    }
};

LOOPFLOW_TEST(Language)
#include "tst_language.moc"
