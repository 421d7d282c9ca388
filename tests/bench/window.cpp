// The window's speed: how long from exec to its first frame, how long its frames take while events pour in.
// Prints numbers and asserts nothing. Draws offscreen unless QT_QPA_PLATFORM says otherwise.
#include "app/application.h"
#include "app/window.h"
#include "core/store/memorysecretstore.h"
#include "tests/bench/measure.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QDir>
#include <QJsonObject>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTimer>


using namespace loopflow;
using namespace loopflow::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int mateCount = 20;
constexpr int recordedMessages = 10000;
constexpr int eventsPerSecond = 1000;
constexpr auto startVariable = "LOOPFLOW_BENCH_START_NS";

/// Times every event that the loop hands out: while one is handled, nothing else is, not even a click.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0 || !m_timing)
            return QApplication::notify(receiver, event);
        ++m_depth;
        const bool frame = event->type() == QEvent::UpdateRequest;
        const Took begun = now();
        const bool taken = QApplication::notify(receiver, event);
        (frame ? m_frames : m_others).append(since(begun));
        --m_depth;
        return taken;
    }
    void time(bool on)
    {
        m_timing = on;
        m_frames.clear();
        m_others.clear();
    }
    const QList<Took> &frames() const { return m_frames; }
    const QList<Took> &others() const { return m_others; }

private:
    int m_depth = 0;
    bool m_timing = false;
    QList<Took> m_frames;
    QList<Took> m_others;
};

std::unique_ptr<Application> openApplication(const QString &folder)
{
    Setup setup;
    setup.dataFolder = folder;
    setup.keychain = std::make_unique<MemorySecretStore>();
    auto application = Application::open(std::move(setup));
    if (!application)
        qFatal("%s", qPrintable(application.error().message));
    return std::move(*application);
}

/// What people and a mate say to each other, one event at a time.
class Talk {
public:
    Talk(ConversationLog *log, ConversationId conversation)
        : m_log(log)
        , m_id(conversation)
    {
    }
    void step()
    {
        switch (m_step++ % 10) {
        case 0: {
            m_message = {};
            m_message.id = discord::MessageId::at(readClock().wall);
            m_message.id.value += ++s_number;
            m_message.channel = m_id.channel;
            m_message.author.id = {m_id.channel.value + 7};
            m_message.author.username = u"ana"_s;
            m_message.content = u"question %1: does the **uploader** still hang when the disk is full? `df -h` says so"_s
                                    .arg(s_number);
            m_log->append(m_id, MessageSeen{m_message});
            return;
        }
        case 1: {
            TurnStarted started;
            started.asked = {m_message};
            started.channel = m_id.channel;
            started.promptVersion = 3;
            started.promptText = u"You are helpful."_s;
            started.provider = u"anthropic"_s;
            started.model = u"claude-sonnet-5-5"_s;
            m_turn = m_log->begin(m_id, started);
            return;
        }
        case 2:
            m_log->append(m_id, m_turn, RequestSent{1, u"https://example.org"_s, QByteArray(2000, 'x'), 900, 0});
            return;
        case 8: {
            ResponseCompleted done;
            done.reply.text = piece().repeated(5);
            done.reply.usage = {1204, 96, -1, -1, -1, {}};
            done.price = {3, 15, -1, -1};
            m_log->append(m_id, m_turn, done);
            return;
        }
        case 9:
            m_log->append(m_id, m_turn, PartPosted{0, {m_message.id.value + 1}, false});
            m_log->append(m_id, m_turn, TurnFinished{});
            return;
        default:
            m_log->append(m_id, m_turn, DeltaReceived{piece(), false});
        }
    }

private:
    static QString piece()
    {
        return u"Waiting helps only when somebody else frees the disk. Fail fast, and say what is *full*. "_s;
    }
    static inline quint64 s_number = 0;
    ConversationLog *m_log;
    ConversationId m_id;
    discord::Message m_message;
    TurnId m_turn{};
    int m_step = 0;
};

