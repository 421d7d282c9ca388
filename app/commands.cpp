#include "app/commands.h"

#include "app/application.h"
#include "app/console.h"
#include "app/wait.h"
#include "core/host/mateimport.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

/// What a mate's line says: what is missing before it can run, or how it is.
QString stateInWords(const Mate &mate, Application &application)
{
    if (mate.paused)
        return mate.bot ? u"paused"_s : u"needs token: “loopflow init %1” takes it"_s.arg(mate.identifier);
    const auto token = waitFor<Secret>([&](QObject *context, Callback<Secret> callback) {
        application.credentials().token(mate, context, std::move(callback));
    });
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
        {u"tokenVariable"_s, tokenVariable(mate.identifier)},
    };
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

void printTable(const QList<QStringList> &rows, Console &console)
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
        console.print(line + row.last());
    }
}

} // namespace

int runList(const ListVerb &verb, Application &application, Console &console)
{
    QList<QStringList> rows{{u"NAME"_s, u"IDENTIFIER"_s, u"MODEL"_s, u"BOT"_s, u"STATE"_s}};
    const auto mates = application.mates().mates();
    for (const Mate &mate : mates) {
        const QString state = stateInWords(mate, application);
        if (verb.json)
            console.print(QString::fromUtf8(jsonLine(mate, state)));
        else
            rows.append({mate.name, mate.identifier, modelInWords(mate),
                mate.bot ? mate.bot.toString() : u"–"_s, state});
    }
    if (verb.json)
        return Succeeded;
    if (mates.isEmpty())
        console.complain(u"There is no mate yet. Make one with “loopflow init NAME”."_s);
    else
        printTable(rows, console);
    return Succeeded;
}

int runImport(const ImportVerb &verb, Application &application, Console &console)
{
    const ImportReport report = MateImport(&application.mates(), &application.credentials()).import(verb.paths);
    for (const auto &[path, mate, remarks] : report.imported) {
        for (const QString &remark : remarks)
            console.complain(u"%1: %2"_s.arg(path, remark));
        console.print(u"Imported %1. Give it its bot with “loopflow init %2”."_s.arg(mate.name, mate.identifier));
    }
    for (const auto &[path, sentence] : report.refused)
        console.complain(u"%1: %2"_s.arg(path, sentence));
    return report.refused.isEmpty() ? Succeeded : Failed;
}

Result<Candidate> chatCandidate(const ChatVerb &verb, Application &application, Console &console)
{
    auto mate = application.mates().find(verb.name);
    if (!mate)
        mate = application.mates().find(identifierOf(verb.name));
    if (!mate)
        return Error{ErrorCode::NotFound,
            u"There is no mate “%1”. “loopflow list” shows the mates there are."_s.arg(verb.name)};
    Candidate candidate{*mate, application.mates().prompt(mate->id).text};
    const auto models = waitFor<QStringList>([&](QObject *context, Callback<QStringList> callback) {
        application.listModels(mate->provider, mate->baseUrl, context, std::move(callback));
    });
    if (!mate->provider.isEmpty() && !mate->model.isEmpty() && models)
        return candidate;
    console.complain(u"%1's own model is not at hand, so the practice model answers.%2"_s.arg(mate->name,
        models ? QString() : u" ("_s + models.error().message + u')'));
    candidate.mate.provider.clear();
    return candidate;
}

} // namespace loopflow
