#include "tests/support/test.h"

#include "core/host/controlserver.h"
#include "core/host/controlsocket.h"
#include "core/store/database.h"

#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace loopflow;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A client that says what a test wants it to say.
class RawClient {
public:
    explicit RawClient(const QString &path)
    {
        m_socket.connectToServer(path);
        QObject::connect(&m_socket, &QLocalSocket::readyRead, &m_socket, [this] {
            auto messages = m_reader.feed(m_socket.readAll());
            if (!messages)
                return;
            for (ControlMessage &message : *messages)
                received.push_back(std::move(message));
        });
    }
    void send(const ControlMessage &message) { m_socket.write(controlFrame(message)->reveal()); }
    void sendBytes(const QByteArray &bytes) { m_socket.write(bytes); }
    void leave() { m_socket.abort(); }
    bool isThere() const { return m_socket.state() == QLocalSocket::ConnectedState; }
    /// The lines and the result, one word each.
    QStringList words() const
    {
        QStringList words;
        for (const ControlMessage &message : received) {
            if (const auto *line = std::get_if<ControlLine>(&message))
                words.append((line->isComplaint ? u"err "_s : u"out "_s) + line->text);
            else if (const auto *question = std::get_if<ControlQuestion>(&message))
                words.append(u"ask "_s + question->text);
            else if (const auto *result = std::get_if<ControlResult>(&message))
                words.append(u"exit %1"_s.arg(result->exitCode));
        }
        return words;
    }
    std::vector<ControlMessage> received;

private:
    QLocalSocket m_socket;
    ControlReader m_reader;
};

static ControlRequest requestOf(const QStringList &arguments)
{
    ControlRequest request;
    request.program = u"test"_s;
    request.arguments = arguments;
    return request;
}

/// The server repeats the arguments and leaves with 7.
class TestControlServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void onlyItsOwnerMayOpenIt();
    void greetsAndCarriesARequest();
    void handsOverTheTokenThatComesWithARequest();
    void asksForASecret();
    void anotherVersionIsToldSo();
    void rubbishHarmsNobodyElse_data();
    void rubbishHarmsNobodyElse();
    void aClientThatHangsIsDropped();
    void aPersonWhoNeverAnswersIsDropped();
    void whatRunsForAClientEndsWithIt();
    void takesOnlySoManyAtOnce();
    void leavesNothingBehind();

private:
    void listen(const ControlLimits &limits);
    QString path() const { return *findControlPath(m_folder->path()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ControlServer> m_server;
};

void TestControlServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto database = Database::open(m_folder->path());
    QVERIFY(database);
    m_database = std::move(*database);
    listen({});
}

void TestControlServer::cleanup()
{
    m_server.reset();
    m_database.reset();
}

void TestControlServer::listen(const ControlLimits &limits)
{
    m_server.reset();
    m_server = std::make_unique<ControlServer>(limits);
    connect(m_server.get(), &ControlServer::requested, this, [](ControlPeer *peer, const ControlRequest &request) {
        if (request.arguments.value(0) == u"ask") {
            peer->ask(u"Secret?"_s, peer, [peer](const Result<Secret> &secret) {
                peer->print(QString::fromUtf8(secret->reveal()));
                peer->finish(7);
            });
            return;
        }
        if (request.arguments.value(0) == u"wait")
            return;
        peer->print(request.arguments.join(u' '));
        if (const Secret token = peer->takeToken(); !token.isEmpty())
            peer->complain(QString::fromUtf8(token.reveal()));
        peer->finish(7);
    });
    const auto listening = m_server->listen(*m_database, {});
    QVERIFY2(listening, listening ? "" : qPrintable(listening.error().message));
}

