#include "core/conversation/eventjson.h"
#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationview.h"
#include "ui/inspector/timelinelist.h"
#include "ui/inspector/turnpane.h"
#include "ui/mainwindow.h"
#include "ui/search/searchfield.h"
#include "ui/search/searchmodel.h"
#include "ui/transcript/turnstory.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTabBar>
#include <QTableView>

#include <limits>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr qint64 least = std::numeric_limits<qint64>::min();

/// Texts that have broken programs.
QList<std::pair<QByteArray, QString>> oddTexts()
{
    return {{"NUL", u"before"_s + QChar(0) + u"after"_s}, {"other directions", u"\u202egnp.exe\u202c \u2066\u2067inside"_s},
        {"a lone surrogate", u"half "_s + QChar(0xd83d) + u" and "_s + QChar(0xde00)},
        {"one long word", QString(20'000, u'w')}, {"one long line", u"many words "_s.repeated(10'000)},
        {"marks upon marks", u"z"_s + QString(500, QChar(0x0335))}, {"lines", QString(5'000, u'\n')},
        {"control characters", u"\x01\x02\x1b[31mred\x07\x7f\r\v\f"_s}, {"noncharacters", QString(QChar(0xffff)) + QChar(0xfffe)}};
}

} // namespace

/// What a damaged record, a newer version or a hostile person can put into the inspector and the search.
class BadInputTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void damagedRowsAreCountedAndTheRestIsShown_data();
    void damagedRowsAreCountedAndTheRestIsShown();
    void aTurnWithoutItsBeginningSaysSo();
    void absurdTimesAreDrawnWithinTheAxis_data();
    void absurdTimesAreDrawnWithinTheAxis();
    void absurdNumbersAreShown();
    void oddTextsAreShown_data();
    void oddTextsAreShown();
    void thousandsOfStepsAreShown();

private:
    template <class T> T *the(const char *name) { return find<T>(m_window.get(), name); }
    TurnId ask(const QString &text, const std::function<void(TurnStarted &)> &change = {});
    void happen(TurnId turn, TurnEvent event) { m_desk->log().append(m_id, turn, std::move(event)); }
    void write(const QString &sql, const QVariantList &values = {});
    /// Opens the window at the conversation and the turn in its last row, and draws every page.
    void lookInto(TurnId turn);
    void draw();
    void search(const QString &text);
    QString written(TranscriptFormat format, TurnId turn);

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    Mate m_mate;
    ConversationId m_id;
};

void BadInputTest::init()
{
    QSettings(u"Loopflow"_s, u"Loopflow"_s).clear();
    m_desk = std::make_unique<Desk>();
    m_desk->goBack(Milliseconds(60000));
    m_mate = m_desk->addMate(u"Maya"_s);
    m_id = {m_mate.id, {101}};
}

void BadInputTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

TurnId BadInputTest::ask(const QString &text, const std::function<void(TurnStarted &)> &change)
{
    TurnStarted started;
    started.asked = {m_desk->seen(m_id, u"ana"_s, text)};
    started.channel = m_id.channel;
    started.bot = m_mate.bot;
    started.promptText = u"You are Maya."_s;
    started.provider = u"openai"_s;
    started.model = u"m-1"_s;
    if (change)
        change(started);
    const TurnId turn = m_desk->log().begin(m_id, started);
    m_desk->pass(Milliseconds(80));
    happen(turn, HistoryFetched{HistoryPurpose::Context, started.asked, false});
    happen(turn, RequestSent{1, u"https://api.openai.com/v1/chat/completions"_s,
                     "{\"messages\":[{\"content\":\"hello\",\"role\":\"user\"}],\"model\":\"m-1\"}", 20, 0});
    m_desk->pass(Milliseconds(600));
    return turn;
}

void BadInputTest::write(const QString &sql, const QVariantList &values)
{
    QVERIFY(m_desk->app().record().flush());
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"behind"_s);
        database.setDatabaseName(m_desk->app().folder() + u"/loopflow.sqlite"_s);
        QVERIFY(database.open());
        QSqlQuery query(database);
        query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        QVERIFY(query.exec());
        QVERIFY(query.numRowsAffected() > 0);
    }
    QSqlDatabase::removeDatabase(u"behind"_s);
}

void BadInputTest::draw()
{
    auto *tabs = the<QTabBar>("turnTabs");
    for (int tab = 0; tab < 4; ++tab) {
        tabs->setCurrentIndex(tab);
        QCoreApplication::processEvents();
        QVERIFY(!m_window->grab().isNull());
    }
    tabs->setCurrentIndex(0);
}

