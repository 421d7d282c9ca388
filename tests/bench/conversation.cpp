// How a conversation of a filled record opens, scrolls from its end to its start and back, plays, and what a turn with a
// 20 MB request costs. Prints numbers and asserts nothing; draws offscreen unless QT_QPA_PLATFORM says otherwise.
#include "app/application.h"
#include "app/window.h"
#include "core/store/memorysecretstore.h"
#include "tests/bench/measure.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/conversationview.h"
#include "ui/inspector/playbackbar.h"
#include "ui/inspector/turnpane.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QScrollBar>
#include <QSettings>
#include <QSlider>
#include <QTemporaryDir>


using namespace loopflow;
using namespace loopflow::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int wheelPixels = 600; // somebody who flings through it

/// Times every event that the loop hands out, and what the bench itself does to the window.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        const Took begun = now();
        const bool taken = QApplication::notify(receiver, event);
        add(begun);
        --m_depth;
        return taken;
    }
    template <class Work> void timed(Work work)
    {
        const Took begun = now();
        ++m_depth;
        work();
        --m_depth;
        add(begun);
    }
    /// How long what came since the last call took; the window waited for the longest.
    QJsonObject blocks()
    {
        return spread(std::exchange(m_took, {}));
    }

private:
    void add(Took begun) { m_took.append(since(begun)); }
    int m_depth = 0;
    QList<Took> m_took;
};

TimedApplication *timedApp() { return static_cast<TimedApplication *>(qApp); }

