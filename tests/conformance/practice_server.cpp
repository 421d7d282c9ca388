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
#include <functional>
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
    QJsonObject obey(const QJsonObject &command);
    QJsonObject setFaults(const QJsonObject &faults);
    QJsonObject setModelFaults(const QJsonObject &faults);

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
    const auto message = discord::MessageId::fromJson(command["message"_L1]);
    const QString text = command["text"_L1].toString();
    const QString name = command["do"_L1].toString();
    const std::map<QString, std::function<QJsonObject()>> commands{
        {u"say"_s,
            [&]() -> QJsonObject {
                const auto said = m_discord.say(m_person.id, m_dm, text);
                return said ? QJsonObject{{u"id"_s, said->toString()}}
                            : QJsonObject{{u"error"_s, said.error().message}};
            }},
        {u"addPerson"_s,
            [&] {
                const auto person = m_discord.addPerson(text);
                return QJsonObject{{u"id"_s, person.id.toString()}, {u"token"_s, person.token},
                    {u"dm"_s, m_discord.dm(m_bot.id, person.id).toString()}};
            }},
        {u"edit"_s,
            [&] {
                return QJsonObject{{u"ok"_s, bool(m_discord.edit(m_person.id, message, text))}};
            }},
        {u"erase"_s,
            [&] {
                return QJsonObject{{u"ok"_s, bool(m_discord.erase(m_person.id, message))}};
            }},
        {u"type"_s, [&] { return m_discord.type(m_person.id, m_dm), QJsonObject(); }},
        {u"drop"_s,
            [&] {
                m_discord.drop(m_bot.id, static_cast<quint16>(command["code"_L1].toInt()));
                return QJsonObject();
            }},
        {u"reconnect"_s, [&] { return m_discord.askToReconnect(m_bot.id), QJsonObject(); }},
        {u"invalidate"_s,
            [&] {
                m_discord.invalidateSession(m_bot.id, command["resumable"_L1].toBool());
                return QJsonObject();
            }},
        {u"forgetNonces"_s, [&] { return m_discord.forgetNonces(), QJsonObject(); }},
        {u"revoke"_s, [&] { return m_discord.revokeToken(m_otherBot.id), QJsonObject(); }},
        {u"count"_s,
            [&] {
                return QJsonObject{{u"count"_s, m_discord.count(text)}};
            }},
        {u"faults"_s, [&] { return setFaults(command["faults"_L1].toObject()); }},
        {u"modelFaults"_s, [&] { return setModelFaults(command["faults"_L1].toObject()); }},
        {u"messages"_s,
            [&] {
                QJsonArray list;
                for (const QJsonObject &json : m_discord.messages(m_dm))
                    list.append(json);
                return QJsonObject{{u"messages"_s, list}};
            }},
    };
    const auto found = commands.find(name);
    return found == commands.end() ? QJsonObject{{u"error"_s, u"Unknown command: %1"_s.arg(name)}}
                                   : found->second();
}

QJsonObject Program::setFaults(const QJsonObject &json)
{
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

QJsonObject Program::setModelFaults(const QJsonObject &json)
{
    ModelFaults faults;
    faults.tokenMs = json["tokenMs"_L1].toInt(0);
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
