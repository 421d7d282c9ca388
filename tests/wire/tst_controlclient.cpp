#include "tests/support/test.h"

#include "core/host/controlclient.h"
#include "core/host/controlsocket.h"

#include <QFile>
#include <QTemporaryDir>

#include <functional>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace loopflow;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A process that has the folder, on a thread of its own because the client blocks: takes one connection.
class Running {
public:
    Running(const QString &folder, std::function<void(int)> talk)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, QFile::encodeName(controlName(folder)).constData(), sizeof address.sun_path);
        m_listening = ::socket(AF_UNIX, SOCK_STREAM, 0);
        if (::bind(m_listening, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
            || ::listen(m_listening, 4) != 0)
            qFatal("the test's socket cannot be made");
        m_thread = std::thread([this, talk] {
            const int peer = ::accept(m_listening, nullptr, nullptr);
            talk(peer);
            ::close(peer);
        });
    }
    ~Running()
    {
        ::shutdown(m_listening, SHUT_RDWR);
        m_thread.join();
        ::close(m_listening);
    }

private:
    int m_listening = -1;
    std::thread m_thread;
};

static void say(int peer, const ControlMessage &message)
{
    const auto frame = controlFrame(message);
    const auto size = static_cast<size_t>(frame->reveal().size());
    if (::send(peer, frame->reveal().constData(), size, MSG_NOSIGNAL) != static_cast<ssize_t>(size))
        qFatal("the client is gone");
}

/// Everything that the client says until it leaves.
static std::vector<ControlMessage> hear(int peer, size_t count)
{
    ControlReader reader;
    std::vector<ControlMessage> heard;
    char bytes[4096];
    while (heard.size() < count) {
        const ssize_t size = ::recv(peer, bytes, sizeof bytes, 0);
        if (size <= 0)
            break;
        auto messages = reader.feed(QByteArrayView(bytes, size));
        if (!messages)
            break;
        for (ControlMessage &message : *messages)
            heard.push_back(std::move(message));
    }
    return heard;
}

class TestControlClient : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void findsNobodyWhereNobodyIs();
    void findsNobodyBehindADeadProcess();
    void talksWithTheRunningOne();
    void refusesAnotherVersionAndSaysSo();
    void refusesWhatIsNoLoopflow();
    void saysWhenTheOtherOneEnds();
    void saysWhenTheOtherOneDoesNotAnswer();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestControlClient::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestControlClient::findsNobodyWhereNobodyIs()
{
    QCOMPARE(ControlClient::connect(m_folder->path()).error().code, ErrorCode::NotFound);
    QCOMPARE(ControlClient::connect(m_folder->filePath(u"absent"_s)).error().code, ErrorCode::NotFound);
}

void TestControlClient::findsNobodyBehindADeadProcess()
{
    {
        const Running running(m_folder->path(), [](int) {});
    }
    QVERIFY(findControlPath(m_folder->path())); // its socket is still there
    QCOMPARE(ControlClient::connect(m_folder->path()).error().code, ErrorCode::NotFound);
}

void TestControlClient::talksWithTheRunningOne()
{
    const Running running(m_folder->path(), [](int peer) {
        say(peer, ControlHello{controlVersion, u"1.2"_s});
        const auto heard = hear(peer, 2);
        const auto *request = std::get_if<ControlRequest>(&heard[0]);
        const auto *secret = std::get_if<Secret>(&heard[1]);
        say(peer, ControlLine{request ? request->arguments.join(u' ') : u"no request"_s, false});
        say(peer, ControlLine{secret ? QString::fromUtf8(secret->reveal()) : u"no secret"_s, true});
        say(peer, ControlResult{3, {}});
    });
    auto client = ControlClient::connect(m_folder->path());
    QVERIFY2(client, client ? "" : qPrintable(client.error().message));
    QCOMPARE(client->program(), u"1.2"_s);
    ControlRequest request;
    request.arguments = QStringList{u"init"_s, u"Maya"_s};
    QVERIFY(client->send(request));
    QVERIFY(client->send(Secret(QByteArray("token"))));
    QCOMPARE(std::get<ControlLine>(*client->receive()).text, u"init Maya"_s);
    QCOMPARE(std::get<ControlLine>(*client->receive()).text, u"token"_s);
    QCOMPARE(std::get<ControlResult>(*client->receive()).exitCode, 3);
}

void TestControlClient::refusesAnotherVersionAndSaysSo()
{
    const Running running(
        m_folder->path(), [](int peer) { say(peer, ControlHello{controlVersion + 1, u"99.1"_s}); });
    const auto client = ControlClient::connect(m_folder->path());
    QVERIFY(!client);
    QCOMPARE(client.error().code, ErrorCode::Invalid);
    QVERIFY2(client.error().message.contains(u"99.1"), qPrintable(client.error().message));
}

void TestControlClient::refusesWhatIsNoLoopflow()
{
    const Running running(
        m_folder->path(), [](int peer) { (void)::send(peer, "220 mail ready\r\n", 16, MSG_NOSIGNAL); });
    QCOMPARE(ControlClient::connect(m_folder->path()).error().code, ErrorCode::Invalid);
}

void TestControlClient::saysWhenTheOtherOneEnds()
{
    const Running running(m_folder->path(), [](int peer) { say(peer, ControlHello{controlVersion, u"1.2"_s}); });
    auto client = ControlClient::connect(m_folder->path());
    QVERIFY(client);
    const auto message = client->receive();
    QVERIFY(!message);
    QCOMPARE(message.error().code, ErrorCode::Unreachable);
}

void TestControlClient::saysWhenTheOtherOneDoesNotAnswer()
{
    const Running running(m_folder->path(), [](int peer) {
        say(peer, ControlHello{controlVersion, u"1.2"_s});
        (void)hear(peer, 1); // until the client has had enough
    });
    auto client = ControlClient::connect(m_folder->path());
    QVERIFY(client);
    const auto message = client->receive(1ms);
    QVERIFY(!message);
    QCOMPARE(message.error().code, ErrorCode::Timeout);
    const ControlClient gone = std::move(*client); // and with it the connection
}

LOOPFLOW_TEST(TestControlClient)
#include "tst_controlclient.moc"
