// The practice servers as a program, for judges that are not written in C++.
// Prints one JSON line with addresses and tokens, then obeys one JSON command a line from stdin
// until it ends.
#include "core/practice/discordserver.h"
#include "core/practice/languagemodel.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSocketNotifier>

#include <cstdio>
#include <map>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;

namespace {

void print(const QJsonObject &json)
{
    const QByteArray line = QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
    std::fputs(line.constData(), stdout);
    std::fflush(stdout);
}

QJsonObject failure(const Error &error)
{
    return {{u"error"_s, error.message}};
}

class Program : public QObject {
public:
    Program()
        : m_stdin(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_stdin, &QSocketNotifier::activated, this, [this] { read(); });
    }
    bool start();

private:
    void read();
    using Command = QJsonObject (Program::*)(const QJsonObject &);
    static const std::map<QString, Command> &commands();
    QJsonObject obey(const QJsonObject &command);
    QJsonObject say(const QJsonObject &command);
    QJsonObject addPerson(const QJsonObject &command);
    QJsonObject forgetNonces(const QJsonObject &command);
    QJsonObject edit(const QJsonObject &command);
    QJsonObject erase(const QJsonObject &command);
    QJsonObject type(const QJsonObject &command);
    QJsonObject join(const QJsonObject &command);
    QJsonObject leave(const QJsonObject &command);
    QJsonObject drop(const QJsonObject &command);
    QJsonObject reconnect(const QJsonObject &command);
    QJsonObject invalidate(const QJsonObject &command);
    QJsonObject count(const QJsonObject &command);
    QJsonObject messages(const QJsonObject &command);
    QJsonObject setFaults(const QJsonObject &command);
    QJsonObject setModelFaults(const QJsonObject &command);

    DiscordServer m_discord;
    LanguageModel m_model;
    DiscordServer::Account m_person;
    DiscordServer::Account m_bot;
    DiscordServer::Account m_otherBot;
    discord::ChannelId m_dm;
    QSocketNotifier m_stdin;
    QByteArray m_input;
};

bool Program::start()
{
    for (const Result<void> &started : {m_discord.start(), m_model.start()}) {
        if (!started) {
            std::fputs(qPrintable(started.error().message + u'\n'), stderr);
            return false;
        }
    }
    m_person = m_discord.addPerson(u"Ana"_s);
    m_bot = m_discord.addBot(u"Maya"_s);
    m_otherBot = m_discord.addBot(u"Merlin"_s);
    m_dm = m_discord.dm(m_bot.id, m_person.id);
    print({
        {u"api"_s, m_discord.api().toString()},
        {u"gateway"_s, m_discord.gateway().toString()},
        {u"guild"_s, m_discord.guild().toString()},
        {u"llm"_s, m_model.baseUrl().toString()},
        {u"person"_s, QJsonObject{{u"id"_s, m_person.id.toString()}, {u"token"_s, m_person.token}}},
        {u"bot"_s,
            QJsonObject{{u"id"_s, m_bot.id.toString()}, {u"token"_s, m_bot.token},
                {u"dm"_s, m_dm.toString()}}},
        {u"other"_s,
            QJsonObject{{u"id"_s, m_otherBot.id.toString()}, {u"token"_s, m_otherBot.token}}},
    });
    return true;
}

void Program::read()
{
    char bytes[4096];
    const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (count <= 0)
        return QCoreApplication::quit();
    m_input.append(bytes, static_cast<qsizetype>(count));
    for (qsizetype end = m_input.indexOf('\n'); end >= 0; end = m_input.indexOf('\n')) {
        const QJsonDocument command = QJsonDocument::fromJson(m_input.first(end));
        m_input.remove(0, end + 1);
        print(obey(command.object()));
    }
}

QJsonObject Program::obey(const QJsonObject &command)
{
    const QString name = command["do"_L1].toString();
    const auto found = commands().find(name);
    return found == commands().end() ? QJsonObject{{u"error"_s, u"Unknown command: %1"_s.arg(name)}}
                                     : (this->*found->second)(command);
}

const std::map<QString, Program::Command> &Program::commands()
{
    static const std::map<QString, Command> table{
        {u"say"_s, &Program::say},
        {u"addPerson"_s, &Program::addPerson},
        {u"forgetNonces"_s, &Program::forgetNonces},
        {u"edit"_s, &Program::edit},
        {u"erase"_s, &Program::erase},
        {u"type"_s, &Program::type},
        {u"join"_s, &Program::join},
        {u"leave"_s, &Program::leave},
        {u"drop"_s, &Program::drop},
        {u"reconnect"_s, &Program::reconnect},
        {u"invalidate"_s, &Program::invalidate},
        {u"count"_s, &Program::count},
        {u"messages"_s, &Program::messages},
        {u"faults"_s, &Program::setFaults},
        {u"modelFaults"_s, &Program::setModelFaults},
    };
    return table;
}

