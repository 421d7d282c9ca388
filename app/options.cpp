#include "app/options.h"

#include "core/store/settings.h"
#include "ui/transcript/transcript.h"

#include <QCommandLineParser>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRuns = 100; // of one turn: a slip of the finger should not cost a fortune

/// The options a verb takes, beside those that every verb takes.
struct VerbSpec {
    QString name;
    QStringList options;
    QString synopsis;
    QString meaning;
};

const QList<VerbSpec> &verbSpecs()
{
    static const QList<VerbSpec> specs{
        {u"init"_s, {u"prompt"_s, u"provider"_s, u"model"_s, u"token-stdin"_s, u"force"_s},
            u"loopflow init NAME [--prompt FILE] [--provider P] [--model M] [--token-stdin] [--force]"_s,
            u"sets a mate up, or completes it, and prints its invite links;\n"
            "      the token comes from LOOPFLOW_TOKEN_<NAME>, from stdin, or is asked for;\n"
            "      --force takes the token of another bot than before"_s},
        {u"list"_s, {u"json"_s}, u"loopflow list [--json]"_s,
            u"lists the mates; as JSON: one object a line"_s},
        {u"import"_s, {}, u"loopflow import FILE…"_s,
            u"makes a mate of each Markdown file (or of each in a folder)"_s},
        {u"export"_s, {u"output"_s, u"conversation"_s, u"turn"_s, u"format"_s},
            u"loopflow export NAME|--turn TURN [--conversation WHO] [--format md|json|html] [--output FILE]"_s,
            u"writes a mate as a Markdown file, to stdout or to FILE;\n"
            "      --conversation writes the recorded conversation with a person, or of a channel's id;\n"
            "      --turn writes one recorded turn: question, reply, timeline, exact request, replays"_s},
        {u"chat"_s, {}, u"loopflow chat [NAME]"_s,
            u"talks with a copy of a mate on the practice server, in the terminal"_s},
        {u"replay"_s, {u"prompt"_s, u"provider"_s, u"model"_s, u"runs"_s, u"json"_s},
            u"loopflow replay TURN [--prompt FILE] [--provider P] [--model M] [--runs N] [--json]"_s,
            u"asks the model once more what a recorded turn asked it, as it was or with\n"
            "      another prompt or model, and prints what it says; nothing is posted;\n"
            "      as JSON: one object a run, one a line"_s},
        {u"search"_s, {u"json"_s}, u"loopflow search [--json] [--] EXPR"_s,
            u"finds messages and replies of all mates, newest first; EXPR has words, \"phrases\", -, |,\n"
            "      from: mate: in: is:failed|slow|ignored|replayed has:attachment before: after:;\n"
            "      as JSON: one object a line with turn, conversation, mate, at, from, text"_s},
    };
    return specs;
}

const VerbSpec *findVerb(const QString &name)
{
    for (const VerbSpec &spec : verbSpecs()) {
        if (spec.name == name)
            return &spec;
    }
    return nullptr;
}

void addOptions(QCommandLineParser &parser)
{
    for (const auto &name : {u"headless"_s, u"practice"_s, u"token-stdin"_s, u"force"_s, u"json"_s, u"verbose"_s})
        parser.addOption(QCommandLineOption(name));
    parser.addOption(QCommandLineOption(QStringList{u"help"_s, u"h"_s}));
    parser.addOption(QCommandLineOption(QStringList{u"version"_s, u"v"_s}));
    for (const auto &name : {u"prompt"_s, u"provider"_s, u"model"_s, u"output"_s, u"conversation"_s, u"format"_s,
             u"turn"_s, u"runs"_s, u"data-dir"_s, u"set"_s})
        parser.addOption(QCommandLineOption(name, {}, u"value"_s));
}

Error wrongUsage(const QString &sentence)
{
    return {ErrorCode::Invalid, sentence + u" Run “loopflow --help” to see what it takes."_s};
}