void BadInputTest::lookInto(TurnId turn)
{
    m_window = std::make_unique<MainWindow>(m_desk->services());
    m_window->resize(1280, 800);
    m_window->show();
    auto *view = the<ConversationView>("conversationView");
    QTRY_VERIFY(view->model()->rowCount() > 0);
    view->setCurrentIndex(view->model()->index(view->model()->rowCount() - 1, 0));
    the<QAction>("inspectTurn")->trigger();
    QVERIFY(the<TurnPane>("turnPane")->isVisible());
    the<TurnPane>("turnPane")->showTurn(turn);
    draw();
}

void BadInputTest::search(const QString &text)
{
    the<QAction>("searchAll")->trigger();
    the<SearchField>("searchField")->setText(text);
    QTRY_VERIFY(!the<SearchModel>("")->isSearching());
    QVERIFY(!m_window->grab().isNull());
}

QString BadInputTest::written(TranscriptFormat format, TurnId turn)
{
    if (!m_desk->app().record().flush())
        qFatal("the record cannot be written");
    const auto story = readStory(
        turn, {&m_desk->app().record(), &m_desk->app().replayMarks(), &m_desk->mates()}, readClock());
    return story ? QString::fromUtf8(writtenStory(format, *story)) : story.error().message;
}

void BadInputTest::damagedRowsAreCountedAndTheRestIsShown_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("another kind") << u"UPDATE event SET kind = 'DreamDreamt' WHERE kind = 'HistoryFetched'"_s;
    QTest::newRow("no JSON") << u"UPDATE event SET form = 0, payload = x'00ff7b' WHERE kind = 'HistoryFetched'"_s;
    QTest::newRow("not deflated") << u"UPDATE event SET form = 1, payload = x'00ff7b' WHERE kind = 'HistoryFetched'"_s;
    QTest::newRow("no pieces") << u"UPDATE event SET form = 2, payload = x'ffffffffff' WHERE kind = 'HistoryFetched'"_s;
    QTest::newRow("empty") << u"UPDATE event SET form = 0, payload = x'' WHERE kind = 'HistoryFetched'"_s;
    QTest::newRow("other types") << u"UPDATE event SET form = 0, payload = CAST('{\"purpose\":[],\"messages\":7}' AS BLOB) WHERE kind = 'HistoryFetched'"_s;
}

void BadInputTest::damagedRowsAreCountedAndTheRestIsShown()
{
    QFETCH(QString, sql);
    const TurnId turn = ask(u"does it hold?"_s);
    m_desk->complete(m_id, turn, u"It does."_s);
    write(sql);
    lookInto(turn);
    QVERIFY(the<QLabel>("turnTrouble")->isVisible());
    QCOMPARE(the<QLabel>("turnTrouble")->text(), u"One recorded event could not be read; the rest is shown."_s);
    QVERIFY(the<TimelineList>("timeline")->steps()->rowCount() >= 4);
    the<QTabBar>("turnTabs")->setCurrentIndex(2);
    QCOMPARE(the<QPlainTextEdit>("replyText")->toPlainText(), u"It does."_s);
    search(u"does"_s);
    QCOMPARE(the<QListView>("searchList")->model()->rowCount(), 2);
    for (const auto format : {TranscriptFormat::Markdown, TranscriptFormat::Json, TranscriptFormat::Html})
        QVERIFY(written(format, turn).contains(u"It does."));
}

void BadInputTest::aTurnWithoutItsBeginningSaysSo()
{
    const TurnId turn = ask(u"does it hold?"_s);
    m_desk->complete(m_id, turn, u"It does."_s);
    m_desk->complete(m_id, ask(u"and this?"_s), u"It does, too."_s);
    write(u"UPDATE event SET form = 0, payload = x'00' WHERE kind = 'TurnStarted' AND turn = ?"_s, {qint64(turn)});
    lookInto(turn);
    QVERIFY(the<QLabel>("because")->text().contains(u"beginning is not in the record"));
    QVERIFY(!the<TimelineList>("timeline")->isVisible());
    the<QTabBar>("turnTabs")->setCurrentIndex(3);
    QVERIFY(the<QTableView>("eventTable")->model()->rowCount() >= 4);
    QVERIFY2(written(TranscriptFormat::Markdown, turn).contains(u"cannot be exported"), qPrintable(written(TranscriptFormat::Markdown, turn)));
}

void BadInputTest::absurdTimesAreDrawnWithinTheAxis_data()
{
    QTest::addColumn<qint64>("wall");
    QTest::addColumn<qint64>("steady");
    QTest::newRow("long ago") << qint64(-1) << qint64(-1);
    QTest::newRow("the earliest") << least << least;
    QTest::newRow("the latest") << most << most;
    QTest::newRow("mixed") << most << least;
    QTest::newRow("nothing") << qint64(0) << qint64(0);
}

