#include "ui/create/matesetup.h"

#include "core/discord/invite.h"
#include "core/host/credentials.h"
#include "core/host/supervisor.h"
#include "core/store/matestore.h"

namespace loopflow {

MateSetup::MateSetup(UiServices services, std::optional<MateId> existing, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
{
    if (!existing)
        return;
    if (const auto mate = m_services.mates->mate(*existing)) {
        m_mate = *mate;
        m_prompt = m_services.mates->prompt(*existing).text;
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
    if (other && other->id != m_mate.id)
        return tr("There is a mate named %1 already. Choose another name.").arg(other->name);
    return {};
}

void MateSetup::setWho(const QString &name, const QString &prompt, const ModelChoice &model)
{
    m_mate.name = name.trimmed();
    // An identifier names the token in the keychain: a saved mate keeps its own.
    if (!isSaved())
        m_mate.identifier = identifierOf(name);
    m_mate.provider = model.provider;
    m_mate.model = model.model;
    m_mate.baseUrl = model.baseUrl;
    m_prompt = prompt;
}

Result<void> MateSetup::save()
{
    if (!isSaved()) {
        auto added = m_services.mates->add(m_mate, m_prompt);
        if (!added)
            return added.error();
        m_mate = *added;
        return {};
    }
    if (const auto updated = m_services.mates->update(m_mate); !updated)
        return updated.error();
    if (const auto prompt = m_services.mates->savePrompt(m_mate.id, m_prompt); !prompt)
        return prompt.error();
    return {};
}

Result<void> MateSetup::keepForLater()
{
    m_mate.paused = true;
    return save();
}

Result<QUrl> MateSetup::home() const
{
    if (!m_mate.home.isEmpty())
        return m_mate.home;
    return m_services.credentials->defaultHome();
}

QString MateSetup::tokenMistake(const QString &pasted) const
{
    const auto api = home();
    const bool forDiscord = !api || api->host() == QLatin1String("discord.com");
    return discord::tokenMistake(pasted, forDiscord);
}

void MateSetup::check(const QString &pasted)
{
    forgetToken();
    const auto api = home();
    if (!api) {
        Q_EMIT refused(api.error().message);
        return;
    }
    m_token = Secret(discord::trimmedToken(pasted).toUtf8());
    m_services.onboarding->check(
        *api, m_token, this, [this, question = m_question](Result<TokenCheck> answer) {
            if (question != m_question)
                return;
            if (!answer) {
                m_token = {};
                Q_EMIT refused(answer.error().message);
                return;
            }
            m_check = std::move(answer).value();
            Q_EMIT checked();
        });
}

void MateSetup::forgetToken()
{
    ++m_question;
    m_check.reset();
    m_token = {};
}

QString MateSetup::usedBy() const
{
    if (!m_check)
        return {};
    const QList<Mate> mates = m_services.mates->mates();
    for (const Mate &other : mates) {
        if (other.id != m_mate.id && !other.practice && other.bot == m_check->bot.id)
            return other.name;
    }
    return {};
}

bool MateSetup::isAnotherBot() const
{
    return m_check && m_mate.bot && m_mate.bot != m_check->bot.id;
}

void MateSetup::finish()
{
    Q_ASSERT(canFinish());
    m_mate.bot = m_check->bot.id;
    m_mate.application = m_check->application.id;
    m_mate.avatar = m_check->bot.avatar;
    // Paused until its token is kept: a mate without one would only report that.
    m_mate.paused = true;
    if (const auto saved = save(); !saved) {
        Q_EMIT failed(saved.error().message);
        return;
    }
    m_services.credentials->saveToken(
        m_mate, m_token.clone(), this, [this](const Result<bool> &saved) {
            if (saved)
                start();
            else
                Q_EMIT failed(tr("%1 You can also set %2 and start Loopflow again.")
                                  .arg(saved.error().message, tokenVariable(m_mate.identifier)));
        });
}

void MateSetup::start()
{
    m_token = {};
    if (m_mate.model.isEmpty()) {
        Q_EMIT finished();
        return;
    }
    m_mate.paused = false;
    if (const auto updated = m_services.mates->update(m_mate); !updated) {
        Q_EMIT failed(updated.error().message);
        return;
    }
    m_services.supervisor->start(m_mate.id);
    Q_EMIT finished();
}

} // namespace loopflow
