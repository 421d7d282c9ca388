#include "ui/create/matesetup.h"

#include "core/discord/invite.h"
#include "core/host/credentials.h"
#include "core/host/practice.h"
#include "core/host/supervisor.h"
#include "core/store/matedefaults.h"
#include "core/store/matestore.h"
#include "ui/widgets/avatar.h"

namespace loopflow {

namespace {

const QString discordHost = QStringLiteral("discord.com");

QString freeIdentifier(const MateStore &mates, const QString &wanted)
{
    QString identifier = wanted;
    for (int n = 2; mates.find(identifier); ++n)
        identifier = QStringLiteral("%1-%2").arg(wanted).arg(n);
    return identifier;
}

} // namespace

MateSetup::MateSetup(UiServices services, std::optional<MateId> existing, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
{
    if (!existing) {
        m_mate = freshMate(*m_services.settings);
        return;
    }
    if (const auto mate = m_services.mates->mate(*existing)) {
        m_mate = *mate;
        m_prompt = m_services.mates->prompt(*existing).text;
        m_picture = m_services.mates->picture(*existing);
    }
}

QString MateSetup::nameMistake(const QString &name) const
{
    const QString identifier = identifierOf(name);
    if (name.trimmed().isEmpty())
        return tr("Give the mate a name.");
    if (identifier.isEmpty())
        return tr("A name needs at least one letter or digit.");
    const auto other = m_services.mates->find(identifier);
    if (other && other->id != m_mate.id && other->id != m_original.id)
        return tr("There is a mate named %1 already. Choose another name.").arg(other->name);
    return {};
}

void MateSetup::setWho(
    const QString &name, const QString &prompt, const QByteArray &picture, const ModelChoice &model)
{
    for (Mate *mate : {&m_mate, &m_original}) {
        mate->name = name.trimmed();
        // An identifier names the token in the keychain: a saved mate keeps its own.
        if (mate->id == MateId{})
            mate->identifier = identifierOf(name);
        mate->provider = model.provider;
        mate->model = model.model;
        mate->baseUrl = model.baseUrl;
    }
    m_prompt = prompt;
    m_picture = picture;
}

Result<void> MateSetup::save()
{
    if (!isSaved()) {
        // Apart from a mate's own, whose token the environment may hold.
        if (isPractice())
            m_mate.identifier =
                freeIdentifier(*m_services.mates, QStringLiteral("practice-") + m_mate.identifier);
        auto added = m_services.mates->add(m_mate, m_prompt);
        if (!added)
            return added.error();
        m_mate = *added;
    } else {
        if (const auto updated = m_services.mates->update(m_mate); !updated)
            return updated.error();
        if (const auto prompt = m_services.mates->savePrompt(m_mate.id, m_prompt); !prompt)
            return prompt.error();
    }
    return m_services.mates->savePicture(m_mate.id, m_picture);
}

Result<void> MateSetup::keepForLater()
{
    useDiscord();
    m_mate.paused = true;
    return save();
}

// ---- the server ---------------------------------------------------------------------------------

Result<Secret> MateSetup::usePractice()
{
    if (const auto started = m_services.practice->start(); !started)
        return started.error();
    forgetToken();
    m_original = m_mate;
    m_mate.id = {};
    m_mate.bot = {};
    m_mate.home = m_services.practice->api();
    m_mate.practice = true;
    return m_services.practice->addBot(m_mate.name).token.clone();
}

void MateSetup::useDiscord()
{
    if (!isPractice())
        return;
    forgetToken();
    m_mate = m_original;
}

Result<QUrl> MateSetup::home() const
{
    if (!m_mate.home.isEmpty())
        return m_mate.home;
    return m_services.credentials->defaultHome();
}

QString MateSetup::serverName() const
{
    const auto api = home();
    if (isPractice())
        return tr("The practice server");
    return !api || api->host() == discordHost ? tr("Discord") : api->host();
}

QString MateSetup::tokenMistake(const QString &pasted) const
{
    const auto api = home();
    const bool forDiscord = !api || api->host() == discordHost;
    const QString mistake = discord::tokenMistake(pasted, forDiscord);
    if (!mistake.isEmpty() || !isPractice())
        return mistake;
    const Secret token(discord::trimmedToken(pasted).toUtf8());
    return m_services.practice->isBotToken(token)
        ? QString()
        : tr("This token is not one of the practice server's, and a real bot's token is never sent "
             "to "
             "it. Choose Use Discord instead for a real one.");
}

// ---- the token ----------------------------------------------------------------------------------

void MateSetup::check(const QString &pasted)
{
    forgetToken();
    const auto api = home();
    if (!api) {
        Q_EMIT refused(api.error().message);
        return;
    }
    m_token = Secret(discord::trimmedToken(pasted).toUtf8());
    m_services.onboarding->check(*api, m_token, this, takeLater({}));
}

Callback<TokenCheck> MateSetup::takeLater(std::optional<Aspect> changed)
{
    return [this, changed, question = m_question](Result<TokenCheck> answer) {
        if (question == m_question)
            take(std::move(answer), changed);
    };
}

void MateSetup::take(Result<TokenCheck> answer, std::optional<Aspect> changed)
{
    if (answer) {
        m_check = std::move(answer).value();
        fetchBotPicture();
        Q_EMIT checked();
    } else if (changed) {
        Q_EMIT changeRefused(*changed, answer.error().message);
    } else {
        m_token = {};
        Q_EMIT refused(answer.error().message);
    }
}

void MateSetup::switchOnMessageContent()
{
    if (const auto api = home(); api && m_check)
        m_services.onboarding->switchOnMessageContent(
            *api, m_token, m_check->application, this, takeLater(Aspect::MessageContent));
}

void MateSetup::unsetInteractionsEndpoint()
{
    if (const auto api = home(); api && m_check)
        m_services.onboarding->unsetInteractionsEndpoint(
            *api, m_token, this, takeLater(Aspect::Interactions));
}

void MateSetup::fetchBotPicture()
{
    const auto api = home();
    if (!api || m_check->bot.avatar.isEmpty() || !m_botPicture.isEmpty())
        return;
    m_services.onboarding->picture(
        *api, m_check->bot, this, [this, question = m_question](const Result<QByteArray> &bytes) {
            // Without one there are the initials.
            const auto avatar = bytes ? makeAvatar(*bytes) : Result<QByteArray>(bytes.error());
            if (!avatar || question != m_question)
                return;
            m_botPicture = *avatar;
            Q_EMIT botPictureChanged();
        });
}

void MateSetup::forgetToken()
{
    ++m_question;
    m_check.reset();
    m_token = {};
    m_botPicture.clear();
}

QString MateSetup::usedBy() const
{
    if (!m_check)
        return {};
    const QList<Mate> mates = m_services.mates->mates();
    for (const Mate &other : mates) {
        if (other.id != m_mate.id && other.practice == m_mate.practice
            && other.bot == m_check->bot.id)
            return other.name;
    }
    return {};
}

bool MateSetup::isAnotherBot() const
{
    return m_check && m_mate.bot && m_mate.bot != m_check->bot.id;
}

// ---- the end ------------------------------------------------------------------------------------

void MateSetup::finish(bool dressBot)
{
    Q_ASSERT(canFinish());
    m_remarks.clear();
    m_mate.bot = m_check->bot.id;
    m_mate.application = m_check->application.id;
    m_mate.avatar = m_check->bot.avatar;
    // Paused until its token is kept: a mate without one would only report that.
    m_mate.paused = true;
    chooseModel([this, dressBot] { saveToken(dressBot); });
}

/// On the practice server a mate without a model, or without a key for it, gets the practice model.
void MateSetup::chooseModel(std::function<void()> next)
{
    const auto practise = [this] {
        m_mate.provider = QStringLiteral("practice");
        m_mate.model = QStringLiteral("practice");
        m_mate.baseUrl = m_services.practice->model().toString();
        m_mate.parameters = {};
    };
    const bool local = std::any_of(m_services.providers.cbegin(), m_services.providers.cend(),
        [&](const ProviderChoice &choice) { return choice.id == m_mate.provider && choice.local; });
    if (!isPractice() || local || !m_mate.baseUrl.isEmpty())
        return next();
    if (m_mate.provider.isEmpty() || m_mate.model.isEmpty()) {
        practise();
        m_remarks.append(tr("No model was chosen, so the practice model answers."));
        return next();
    }
    m_services.credentials->key(
        m_mate.provider, this, [this, practise, next](const Result<Secret> &key) {
            if (!key || key->isEmpty()) {
                practise();
                m_remarks.append(
                    tr("There is no key for the model, so the practice model answers."));
            }
            next();
        });
}

void MateSetup::saveToken(bool dressBot)
{
    if (const auto saved = save(); !saved) {
        Q_EMIT failed(saved.error().message);
        return;
    }
    m_services.credentials->saveToken(
        m_mate, m_token.clone(), this, [this, dressBot](const Result<bool> &saved) {
            if (!saved)
                Q_EMIT failed(tr("%1 You can also set %2 and start Loopflow again.")
                                  .arg(saved.error().message, tokenVariable(m_mate.identifier)));
            else if (dressBot)
                dress();
            else
                start();
        });
}

void MateSetup::dress()
{
    const auto api = home();
    m_services.onboarding->dress(*api, m_token, m_check->bot, m_mate.name, m_picture, this,
        [this](const DressedBot &dressed) {
            m_remarks += dressed.refusals;
            m_check->bot = dressed.bot;
            m_mate.avatar = dressed.bot.avatar;
            start();
        });
}

void MateSetup::start()
{
    m_token = {};
    if (m_picture.isEmpty() && !m_botPicture.isEmpty()) {
        m_picture = m_botPicture;
        if (const auto saved = m_services.mates->savePicture(m_mate.id, m_picture); !saved)
            m_remarks.append(saved.error().message);
    }
    m_mate.paused = m_mate.model.isEmpty();
    if (const auto updated = m_services.mates->update(m_mate); !updated) {
        Q_EMIT failed(updated.error().message);
        return;
    }
    if (!m_mate.paused)
        m_services.supervisor->start(m_mate.id);
    Q_EMIT finished();
}

} // namespace loopflow
