#include "core/net/certificates.h"

#include "tests/support/test.h"

#include <QTemporaryFile>

using namespace loopflow;
using namespace Qt::StringLiterals;

class CertificatesTest : public QObject {
    Q_OBJECT

    static QString dataFile(const char *name) { return loopflow::test::dataPath(QStringLiteral("tls/")) + QLatin1StringView(name); }

private Q_SLOTS:
    void readsTheirNamesAndLeavesTheKey()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(test::readData(u"tls/server.key"_s) + test::readData(u"tls/server.pem"_s));
        file.close();
        const auto found = readCertificates(file.fileName());
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->names, QStringList{u"Loopflow test server"_s});
        QVERIFY(found->pem.contains("BEGIN CERTIFICATE"));
        QVERIFY(!found->pem.contains("PRIVATE"));
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("words");
        QTest::newRow("gone") << u"/nowhere/ca.pem"_s << u"cannot be read"_s;
        QTest::newRow("key only") << dataFile("server.key") << u"holds no certificate in PEM form"_s;
        QTest::newRow("expired") << dataFile("expired.pem") << u"Loopflow test server expired on"_s;
    }

    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QString, path);
        QFETCH(QString, words);
        const auto found = readCertificates(path);
        QVERIFY(!found);
        QVERIFY2(found.error().message.contains(words), qPrintable(found.error().message));
    }
};

LOOPFLOW_TEST(CertificatesTest)
#include "tst_certificates.moc"
