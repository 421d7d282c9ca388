#include "core/store/matedefaults.h"

#include "core/store/settings.h"
#include "tests/support/test.h"
#include "tests/unit/store/storefixture.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class MateDefaultsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isAPlainMateWithoutSettings()
    {
        StoreFixture store;
        QCOMPARE(freshMate(Settings(store.database.get())), Mate());
    }

    void goesByTheSettings()
    {
        StoreFixture store;
        Settings settings(store.database.get());
        QVERIFY(settings.save(u"new.model"_s, u"some-model"_s));
        QCOMPARE(freshMate(settings).model, QString()); // of which provider?
        QVERIFY(settings.save(u"new.provider"_s, u"groq"_s));
        QVERIFY(settings.save(u"new.messages"_s, u"50"_s));
        QVERIFY(settings.save(u"new.tokens"_s, u"4000"_s));
        const Mate mate = freshMate(settings);
        QCOMPARE(mate.provider, u"groq"_s);
        QCOMPARE(mate.model, u"some-model"_s);
        QCOMPARE(mate.historyMessages, 50);
        QCOMPARE(mate.historyTokens, 4000);
    }
};

LOOPFLOW_TEST(MateDefaultsTest)
#include "tst_matedefaults.moc"