QJsonObject Program::say(const QJsonObject &command)
{
    const auto said = m_discord.say(m_person.id, m_dm, command["text"_L1].toString());
    return said ? QJsonObject{{u"id"_s, said->toString()}} : failure(said.error());
}

QJsonObject Program::addPerson(const QJsonObject &command)
{
    const auto person = m_discord.addPerson(command["text"_L1].toString());
    return {{u"id"_s, person.id.toString()}, {u"token"_s, person.token},
        {u"dm"_s, m_discord.dm(m_bot.id, person.id).toString()}};
}

QJsonObject Program::forgetNonces(const QJsonObject &)
{
    m_discord.forgetNonces();
    return {};
}

QJsonObject Program::edit(const QJsonObject &command)
{
    const auto edited = m_discord.edit(m_person.id,
        discord::MessageId::fromJson(command["message"_L1]), command["text"_L1].toString());
    return edited ? QJsonObject() : failure(edited.error());
}

QJsonObject Program::erase(const QJsonObject &command)
{
    const auto erased =
        m_discord.erase(m_person.id, discord::MessageId::fromJson(command["message"_L1]));
    return erased ? QJsonObject() : failure(erased.error());
}

QJsonObject Program::type(const QJsonObject &)
{
    m_discord.type(m_person.id, m_dm);
    return {};
}

QJsonObject Program::join(const QJsonObject &)
{
    m_discord.join(m_bot.id);
    return {};
}

QJsonObject Program::leave(const QJsonObject &)
{
    m_discord.leave(m_bot.id);
    return {};
}

QJsonObject Program::drop(const QJsonObject &command)
{
    m_discord.drop(m_bot.id, static_cast<quint16>(command["code"_L1].toInt()));
    return {};
}

QJsonObject Program::reconnect(const QJsonObject &)
{
    m_discord.askToReconnect(m_bot.id);
    return {};
}

QJsonObject Program::invalidate(const QJsonObject &command)
{
    m_discord.invalidateSession(m_bot.id, command["resumable"_L1].toBool());
    return {};
}

QJsonObject Program::count(const QJsonObject &command)
{
    return {{u"count"_s, m_discord.count(command["text"_L1].toString())}};
}

QJsonObject Program::messages(const QJsonObject &)
{
    QJsonArray list;
    for (const QJsonObject &json : m_discord.messages(m_dm))
        list.append(json);
    return {{u"messages"_s, list}};
}

QJsonObject Program::setFaults(const QJsonObject &command)
{
    const QJsonObject json = command["faults"_L1].toObject();
    Faults faults;
    faults.delayMs = json["delayMs"_L1].toInt(faults.delayMs);
    faults.silentHeartbeats = json["silentHeartbeats"_L1].toBool();
    faults.refuseResume = json["refuseResume"_L1].toBool();
    faults.failEvery = json["failEvery"_L1].toInt();
    faults.failStatus = json["failStatus"_L1].toInt(faults.failStatus);
    faults.failAfterEffect = json["failAfterEffect"_L1].toBool();
    faults.limitEvery = json["limitEvery"_L1].toInt();
    faults.limitRetryAfter = json["limitRetryAfter"_L1].toDouble(faults.limitRetryAfter);
    faults.realLimits = json["realLimits"_L1].toBool();
    faults.heartbeatIntervalMs = json["heartbeatIntervalMs"_L1].toInt(faults.heartbeatIntervalMs);
    m_discord.faults() = faults;
    return {};
}

QJsonObject Program::setModelFaults(const QJsonObject &command)
{
    const QJsonObject json = command["faults"_L1].toObject();
    ModelFaults faults;
    faults.tokenMs = json["tokenMs"_L1].toInt();
    faults.failEvery = json["failEvery"_L1].toInt();
    faults.failStatus = json["failStatus"_L1].toInt(faults.failStatus);
    faults.cutEvery = json["cutEvery"_L1].toInt();
    faults.answer = json["answer"_L1].toString();
    m_model.faults() = faults;
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    Program program;
    return program.start() ? QCoreApplication::exec() : 1;
}
