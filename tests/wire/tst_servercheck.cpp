#include "core/host/servercheck.h"

#include "core/net/httpclient.h"
#include "core/practice/discordserver.h"
#include "tests/support/test.h"
#include "tests/wire/rawhttpserver.h"

#include <QTcpSocket>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class ServerCheckTest : public QObject {
    Q_OBJECT

    QString ask(const QString &address)
    {
        std::optional<Result<QString>> answer;
        checkServer(m_http, address, this, [&](const Result<QString> &result) { answer = result; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 15000))
            return u"nothing"_s;
        return *answer ? **answer : answer->error().message;
    }
    HttpClient m_http;

private Q_SLOTS:
    void knowsADiscord()
    {
        practice::DiscordServer discord;
        QVERIFY(discord.start());
        QCOMPARE(ask(u" %1/ "_s.arg(discord.api().toString())), discord.api().toString());
    }

    void saysThatAPathIsWrong()
    {
        practice::DiscordServer discord;
        QVERIFY(discord.start());
        const QString said = ask(discord.api().resolved(QUrl(u"/elsewhere"_s)).toString());
        QVERIFY2(said.contains(u"status 404"_s) && said.contains(u"/api/v10"_s), qPrintable(said));
    }

    void saysThatAServerIsNoDiscord_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("page") << QByteArray("<html>hello</html>");
        QTest::newRow("other JSON") << QByteArray("{\"url\":\"https://example.org\"}");
        QTest::newRow("empty") << QByteArray();
    }

    void saysThatAServerIsNoDiscord()
    {
        QFETCH(QByteArray, body);
        RawHttpServer server([&](QTcpSocket *socket, const RawHttpServer::Request &request) {
            QVERIFY(!request.headers.has("Authorization"));
            socket->write(RawHttpServer::answer(200, body));
        });
        const QString said = ask(server.url(u"/api"_s).toString());
        QVERIFY2(said.contains(u"does not say where its gateway is"_s), qPrintable(said));
    }

    void saysThatNobodyAnswers()
    {
        const QString said = ask(deadAddress().toString());
        QVERIFY2(said.contains(u"refused the connection"_s), qPrintable(said));
    }
};

LOOPFLOW_TEST(ServerCheckTest)
#include "tst_servercheck.moc"