/// An option that another verb takes, or an empty one given.
std::optional<Error> misplacedOption(const QCommandLineParser &parser, const VerbSpec *verb)
{
    const QStringList everywhere{u"data-dir"_s, u"set"_s, u"verbose"_s};
    const QStringList here = verb ? verb->options : QStringList{u"headless"_s, u"practice"_s};
    for (const QString &name : parser.optionNames()) {
        if (!everywhere.contains(name) && !here.contains(name)) {
            return wrongUsage(verb
                    ? u"“loopflow %1” takes no --%2."_s.arg(verb->name, name)
                    : u"--%1 needs a verb such as “loopflow init”."_s.arg(name));
        }
    }
    for (const auto &name : {u"prompt"_s, u"provider"_s, u"model"_s, u"output"_s, u"turn"_s, u"runs"_s, u"data-dir"_s}) {
        if (parser.isSet(name) && parser.value(name).trimmed().isEmpty())
            return wrongUsage(u"--%1 needs a value."_s.arg(name));
    }
    return std::nullopt;
}

Result<QList<std::pair<QString, QString>>> settingsOf(const QCommandLineParser &parser)
{
    QList<std::pair<QString, QString>> settings;
    const QStringList values = parser.values(u"set"_s);
    for (const QString &value : values) {
        const qsizetype equals = value.indexOf(u'=');
        if (equals <= 0)
            return wrongUsage(u"--set takes KEY=VALUE, not “%1”."_s.arg(value));
        settings.append({value.left(equals), value.mid(equals + 1)});
    }
    return settings;
}

/// The number of a turn; 0: it is none.
qint64 turnIn(const QString &text)
{
    bool isNumber = false;
    const qint64 turn = text.toLongLong(&isNumber);
    return isNumber && turn > 0 ? turn : 0;
}

Result<Verb> exportOf(const QCommandLineParser &parser, const QStringList &operands)
{
    ExportVerb verb{operands.value(0).trimmed(), parser.value(u"output"_s), parser.value(u"conversation"_s).trimmed(),
        parser.value(u"format"_s).trimmed().toLower(), turnIn(parser.value(u"turn"_s))};
    const bool isTurn = parser.isSet(u"turn"_s);
    if (isTurn && verb.turn == 0)
        return wrongUsage(u"--turn takes the number of a turn."_s);
    if (isTurn && (!operands.isEmpty() || !verb.conversation.isEmpty()))
        return wrongUsage(u"--turn needs neither a name nor --conversation: a turn's number says which it is."_s);
    if (!isTurn && (operands.size() != 1 || verb.name.isEmpty()))
        return wrongUsage(u"“loopflow export” needs one mate's name, or --turn."_s);
    const bool hasFormats = isTurn || !verb.conversation.isEmpty();
    if (!verb.format.isEmpty() && !hasFormats)
        return wrongUsage(u"--format is for a conversation or a turn. Add --conversation WHO or --turn TURN."_s);
    if (!verb.format.isEmpty() && !transcriptFormat(verb.format))
        return wrongUsage(u"Conversations and turns are written as md, json or html, not as “%1”."_s.arg(verb.format));
    if (verb.format.isEmpty() && hasFormats)
        verb.format = transcriptFormat(verb.output) ? verb.output.section(u'.', -1).toLower() : u"md"_s;
    return Verb(verb);
}

Result<Verb> replayOf(const QCommandLineParser &parser, const QStringList &operands)
{
    const qint64 turn = operands.size() == 1 ? turnIn(operands.first()) : 0;
    if (turn == 0)
        return wrongUsage(u"“loopflow replay” needs the number of one turn."_s);
    bool isCount = true;
    const int runs = parser.isSet(u"runs"_s) ? parser.value(u"runs"_s).toInt(&isCount) : 1;
    if (!isCount || runs < 1 || runs > mostRuns)
        return wrongUsage(u"--runs takes a number from 1 to %1."_s.arg(mostRuns));
    const QString provider = parser.value(u"provider"_s).trimmed();
    const QString model = parser.value(u"model"_s).trimmed();
    if (!provider.isEmpty() && model.isEmpty())
        return wrongUsage(u"--provider needs --model, too: every provider has models of its own."_s);
    return Verb(ReplayVerb{turn, parser.value(u"prompt"_s), provider, model, runs, parser.isSet(u"json"_s)});
}

