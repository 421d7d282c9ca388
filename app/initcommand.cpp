#include "app/application.h"
#include "app/commands.h"
#include "core/base/resources.h"
#include "core/discord/invite.h"
#include "core/host/usualmodel.h"
#include "core/mate/matefile.h"

#include <QStringDecoder>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 promptLimit = 1024 * 1024;

} // namespace

Result<QString> promptIn(const ReadFile &file)
{
    if (!file.problem.isEmpty())
        return Error{ErrorCode::Storage, u"The prompt “%1”: %2"_s.arg(file.path, file.problem)};
    if (file.bytes.size() > promptLimit)
        return Error{ErrorCode::Invalid, u"The prompt “%1” is larger than 1 MB."_s.arg(file.path)};
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(file.bytes);
    if (decoder.hasError())
        return Error{ErrorCode::Invalid, u"The prompt “%1” is not UTF-8 text. Save it as UTF-8."_s.arg(file.path)};
    if (text.trimmed().isEmpty())
        return Error{ErrorCode::Invalid, u"The prompt “%1” is empty."_s.arg(file.path)};
    return text;
}

Result<void> checkProvider(const QString &id)
{
    if (llm::findProvider(id))
        return {};
    QStringList ids;
    for (const auto &known : llm::knownProviders()) {
        if (known.id != u"practice")
            ids.append(known.id);
    }
    return Error{
        ErrorCode::Invalid, u"There is no provider “%1”. Name one of: %2."_s.arg(id, ids.join(u", "_s))};
}

