#include "core/conversation/recordedrequest.h"
#include "tests/support/test.h"

#include <QProcess>

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

/// The arguments (and what it reads) that a shell gives the command's curl.
QByteArrayList runInShell(const QByteArray &command)
{
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"OPENAI_API_KEY"_s, u"the key"_s);
    environment.insert(u"ANTHROPIC_API_KEY"_s, u"the key"_s);
    shell.setProcessEnvironment(environment);
    shell.start(u"sh"_s, {});
    shell.write("curl() { for a in \"$@\"; do printf '%s\\0' \"$a\"; [ \"$a\" = @- ] && cat; done; }\n" + command + "\n");
    shell.closeWriteChannel();
    if (!shell.waitForFinished())
        qFatal("the shell does not end");
    QByteArrayList arguments = shell.readAllStandardOutput().split('\0');
    if (arguments.constLast().isEmpty())
        arguments.removeLast();
    return arguments;
}

} // namespace

class RecordedRequestTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsBothDialects_data();
    void readsBothDialects();
    void saysWhatCannotBeRead_data();
    void saysWhatCannotBeRead();
    void aShellSendsTheSameBytes_data();
    void aShellSendsTheSameBytes();
    void theKeyIsNamedNeverHeld();
    void aLongBodyIsNotAnArgument();
};

void RecordedRequestTest::readsBothDialects_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("messages");
    QTest::newRow("chat completions") << QByteArray(R"({"model":"m","messages":[{"role":"system","content":"You are."},{"role":"user","content":"hi"}],"stream":true})")
                                      << QStringList{u"system: You are."_s, u"user: hi"_s};
    QTest::newRow("messages") << QByteArray(R"({"model":"m","system":"You are.","messages":[{"role":"user","content":"hi"}],"stream":true})")
                              << QStringList{u"system: You are."_s, u"user: hi"_s};
    QTest::newRow("parts") << QByteArray(R"({"model":"m","system":[{"type":"text","text":"You"},{"type":"text","text":"are."}],"messages":[
            {"role":"user","content":[{"type":"text","text":"look"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}}]},
            {"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/jpeg;base64,AAAA"}},{"type":"image_url","image_url":{"url":"https://x.test/a.png"}},{"type":"audio"}]}],"stream":true})")
                           << QStringList{u"system: You\nare."_s, u"user: look\n[a picture: image/png, 1 KB]"_s,
                                  u"user: [a picture: image/jpeg, 1 KB]\n[a picture: https://x.test/a.png]\n[something else than text: audio]"_s};
}

void RecordedRequestTest::readsBothDialects()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, messages);
    const auto read = readRequest(body, 2);
    QVERIFY(read);
    QStringList found;
    for (const RequestMessage &message : read->messages) {
        found << message.role + u": "_s + message.text;
        QVERIFY(message.tokens > 0);
    }
    QCOMPARE(found, messages);
    QCOMPARE(read->fields, (QList<RequestField>{{u"model"_s, u"m"_s}, {u"stream"_s, u"true"_s}}));
    QVERIFY(readRequest(body, 4)->messages[0].tokens > read->messages[0].tokens);
}

void RecordedRequestTest::saysWhatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("model=m");
    QTest::newRow("cut") << QByteArray(R"({"messages":[{"role":)");
    QTest::newRow("no messages") << QByteArray(R"({"model":"m"})");
    QTest::newRow("messages that are no list") << QByteArray(R"({"messages":"hi"})");
}

void RecordedRequestTest::saysWhatCannotBeRead()
{
    QFETCH(QByteArray, body);
    const auto read = readRequest(body);
    QVERIFY(!read);
    QVERIFY(read.error().message.endsWith(u"it is shown as it was recorded."_s));
}

void RecordedRequestTest::aShellSendsTheSameBytes_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("plain") << u"openai"_s << QByteArray(R"({"model":"m","messages":[]})");
    QTest::newRow("quotes") << u"openai"_s << QByteArray(R"({"a":"it's \"so\" 'quoted'"})");
    QTest::newRow("dollars and ticks") << u"anthropic"_s << QByteArray("{\"a\":\"$HOME `id` $(id) \\\\ ! %s\"}");
    QTest::newRow("lines") << u"anthropic"_s << QByteArray("{\n\"a\": 1\n}\n");
    QTest::newRow("only quotes") << u"openai"_s << QByteArray("''''");
    QTest::newRow("other letters") << u"openai"_s << QByteArray("{\"a\":\"Zoë 🚀 \xe2\x80\xa8\"}");
    QTest::newRow("an at sign") << u"openai"_s << QByteArray("@file");
    QTest::newRow("long") << u"openai"_s << QByteArray("{\"a\":\"") + QByteArray("it's ").repeated(60000) + QByteArray("\"}");
}

void RecordedRequestTest::aShellSendsTheSameBytes()
{
    QFETCH(QString, provider);
    QFETCH(QByteArray, body);
    const QByteArrayList arguments = runInShell(curlCommand(provider, u"https://x.test/v1/it's?a=1&b=$2"_s, body));
    QVERIFY(arguments.size() > 4);
    QCOMPARE(arguments.constLast(), body);
    QVERIFY(arguments.contains("https://x.test/v1/it's?a=1&b=$2"));
    QVERIFY(arguments.contains("Content-Type: application/json"));
}

void RecordedRequestTest::theKeyIsNamedNeverHeld()
{
    const QByteArray openai = curlCommand(u"openai"_s, u"https://api.openai.com/v1/chat/completions"_s, "{}");
    QVERIFY(openai.contains("\"Authorization: Bearer $OPENAI_API_KEY\""));
    QVERIFY(runInShell(openai).contains("Authorization: Bearer the key"));
    const QByteArray anthropic = curlCommand(u"anthropic"_s, u"https://api.anthropic.com/v1/messages"_s, "{}");
    QVERIFY(anthropic.contains("\"x-api-key: $ANTHROPIC_API_KEY\""));
    QVERIFY(runInShell(anthropic).contains("x-api-key: the key"));
    QVERIFY(anthropic.contains("anthropic-version: "));
    QCOMPARE(keyVariable(u"anthropic"_s), u"ANTHROPIC_API_KEY"_s);
    const QByteArray nobody = curlCommand(u"nobody"_s, u"http://127.0.0.1:1/v1/chat/completions"_s, "{}");
    QVERIFY(!nobody.contains("Authorization"));
}

void RecordedRequestTest::aLongBodyIsNotAnArgument()
{
    const QByteArray command = curlCommand(u"openai"_s, u"http://x.test"_s, QByteArray(200 * 1000, 'a'));
    QVERIFY(command.startsWith("printf '%s' "));
    QVERIFY(command.endsWith("--data-binary @-"));
}

LOOPFLOW_TEST(RecordedRequestTest)
#include "tst_recordedrequest.moc"