void TestControlServer::onlyItsOwnerMayOpenIt()
{
    struct stat status { };
    QCOMPARE(::lstat(QFile::encodeName(path()).constData(), &status), 0);
    QVERIFY(S_ISSOCK(status.st_mode));
    QCOMPARE(status.st_mode & 0077u, 0u);
    QCOMPARE(::lstat(QFile::encodeName(m_folder->path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777u, 0700u);
}

void TestControlServer::greetsAndCarriesARequest()
{
    RawClient client(path());
    client.send(requestOf({u"list"_s, u"--json"_s}));
    QTRY_COMPARE(client.words(), (QStringList{u"out list --json"_s, u"exit 7"_s}));
    const auto *hello = std::get_if<ControlHello>(&client.received.front());
    QVERIFY(hello);
    QCOMPARE(hello->version, controlVersion);
    QCOMPARE(hello->program, QStringLiteral(LOOPFLOW_VERSION));
    QTRY_VERIFY(!client.isThere());
}

void TestControlServer::handsOverTheTokenThatComesWithARequest()
{
    RawClient client(path());
    ControlRequest request = requestOf({u"init"_s});
    request.tokenSource = TokenSource::Stdin;
    client.send(request);
    client.send(Secret(QByteArray("the token")));
    QTRY_COMPARE(client.words(), (QStringList{u"out init"_s, u"err the token"_s, u"exit 7"_s}));
}

void TestControlServer::asksForASecret()
{
    RawClient client(path());
    client.send(requestOf({u"ask"_s}));
    QTRY_COMPARE(client.words(), QStringList{u"ask Secret?"_s});
    client.send(Secret(QByteArray("42")));
    QTRY_COMPARE(client.words(), (QStringList{u"ask Secret?"_s, u"out 42"_s, u"exit 7"_s}));
}

void TestControlServer::anotherVersionIsToldSo()
{
    RawClient client(path());
    ControlRequest request = requestOf({u"list"_s});
    request.version = controlVersion + 1;
    request.program = u"99.1"_s;
    client.send(request);
    QTRY_COMPARE(client.words().size(), 2);
    QVERIFY2(client.words().first().contains(u"99.1"), qPrintable(client.words().first()));
    QCOMPARE(client.words().last(), u"exit 1"_s);
}

void TestControlServer::rubbishHarmsNobodyElse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("hello, is anybody there?\n");
    QTest::newRow("a huge length") << QByteArray("\xff\xff\xff\xffj", 5);
    QTest::newRow("a secret that nobody asked for") << controlFrame(Secret(QByteArray("x")))->reveal();
    QTest::newRow("an answer in place of a request") << controlFrame(ControlResult{})->reveal();
    QTest::newRow("two requests") << controlFrame(requestOf({u"wait"_s}))->reveal()
            + controlFrame(requestOf({u"wait"_s}))->reveal();
}

void TestControlServer::rubbishHarmsNobodyElse()
{
    QFETCH(QByteArray, bytes);
    RawClient before(path());
    RawClient bad(path());
    QTRY_VERIFY(!bad.received.empty()); // greeted: from here on it is gone only because it was dropped
    bad.sendBytes(bytes);
    QTRY_VERIFY(!bad.isThere());
    before.send(requestOf({u"list"_s}));
    QTRY_COMPARE(before.words(), (QStringList{u"out list"_s, u"exit 7"_s}));
}

void TestControlServer::aClientThatHangsIsDropped()
{
    listen({.request = 20ms, .question = 60s, .clients = 4});
    RawClient silent(path());
    RawClient half(path());
    half.sendBytes(controlFrame(requestOf({u"list"_s}))->reveal().first(9));
    QTRY_VERIFY(!silent.received.empty() && !half.received.empty());
    QTRY_VERIFY(!silent.isThere() && !half.isThere());
    QCOMPARE(half.words(), QStringList());
}

void TestControlServer::aPersonWhoNeverAnswersIsDropped()
{
    listen({.request = 60s, .question = 20ms, .clients = 4});
    RawClient client(path());
    client.send(requestOf({u"ask"_s}));
    QTRY_COMPARE(client.words(), QStringList{u"ask Secret?"_s});
    QTRY_VERIFY(!client.isThere());
}

void TestControlServer::whatRunsForAClientEndsWithIt()
{
    QPointer<ControlPeer> running;
    connect(m_server.get(), &ControlServer::requested, this, [&](ControlPeer *peer) { running = peer; });
    RawClient client(path());
    client.send(requestOf({u"wait"_s}));
    QTRY_VERIFY(running);
    client.leave();
    QTRY_VERIFY(!running);
}

void TestControlServer::takesOnlySoManyAtOnce()
{
    listen({.request = 60s, .question = 60s, .clients = 2});
    RawClient one(path());
    RawClient two(path());
    QTRY_VERIFY(!one.received.empty() && !two.received.empty());
    RawClient three(path());
    QTRY_VERIFY(!three.isThere());
    QVERIFY(three.received.empty());
    one.leave();
    two.send(requestOf({u"list"_s}));
    QTRY_COMPARE(two.words().size(), 2);
    QTRY_VERIFY(!two.isThere());
    RawClient four(path());
    four.send(requestOf({u"list"_s}));
    QTRY_COMPARE(four.words().size(), 2);
}

void TestControlServer::leavesNothingBehind()
{
    const QTemporaryDir runtime;
    m_server = std::make_unique<ControlServer>();
    QVERIFY(m_server->listen(*m_database, runtime.path()));
    const QString socket = path();
    QVERIFY2(socket.startsWith(runtime.path()), qPrintable(socket));
    m_server.reset();
    QVERIFY(!QFile::exists(socket));
    QVERIFY(!QFileInfo(controlName(m_folder->path())).isSymLink());
}

LOOPFLOW_TEST(TestControlServer)
#include "tst_controlserver.moc"