/// Lets the window do what it does by itself, until nothing more is due or `until` is true.
template <class Done> void work(Done until)
{
    QElapsedTimer clock;
    clock.start();
    while (!until() && clock.elapsed() < 120'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

void settle(int milliseconds = 300)
{
    QElapsedTimer clock;
    clock.start();
    work([&] { return clock.elapsed() > milliseconds; });
}

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

ConversationId longest(Application &application)
{
    std::optional<ConversationSummary> most;
    for (const Mate &mate : application.mates().mates()) {
        const auto all = application.record().conversations(mate.id);
        for (const ConversationSummary &one : all ? *all : QList<ConversationSummary>()) {
            if (!most || one.turns > most->turns)
                most = one;
        }
    }
    return most ? most->id : ConversationId{};
}

/// From where the view is to the conversation's other end.
void scroll(ConversationModel &model, ConversationView &view, int step, const QString &name)
{
    const QScrollBar *bar = view.verticalScrollBar();
    QElapsedTimer clock;
    clock.start();
    qint64 steps = 0;
    const auto more = [&] {
        return step < 0 ? bar->value() > 0 || model.hasOlder() : bar->value() < bar->maximum() || model.hasNewer();
    };
    for (; more() && clock.elapsed() < 600'000; ++steps) {
        timedApp()->timed([&] { view.verticalScrollBar()->setValue(bar->value() + step); });
        QCoreApplication::processEvents();
    }
    print({{name, timedApp()->blocks()}, {u"steps"_s, steps}, {u"seconds"_s, double(clock.elapsed()) / 1000}});
}

void play(Application &application, ConversationModel &model, QWidget &window)
{
    PlaybackBar bar(&application.record(), &model, &window);
    auto *slider = bar.findChild<QSlider *>(u"playbackSlider"_s);
    QElapsedTimer clock;
    clock.start();
    timedApp()->timed([&] { bar.open(); });
    work([&] { return slider->isEnabled(); });
    print({{u"playback_open"_s, timedApp()->blocks()}, {u"ready_ms"_s, clock.elapsed()}});
    settle();
    timedApp()->blocks();
    for (int value = slider->maximum(); value > 0; value -= slider->maximum() / 40) {
        timedApp()->timed([&] { slider->setValue(value); });
        QCoreApplication::processEvents();
    }
    print({{u"playback_scrub_back"_s, timedApp()->blocks()}});
    for (int value = 0; value < slider->maximum(); value += slider->maximum() / 40) {
        timedApp()->timed([&] { slider->setValue(value); });
        QCoreApplication::processEvents();
    }
    print({{u"playback_scrub_on"_s, timedApp()->blocks()}});
    timedApp()->timed([&] { bar.close(); });
    settle();
    print({{u"playback_close"_s, timedApp()->blocks()}});
}

/// A turn whose request has that many bytes.
void openTurn(qint64 bytes)
{
    QTemporaryDir folder;
    const auto application = openApplication(folder.path());
    const ConversationId id{MateId{1}, {100}};
    discord::Message asked;
    asked.id = discord::MessageId::at(readClock().wall);
    asked.channel = id.channel;
    asked.author.username = u"ana"_s;
    asked.content = u"question"_s;
    TurnStarted started;
    started.asked = {asked};
    started.channel = id.channel;
    started.provider = u"openai"_s;
    started.model = u"m"_s;
    const TurnId turn = application->log().begin(id, started);
    QJsonArray messages;
    const QString words = u"the \"deploy\" failed again because of a timeout in region %1\n"_s;
    for (qint64 size = 0, n = 0; size < bytes; size += 2000, ++n) {
        QString text;
        for (qint64 line = 0; text.size() < 1900; ++line)
            text += words.arg(n * 100 + line);
        messages.append(QJsonObject{{u"role"_s, n % 2 ? u"assistant"_s : u"user"_s}, {u"content"_s, text}});
    }
    const QByteArray body = QJsonDocument(QJsonObject{{u"model"_s, u"m"_s}, {u"messages"_s, messages}})
                                .toJson(QJsonDocument::Compact);
    application->log().append(id, turn, RequestSent{1, u"https://example.org/v1/chat"_s, body, 900, 0});
    application->log().append(id, turn, TurnFinished{});
    if (const auto written = application->record().flush(); !written)
        qFatal("%s", qPrintable(written.error().message));
    TurnPane pane(servicesOf(*application));
    pane.resize(900, 400);
    pane.show();
    settle();
    timedApp()->blocks();
    QElapsedTimer clock;
    clock.start();
    timedApp()->timed([&] { pane.showTurn(turn); });
    settle();
    print({{u"turn_open"_s, timedApp()->blocks()}, {u"request_bytes"_s, body.size()}});
    for (const QString &name : {u"requestPage"_s, u"eventsPage"_s}) {
        if (auto *page = pane.findChild<QWidget *>(name)) {
            timedApp()->timed([&] { pane.showPage(page); });
            settle(1500);
            print({{name, timedApp()->blocks()}});
        }
    }
}

void watch(const QString &folder)
{
    QElapsedTimer clock;
    clock.start();
    const auto application = openApplication(folder);
    const ConversationId id = longest(*application);
    print({{u"open_ms"_s, clock.elapsed()}});
    QWidget window;
    window.resize(900, 800);
    ConversationModel model(&application->record(), &application->log());
    ConversationView view(&model, nullptr, &window);
    view.resize(900, 800);
    window.show();
    settle();
    timedApp()->blocks();
    clock.restart();
    timedApp()->timed([&] { model.show(id); });
    work([&] { return model.rowCount() > 0; });
    print({{u"show"_s, timedApp()->blocks()}, {u"first_rows_ms"_s, clock.elapsed()}});
    settle(1000);
    print({{u"settle"_s, timedApp()->blocks()}});
    scroll(model, view, -wheelPixels, u"scroll_back"_s);
    scroll(model, view, wheelPixels, u"scroll_on"_s);
    timedApp()->timed([&] { view.jumpToNewest(); });
    settle();
    timedApp()->blocks();
    play(*application, model, window);
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication app(argc, argv);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, QDir::tempPath() + u"/loopflow-bench-conversation"_s);
    QCoreApplication::setOrganizationName(u"Loopflow"_s);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"folder"_s, u"that fillrecord made; none: only the turn"_s);
    parser.addOption({u"request"_s, u"bytes of the turn's request; 0: no turn"_s, u"n"_s, u"20000000"_s});
    parser.addHelpOption();
    parser.process(app);
    if (const QString folder = parser.positionalArguments().value(0); !folder.isEmpty())
        watch(folder);
    if (const qint64 bytes = parser.value(u"request"_s).toLongLong(); bytes > 0)
        openTurn(bytes);
    return 0;
}