void BadInputTest::absurdTimesAreDrawnWithinTheAxis()
{
    QFETCH(qint64, wall);
    QFETCH(qint64, steady);
    for (const QString &kind : {u"TurnStarted"_s, u"HistoryFetched"_s, u"TurnFinished"_s}) {
        const TurnId turn = ask(u"does it hold?"_s);
        m_desk->complete(m_id, turn, u"It does."_s);
        write(u"UPDATE event SET at = ?, steady = ? WHERE kind = ? AND turn = ?"_s, {wall, steady, kind, qint64(turn)});
        lookInto(turn);
        const TimelineModel *steps = the<TimelineList>("timeline")->steps();
        QVERIFY(steps->lengthMs() >= 0);
        for (int row = 0; row < steps->rowCount(); ++row) {
            QVERIFY(steps->step(row).beginMs >= 0);
            QVERIFY2(steps->endOf(row) >= steps->step(row).beginMs, qPrintable(steps->value(row)));
            QVERIFY(!steps->value(row).isEmpty());
        }
        search(u"does"_s);
        for (const auto format : {TranscriptFormat::Markdown, TranscriptFormat::Json, TranscriptFormat::Html})
            QVERIFY(written(format, turn).contains(u"It does."));
        m_window.reset();
    }
}

void BadInputTest::absurdNumbersAreShown()
{
    const TurnId turn = ask(u"does it hold?"_s, [](TurnStarted &started) {
        started.mergeWaitMs = -5;
        started.historyTokens = std::numeric_limits<int>::min();
        started.promptVersion = -3;
        started.attempt = -1;
        started.traits.tokenRatio = -1e300;
    });
    happen(turn, RateLimited{u"model"_s, most});
    happen(turn, RateLimited{u"nobody"_s, least});
    happen(turn, RequestSent{-1, u"http://[::bad"_s, "{\"messages\":[[]],\"model\":{}}", least, -7});
    RequestFailed failed;
    failed.retryAfterMs = least;
    failed.contextLimit = least;
    happen(turn, failed);
    happen(turn, PartPosted{-2, {}, false});
    ResponseCompleted completed;
    completed.reply.text = u"It does."_s;
    completed.reply.usage = {most, most, least, least, most, std::numeric_limits<double>::infinity()};
    completed.price = {-1e300, 1e300, -1, -1};
    happen(turn, completed);
    happen(turn, TurnFinished{});
    happen(turn, TurnFinished{});
    happen(turn, DeltaReceived{u"after the end"_s, true});
    lookInto(turn);
    QVERIFY(the<TimelineList>("timeline")->steps()->rowCount() > 4);
    for (const auto format : {TranscriptFormat::Markdown, TranscriptFormat::Json, TranscriptFormat::Html})
        QVERIFY(!written(format, turn).isEmpty());
}

void BadInputTest::oddTextsAreShown_data()
{
    QTest::addColumn<QString>("text");
    for (const auto &[name, text] : oddTexts())
        QTest::newRow(name.constData()) << text;
}

void BadInputTest::oddTextsAreShown()
{
    QFETCH(QString, text);
    const TurnId turn = ask(u"needle "_s + text, [&](TurnStarted &started) {
        started.promptText = text;
        started.model = text;
        started.asked[0].author.username = text;
    });
    happen(turn, RequestSent{2, text, "{\"messages\":[{\"role\":\"user\",\"content\":\"" + text.toUtf8() + "\"}]}", 20, 0});
    happen(turn, WriteFailed{WriteStage::History, {ErrorCode::Timeout, text}, true, false});
    m_desk->complete(m_id, turn, u"needle "_s + text);
    lookInto(turn);
    the<QTabBar>("turnTabs")->setCurrentIndex(2);
    QVERIFY(the<QPlainTextEdit>("replyText")->toPlainText().startsWith(u"needle"));
    search(u"needle"_s);
    QCOMPARE(the<QListView>("searchList")->model()->rowCount(), 2);
    for (const auto format : {TranscriptFormat::Markdown, TranscriptFormat::Json, TranscriptFormat::Html})
        QVERIFY(written(format, turn).contains(u"needle"));
}

void BadInputTest::thousandsOfStepsAreShown()
{
    const TurnId turn = ask(u"does it hold?"_s);
    for (int i = 0; i < 3000; ++i)
        happen(turn, DeltaReceived{u"more and more words "_s, i % 2 == 0});
    for (int i = 0; i < 1000; ++i) {
        m_desk->pass(Milliseconds(1));
        happen(turn, RateLimited{u"reply"_s, 5});
        happen(turn, WriteFailed{WriteStage::Post, {ErrorCode::Timeout, u"No answer."_s}, true, false});
    }
    m_desk->complete(m_id, turn, u"It does."_s);
    lookInto(turn);
    QVERIFY(the<TimelineList>("timeline")->steps()->rowCount() > 1000);
    QVERIFY(!written(TranscriptFormat::Html, turn).isEmpty());
}

LOOPFLOW_TEST(BadInputTest)
#include "tst_badinput.moc"
