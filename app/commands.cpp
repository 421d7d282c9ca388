#include "app/commands.h"

#include "app/application.h"
#include "app/console.h"
#include "app/wait.h"
#include "core/mate/matefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mateFileLimit = 1024 * 1024;

/// What a mate's line says: what is missing before it can run, or how it is.
QString stateInWords(const Mate &mate, Application &application)
{
    if (mate.paused)
        return u"paused"_s;
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

/// The files that were meant; a folder stands for the Markdown files in it.
Result<QStringList> filesOf(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files.append(path);
            continue;
        }
        const QDir folder(path);
        const auto names = folder.entryList({u"*.md"_s}, QDir::Files, QDir::Name);
        if (names.isEmpty())
            return Error{ErrorCode::NotFound, u"There is no .md file in “%1”."_s.arg(path)};
        for (const QString &name : names)
            files.append(folder.filePath(name));
    }
    return files;
}

Result<MateFile> readMateFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, u"It could not be read: %1."_s.arg(file.errorString())};
    if (file.size() > mateFileLimit)
        return Error{ErrorCode::Invalid, u"It is larger than 1 MB."_s};
    return parseMateFile(QFileInfo(path).completeBaseName(), file.readAll());
}

Result<Mate> importFile(const MateFile &file, Application &application)
{
    Mate mate;
    mate.identifier = file.identifier;
    mate.name = file.name;
    mate.provider = file.provider.isEmpty() ? providerAtHand(application) : file.provider;
    mate.model = usualModel(mate.provider);
    return application.mates().add(mate, file.prompt);
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
    const auto files = filesOf(verb.paths);
    if (!files) {
        console.complain(files.error());
        return Failed;
    }
    int exitCode = Succeeded;
    QMap<QString, QString> seen; // where each identifier came from in this import
    for (const QString &path : *files) {
        const auto refuse = [&](const QString &sentence) {
            console.complain(u"%1: %2"_s.arg(path, sentence));
            exitCode = Failed;
        };
        const auto file = readMateFile(path);
        if (!file) {
            refuse(file.error().message);
            continue;
        }
        const QString stem = file->identifier.toLower();
        if (seen.contains(stem)) {
            refuse(u"“%1” was taken from %2 already. Rename one of the two."_s.arg(file->identifier, seen[stem]));
            continue;
        }
        const auto mate = importFile(*file, application);
        if (!mate) {
            refuse(mate.error().message);
            continue;
        }
        seen.insert(stem, path);
        for (const QString &remark : file->remarks)
            console.complain(u"%1: %2"_s.arg(path, remark));
        console.print(u"Imported %1. Give it its bot with “loopflow init %2”."_s.arg(mate->name, mate->identifier));
    }
    return exitCode;
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

QString providerAtHand(Application &application)
{
    const auto sources = application.credentials().keysInEnvironment();
    return sources.isEmpty() ? QString() : sources.first().provider;
}

QString usualModel(const QString &provider)
{
    // Capable and not dear; each is in the built-in price list (a test looks).
    static const QMap<QString, QString> models{
        {u"anthropic"_s, u"claude-sonnet-5-5"_s},
        {u"deepseek"_s, u"deepseek-flash"_s},
        {u"google"_s, u"gemini-3.8-flash"_s},
        {u"mistral"_s, u"mistral-large-4"_s},
        {u"openai"_s, u"gpt-6.1-sol"_s},
        {u"xai"_s, u"grok-4.7"_s},
    };
    return models.value(provider);
}

} // namespace loopflow
