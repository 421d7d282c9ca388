#include "core/mate/mate.h"

#include "tests/support/test.h"

#include <QTest>

using namespace loopflow;
using namespace Qt::StringLiterals;

class MateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesIdentifiers_data();
    void makesIdentifiers();
    void namesOfEveryScriptHaveAnIdentifierOfTheirOwn();
    void namesTheTokensVariable_data();
    void namesTheTokensVariable();
};

void MateTest::makesIdentifiers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("identifier");
    QTest::newRow("a word") << u"Maya"_s << u"maya"_s;
    QTest::newRow("words") << u"Maya of  Ops"_s << u"maya-of-ops"_s;
    QTest::newRow("digits") << u"R2 D2"_s << u"r2-d2"_s;
    QTest::newRow("signs") << u"  --Maya (v2)!  "_s << u"maya-v2"_s;
    QTest::newRow("underscore") << u"my_mate"_s << u"my-mate"_s;
    QTest::newRow("marks") << u"Zoë Çağrı"_s << u"zoe-cagr"_s;
    QTest::newRow("sharp s") << u"Strauß"_s << u"strauss"_s;
    QTest::newRow("wide letters") << u"Ｍａｙａ"_s << u"maya"_s;
    QTest::newRow("a path") << u"../../etc/passwd"_s << u"etc-passwd"_s;
    QTest::newRow("emoji beside") << u"Maya 🦙"_s << u"maya"_s;
    QTest::newRow("only signs") << u"… - !"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void MateTest::makesIdentifiers()
{
    QFETCH(QString, name);
    QTEST(identifierOf(name), "identifier");
    QCOMPARE(identifierOf(identifierOf(name)), identifierOf(name));
}

void MateTest::namesOfEveryScriptHaveAnIdentifierOfTheirOwn()
{
    QSet<QString> all;
    const QStringList names{u"日本"_s, u"日本 🦙"_s, u"Мая"_s, u"Мир"_s, u"Мая 2"_s, u"Мир 2"_s, u"مساعد"_s, u"🚀"_s, u"🎉"_s};
    for (const QString &name : names) {
        const QString identifier = identifierOf(name);
        QVERIFY2(!identifier.isEmpty(), qPrintable(name));
        QCOMPARE(identifierOf(identifier), identifier);
        all.insert(identifier);
    }
    QCOMPARE(all.size(), names.size());
    QCOMPARE(identifierOf(u" МАЯ "_s), identifierOf(u"Мая"_s));
}

void MateTest::namesTheTokensVariable_data()
{
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QString>("variable");
    QTest::newRow("plain") << u"maya"_s << u"LOOPFLOW_TOKEN_MAYA"_s;
    QTest::newRow("dash") << u"maya-of-ops"_s << u"LOOPFLOW_TOKEN_MAYA_OF_OPS"_s;
    QTest::newRow("digits") << u"r2_D2"_s << u"LOOPFLOW_TOKEN_R2_D2"_s;
    QTest::newRow("other letters") << u"zoë"_s << u"LOOPFLOW_TOKEN_ZO_"_s;
}

void MateTest::namesTheTokensVariable()
{
    QFETCH(QString, identifier);
    QTEST(tokenVariable(identifier), "variable");
}

LOOPFLOW_TEST(MateTest)
#include "tst_mate.moc"
