#include "core/mate/charactercard.h"

#include "tests/support/test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.append(static_cast<char>(value >> shift & 0xff));
    return bytes;
}

quint32 crc(const QByteArray &bytes)
{
    quint32 sum = 0xffffffff;
    for (const char byte : bytes) {
        sum ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum;
}

QByteArray chunk(const QByteArray &type, const QByteArray &content)
{
    return bigEndian(static_cast<quint32>(content.size())) + type + content + bigEndian(crc(type + content));
}

QByteArray png(const QByteArray &chunks)
{
    return QByteArray("\x89PNG\r\n\x1a\n") + chunk("IHDR", QByteArray(13, '\1')) + chunks + chunk("IDAT", "pixels")
        + chunk("IEND", {});
}

QByteArray text(const QByteArray &keyword, const QByteArray &json)
{
    return chunk("tEXt", keyword + '\0' + json.toBase64());
}

QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(); }

QJsonObject nova()
{
    return {{u"name"_s, u" Nova\nBell "_s}, {u"description"_s, u"{{Char}} is a pilot.\r\n<USER> is her friend."_s},
        {u"personality"_s, u"dry"_s}, {u"scenario"_s, QString()}, {u"first_mes"_s, u"Hello!"_s},
        {u"mes_example"_s, u"{{user}}: hi\n{{ char }}: hm"_s}};
}

QJsonObject wrapped(const QString &spec, QJsonObject card)
{
    return {{u"spec"_s, spec}, {u"spec_version"_s, u"2.0"_s}, {u"data"_s, std::move(card)}};
}

} // namespace

class CharacterCardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryForm_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray v2 = json(wrapped(u"chara_card_v2"_s, nova()));
        QTest::newRow("JSON 1") << json(nova());
        QTest::newRow("JSON 2") << v2;
        QTest::newRow("JSON 3") << json(wrapped(u"chara_card_v3"_s, nova()));
        QTest::newRow("JSON with a byte order mark") << "\xEF\xBB\xBF" + v2;
        QTest::newRow("PNG 1") << png(text("chara", json(nova())));
        QTest::newRow("PNG 2") << png(text("Chara", v2));
        QTest::newRow("PNG 3 before 2") << png(text("chara", json({{u"name"_s, u"Old"_s}})) + text("ccv3", v2));
        QTest::newRow("PNG with other texts") << png(chunk("tEXt", "Comment") + text("Software", "x") + text("ccv3", v2));
        QTest::newRow("PNG without an end") << png(text("ccv3", v2)).chopped(12);
    }
    void readsEveryForm()
    {
        QFETCH(QByteArray, bytes);
        const auto card = parseCharacterCard(bytes);
        QVERIFY2(card, card ? "" : qPrintable(card.error().message));
        QCOMPARE(card->name, u"Nova Bell"_s);
        QCOMPARE(card->prompt,
            u"{{mate}} is a pilot.\n{{user}} is her friend.\n\n# Personality\ndry\n\n"
            "# How {{mate}} speaks\n{{user}}: hi\n{{mate}}: hm"_s);
        QCOMPARE(card->remarks.size(), 1);
        QVERIFY(card->remarks.first().contains(u"greeting"));
    }

    void itsOwnPromptComesFirst()
    {
        QJsonObject card = nova();
        card.insert(u"system_prompt"_s, u"{{original}}\nStay calm."_s);
        card.insert(u"post_history_instructions"_s, u"Be brief."_s);
        const auto read = parseCharacterCard(json(wrapped(u"chara_card_v2"_s, card)));
        QVERIFY(read->prompt.startsWith(u"Stay calm.\n\n{{mate}} is a pilot."_s));
        QVERIFY(read->prompt.endsWith(u"\n\nBe brief."_s));
    }

    void saysWhatIsLeftOut()
    {
        QJsonObject card = nova();
        card.insert(u"character_book"_s, QJsonObject{{u"entries"_s, QJsonArray{1, 2, 3}}});
        const auto read = parseCharacterCard(json(wrapped(u"chara_card_v2"_s, card)));
        QCOMPARE(read->remarks.size(), 2);
        QVERIFY(read->remarks.last().contains(u"3 entries"));
    }

    void refusesWhatIsDamaged_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("word");
        const QByteArray good = text("ccv3", json(nova()));
        QByteArray flipped = good;
        flipped[20] = static_cast<char>(flipped[20] ^ 1);
        using enum ErrorCode;
        QTest::newRow("bad checksum") << png(flipped) << Invalid << u"checksum"_s;
        QTest::newRow("huge length") << png("\xff\xff\xff\xfftEXt" + good) << Invalid << u"ends"_s;
        QTest::newRow("length beyond the end") << png("\x7f\xff\xff\xfftEXt" + good) << Invalid << u"ends"_s;
        QTest::newRow("cut") << png(good).left(60) << Invalid << u"ends"_s;
        QTest::newRow("bad Base64") << png(chunk("tEXt", QByteArray("ccv3") + '\0' + "!!! no")) << Invalid << u"Base64"_s;
        QTest::newRow("not JSON") << png(text("ccv3", "hello")) << Invalid << u"JSON"_s;
        QTest::newRow("a list") << QByteArray("[1]") << Invalid << u"object"_s;
        QTest::newRow("no name") << json(wrapped(u"chara_card_v2"_s, {})) << Invalid << u"name"_s;
        QTest::newRow("nothing said") << json({{u"name"_s, u"Nova"_s}}) << Invalid << u"Nova"_s;
        QTest::newRow("only the signature") << QByteArray("\x89PNG\r\n\x1a\n") << NotFound << u"no character"_s;
        QTest::newRow("a plain picture") << png({}) << NotFound << u"no character"_s;
        QTest::newRow("other JSON") << QByteArray("{\"a\":1}") << NotFound << u"no character card"_s;
    }
    void refusesWhatIsDamaged()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        QFETCH(QString, word);
        const auto card = parseCharacterCard(bytes);
        QVERIFY(!card);
        QCOMPARE(card.error().code, code);
        QVERIFY2(card.error().message.contains(word) && card.error().message.endsWith(u'.'),
            qPrintable(card.error().message));
    }

    void survivesEveryCut()
    {
        const QByteArray whole = png(text("chara", json(nova())));
        const qsizetype end = whole.indexOf("IDAT") - 4; // from there on the character is in it
        for (qsizetype length = 0; length < whole.size(); ++length)
            QCOMPARE(parseCharacterCard(whole.first(length)).hasValue(), length >= end);
    }
};

LOOPFLOW_TEST(CharacterCardTest)
#include "tst_charactercard.moc"