int fill(const QString &folder)
{
    const auto application = openApplication(folder);
    QList<Talk> talks;
    for (int i = 0; i < mateCount; ++i) {
        Mate mate;
        mate.name = u"Mate %1"_s.arg(i + 1);
        mate.identifier = identifierOf(mate.name);
        mate.provider = u"anthropic"_s;
        mate.model = u"claude-sonnet-5-5"_s;
        mate.bot = {quint64(1000 + i)};
        mate.paused = true;
        const auto added = application->mates().add(mate, u"You are helpful."_s);
        if (!added)
            qFatal("%s", qPrintable(added.error().message));
        for (int dm = 0; dm < 5; ++dm)
            talks.append(Talk(&application->log(), {added->id, {quint64(100 * (i + 1) + dm)}}));
    }
    // A question and its answer are two messages and ten steps.
    for (int step = 0; step < recordedMessages / 2 * 10; ++step) {
        talks[(step / 10) % talks.size()].step();
        if (step % 5000 == 0)
            (void)application->record().flush();
    }
    return 0;
}

int showFirstFrame(TimedApplication &app, const QString &folder)
{
    const auto application = openApplication(folder);
    application->startMates();
    MainWindow window(servicesOf(*application));
    class FirstFrame final : public QObject {
    public:
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::Paint && !m_seen) {
                m_seen = true;
                QTimer::singleShot(0, qApp, [] {
                    print({{u"exec_to_first_frame_ms"_s, ms(now().wall - qgetenv(startVariable).toLongLong())}});
                    QCoreApplication::quit();
                });
            }
            return false;
        }
        bool m_seen = false;
    } first;
    window.installEventFilter(&first);
    window.show();
    return app.exec();
}

/// Starts itself again and again: what counts is a whole process.
int measureStart(const QString &folder, int runs)
{
    for (int i = 0; i < runs; ++i) {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1StringView(startVariable), QString::number(now().wall));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(), {u"first-frame"_s, u"--data-dir"_s, folder});
        if (!process.waitForFinished(60000) || process.exitCode() != 0)
            return 1;
    }
    return 0;
}

template <class T> T *the(MainWindow &window, const char *name)
{
    T *found = window.findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("there is no %s", name);
    return found;
}

/// What is open while frames are measured.
struct Open {
    QString search; ///< searched for again and again; empty: nothing
    bool inspector = false; ///< on a turn that writes on and on, its pages one after the other
};

/// A turn that is looked into and gets words all the time.
class Inspected {
public:
    Inspected(Application &application, MainWindow &window, const ConversationId &conversation)
        : m_log(&application.log())
        , m_id(conversation)
        , m_tabs(the<QTabBar>(window, "turnTabs"))
    {
        TurnStarted started;
        started.asked = {discord::Message()};
        started.asked[0].id = discord::MessageId::at(readClock().wall);
        started.channel = m_id.channel;
        started.provider = u"anthropic"_s;
        m_turn = m_log->begin(m_id, started);
        m_log->append(m_id, m_turn, HistoryFetched{HistoryPurpose::Context, started.asked, false});
        m_log->append(m_id, m_turn, RequestSent{1, u"https://example.org"_s, QByteArray(2000, 'x'), 900, 0});
        auto *view = the<QListView>(window, "conversationView");
        QCoreApplication::processEvents();
        view->setCurrentIndex(view->model()->index(view->model()->rowCount() - 1, 0));
        the<QAction>(window, "inspectTurn")->trigger();
        if (!m_tabs->isVisible())
            qFatal("the inspector does not open");
    }
    void step() { m_log->append(m_id, m_turn, DeltaReceived{u"and some more words "_s, false}); }
    void turnPage() { m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % 4); }

private:
    ConversationLog *m_log;
    ConversationId m_id;
    QTabBar *m_tabs;
    TurnId m_turn{};
};

