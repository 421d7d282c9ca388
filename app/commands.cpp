#include "app/commands.h"

#include "app/application.h"
#include "app/exportcommand.h"
#include "core/host/mateimport.h"
#include "core/mate/matefile.h"

#include <QJsonDocument>
#include <QPointer>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

/// What a mate's line says: what is missing before it can run, or how it is.
QString stateInWords(const Mate &mate, const Result<Secret> &token)
{
    if (mate.paused)
        return mate.bot ? u"paused"_s : u"needs token: “loopflow init %1” takes it"_s.arg(mate.identifier);
    if (!token)
        return u"needs token: "_s + token.error().message;
    if (token->isEmpty())
        return u"needs token"_s;
    if (mate.provider.isEmpty() || mate.model.isEmpty())
        return u"needs a model"_s;
    return u"ready"_s;
}

QString modelInWords(const Mate &mate)
{
    if (mate.provider.isEmpty())
        return u"–"_s;
    return mate.model.isEmpty() ? mate.provider : mate.provider + u'/' + mate.model;
}

QByteArray jsonLine(const Mate &mate, const QString &state)
{
    const QJsonObject line{
        {u"identifier"_s, mate.identifier},
        {u"name"_s, mate.name},
        {u"provider"_s, mate.provider},
        {u"model"_s, mate.model},
        {u"bot"_s, mate.bot ? QJsonValue(mate.bot.toString()) : QJsonValue()},
        {u"application"_s, mate.application ? QJsonValue(mate.application.toString()) : QJsonValue()},
        {u"paused"_s, mate.paused},
        {u"state"_s, state},
        {u"recordsText"_s, mate.recordsText},
        {u"tokenVariable"_s, tokenVariable(mate.identifier)},
    };
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

void printTable(const QList<QStringList> &rows, const Caller &caller)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(row.size());
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], row[column].size());
    }
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype column = 0; column + 1 < row.size(); ++column)
            line += row[column].leftJustified(widths[column] + 2);
        caller.print(line + row.last());
    }
}

/// The mates that people made; rehearsals are gone with the run they are in.
QList<Mate> lastingMates(Application &application)
{
    QList<Mate> mates = application.mates().mates();
    mates.removeIf([](const Mate &mate) { return mate.practice; });
    return mates;
}

/// Lists the mates, once it is known of each whether it has its token.
class ListRun final : public QObject {
public:
    ListRun(const ListVerb &verb, Application &application, Caller caller, QObject *context, Callback<Outcome> done)
        : QObject(context)
        , m_verb(verb)
        , m_application(application)
        , m_caller(std::move(caller))
        , m_done(std::move(done))
        , m_mates(lastingMates(application))
    {
    }
    void next()
    {
        if (m_states.size() == m_mates.size())
            return end();
        const Mate &mate = m_mates[m_states.size()];
        m_application.credentials().token(mate, this, [this, mate](const Result<Secret> &token) {
            m_states.append(stateInWords(mate, token));
            next();
        });
    }

private:
    void end()
    {
        QList<QStringList> rows{{u"NAME"_s, u"IDENTIFIER"_s, u"MODEL"_s, u"BOT"_s, u"STATE"_s}};
        for (qsizetype i = 0; i < m_mates.size(); ++i) {
            const Mate &mate = m_mates[i];
            if (m_verb.json)
                m_caller.print(QString::fromUtf8(jsonLine(mate, m_states[i])));
            else
                rows.append({mate.name, mate.identifier, modelInWords(mate),
                    mate.bot ? mate.bot.toString() : u"–"_s, m_states[i]});
        }
        if (!m_verb.json && m_mates.isEmpty())
            m_caller.complain(u"There is no mate yet. Make one with “loopflow init NAME”."_s);
        else if (!m_verb.json)
            printTable(rows, m_caller);
        deleteLater();
        m_done(Outcome{});
    }

    ListVerb m_verb;
    Application &m_application;
    Caller m_caller;
    Callback<Outcome> m_done;
    QList<Mate> m_mates;
    QStringList m_states; ///< of the first ones
};

/// The mate that a person named, by its identifier or its name.
std::optional<Mate> findMate(const QString &name, Application &application, const Caller &caller)
{
    auto mate = application.mates().find(name);
    if (!mate)
        mate = application.mates().find(identifierOf(name));
    if (mate && !mate->practice)
        return mate;
    caller.complain(u"There is no mate “%1”. “loopflow list” shows the mates there are."_s.arg(name));
    return std::nullopt;
}

/// What a talk with a mate of this provider goes by.
QStringList settingsFor(const QString &provider)
{
    QStringList keys;
    for (const SettingSpec &spec : Settings::specs())
        keys.append(spec.key);
    if (llm::findProvider(provider))
        keys.append({Settings::providerUrl(provider), Settings::providerHeaders(provider)});
    return keys;
}

