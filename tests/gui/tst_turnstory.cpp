#include "core/base/secretmask.h"
#include "core/conversation/prompt.h"
#include "core/llm/provider.h"
#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationview.h"
#include "ui/inspector/turnpane.h"
#include "ui/mainwindow.h"
#include "ui/transcript/turnstory.h"
#include "ui/widgets/noticebar.h"

#include <QAction>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class TurnStoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void jsonHoldsTheWholeTurn();
    void markdownHoldsTheWholeTurn();
    void htmlDrawsTheTimelineAndLoadsNothing();
    void replaysAreLabelledAndMarked();
    void noTextEndsItsPlace_data();
    void noTextEndsItsPlace();
    void noSecretOfThisProcessIsInAnyOfThem();
    void aTurnThatRunsIsToldAsFarAsItHasCome();
    void saysWhatIsNotThere();
    void theWindowExportsTheTurnThatIsLookedInto();

private:
    TurnStarted setup(const QString &question);
    TurnId run(TurnStarted setup, const QString &reply);
    TurnStory story(TurnId turn);
    QString text(TranscriptFormat format, TurnId turn) { return QString::fromUtf8(writtenStory(format, story(turn))); }
    QJsonObject json(TurnId turn);

    std::unique_ptr<Desk> m_desk;
    Mate m_mate;
    ConversationId m_id;
};

void TurnStoryTest::init()
{
    QSettings(u"Loopflow"_s, u"Loopflow"_s).clear();
    m_desk = std::make_unique<Desk>();
    m_desk->goBack(Milliseconds(60000));
    m_mate = m_desk->addMate(u"Maya"_s);
    m_id = {m_mate.id, {101}};
}

TurnStarted TurnStoryTest::setup(const QString &question)
{
    TurnStarted started;
    started.asked = {m_desk->seen(m_id, u"ana"_s, question)};
    started.channel = m_id.channel;
    started.bot = m_mate.bot;
    started.promptVersion = 7;
    started.promptText = u"You are Maya."_s;
    started.provider = u"openai"_s;
    started.baseUrl = u"http://127.0.0.1:1/v1"_s;
    started.model = u"m-1"_s;
    started.historyTokens = 10;
    return started;
}

/// As a turn really goes, with a history of which the budget cuts the most; an empty reply: it goes on.
TurnId TurnStoryTest::run(TurnStarted started, const QString &reply)
{
    HistoryFetched history;
    for (int i = 0; i < 4; ++i) {
        discord::Message said = m_desk->message(m_id.channel, u"ana"_s, u"earlier words, number %1 of them"_s.arg(i));
        said.id.value = started.asked.constFirst().id.value - (quint64(60 - i) << 30);
        history.messages << said;
    }
    const TurnId turn = m_desk->log().begin(m_id, started);
    m_desk->pass(Milliseconds(80));
    m_desk->log().append(m_id, turn, history);
    const BuiltRequest built = buildRequest(started, history, started.historyTokens);
    const HttpRequest request
        = llm::dialect(started.provider).encode(built.request, {started.provider, QUrl(started.baseUrl), {}}, {});
    m_desk->log().append(m_id, turn, RequestSent{1, request.url.toString(), request.body, built.estimatedTokens, built.leftOut});
    m_desk->pass(Milliseconds(600));
    if (!reply.isEmpty())
        m_desk->complete(m_id, turn, reply);
    return turn;
}

TurnStory TurnStoryTest::story(TurnId turn)
{
    if (!m_desk->app().record().flush())
        qFatal("the record cannot be written");
    const auto story = readStory(
        turn, {&m_desk->app().record(), &m_desk->app().replayMarks(), &m_desk->mates()}, readClock());
    if (!story)
        qFatal("%s", qPrintable(story.error().message));
    return *story;
}

QJsonObject TurnStoryTest::json(TurnId turn)
{
    return QJsonDocument::fromJson(text(TranscriptFormat::Json, turn).toUtf8()).object();
}

void TurnStoryTest::jsonHoldsTheWholeTurn()
{
    const QJsonObject whole = json(run(setup(u"is the disk full?"_s), u"It is."_s));
    QCOMPARE(whole[u"format"].toString(), u"loopflow-turn"_s);
    QCOMPARE(whole[u"version"].toInt(), 1);
    QCOMPARE(whole[u"mate"].toString(), u"Maya"_s);
    QCOMPARE(whole[u"person"].toString(), u"ana"_s);
    QCOMPARE(whole[u"asked"][0][u"text"].toString(), u"is the disk full?"_s);
    QCOMPARE(whole[u"turn"][u"text"].toString(), u"It is."_s);
    QCOMPARE(whole[u"turn"][u"state"].toString(), u"done"_s);
    QCOMPARE(whole[u"turn"][u"prompt"].toString(), u"You are Maya."_s);
    QCOMPARE(whole[u"turn"][u"tokensIn"].toInt(), 1204);
    QVERIFY(whole[u"turn"][u"dollars"].toDouble() > 0);
    QStringList steps;
    for (const QJsonValue &step : whole[u"steps"].toArray())
        steps << step[u"step"].toString();
    QCOMPARE(steps.first(3).join(u' '), u"received history request"_s);
    QCOMPARE(whole[u"steps"][1][u"end"].toInt(), 80);
    const QJsonObject request = whole[u"requests"][0].toObject();
    QVERIFY(QJsonDocument::fromJson(request[u"body"].toString().toUtf8()).object().contains(u"messages"_s)); // as sent
    QCOMPARE(request[u"messages"][0][u"role"].toString(), u"system"_s);
    QVERIFY(request[u"leftOut"].toArray().size() >= 2);
    QVERIFY(request[u"leftOut"][0][u"text"].toString().contains(u"earlier words"));
    QVERIFY(whole[u"replays"].toArray().isEmpty());
}