int measureFrames(TimedApplication &app, const QString &folder, int seconds, const Open &open)
{
    const auto application = openApplication(folder);
    MainWindow window(servicesOf(*application));
    window.resize(1280, 800);
    window.show();
    const QList<Mate> mates = application->mates().mates();
    window.showMate(mates.first().id);

    // Half of the events in the conversation that is looked at, the rest all over the other mates.
    const auto shown = application->record().conversations(mates.first().id);
    Talk watched(&application->log(), shown->first().id);
    QList<Talk> others;
    for (int i = 1; i < mates.size(); ++i)
        others.append(Talk(&application->log(), {mates[i].id, {quint64(100 * (i + 1))}}));
    std::optional<Inspected> inspected;
    if (open.inspector)
        inspected.emplace(*application, window, shown->first().id);
    QTimer turning;
    QObject::connect(&turning, &QTimer::timeout, &window, [&] { inspected->turnPage(); });
    if (inspected)
        turning.start(700);
    QTimer searching;
    QObject::connect(&searching, &QTimer::timeout, &window, [&, length = 0]() mutable { // as somebody types
        length = length % static_cast<int>(open.search.size()) + 1;
        the<QLineEdit>(window, "searchField")->setText(open.search.left(length));
    });
    if (!open.search.isEmpty()) {
        the<QAction>(window, "searchAll")->trigger();
        searching.start(300);
    }
    qint64 sent = 0;
    QElapsedTimer clock;
    QTimer feed;
    feed.setTimerType(Qt::PreciseTimer);
    QObject::connect(&feed, &QTimer::timeout, &feed, [&] {
        for (const qint64 due = clock.elapsed() * eventsPerSecond / 1000; sent < due; ++sent) {
            if (inspected && sent % 10 == 0)
                inspected->step();
            else if (sent % 2 == 0)
                watched.step();
            else
                others[(sent / 2) % others.size()].step();
        }
    });
    QTimer::singleShot(1500, &app, [&] {
        clock.start();
        app.time(true);
        feed.start(1);
        QTimer::singleShot(seconds * 1000, &app, [] { QCoreApplication::quit(); });
    });
    app.exec();
    print({{u"events"_s, sent}, {u"seconds"_s, double(clock.elapsed()) / 1000}, {u"frames"_s, spread(app.frames())},
        {u"everything_else"_s, spread(app.others())}});
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication app(argc, argv);
    // The person's own window comfort is not touched.
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, QDir::tempPath() + u"/loopflow-bench-window"_s);
    QCoreApplication::setOrganizationName(u"Loopflow"_s);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"what"_s, u"start, frames"_s);
    parser.addOption({u"data-dir"_s, u"a filled folder; without it one is made"_s, u"dir"_s});
    parser.addOption({u"seconds"_s, u"how long events pour in"_s, u"n"_s, u"10"_s});
    parser.addOption({u"search"_s, u"with the search open, which looks for this as it is typed"_s, u"text"_s});
    parser.addOption({u"inspect"_s, u"with the inspector open, on a turn that goes on"_s});
    parser.addOption({u"runs"_s, u"how many starts"_s, u"n"_s, u"7"_s});
    parser.addHelpOption();
    parser.process(app);
    const QString what = parser.positionalArguments().value(0);
    QTemporaryDir temporary;
    QString folder = parser.value(u"data-dir"_s);
    if (folder.isEmpty()) {
        folder = temporary.path();
        fill(folder);
    }
    if (what == u"first-frame")
        return showFirstFrame(app, folder);
    if (what == u"start")
        return measureStart(folder, parser.value(u"runs"_s).toInt());
    if (what == u"frames")
        return measureFrames(app, folder, parser.value(u"seconds"_s).toInt(),
            {parser.value(u"search"_s), parser.isSet(u"inspect"_s)});
    parser.showHelp(2);
}
