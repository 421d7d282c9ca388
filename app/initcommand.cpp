#include "app/application.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/wait.h"
#include "core/base/resources.h"
#include "core/discord/invite.h"
#include "core/host/usualmodel.h"
#include "core/mate/matefile.h"

#include <QFile>
#include <QStringDecoder>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 promptLimit = 1024 * 1024;

Result<QString> readPrompt(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, u"The prompt “%1” could not be read: %2."_s.arg(path, file.errorString())};
    if (file.size() > promptLimit)
        return Error{ErrorCode::Invalid, u"The prompt “%1” is larger than 1 MB."_s.arg(path)};
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(file.readAll());
    if (decoder.hasError())
        return Error{ErrorCode::Invalid, u"The prompt “%1” is not UTF-8 text. Save it as UTF-8."_s.arg(path)};
    if (text.trimmed().isEmpty())
        return Error{ErrorCode::Invalid, u"The prompt “%1” is empty."_s.arg(path)};
    return text;
}

/// What a new mate starts with where no file was named.
QString firstPrompt(const QString &identifier, const QString &name)
{
    const QString starter = identifier + u".md"_s;
    if (listResources(u"prompts"_s).contains(starter)) {
        if (const auto file = parseMateFile(identifier, readResource(u"prompts/"_s + starter)))
            return file->prompt;
    }
    return u"You are %1, and you talk with the members of a small team on Discord. Be brief and helpful; say so "
           "when you do not know."_s.arg(name);
}

Result<void> chooseModel(const InitVerb &verb, Application &application, Mate &mate)
{
    if (!verb.provider.isEmpty()) {
        if (!llm::findProvider(verb.provider)) {
            QStringList ids;
            for (const auto &known : llm::knownProviders()) {
                if (known.id != u"practice")
                    ids.append(known.id);
            }
            return Error{ErrorCode::Invalid,
                u"There is no provider “%1”. Name one of: %2."_s.arg(verb.provider, ids.join(u", "_s))};
        }
        if (mate.provider != verb.provider)
            mate.model.clear();
        mate.provider = verb.provider;
    } else if (mate.provider.isEmpty()) {
        mate.provider = providerAtHand(application.credentials());
    }
    if (!verb.model.isEmpty())
        mate.model = verb.model;
    else if (mate.model.isEmpty())
        mate.model = usualModel(mate.provider);
    return {};
}

/// Finds or makes the mate, with everything but its bot.
Result<Mate> saveMate(const InitVerb &verb, Application &application)
{
    const QString identifier = identifierOf(verb.name);
    if (identifier.isEmpty())
        return Error{ErrorCode::Invalid, u"“%1” has no letter or digit to make a name of."_s.arg(verb.name)};
    QString prompt;
    if (!verb.promptFile.isEmpty()) {
        const auto text = readPrompt(verb.promptFile);
        if (!text)
            return text.error();
        prompt = *text;
    }
    auto known = application.mates().find(identifier);
    Mate mate = known.value_or(Mate{});
    if (const auto chosen = chooseModel(verb, application, mate); !chosen)
        return chosen.error();
    if (!known) {
        mate.identifier = identifier;
        mate.name = verb.name;
        return application.mates().add(mate, prompt.isEmpty() ? firstPrompt(identifier, verb.name) : prompt);
    }
    if (const auto updated = application.mates().update(mate); !updated)
        return updated.error();
    if (!prompt.isEmpty()) {
        if (const auto saved = application.mates().savePrompt(mate.id, prompt); !saved)
            return saved.error();
    }
    return mate;
}

struct FoundToken {
    Secret secret;
    bool isKept = false; ///< in the environment or the keychain already
};

Result<FoundToken> findToken(const InitVerb &verb, const Mate &mate, Application &application, Console &console)
{
    const auto trimmed = [](const QByteArray &pasted) {
        return Secret(discord::trimmedToken(QString::fromUtf8(pasted)).toUtf8());
    };
    const QString variable = tokenVariable(mate.identifier);
    if (verb.tokenFromStdin) {
        FoundToken token{trimmed(console.readAll())};
        if (token.secret.isEmpty())
            return Error{ErrorCode::Invalid, u"There was no token on stdin. Pipe the bot's token in."_s};
        return token;
    }
    auto kept = waitFor<Secret>([&](QObject *context, Callback<Secret> callback) {
        application.credentials().token(mate, context, std::move(callback));
    });
    if (kept && !kept->isEmpty())
        return FoundToken{std::move(*kept), true};
    if (console.inputIsTerminal()) {
        console.complain(u"Make an application with a bot at %1, and copy the bot's token."_s.arg(
            discord::developerPortal().toString()));
        const Secret typed = console.askSecret(u"Token (not shown): "_s);
        FoundToken token{trimmed(typed.reveal())};
        if (!token.secret.isEmpty())
            return token;
    }
    const QString next = u"Pipe it in with --token-stdin, or set %1."_s.arg(variable);
    if (!kept)
        return Error{kept.error().code, kept.error().message + u" %1 is saved and waits for its token. "_s.arg(mate.name) + next};
    return Error{ErrorCode::Unauthorized, u"%1 is saved and waits for its token. "_s.arg(mate.name) + next};
}

