#include "core/host/pictures.h"

#include "core/net/httpclient.h"
#include "tests/support/test.h"
#include "tests/wire/rawhttpserver.h"

#include <QTcpSocket>

#include <optional>

using namespace loopflow;
using namespace Qt::StringLiterals;
using loopflow::test::RawHttpServer;

class PicturesTest : public QObject {
    Q_OBJECT

private:
    using Answer = std::optional<Result<QByteArray>>;
    /// What is fetched from a mate's home that answers so.
    Result<QByteArray> fetched(const QByteArray &answer)
    {
        RawHttpServer server([&](QTcpSocket *socket, const RawHttpServer::Request &request) {
            m_authorized = m_authorized || request.headers.has("Authorization");
            socket->write(answer);
        });
        HttpClient http;
        Pictures pictures(&http);
        Answer result;
        pictures.fetch(server.url(u"/a.png"_s), server.url(u"/api"_s), this,
            [&](Result<QByteArray> bytes) { result = std::move(bytes); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 15000))
            qFatal("no answer");
        return *result;
    }
    bool m_authorized = false;

private Q_SLOTS:
    void fetchesOnlyFromWhereMessagesKeepTheirPictures_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("home");
        QTest::addColumn<bool>("may");
        QTest::newRow("Discord's CDN") << u"https://cdn.discordapp.com/attachments/1/2/a.png?ex=1"_s << QString() << true;
        QTest::newRow("its media proxy") << u"https://media.discordapp.net/attachments/1/2/a.png"_s << QString() << true;
        QTest::newRow("re-served") << u"https://images-ext-1.discordapp.net/external/x"_s << QString() << true;
        QTest::newRow("without TLS") << u"http://cdn.discordapp.com/a.png"_s << QString() << false;
        QTest::newRow("another port") << u"https://cdn.discordapp.com:8443/a.png"_s << QString() << false;
        QTest::newRow("another site") << u"https://example.org/a.png"_s << QString() << false;
        QTest::newRow("looks like it") << u"https://cdn.discordapp.com.example.org/a.png"_s << QString() << false;
        QTest::newRow("user in front") << u"https://cdn.discordapp.com@example.org/a.png"_s << QString() << false;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << QString() << false;
        QTest::newRow("the mate's home") << u"http://127.0.0.1:5000/a.png"_s << u"http://127.0.0.1:5000/api/v10"_s << true;
        QTest::newRow("its neighbour") << u"http://127.0.0.1:5001/a.png"_s << u"http://127.0.0.1:5000/api/v10"_s << false;
    }
    void fetchesOnlyFromWhereMessagesKeepTheirPictures()
    {
        QFETCH(QString, address);
        QFETCH(QString, home);
        QFETCH(bool, may);
        QCOMPARE(Pictures::mayFetch(QUrl(address), QUrl(home)), may);
    }

    void givesThePicturesBytesAndSendsNoToken()
    {
        const auto bytes = fetched(RawHttpServer::answer(200, "bytes", {{"Content-Type", "image/png"}}));
        QVERIFY(bytes);
        QCOMPARE(*bytes, QByteArray("bytes"));
        QVERIFY(!m_authorized);
    }

    void refusesWhatIsNoPictureOrTooLarge_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("code");
        QTest::newRow("a page") << RawHttpServer::answer(200, "<html>", {{"Content-Type", "text/html"}})
                                << int(ErrorCode::Invalid);
        QTest::newRow("a drawing that runs scripts")
            << RawHttpServer::answer(200, "<svg/>", {{"Content-Type", "image/svg+xml"}}) << int(ErrorCode::Invalid);
        QTest::newRow("expired") << RawHttpServer::answer(404, "gone") << int(ErrorCode::NotFound);
        QTest::newRow("elsewhere") << RawHttpServer::answer(302, {}, {{"Location", "https://example.org/"}})
                                   << int(ErrorCode::Unavailable);
        QTest::newRow("says that it is large")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 9000000\r\n\r\nx")
            << int(ErrorCode::TooLong);
        QTest::newRow("is large") << QByteArray(RawHttpServer::chunkedHead("image/png")
                                         + RawHttpServer::chunk(QByteArray(9 * 1024 * 1024, 'x')))
                                  << int(ErrorCode::TooLong);
    }
    void refusesWhatIsNoPictureOrTooLarge()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, code);
        const auto bytes = fetched(answer);
        QVERIFY(!bytes);
        QCOMPARE(int(bytes.error().code), code);
    }

    void saysWhyItFetchesNothingFromAnotherSite()
    {
        HttpClient http;
        Pictures pictures(&http);
        Answer result;
        pictures.fetch(QUrl(u"https://example.org/a.png"_s), {}, this,
            [&](Result<QByteArray> bytes) { result = std::move(bytes); });
        QTRY_VERIFY(result.has_value());
        QCOMPARE(result->error().code, ErrorCode::Forbidden);
        QCOMPARE(http.inFlight(), 0);
    }
};

LOOPFLOW_TEST(PicturesTest)
#include "tst_pictures.moc"