namespace {

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
        if (const auto known = checkProvider(verb.provider); !known)
            return known;
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
Result<Mate> saveMate(const InitVerb &verb, const QList<ReadFile> &files, Application &application)
{
    const QString identifier = identifierOf(verb.name);
    if (identifier.isEmpty())
        return Error{ErrorCode::Invalid, u"“%1” has no letter or digit to make a name of."_s.arg(verb.name)};
    QString prompt;
    if (!files.isEmpty()) {
        const auto text = promptIn(files.first());
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

Secret trimmed(const Secret &pasted)
{
    return Secret(discord::trimmedToken(QString::fromUtf8(pasted.reveal())).toUtf8());
}

/// One init, from the mate's name to its token in the keychain. Ends itself.
class InitRun final : public QObject {
public:
    InitRun(const InitVerb &verb, CommandInput input, Application &application, Caller caller, QObject *context,
        Callback<Outcome> done)
        : QObject(context)
        , m_verb(verb)
        , m_input(std::move(input))
        , m_application(application)
        , m_caller(std::move(caller))
        , m_done(std::move(done))
    {
    }
    void start();

private:
    void takeKnownToken(Result<Secret> known);
    void askForToken(const Result<Secret> &known);
    void waitForToken(const Result<Secret> &known);
    void checkToken();
    void takeCheck(const Result<TokenCheck> &check);
    void printSetup(const TokenCheck &check);
    void keepToken();
    void end(int exitCode);
    void fail(const Error &error)
    {
        m_caller.complain(error.message);
        end(Failed);
    }

    InitVerb m_verb;
    CommandInput m_input;
    Application &m_application;
    Caller m_caller;
    Callback<Outcome> m_done;
    Mate m_mate;
    Secret m_token;
    bool m_isKept = false; ///< the token is in the environment or the keychain already
};

void InitRun::start()
{
    const auto mate = saveMate(m_verb, m_input.files, m_application);
    if (!mate)
        return fail(mate.error());
    m_mate = *mate;
    if (m_input.tokenSource == TokenSource::Stdin) {
        m_token = trimmed(m_input.token);
        if (m_token.isEmpty())
            return fail({ErrorCode::Invalid, u"There was no token on stdin. Pipe the bot's token in."_s});
        return checkToken();
    }
    m_application.credentials().token(
        m_mate, this, [this](Result<Secret> known) { takeKnownToken(std::move(known)); });
}

void InitRun::takeKnownToken(Result<Secret> known)
{
    const bool isKnown = known && !known->isEmpty();
    if (m_input.tokenSource == TokenSource::Environment) {
        // The caller's variable, which a Loopflow that runs elsewhere may not have.
        m_token = trimmed(m_input.token);
        m_isKept = isKnown && trimmed(*known).reveal() == m_token.reveal();
        return checkToken();
    }
    if (!isKnown)
        return askForToken(known);
    m_token = std::move(*known);
    m_isKept = true;
    checkToken();
}

void InitRun::askForToken(const Result<Secret> &known)
{
    if (!m_caller.ask)
        return waitForToken(known);
    m_caller.complain(u"Make an application with a bot at %1, and copy the bot's token."_s.arg(
        discord::developerPortal().toString()));
    const auto why = known ? std::nullopt : std::optional(known.error());
    m_caller.ask(u"Token (not shown): "_s, this, [this, why](const Result<Secret> &typed) {
        m_token = typed ? trimmed(*typed) : Secret();
        if (!m_token.isEmpty())
            return checkToken();
        waitForToken(why ? Result<Secret>(*why) : Result<Secret>(Secret()));
    });
}

void InitRun::waitForToken(const Result<Secret> &known)
{
    const QString next = u"Pipe it in with --token-stdin, or set %1."_s.arg(tokenVariable(m_mate.identifier));
    const QString sentence = u"%1 is saved and waits for its token. "_s.arg(m_mate.name) + next;
    fail({ErrorCode::Unauthorized, known ? sentence : known.error().message + u' ' + sentence});
}

void InitRun::checkToken()
{
    QUrl home = m_mate.home;
    if (home.isEmpty()) {
        const auto usual = m_application.credentials().defaultHome();
        if (!usual)
            return fail(usual.error());
        home = *usual;
    }
    m_application.onboarding().check(
        home, m_token, this, [this](const Result<TokenCheck> &check) { takeCheck(check); });
}

void InitRun::takeCheck(const Result<TokenCheck> &check)
{
    if (!check)
        return fail(check.error());
    const auto adopted = adoptBot(m_verb, m_mate, *check, m_application);
    if (!adopted)
        return fail(adopted.error());
    const bool isNew = m_mate.bot != adopted->bot;
    m_mate = *adopted;
    printSetup(*check);
    if (!m_isKept)
        return keepToken();
    const MatePhase phase = m_application.supervisor().state(m_mate.id).phase;
    if (isNew || phase == MatePhase::NeedsToken || phase == MatePhase::Failed)
        m_application.restartMate(m_mate.id);
    end(Succeeded);
}

void InitRun::printSetup(const TokenCheck &check)
{
    m_caller.print(u"%1 is set up as the bot %2."_s.arg(m_mate.name, check.bot.username));
    m_caller.print(m_mate.provider.isEmpty() || m_mate.model.isEmpty()
            ? u"Model: none yet. Choose one with “loopflow init %1 --provider P --model M”."_s.arg(m_mate.identifier)
            : u"Model: %1 (%2)"_s.arg(m_mate.model, m_mate.provider));
    m_caller.print(u"Invite it to a server: %1"_s.arg(check.serverInvite.toString(QUrl::FullyEncoded)));
    m_caller.print(u"Add it for yourself: %1"_s.arg(check.personalInvite.toString(QUrl::FullyEncoded)));
    m_caller.print(u"Its token's environment variable: %1"_s.arg(tokenVariable(m_mate.identifier)));
    for (const Finding &finding : check.findings) {
        if (finding.grade == Grade::Attention && finding.aspect != Aspect::MessageContent)
            m_caller.complain(finding.sentence);
    }
}

void InitRun::keepToken()
{
    m_application.credentials().saveToken(m_mate, std::move(m_token), this, [this](const Result<bool> &saved) {
        if (!saved)
            return fail({saved.error().code, u"The token was not saved: "_s + saved.error().message});
        m_application.restartMate(m_mate.id);
        end(Succeeded);
    });
}

void InitRun::end(int exitCode)
{
    deleteLater();
    m_done(Outcome{exitCode, {}});
}

} // namespace

void runInit(const InitVerb &verb, CommandInput input, Application &application, Caller caller, QObject *context,
    Callback<Outcome> done)
{
    (new InitRun(verb, std::move(input), application, std::move(caller), context, std::move(done)))->start();
}

} // namespace loopflow