Result<Verb> verbOf(const QCommandLineParser &parser, const VerbSpec *spec, const QStringList &operands)
{
    if (!spec)
        return Verb(RunVerb{parser.isSet(u"headless"_s), parser.isSet(u"practice"_s)});
    if (spec->name == u"init"_s) {
        if (operands.size() != 1 || operands.first().trimmed().isEmpty())
            return wrongUsage(u"“loopflow init” needs the mate's name."_s);
        return Verb(InitVerb{operands.first().trimmed(), parser.value(u"prompt"_s),
            parser.value(u"provider"_s).trimmed(), parser.value(u"model"_s).trimmed(),
            parser.isSet(u"token-stdin"_s), parser.isSet(u"force"_s)});
    }
    if (spec->name == u"import"_s) {
        if (operands.isEmpty())
            return wrongUsage(u"“loopflow import” needs at least one file."_s);
        return Verb(ImportVerb{operands});
    }
    if (spec->name == u"export"_s)
        return exportOf(parser, operands);
    if (spec->name == u"chat"_s) {
        if (operands.size() > 1)
            return wrongUsage(u"“loopflow chat” takes one mate's name."_s);
        return Verb(ChatVerb{operands.value(0).trimmed()});
    }
    if (spec->name == u"replay"_s)
        return replayOf(parser, operands);
    if (spec->name == u"search"_s) {
        const QString expression = operands.join(u' ').trimmed();
        if (expression.isEmpty())
            return wrongUsage(u"“loopflow search” needs something to look for."_s);
        return Verb(SearchVerb{expression, parser.isSet(u"json"_s)});
    }
    if (!operands.isEmpty())
        return wrongUsage(u"“loopflow list” takes no “%1”."_s.arg(operands.first()));
    return Verb(ListVerb{parser.isSet(u"json"_s)});
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    addOptions(parser);
    if (!parser.parse(QStringList{u"loopflow"_s} + arguments))
        return wrongUsage(parser.errorText());

    Options options;
    if (parser.isSet(u"help"_s) || parser.isSet(u"version"_s)) {
        options.verb = parser.isSet(u"help"_s) ? Verb(HelpVerb{}) : Verb(VersionVerb{});
        return options;
    }
    QStringList operands = parser.positionalArguments();
    const VerbSpec *spec = operands.isEmpty() ? nullptr : findVerb(operands.first());
    if (!operands.isEmpty() && !spec)
        return wrongUsage(u"There is no verb “%1”."_s.arg(operands.first()));
    if (spec)
        operands.removeFirst();
    if (const auto error = misplacedOption(parser, spec))
        return *error;

    const auto settings = settingsOf(parser);
    if (!settings)
        return settings.error();
    const auto verb = verbOf(parser, spec, operands);
    if (!verb)
        return verb.error();
    options.verb = *verb;
    options.settings = *settings;
    options.dataFolder = parser.value(u"data-dir"_s);
    options.verbose = parser.isSet(u"verbose"_s);
    return options;
}

QString helpText()
{
    QString text = u"Loopflow runs LLM mates on Discord.\n\n"
                   "  loopflow\n      opens the window, or raises the one that is open\n"
                   "  loopflow --headless\n"
                   "      runs the mates without a window until SIGTERM, then finishes running replies\n"
                   "  loopflow --practice [--headless]\n"
                   "      starts with a practice Discord on this computer;\n"
                   "      with --headless: prints its addresses and tokens as one line of JSON\n"_s;
    for (const VerbSpec &spec : verbSpecs())
        text += u"  %1\n      %2\n"_s.arg(spec.synopsis, spec.meaning);
    text += u"\nWhile Loopflow runs, these speak to it; otherwise they open its data folder themselves.\n"
            "\nWith any of these:\n"
            "  --data-dir DIR   keeps mates and records there\n"
            "  --set KEY=VALUE  a setting for this run only\n"
            "  --verbose        says on stderr what goes on, not only what goes wrong\n"
            "  --version, --help\n"
            "\nSettings:\n"_s;
    for (const SettingSpec &spec : Settings::specs())
        text += u"  %1 %2 (%3)\n"_s.arg(spec.key, -18).arg(spec.meaning,
            spec.fallback.isEmpty() ? u"not set"_s : spec.fallback);
    text += u"\nEnvironment: the providers' own variables (ANTHROPIC_API_KEY, OPENAI_API_KEY, …),\n"
            "LOOPFLOW_TOKEN_<NAME> for a mate's bot token, LOOPFLOW_DISCORD_API for a server of your own.\n"
            "Exit codes: 0 done, 1 failed, 2 wrong usage."_s;
    return text;
}

QString versionText()
{
    return u"Loopflow %1"_s.arg(QLatin1StringView(LOOPFLOW_VERSION));
}

} // namespace loopflow