QJsonObject jsonOf(const Mate &mate, const QString &prompt)
{
    QJsonObject json{{u"identifier"_s, mate.identifier}, {u"name"_s, mate.name},
        {u"provider"_s, mate.provider}, {u"model"_s, mate.model}, {u"baseUrl"_s, mate.baseUrl},
        {u"effort"_s, mate.parameters.effort}, {u"historyMessages"_s, mate.historyMessages},
        {u"historyTokens"_s, mate.historyTokens}, {u"mergeWaitMs"_s, mate.mergeWaitMs}, {u"prompt"_s, prompt}};
    if (!mate.recordsText)
        json.insert(u"recordsText"_s, false);
    if (mate.parameters.temperature)
        json.insert(u"temperature"_s, *mate.parameters.temperature);
    if (mate.parameters.topP)
        json.insert(u"topP"_s, *mate.parameters.topP);
    if (mate.parameters.maxTokens)
        json.insert(u"maxTokens"_s, *mate.parameters.maxTokens);
    return json;
}

Candidate candidateFrom(const QJsonObject &json)
{
    Mate mate;
    mate.identifier = json[u"identifier"].toString();
    mate.name = json[u"name"].toString();
    mate.provider = json[u"provider"].toString();
    mate.model = json[u"model"].toString();
    mate.baseUrl = json[u"baseUrl"].toString();
    mate.parameters.effort = json[u"effort"].toString();
    mate.historyMessages = json[u"historyMessages"].toInt(mate.historyMessages);
    mate.historyTokens = json[u"historyTokens"].toInt(mate.historyTokens);
    mate.mergeWaitMs = json[u"mergeWaitMs"].toInt();
    mate.recordsText = json[u"recordsText"].toBool(true);
    if (json.contains(u"temperature"))
        mate.parameters.temperature = json[u"temperature"].toDouble();
    if (json.contains(u"topP"))
        mate.parameters.topP = json[u"topP"].toDouble();
    if (json.contains(u"maxTokens"))
        mate.parameters.maxTokens = json[u"maxTokens"].toInt();
    return {mate, json[u"prompt"].toString(), false};
}

} // namespace

void runList(const ListVerb &verb, Application &application, Caller caller, QObject *context, Callback<Outcome> done)
{
    (new ListRun(verb, application, std::move(caller), context, std::move(done)))->next();
}

Outcome runImport(const QList<ReadFile> &files, Application &application, const Caller &caller)
{
    const ImportReport report = MateImport(&application.mates(), &application.credentials()).import(files);
    for (const auto &[path, mate, remarks] : report.imported) {
        for (const QString &remark : remarks)
            caller.complain(u"%1: %2"_s.arg(path, remark));
        caller.print(u"Imported %1. Give it its bot with “loopflow init %2”."_s.arg(mate.name, mate.identifier));
    }
    for (const auto &[path, sentence] : report.refused)
        caller.complain(u"%1: %2"_s.arg(path, sentence));
    return {report.refused.isEmpty() ? Succeeded : Failed, {}};
}

void runExport(
    const ExportVerb &verb, Application &application, Caller caller, QObject *context, Callback<Outcome> done)
{
    if (verb.turn != 0)
        return done(exportTurn(verb, application, caller));
    const auto mate = findMate(verb.name, application, caller);
    if (!mate)
        return done(Outcome{Failed, {}});
    if (!verb.conversation.isEmpty())
        return exportConversation(verb, *mate, application, std::move(caller), context, std::move(done));
    MateFile file;
    file.identifier = mate->identifier;
    file.name = mate->name;
    file.prompt = application.mates().prompt(mate->id).text;
    file.provider = mate->provider;
    done(Outcome{Succeeded, {{u"text"_s, QString::fromUtf8(writeMateFile(file))}}});
}

Outcome findCandidate(const ChatVerb &verb, Application &application, const Caller &caller)
{
    const auto mate = findMate(verb.name, application, caller);
    if (!mate)
        return {Failed, {}};
    QJsonObject settings;
    for (const QString &key : settingsFor(mate->provider)) {
        if (application.settings().isSet(key))
            settings.insert(key, application.settings().text(key));
    }
    const QString prompt = application.mates().prompt(mate->id).text;
    return {Succeeded, {{u"mate"_s, jsonOf(*mate, prompt)}, {u"settings"_s, settings}}};
}

FoundCandidate candidateOf(const Outcome &outcome)
{
    FoundCandidate found;
    found.candidate = candidateFrom(outcome.value[u"mate"].toObject());
    const QJsonObject settings = outcome.value[u"settings"].toObject();
    for (const QString &key : settingsFor(found.candidate.mate.provider)) {
        if (settings.contains(key))
            found.settings.append({key, settings[key].toString()});
    }
    return found;
}

} // namespace loopflow