/// Puts the bot on the mate, unless it is another's or another than before.
Result<Mate> adoptBot(const InitVerb &verb, Mate mate, const TokenCheck &check, Application &application)
{
    const auto mates = application.mates().mates();
    for (const Mate &other : mates) {
        if (other.id != mate.id && !other.practice && other.bot == check.bot.id)
            return Error{ErrorCode::Conflict,
                u"This is the token of %1's bot. Make a bot of its own for %2."_s.arg(other.name, mate.name)};
    }
    if (mate.bot && mate.bot != check.bot.id && !verb.replaceBot) {
        return Error{ErrorCode::Conflict,
            u"This is the token of another bot (%1) than %2 had. Give its own token, or add --force to change the bot."_s
                .arg(check.bot.username, mate.name)};
    }
    if (!mate.bot)
        mate.paused = false; // its bot is what it waited for
    mate.bot = check.bot.id;
    mate.application = check.application.id;
    mate.avatar = check.bot.avatar;
    if (const auto updated = application.mates().update(mate); !updated)
        return updated.error();
    return mate;
}

Result<TokenCheck> checkToken(const Mate &mate, const Secret &token, Application &application)
{
    QUrl home = mate.home;
    if (home.isEmpty()) {
        const auto usual = application.credentials().defaultHome();
        if (!usual)
            return usual.error();
        home = *usual;
    }
    return waitFor<TokenCheck>([&](QObject *context, Callback<TokenCheck> callback) {
        application.onboarding().check(home, token, context, std::move(callback));
    });
}

void printSetup(const Mate &mate, const TokenCheck &check, Console &console)
{
    console.print(u"%1 is set up as the bot %2."_s.arg(mate.name, check.bot.username));
    console.print(mate.provider.isEmpty() || mate.model.isEmpty()
            ? u"Model: none yet. Choose one with “loopflow init %1 --provider P --model M”."_s.arg(mate.identifier)
            : u"Model: %1 (%2)"_s.arg(mate.model, mate.provider));
    console.print(u"Invite it to a server: %1"_s.arg(check.serverInvite.toString(QUrl::FullyEncoded)));
    console.print(u"Add it for yourself: %1"_s.arg(check.personalInvite.toString(QUrl::FullyEncoded)));
    console.print(u"Its token's environment variable: %1"_s.arg(tokenVariable(mate.identifier)));
    for (const Finding &finding : check.findings) {
        if (finding.grade == Grade::Attention && finding.aspect != Aspect::MessageContent)
            console.complain(finding.sentence);
    }
}

Result<void> keepToken(const Mate &mate, FoundToken token, Application &application)
{
    if (token.isKept)
        return {};
    const auto saved = waitFor<bool>([&](QObject *context, Callback<bool> callback) {
        application.credentials().saveToken(mate, std::move(token.secret), context, std::move(callback));
    });
    if (saved)
        return {};
    return Error{saved.error().code, u"The token was not saved: "_s + saved.error().message};
}

} // namespace

int runInit(const InitVerb &verb, Application &application, Console &console)
{
    const auto fail = [&](const Error &error) {
        console.complain(error);
        return Failed;
    };
    auto mate = saveMate(verb, application);
    if (!mate)
        return fail(mate.error());
    auto token = findToken(verb, *mate, application, console);
    if (!token)
        return fail(token.error());
    const auto check = checkToken(*mate, token->secret, application);
    if (!check)
        return fail(check.error());
    const auto adopted = adoptBot(verb, *mate, *check, application);
    if (!adopted)
        return fail(adopted.error());
    printSetup(*adopted, *check, console);
    if (const auto kept = keepToken(*adopted, std::move(*token), application); !kept)
        return fail(kept.error());
    return Succeeded;
}

} // namespace loopflow
