#include "tests/support/test.h"

#include "core/base/overloaded.h"
#include "core/host/controlmessage.h"

#include <QJsonDocument>
#include <QtEndian>

using namespace loopflow;
using namespace Qt::StringLiterals;

static QByteArray bytesOf(const ControlMessage &message)
{
    const auto frame = controlFrame(message);
    return frame ? frame->reveal() + QByteArray() : QByteArray();
}

static QByteArray rawFrame(char kind, const QByteArray &content)
{
    QByteArray header(5, kind);
    qToBigEndian(static_cast<quint32>(content.size()), header.data());
    return header + content;
}

/// Readable, so that a difference shows what it is.
static QString inWords(const ControlMessage &message)
{
    return std::visit(
        Overloaded{
            [](const ControlHello &hello) { return u"hello %1 %2"_s.arg(hello.version).arg(hello.program); },
            [](const ControlRequest &request) {
                QString words = u"request %1 %2 [%3] token %4 ask %5 api %6 activation %7 startup %8"_s.arg(request.version)
                                    .arg(request.program, request.arguments.join(u'|'))
                                    .arg(int(request.tokenSource)).arg(int(request.canAsk))
                                    .arg(request.discordApi, request.activationToken, request.startupId);
                for (const ReadFile &file : request.files)
                    words += u" file %1=%2/%3/%4"_s.arg(file.path, QString::fromLatin1(file.bytes.toHex()), file.problem)
                                 .arg(int(file.found));
                return words;
            },
            [](const ControlLine &line) { return (line.isComplaint ? u"err "_s : u"out "_s) + line.text; },
            [](const ControlQuestion &question) { return u"ask "_s + question.text; },
            [](const ControlResult &result) {
                return u"exit %1 "_s.arg(result.exitCode)
                    + QString::fromUtf8(QJsonDocument(result.value).toJson(QJsonDocument::Compact));
            },
            [](const Secret &secret) { return u"secret "_s + QString::fromUtf8(secret.reveal()); },
        },
        message);
}

class TestControlMessage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyMessageComesBackHoweverItIsCut();
    void aRequestOfAnotherVersionKeepsOnlyWhoItIs();
    void refusesWhatIsNoMessage_data();
    void refusesWhatIsNoMessage();
    void aFrameThatIsTooLongIsNotMade();
    void anEmptySecretIsASecret();
};

void TestControlMessage::everyMessageComesBackHoweverItIsCut()
{
    ControlRequest request;
    request.program = u"0.1.0"_s;
    request.arguments = QStringList{u"import"_s, u"ä b.md"_s, QString()};
    request.files = {{u"ä b.md"_s, QByteArray("\x00\xff# A\n", 6), {}, false}, {u"gone"_s, {}, u"No such file"_s, true}};
    request.tokenSource = TokenSource::Environment;
    request.canAsk = true;
    request.discordApi = u"http://127.0.0.1:1/api"_s;
    request.activationToken = u"wl-1"_s;
    request.startupId = u"x_TIME7"_s;
    std::vector<ControlMessage> messages;
    messages.emplace_back(ControlHello{controlVersion, u"0.1.0"_s});
    messages.emplace_back(request);
    messages.emplace_back(Secret(QByteArray("a token")));
    messages.emplace_back(ControlLine{u"line\nof two “lines”"_s, false});
    messages.emplace_back(ControlLine{QString(), true});
    messages.emplace_back(ControlQuestion{u"Token: "_s});
    messages.emplace_back(ControlResult{2, {{u"markdown"_s, u"# A"_s}}});
    QByteArray all;
    QStringList expected;
    for (const ControlMessage &message : messages) {
        all += bytesOf(message);
        expected.append(inWords(message));
    }
    const auto readInParts = [&](const QList<QByteArray> &parts) {
        ControlReader reader;
        QStringList words;
        for (const QByteArray &part : parts) {
            const auto read = reader.feed(part);
            if (!read)
                return QStringList{read.error().message};
            for (const ControlMessage &message : *read)
                words.append(inWords(message));
        }
        return words;
    };
    QCOMPARE(readInParts({all}), expected);
    QList<QByteArray> single;
    for (const char byte : all)
        single.append(QByteArray(1, byte));
    QCOMPARE(readInParts(single), expected);
    for (qsizetype cut = 0; cut <= all.size(); ++cut)
        QCOMPARE(readInParts({all.first(cut), all.sliced(cut)}), expected);
}

void TestControlMessage::aRequestOfAnotherVersionKeepsOnlyWhoItIs()
{
    ControlRequest request;
    request.version = controlVersion + 1;
    request.program = u"9.0"_s;
    request.arguments = QStringList{u"list"_s};
    ControlReader reader;
    const auto read = reader.feed(bytesOf(request));
    QVERIFY(read);
    ControlRequest expected;
    expected.version = controlVersion + 1;
    expected.program = u"9.0"_s;
    QCOMPARE(inWords(read->front()), inWords(expected));
}

void TestControlMessage::refusesWhatIsNoMessage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a kind that there is not") << rawFrame('x', "{}");
    QTest::newRow("a length that nobody sends") << QByteArray("\xff\xff\xff\xffj", 5);
    QTest::newRow("no JSON") << rawFrame('j', "rubbish");
    QTest::newRow("JSON that is no object") << rawFrame('j', "[1]");
    QTest::newRow("an object that is no message") << rawFrame('j', R"({"hi":1})");
    QTest::newRow("an empty frame") << rawFrame('j', "");
    QTest::newRow("another protocol") << QByteArray("GET / HTTP/1.1\r\n\r\n");
}

void TestControlMessage::refusesWhatIsNoMessage()
{
    QFETCH(QByteArray, bytes);
    ControlReader reader;
    const auto read = reader.feed(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Invalid);
    QVERIFY(!reader.feed(bytesOf(ControlQuestion{u"still there?"_s}))); // nothing is read after it
}

void TestControlMessage::aFrameThatIsTooLongIsNotMade()
{
    const auto frame = controlFrame(ControlLine{QString(controlFrameLimit, u'a'), false});
    QVERIFY(!frame);
    QVERIFY(frame.error().message.endsWith(u'.'));
}

void TestControlMessage::anEmptySecretIsASecret()
{
    ControlReader reader;
    const auto read = reader.feed(bytesOf(Secret()));
    QVERIFY(read);
    QCOMPARE(read->size(), size_t(1));
    QVERIFY(std::get<Secret>(read->front()).isEmpty());
}

LOOPFLOW_TEST(TestControlMessage)
#include "tst_controlmessage.moc"
