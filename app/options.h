// The command line as a value: which verb, with what.
// Reads arguments only, never files, the environment or the terminal.
#pragma once

#include "core/base/overloaded.h"
#include "core/base/result.h"

#include <QList>
#include <QStringList>

#include <utility>
#include <variant>

namespace loopflow {

/// Runs the mates, in a window or without.
struct RunVerb {
    bool headless = false;
    bool practice = false;
    bool operator==(const RunVerb &) const = default;
};
/// Sets a mate up, or completes one.
struct InitVerb {
    QString name;
    QString promptFile; ///< empty: a new mate starts with a plain prompt, an old one keeps its own
    QString provider; ///< empty: not said
    QString model; ///< empty: not said
    bool tokenFromStdin = false;
    bool replaceBot = false; ///< --force: the token may be another bot's than before
    bool operator==(const InitVerb &) const = default;
};
struct ListVerb {
    bool json = false;
    bool operator==(const ListVerb &) const = default;
};
struct ImportVerb {
    QStringList paths; ///< files or folders, at least one
    bool operator==(const ImportVerb &) const = default;
};
/// Writes a mate as a mate file, or one of its conversations.
struct ExportVerb {
    QString name;
    QString output; ///< a file; empty: stdout
    QString conversation{}; ///< the person or the channel's id; empty: the mate itself
    QString format{}; ///< of a conversation or a turn: "md", "json" or "html"
    qint64 turn = 0; ///< TurnId; then the rest but output and format is empty. 0: none
    bool operator==(const ExportVerb &) const = default;
};
struct ChatVerb {
    QString name; ///< empty: the starter mate
    bool operator==(const ChatVerb &) const = default;
};
/// Runs a recorded turn again; nothing is posted.
struct ReplayVerb {
    qint64 turn = 0; ///< TurnId
    QString promptFile; ///< empty: the turn's own prompt
    QString provider; ///< empty: the turn's own
    QString model; ///< empty: the turn's own
    int runs = 1;
    bool json = false;
    bool operator==(const ReplayVerb &) const = default;
};
/// Looks through the record.
struct SearchVerb {
    QString expression; ///< not checked
    bool json = false;
    bool operator==(const SearchVerb &) const = default;
};
struct HelpVerb {
    bool operator==(const HelpVerb &) const = default;
};
struct VersionVerb {
    bool operator==(const VersionVerb &) const = default;
};
using Verb = std::variant<RunVerb, InitVerb, ListVerb, ImportVerb, ExportVerb, ChatVerb, ReplayVerb, SearchVerb, HelpVerb,
    VersionVerb>;

struct Options {
    Verb verb;
    QString dataFolder; ///< empty: the default one
    QList<std::pair<QString, QString>> settings; ///< --set, in order, not checked
    bool verbose = false;
};

/// What a process ends with.
enum ExitCode { Succeeded = 0, Failed = 1, WrongUsage = 2 };

/// `arguments` without the program's name. Errors are usage errors: sentences for stderr.
Result<Options> parseOptions(const QStringList &arguments);

/// What --help prints.
QString helpText();
/// What --version prints.
QString versionText();

} // namespace loopflow
