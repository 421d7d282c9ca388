#include "ui/inspector/pictureshelf.h"

#include "core/host/pictures.h"
#include "core/net/httpclient.h"
#include "tests/support/test.h"
#include "ui/inspector/messagecards.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

QByteArray png(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::green);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

class PictureShelfTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<Pictures> m_pictures;
    std::unique_ptr<PictureShelf> m_shelf;
    QByteArray m_body;
    int m_requests = 0;

    QString address() const
    {
        return u"http://127.0.0.1:%1/a.png"_s.arg(m_server->serverPort());
    }

private Q_SLOTS:
    void init()
    {
        m_requests = 0;
        m_server = std::make_unique<QTcpServer>();
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
        connect(m_server.get(), &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server->nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                socket->readAll();
                ++m_requests;
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\nContent-Length: "
                    + QByteArray::number(m_body.size()) + "\r\n\r\n" + m_body);
                socket->disconnectFromHost();
            });
        });
        m_http = std::make_unique<HttpClient>();
        m_pictures = std::make_unique<Pictures>(m_http.get());
        m_shelf = std::make_unique<PictureShelf>(m_pictures.get());
        m_shelf->setHome(QUrl(address()));
    }
    void cleanup()
    {
        m_shelf.reset();
        m_pictures.reset();
        m_http.reset();
        m_server.reset();
    }

    void showsWhatWasAskedForAndNoMore()
    {
        m_body = png(1600, 400);
        const CardStack before({{MessageCard::Picture, u"a.png"_s, {}, {}, address()}}, m_shelf.get(), 500);
        QVERIFY(m_shelf->canShow(address()));
        QCOMPARE(m_requests, 0);
        m_shelf->show(address());
        m_shelf->show(address());
        QVERIFY(!m_shelf->canShow(address()));
        QVERIFY(!m_shelf->stateOf(address()).isEmpty());
        QTRY_COMPARE(m_shelf->sizeOf(address()), QSize(400, 100));
        QCOMPARE(m_requests, 1);
        QVERIFY(m_shelf->picture(address()).width() <= 2 * PictureShelf::widest);
        QVERIFY(m_shelf->stateOf(address()).isEmpty());
        const CardStack after({{MessageCard::Picture, u"a.png"_s, {}, {}, address()}}, m_shelf.get(), 500);
        QVERIFY(after.height() >= before.height() + 100);
    }

    void saysWhatIsNoPicture()
    {
        m_body = "no picture at all";
        m_shelf->show(address());
        QTRY_VERIFY(!m_shelf->problemOf(address()).isEmpty());
        QVERIFY(m_shelf->picture(address()).isNull());
        QVERIFY(m_shelf->canShow(address())); // it may be tried once more
    }

    void takesNoPictureThatClaimsToBeHuge()
    {
        // A PNG's head with 60,000 × 60,000 pixels.
        m_body = QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000ea600000ea6008020000000a0b0c0d");
        m_shelf->show(address());
        QTRY_VERIFY(!m_shelf->problemOf(address()).isEmpty());
    }

    void forgetsThePicturesOfAConversationThatIsLeft()
    {
        m_body = png(10, 10);
        m_shelf->show(address());
        m_shelf->clear();
        QSignalSpy changed(m_shelf.get(), &PictureShelf::changed);
        m_shelf->show(address());
        QTRY_COMPARE(m_shelf->sizeOf(address()), QSize(10, 10));
        m_shelf->clear();
        QVERIFY(m_shelf->picture(address()).isNull());
    }

    void theButtonIsWhereItIsDrawn()
    {
        const CardStack cards({{MessageCard::File, u"a.log"_s, u"5 KB"_s},
                                  {MessageCard::Picture, u"a.png"_s, {}, {}, address()}},
            m_shelf.get(), 500);
        int found = 0;
        for (int y = 0; y < cards.height(); ++y)
            found += cards.showAt({400, y}) == address();
        QVERIFY(found > 10 && found < cards.height() / 2);
        QVERIFY(CardStack({{MessageCard::Picture, u"a.png"_s, {}, {}, address()}}, nullptr, 500).showAt({400, 20}).isEmpty());
    }
};

LOOPFLOW_TEST(PictureShelfTest)
#include "tst_pictureshelf.moc"