void TurnStoryTest::markdownHoldsTheWholeTurn()
{
    const TurnId turn = run(setup(u"is the disk **full**?"_s), u"It is."_s);
    const QString page = text(TranscriptFormat::Markdown, turn);
    QVERIFY(page.startsWith(u"# Maya with ana\n"));
    for (const QString &part : {u"Turn %1\n"_s.arg(qint64(turn)), u"## Question\n"_s, u"\nis the disk **full**?\n"_s, u"## Reply\n"_s,
             u"\nIt is.\n"_s, u"1,204 in · 96 out"_s, u"## Timeline\n"_s, u"| history | 0 ms | 80 ms |"_s, u"## Request\n"_s,
             u"```\nYou are Maya.\n```"_s, u"older messages"_s, u"Answered because it is a direct message"_s})
        QVERIFY2(page.contains(part), qPrintable(part + u"\n---\n"_s + page));
    QVERIFY(!page.contains(u"## Replay"));
}

void TurnStoryTest::htmlDrawsTheTimelineAndLoadsNothing()
{
    const QString page = text(TranscriptFormat::Html, run(setup(u"full?"_s), u"**It is.**"_s));
    QVERIFY(page.contains(u"<b>It is.</b>"));
    QVERIFY(page.contains(u"<pre>You are Maya.</pre>"));
    static const QRegularExpression bar(u"<td class=\"number\">8\\d ms</td><td class=\"axis\"><i style=\"margin-inline-start:0.0%;width:1\\d\\.\\d%\">"_s);
    QVERIFY2(page.contains(bar), qPrintable(page.section(u"<table>"_s, 1)));
    for (const QString &loader : {u"src="_s, u"url("_s, u"@import"_s, u"<link"_s, u"<script"_s, u"<img"_s})
        QVERIFY2(!page.contains(loader), qPrintable(loader));
    QVERIFY(page.endsWith(u"</html>\n"));
}

void TurnStoryTest::replaysAreLabelledAndMarked()
{
    const TurnStarted asked = setup(u"full?"_s);
    const TurnId turn = run(asked, u"It is."_s);
    TurnStarted again = asked;
    again.replayOf = turn;
    const TurnId exact = run(again, u"It certainly is."_s);
    again.promptText = u"Rhyme."_s;
    const TurnId changed = run(again, u"Full, so dull."_s);
    QVERIFY(m_desk->app().replayMarks().set(changed, {ReplayVerdict::Better, u"rhymes at last"_s}));
    const QJsonObject whole = json(turn);
    QCOMPARE(whole[u"replays"].toArray().size(), 2);
    QCOMPARE(whole[u"replays"][0][u"label"].toString(), u"exact"_s);
    QCOMPARE(whole[u"replays"][0][u"text"].toString(), u"It certainly is."_s);
    QVERIFY(!whole[u"replays"][0].toObject().contains(u"mark"_s));
    QCOMPARE(whole[u"replays"][1][u"id"].toInteger(), qint64(changed));
    QCOMPARE(whole[u"replays"][1][u"label"].toString(), u"changed"_s);
    QCOMPARE(whole[u"replays"][1][u"mark"].toString(), u"better"_s);
    QCOMPARE(whole[u"replays"][1][u"note"].toString(), u"rhymes at last"_s);
    const QString page = text(TranscriptFormat::Markdown, turn);
    QVERIFY(page.contains(u"## Replay: turn %1\n\nexact · m-1\n"_s.arg(qint64(exact))));
    QVERIFY(page.contains(u"\nwith changes · marked as better · m-1\n\nrhymes at last\n"_s));
    QVERIFY(page.contains(u"\nFull, so dull.\n"_s));
    QVERIFY(text(TranscriptFormat::Html, changed).contains(u"a replay of turn %1"_s.arg(qint64(turn))));
    QCOMPARE(json(changed)[u"turn"][u"replayOf"].toInteger(), qint64(turn));
}

void TurnStoryTest::noTextEndsItsPlace_data()
{
    QTest::addColumn<QString>("hostile");
    QTest::newRow("markup") << u"</pre><script>alert(1)</script>"_s;
    QTest::newRow("a fence") << u"```\n````\n# not a heading"_s;
    QTest::newRow("a table") << u"a | b\n|---|"_s;
    QTest::newRow("control characters") << u"a\u202e\u2066b\x01"_s + QChar(0) + u"c"_s + QChar(0xd83d) + u"d"_s;
}

