#include "tests/whole/world.h"

#include "core/store/memorysecretstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

namespace loopflow::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 15000; // ms; far beyond what any of this takes
}

World::World()
{
    if (!discord.start() || !model.start())
        qFatal("the practice servers do not start");
    ana = discord.addPerson(u"ana"_s);
    maya = discord.addBot(u"Maya"_s);
    dm = discord.dm(maya.id, ana.id);
    token = maya.token;
    model.faults().tokenMs = 0;
    model.faults().answer = u"Certainly."_s;
}

World::~World() = default;

void World::start(bool untilOnline)
{
    Setup setup;
    setup.dataFolder = m_folder.path();
    setup.settings = settings;
    setup.keychain = std::make_unique<MemorySecretStore>();
    setup.environment.insert(u"LOOPFLOW_DISCORD_API"_s, discord.api().toString());
    setup.environment.insert(u"LOOPFLOW_TOKEN_MAYA"_s, token);
    setup.environment.insert(u"OPENAI_API_KEY"_s, QString::fromUtf8(key));
    auto app = Application::open(std::move(setup));
    if (!app)
        qFatal("%s", qPrintable(app.error().message));
    m_app = *std::move(app);
    if (const auto known = m_app->mates().find(u"maya"_s)) {
        m_mate = known->id;
    } else {
        Mate mate;
        mate.identifier = u"maya"_s;
        mate.name = u"Maya"_s;
        mate.provider = u"openai"_s;
        mate.baseUrl = model.baseUrl().toString();
        mate.model = QString::fromUtf8(practice::LanguageModel::modelId);
        mate.bot = maya.id;
        const auto added = m_app->mates().add(mate, u"You are {{mate}}."_s);
        if (!added)
            qFatal("%s", qPrintable(added.error().message));
        m_mate = added->id;
    }
    m_app->startMates();
    if (untilOnline && !QTest::qWaitFor([&] { return state().phase == MatePhase::Online; }, patience))
        qFatal("Maya does not come online: %s", qPrintable(inWords(state(), readClock())));
}

void World::stop()
{
    QSignalSpy stopped(&m_app->supervisor(), &Supervisor::stopped);
    m_app->supervisor().shutDown();
    if (stopped.isEmpty() && !stopped.wait(patience))
        qFatal("Loopflow does not stop");
    m_app.reset();
}

void World::lose() { m_app.reset(); }

discord::MessageId World::say(const QString &text)
{
    const auto said = discord.say(ana.id, dm, text);
    if (!said)
        qFatal("%s", qPrintable(said.error().message));
    return *said;
}

QList<QJsonObject> World::posts() const
{
    QList<QJsonObject> own;
    for (const QJsonObject &message : discord.messages(dm)) {
        if (message["author"_L1]["id"_L1].toString() == maya.id.toString())
            own << message;
    }
    return own;
}

QStringList World::replies() const
{
    QStringList texts;
    for (const QJsonObject &message : posts())
        texts << message["content"_L1].toString();
    return texts;
}

bool World::untilReplies(qsizetype count)
{
    return QTest::qWaitFor([&] { return posts().size() >= count; }, patience);
}

bool World::untilQuiet()
{
    return QTest::qWaitFor(
        [&] {
            if (state().answering > 0)
                return false;
            const auto open = m_app->journal().unsettled(m_mate);
            return open && open->isEmpty();
        },
        patience);
}

QStringList World::modelSaw() const
{
    QStringList lines;
    const QJsonArray messages = QJsonDocument::fromJson(model.lastRequest())["messages"_L1].toArray();
    for (const QJsonValue &message : messages)
        lines << message["role"_L1].toString() + u": "_s + message["content"_L1].toString();
    return lines;
}

QList<LogRecord> World::recorded()
{
    if (const auto flushed = m_app->record().flush(); !flushed)
        qFatal("%s", qPrintable(flushed.error().message));
    auto records = m_app->record().read({m_mate, dm});
    if (!records)
        qFatal("%s", qPrintable(records.error().message));
    return *std::move(records);
}

} // namespace loopflow::test
