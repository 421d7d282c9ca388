#include "core/host/botpicture.h"

#include "core/net/httpclient.h"
#include "tests/support/test.h"
#include "tests/wire/rawhttpserver.h"

#include <QTcpSocket>

#include <optional>

using namespace loopflow;
using loopflow::test::RawHttpServer;

class TestBotPicture : public QObject {
    Q_OBJECT

    HttpClient m_http;
    QByteArray m_answer;
    std::unique_ptr<RawHttpServer> m_server;
    using Picture = std::optional<Result<QByteArray>>;

    void fetch(Picture &picture, const QString &hash = QStringLiteral("abc"))
    {
        discord::User bot;
        bot.id = {9};
        bot.avatar = hash;
        fetchBotPicture(&m_http, m_server->url(QStringLiteral("/api/v10")), bot, this,
            [&picture](Result<QByteArray> result) { picture = std::move(result); });
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RawHttpServer>(
            [this](
                QTcpSocket *socket, const RawHttpServer::Request &) { socket->write(m_answer); });
    }

    void bringsThePictureWithoutAToken()
    {
        m_answer = RawHttpServer::answer(200, "png", {{"Content-Type", "image/png"}});
        Picture picture;
        fetch(picture);
        QVERIFY(!picture);
        QTRY_VERIFY(picture);
        QVERIFY(picture->hasValue());
        QCOMPARE(**picture, QByteArray("png"));
        const auto request = m_server->requests().first();
        QCOMPARE(request.target, QByteArray("/avatars/9/abc.png?size=256"));
        QVERIFY(!request.headers.has("Authorization"));
        QVERIFY(request.headers.value("User-Agent").startsWith("DiscordBot"));
    }

    void asksNobodyWhereThereIsNone()
    {
        Picture picture;
        fetch(picture, {});
        QVERIFY(!picture);
        QTRY_VERIFY(picture);
        QCOMPARE(picture->error().code, ErrorCode::NotFound);
        QVERIFY(m_server->requests().isEmpty());
    }

    void failsQuietly_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("code");
        QTest::newRow("no such picture")
            << RawHttpServer::answer(404, "not here") << int(ErrorCode::NotFound);
        QTest::newRow("nothing in it")
            << RawHttpServer::answer(200, {}) << int(ErrorCode::NotFound);
        QTest::newRow("elsewhere")
            << RawHttpServer::answer(302, "moved", {{"Location", "http://127.0.0.1:1/"}})
            << int(ErrorCode::NotFound);
        QTest::newRow("a film") << RawHttpServer::answer(200, QByteArray(3 * 1024 * 1024, 'x'))
                                << int(ErrorCode::TooLong);
    }

    void failsQuietly()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, code);
        m_answer = answer;
        Picture picture;
        fetch(picture);
        QTRY_VERIFY(picture);
        QCOMPARE(int(picture->error().code), code);
    }
};

LOOPFLOW_TEST(TestBotPicture)
#include "tst_botpicture.moc"