void TurnStoryTest::noTextEndsItsPlace()
{
    QFETCH(QString, hostile);
    TurnStarted started = setup(hostile);
    started.promptText = hostile;
    started.model = hostile;
    const TurnId turn = run(started, hostile);
    m_desk->fail(m_id, turn, hostile);
    const QString page = text(TranscriptFormat::Html, turn);
    QVERIFY2(!page.contains(u"<script"), qPrintable(page));
    QJsonParseError error;
    QJsonDocument::fromJson(writtenStory(TranscriptFormat::Json, story(turn)), &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    const QString markdown = text(TranscriptFormat::Markdown, turn);
    if (hostile.contains(u"````"_s))
        QVERIFY2(markdown.contains(u"\n`````\n```\n````\n# not a heading\n`````\n"_s), qPrintable(markdown));
    for (const QString &line : markdown.section(u"| Step |"_s, 1).section(u"\n\n"_s, 0, 0).split(u'\n')) {
        if (line.startsWith(u"| "_s))
            QCOMPARE(QString(line).remove(u"\\|"_s).count(u'|'), 5);
    }
}

void TurnStoryTest::noSecretOfThisProcessIsInAnyOfThem()
{
    hideInLogs(Secret(QByteArray("sk-secret-of-this-process")));
    TurnStarted started = setup(u"my key is sk-secret-of-this-process"_s);
    started.promptText = u"The key: sk-secret-of-this-process"_s;
    started.baseUrl = u"http://127.0.0.1:1/v1?key=sk-secret-of-this-process"_s;
    const TurnId turn = run(started, u"sk-secret-of-this-process it is"_s);
    for (const auto format : {TranscriptFormat::Markdown, TranscriptFormat::Json, TranscriptFormat::Html}) {
        QVERIFY(text(format, turn).contains(u"my key is"));
        QVERIFY(!text(format, turn).contains(u"sk-secret"));
    }
}

void TurnStoryTest::aTurnThatRunsIsToldAsFarAsItHasCome()
{
    const TurnId turn = run(setup(u"full?"_s), {});
    const QJsonObject whole = json(turn);
    QCOMPARE(whole[u"turn"][u"state"].toString(), u"waiting"_s);
    const QJsonObject last = whole[u"steps"].toArray().last().toObject();
    QCOMPARE(last[u"step"].toString(), u"firstToken"_s);
    QVERIFY(!last.contains(u"end"_s));
    const QString page = text(TranscriptFormat::Markdown, turn);
    QVERIFY(page.contains(u"| posted |  | not yet |"_s));
}

void TurnStoryTest::saysWhatIsNotThere()
{
    const auto none = readStory(
        TurnId{999}, {&m_desk->app().record(), &m_desk->app().replayMarks(), &m_desk->mates()}, readClock());
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    QVERIFY(none.error().message.contains(u"no such turn"));
    const TurnId turn = run(setup(u"full?"_s), u"It is."_s);
    QVERIFY(m_desk->app().record().flush());
    QVERIFY(m_desk->mates().remove(m_mate.id));
    const auto gone = readStory(
        turn, {&m_desk->app().record(), &m_desk->app().replayMarks(), &m_desk->mates()}, readClock());
    if (gone) // the record may outlive its mate
        QVERIFY(gone->head.mate.contains(u"removed"));
}

void TurnStoryTest::theWindowExportsTheTurnThatIsLookedInto()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const TurnId turn = run(setup(u"is the disk full?"_s), u"It is."_s);
    MainWindow window(m_desk->services());
    window.show();
    auto *action = find<QAction>(&window, "exportTurn");
    auto *view = find<ConversationView>(&window, "conversationView");
    QTRY_COMPARE(view->model()->rowCount(), 2);
    view->setCurrentIndex(view->model()->index(0, 0));
    QVERIFY(!action->isEnabled()); // a person's message is no turn
    view->setCurrentIndex(view->model()->index(1, 0));
    QVERIFY(action->isEnabled());
    find<QAction>(&window, "inspectTurn")->trigger();
    auto *button = find<QPushButton>(&window, "exportTurnButton");
    QVERIFY(button->isVisible());
    view->setCurrentIndex({});
    button->click();
    auto *dialog = find<QFileDialog>(&window, "exportDialog");
    QVERIFY(dialog->selectedFiles().first().endsWith(u"Turn %1.html"_s.arg(qint64(turn))));
    const QTemporaryDir folder;
    Q_EMIT dialog->fileSelected(folder.filePath(u"turn.json"_s));
    dialog->close();
    QVERIFY(find<NoticeBar>(&window, "noticeBar")->text().contains(u"was written to turn.json"));
    QFile file(folder.filePath(u"turn.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll())[u"turn"][u"id"].toInteger(), qint64(turn));
    find<TurnPane>(&window, "turnPane")->showTurn({});
    QVERIFY(!button->isVisible());
    QVERIFY(!action->isEnabled());
}

LOOPFLOW_TEST(TurnStoryTest)
#include "tst_turnstory.moc"
