#include "core/store/memorysecretstore.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace Qt::StringLiterals;

class MemorySecretStoreTest : public QObject {
    Q_OBJECT

private:
    QByteArray readFrom(MemorySecretStore &store, const QString &name)
    {
        QByteArray found = "nothing came";
        store.read(name, this, [&](Result<Secret> secret) { found = secret->reveal(); });
        QCoreApplication::processEvents();
        return found;
    }

private Q_SLOTS:
    void keepsWhatItIsGiven()
    {
        MemorySecretStore store;
        int answers = 0;
        const auto count = [&](const Result<bool> &done) { answers += done && *done ? 1 : 0; };
        store.write(u"token/a"_s, Secret("one"), this, count);
        store.write(u"token/a"_s, Secret("two"), this, count);
        store.write(u"token/b"_s, Secret("three"), this, count);
        QCOMPARE(readFrom(store, u"token/a"_s), "two");
        QCOMPARE(readFrom(store, u"token/b"_s), "three");
        QCOMPARE(answers, 3);
        store.remove(u"token/a"_s, this, count);
        QCOMPARE(readFrom(store, u"token/a"_s), "");
        QCOMPARE(answers, 4);
        store.remove(u"token/a"_s, this, count);
        QCoreApplication::processEvents();
        QCOMPARE(answers, 5);
    }

    void answersOnlyOnceControlIsBackInTheLoop()
    {
        MemorySecretStore store;
        bool answered = false;
        store.read(u"x"_s, this, [&](const Result<Secret> &) { answered = true; });
        QVERIFY(!answered);
        QCoreApplication::processEvents();
        QVERIFY(answered);
    }

    void dropsTheAnswerWhenItsContextDies()
    {
        MemorySecretStore store;
        bool answered = false;
        auto context = std::make_unique<QObject>();
        store.read(u"x"_s, context.get(), [&](const Result<Secret> &) { answered = true; });
        context.reset();
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }
};

LOOPFLOW_TEST(MemorySecretStoreTest)
#include "tst_memorysecretstore.moc"
