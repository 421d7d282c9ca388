#include "core/llm/modeltraits.h"

#include "tests/support/test.h"

#include <QTest>

using namespace loopflow::llm;
using namespace Qt::StringLiterals;

class ModelTraitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void estimatesTokens_data();
    void estimatesTokens();
    void learnsTheRatioSlowly();
    void learnsNothingFromLittle_data();
    void learnsNothingFromLittle();
    void keepsTheRatioWithinReason();
    void keepsWhatElseIsKnown();
};

void ModelTraitsTest::estimatesTokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("tokens");
    QTest::newRow("nothing") << QString() << qint64(0);
    QTest::newRow("English") << u"The quick brown fox jumps over the lazy dog."_s
                             << qint64(14); // 44 / 3.3
    QTest::newRow("digits") << u"1234567890"_s << qint64(9);
    QTest::newRow("German") << u"Grüße"_s << qint64(3); // 7 bytes
    QTest::newRow("Japanese") << u"日本語"_s << qint64(3); // 9 bytes
    QTest::newRow("emoji") << u"🦙🦙🦙"_s << qint64(4); // 12 bytes
}

void ModelTraitsTest::estimatesTokens()
{
    QFETCH(QString, text);
    QTEST(estimateTokens(text), "tokens");
    // The formula of the measurements, by Qt's own encoder.
    const QByteArray bytes = text.toUtf8();
    const auto digits =
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return c >= '0' && c <= '9'; });
    QCOMPARE(estimateTokens(text),
        static_cast<qint64>(std::ceil(
            static_cast<double>(bytes.size() - digits) / 3.3 + 0.9 * static_cast<double>(digits))));
}

void ModelTraitsTest::learnsTheRatioSlowly()
{
    // A language whose requests really have twice the tokens that the formula says.
    constexpr double raw = 1000;
    ModelTraits traits;
    const auto send = [&] { traits = calibrated(traits, static_cast<qint64>(raw * traits.tokenRatio), 2000); };
    send();
    QVERIFY(qAbs(traits.tokenRatio - (0.7 * 1.15 + 0.3 * 2.0)) < 0.001);
    for (int i = 0; i < 40; ++i)
        send();
    QVERIFY(qAbs(traits.tokenRatio - 2.0) < 0.01);
}

void ModelTraitsTest::learnsNothingFromLittle_data()
{
    QTest::addColumn<qint64>("estimated");
    QTest::addColumn<qint64>("counted");
    QTest::newRow("not counted") << qint64(1000) << qint64(-1);
    QTest::newRow("counted as none") << qint64(1000) << qint64(0);
    QTest::newRow("short") << qint64(20) << qint64(90);
    QTest::newRow("no estimate") << qint64(0) << qint64(1000);
}

void ModelTraitsTest::learnsNothingFromLittle()
{
    QFETCH(qint64, estimated);
    QFETCH(qint64, counted);
    QCOMPARE(calibrated({}, estimated, counted), ModelTraits());
}

void ModelTraitsTest::keepsTheRatioWithinReason()
{
    ModelTraits traits;
    for (int i = 0; i < 100; ++i)
        traits = calibrated(traits, 100, 1'000'000);
    QCOMPARE(traits.tokenRatio, 4.0);
    for (int i = 0; i < 100; ++i)
        traits = calibrated(traits, 1'000'000, 100);
    QCOMPARE(traits.tokenRatio, 0.3);
}

void ModelTraitsTest::keepsWhatElseIsKnown()
{
    ModelTraits traits;
    traits.refused.insert(u"temperature"_s, {});
    traits.contextLimit = 512;
    const auto after = calibrated(traits, 100, 100);
    QCOMPARE(after.refused, traits.refused);
    QCOMPARE(after.contextLimit, 512);
}

LOOPFLOW_TEST(ModelTraitsTest)
#include "tst_modeltraits.moc"
