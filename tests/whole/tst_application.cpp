#include "tests/support/test.h"

#include "app/application.h"
#include "core/store/memorysecretstore.h"

#include <QDir>

using namespace loopflow;
using namespace Qt::StringLiterals;

static Mate ana()
{
    Mate mate;
    mate.identifier = u"ana"_s;
    mate.name = u"Ana"_s;
    return mate;
}

class TestApplication : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTemporaryFolderIsGoneAfterwards();
    void refusesASettingThatIsNotKnown();
    void theLogIsRecordedAndGoesOnAfterARestart();
    void oldRecordsAreRemoved();
    void aServerInTheSettingsStandsForTheVariable();

private:
    Setup setupIn(const QString &folder);
    static LogRecord seen(MateId mate, qint64 wallMs);
};

Setup TestApplication::setupIn(const QString &folder)
{
    Setup setup;
    setup.dataFolder = folder;
    setup.keychain = std::make_unique<MemorySecretStore>();
    return setup;
}

void TestApplication::aTemporaryFolderIsGoneAfterwards()
{
    Setup setup = setupIn({});
    setup.temporary = true;
    auto application = Application::open(std::move(setup));
    QVERIFY(application);
    const QString folder = (*application)->folder();
    QVERIFY(QDir(folder).exists());
    application->reset();
    QVERIFY(!QDir(folder).exists());
}

void TestApplication::refusesASettingThatIsNotKnown()
{
    const QTemporaryDir folder;
    Setup setup = setupIn(folder.path());
    setup.settings = {{u"no.such"_s, u"1"_s}};
    const auto application = Application::open(std::move(setup));
    QVERIFY(!application);
    QCOMPARE(application.error().code, ErrorCode::Invalid);
    QVERIFY2(application.error().message.contains(u"no.such"), qPrintable(application.error().message));
}

void TestApplication::theLogIsRecordedAndGoesOnAfterARestart()
{
    const QTemporaryDir folder;
    ConversationId conversation;
    {
        const auto application = Application::open(setupIn(folder.path()));
        QVERIFY(application);
        const auto mate = (*application)->mates().add(ana(), u"You are Ana."_s);
        QVERIFY(mate);
        conversation = {mate->id, {42}};
        (*application)->log().append(conversation, MessageDeleted{{7}});
    }
    const auto application = Application::open(setupIn(folder.path()));
    QVERIFY(application);
    (*application)->log().append(conversation, MessageDeleted{{8}});
    const auto records = (*application)->record().read(conversation);
    QVERIFY(records);
    QCOMPARE(records->size(), 2);
    QVERIFY(records->at(0).seq < records->at(1).seq);
}

void TestApplication::oldRecordsAreRemoved()
{
    const QTemporaryDir folder;
    Setup setup = setupIn(folder.path());
    setup.settings = {{u"record.days"_s, u"2"_s}};
    const auto application = Application::open(std::move(setup));
    QVERIFY(application);
    const auto mate = (*application)->mates().add(ana(), u"You are Ana."_s);
    QVERIFY(mate);
    const qint64 now = readClock().wall.count();
    const qint64 day = 24 * 60 * 60 * 1000;
    (*application)->record().append(seen(mate->id, now - 3 * day));
    (*application)->record().append(seen(mate->id, now - day));
    QVERIFY((*application)->record().flush());
    (*application)->removeOldRecords();
    QTRY_COMPARE((*application)->record().read({mate->id, {42}})->size(), 1);
    const auto records = (*application)->record().read({mate->id, {42}});
    QVERIFY(records->at(0).at.wall.count() > now - 2 * day);
}

void TestApplication::aServerInTheSettingsStandsForTheVariable()
{
    const QTemporaryDir folder;
    Setup setup = setupIn(folder.path());
    setup.environment.insert(u"LOOPFLOW_DISCORD_API"_s, u"http://127.0.0.1:1/api/v10"_s);
    setup.settings = {{u"discord.api"_s, u"http://127.0.0.1:2/api/v10"_s}};
    const auto application = Application::open(std::move(setup));
    QVERIFY(application);
    const auto home = (*application)->credentials().defaultHome();
    QVERIFY(home);
    QCOMPARE(home->port(), 2);
}

LogRecord TestApplication::seen(MateId mate, qint64 wallMs)
{
    static qint64 seq = 0;
    ++seq;
    return {seq, {{}, Milliseconds(wallMs)}, {mate, {42}}, {},
        ChannelEvent(MessageDeleted{{static_cast<quint64>(seq)}})};
}

LOOPFLOW_TEST(TestApplication)
#include "tst_application.moc"
