#include "tests/gui/desk.h"

#include "core/store/memorysecretstore.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace loopflow::test {

using namespace Qt::StringLiterals;

Desk::Desk(QProcessEnvironment environment, std::unique_ptr<SecretStore> keychain)
{
    Setup setup;
    setup.temporary = true;
    setup.environment = std::move(environment);
    setup.keychain = keychain ? std::move(keychain) : std::make_unique<MemorySecretStore>();
    auto app = Application::open(std::move(setup));
    if (!app)
        qFatal("%s", qPrintable(app.error().message));
    m_app = std::move(*app);
    log().setClock([this] { return now(); });
}

UiServices Desk::services()
{
    UiServices services;
    services.mates = &m_app->mates();
    services.supervisor = &m_app->supervisor();
    services.log = &m_app->log();
    services.record = &m_app->record();
    services.search = &m_app->search();
    services.replayer = &m_app->replayer();
    services.replayMarks = &m_app->replayMarks();
    services.settings = &m_app->settings();
    services.credentials = &m_app->credentials();
    services.localModels = &m_app->localModels();
    services.onboarding = &m_app->onboarding();
    services.practice = &m_app->practice();
    services.health = &m_app->health();
    services.logBook = &m_logBook;
    services.networking = &m_app->networking();
    services.dataFolder = m_app->folder();
    services.languages = {u"en"_s, u"de"_s};
    services.pictures = &m_app->pictures();
    services.providers = {{u"anthropic"_s, u"Anthropic"_s, u"ANTHROPIC_API_KEY"_s, false},
        {u"openai"_s, u"OpenAI"_s, u"OPENAI_API_KEY"_s, false},
        {u"ollama"_s, u"Ollama"_s, {}, true}};
    services.testModel = [this](const Mate &mate, QObject *context, Callback<QString> callback) {
        m_app->modelTest().run(mate, context, std::move(callback));
    };
    return services;
}

void Desk::spoil(const QString &statement)
{
    const QString name = u"spoil"_s;
    if (const auto written = m_app->record().flush(); !written)
        qFatal("%s", qPrintable(written.error().message));
    {
        auto sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        sql.setDatabaseName(m_app->folder() + u"/loopflow.sqlite"_s);
        sql.open();
        QSqlQuery query(sql);
        if (!query.exec(statement))
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(name);
}

Mate Desk::addMate(const QString &name, const QString &prompt)
{
    Mate mate;
    mate.identifier = identifierOf(name);
    mate.name = name;
    mate.provider = u"anthropic"_s;
    mate.model = u"claude-sonnet-5-5"_s;
    mate.bot = {quint64(1000 + ++m_nextId)};
    mate.application = {mate.bot.value};
    mate.paused = true;
    auto added = m_app->mates().add(mate, prompt);
    if (!added)
        qFatal("%s", qPrintable(added.error().message));
    return *added;
}

void Desk::stopClock()
{
    m_stopped = readClock();
}

TimePoint Desk::now() const
{
    const TimePoint present = m_stopped.value_or(readClock());
    return {present.steady - m_lag, present.wall - m_lag};
}

discord::Message Desk::message(
    discord::ChannelId channel, const QString &author, const QString &text)
{
    discord::Message message;
    message.id = discord::MessageId::at(now().wall);
    message.id.value += quint64(++m_nextId);
    message.channel = channel;
    message.author.id = {qHash(author) % 100000 + 1};
    message.author.username = author;
    message.content = text;
    return message;
}

discord::Message Desk::seen(
    const ConversationId &conversation, const QString &author, const QString &text)
{
    const discord::Message written = message(conversation.channel, author, text);
    log().append(conversation, MessageSeen{written});
    return written;
}

TurnId Desk::begin(const ConversationId &conversation, const discord::Message &asked)
{
    TurnStarted started;
    started.asked = {asked};
    started.channel = conversation.channel;
    started.promptVersion = 7;
    started.promptText = u"You are helpful."_s;
    started.provider = u"anthropic"_s;
    started.model = u"claude-sonnet-5-5"_s;
    const TurnId turn = log().begin(conversation, started);
    log().append(conversation, turn, RequestSent{});
    return turn;
}

void Desk::stream(const ConversationId &conversation, TurnId turn, const QString &text)
{
    log().append(conversation, turn, DeltaReceived{text, false});
}

void Desk::complete(const ConversationId &conversation, TurnId turn, const QString &text, Milliseconds took)
{
    pass(took);
    ResponseCompleted done;
    done.reply.text = text;
    done.reply.usage.input = 1204;
    done.reply.usage.output = 96;
    done.price.input = 3;
    done.price.output = 15;
    log().append(conversation, turn, done);
    log().append(conversation, turn, PartPosted{0, {quint64(++m_nextId)}, false});
    log().append(conversation, turn, TurnFinished{});
}

void Desk::fail(const ConversationId &conversation, TurnId turn, const QString &sentence)
{
    log().append(conversation, turn, TurnFailed{u"model"_s, {ErrorCode::Unavailable, sentence}});
}

QSize pictureSize()
{
    const QStringList edges = qEnvironmentVariable("LOOPFLOW_SCREENSHOT_SIZE", u"1280x800"_s).split(u'x');
    return {edges.value(0).toInt(), edges.value(1).toInt()};
}

} // namespace loopflow::test
