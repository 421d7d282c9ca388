#include "ui/mates/mateactions.h"

#include "core/base/resources.h"
#include "core/host/credentials.h"
#include "core/host/practice.h"
#include "core/host/supervisor.h"
#include "core/mate/matefile.h"
#include "core/store/matestore.h"
#include "ui/widgets/words.h"

#include <QFile>
#include <QFileInfo>

namespace loopflow {

namespace {

// Far more than any prompt; keeps a wrongly chosen video from being read.
constexpr qint64 largestMateFile = 1024 * 1024;

} // namespace

MateActions::MateActions(UiServices services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
{
}

void MateActions::setPaused(MateId id, bool paused)
{
    auto mate = m_services.mates->mate(id);
    if (!mate)
        return;
    mate->paused = paused;
    if (const auto saved = m_services.mates->update(*mate); !saved) {
        Q_EMIT said(saved.error().message);
        return;
    }
    if (paused)
        m_services.supervisor->stop(id);
    else
        m_services.supervisor->start(id);
}

void MateActions::remove(MateId id)
{
    const auto mate = m_services.mates->mate(id);
    if (!mate)
        return;
    m_services.supervisor->stop(id);
    m_services.credentials->removeToken(*mate, this, [this, mate](const Result<bool> &removed) {
        if (const auto gone = m_services.mates->remove(mate->id); !gone) {
            Q_EMIT said(gone.error().message);
            return;
        }
        if (removed)
            Q_EMIT said(tr("%1 was deleted.").arg(mate->name));
        else
            Q_EMIT said(tr("%1 was deleted, but its token may still be in the keychain: %2")
                            .arg(mate->name, removed.error().message));
    });
}

void MateActions::importFiles(const QStringList &paths)
{
    QStringList sentences;
    int imported = 0;
    for (const QString &path : paths) {
        const auto outcome = importFile(path);
        if (outcome)
            ++imported;
        const QString sentence = outcome ? *outcome : outcome.error().message;
        if (!sentence.isEmpty())
            sentences << sentence;
    }
    sentences.prepend(counted(imported, tr("One mate imported."), tr("%1 mates imported.")));
    Q_EMIT said(sentences.join(QLatin1Char(' ')));
}

Result<QString> MateActions::importFile(const QString &path)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage,
            tr("%1 could not be read: %2").arg(info.fileName(), file.errorString())};
    if (file.size() > largestMateFile)
        return Error{
            ErrorCode::Invalid, tr("%1 is too large for a mate file.").arg(info.fileName())};
    const auto parsed = parseMateFile(info.completeBaseName(), file.readAll());
    if (!parsed)
        return Error{parsed.error().code,
            QStringLiteral("%1: %2").arg(info.fileName(), parsed.error().message)};
    Mate mate;
    mate.identifier = parsed->identifier;
    mate.name = parsed->name;
    mate.provider = parsed->provider;
    mate.paused = true;
    const auto added = m_services.mates->add(mate, parsed->prompt);
    if (!added)
        return Error{added.error().code,
            QStringLiteral("%1: %2").arg(info.fileName(), added.error().message)};
    return parsed->remarks.join(QLatin1Char(' '));
}

void MateActions::rehearse(std::optional<MateId> original)
{
    if (!m_services.practice) {
        Q_EMIT said(tr("This Loopflow was started without a practice server."));
        return;
    }
    if (!original) {
        const auto starter =
            parseMateFile(QStringLiteral("maya"), readResource(QStringLiteral("prompts/maya.md")));
        Q_ASSERT(starter);
        Mate mate;
        mate.identifier = starter->identifier;
        mate.name = starter->name;
        startRehearsal(mate, starter->prompt);
        return;
    }
    const auto mate = m_services.mates->mate(*original);
    if (!mate)
        return;
    const QString prompt = m_services.mates->prompt(*original).text;
    // With no key at hand the practice model answers, and says plainly that it is no AI.
    const bool own = !mate->provider.isEmpty() && !mate->model.isEmpty();
    if (!own) {
        Mate copy = *mate;
        copy.provider.clear();
        startRehearsal(copy, prompt);
        return;
    }
    m_services.credentials->key(
        mate->provider, this, [this, copy = *mate, prompt](const Result<Secret> &key) mutable {
            const bool local = std::any_of(m_services.providers.cbegin(),
                m_services.providers.cend(), [&](const ProviderChoice &choice) {
                    return choice.id == copy.provider && choice.local;
                });
            const bool answers = local || !copy.baseUrl.isEmpty() || (key && !key->isEmpty());
            if (!answers)
                copy.provider.clear();
            startRehearsal(copy, prompt);
        });
}

void MateActions::startRehearsal(Mate mate, const QString &prompt)
{
    if (const auto started = m_services.practice->start(); !started) {
        Q_EMIT said(started.error().message);
        return;
    }
    PracticeBot bot = m_services.practice->addBot(mate.name);
    mate.id = {};
    // Apart from the mate's own, whose token the environment may hold.
    mate.identifier = freeIdentifier(QStringLiteral("practice-") + mate.identifier);
    mate.bot = bot.id;
    mate.application = {bot.id.value};
    mate.avatar.clear();
    mate.home = m_services.practice->api();
    mate.practice = true;
    mate.paused = false;
    if (mate.provider.isEmpty()) {
        mate.provider = QStringLiteral("practice");
        mate.model = QStringLiteral("practice");
        mate.baseUrl = m_services.practice->model().toString();
        mate.parameters = {};
    }
    // The token first: a mate that is added starts at once.
    const discord::ChannelId channel = bot.dm;
    m_services.credentials->saveToken(
        mate, std::move(bot.token), this, [this, mate, prompt, channel](const Result<bool> &saved) {
            if (saved)
                addRehearsal(mate, prompt, channel);
            else
                Q_EMIT said(saved.error().message);
        });
}

void MateActions::addRehearsal(const Mate &mate, const QString &prompt, discord::ChannelId channel)
{
    const auto added = m_services.mates->add(mate, prompt);
    if (!added) {
        Q_EMIT said(added.error().message);
        return;
    }
    m_channels.insert(qint64(added->id), channel);
    Q_EMIT rehearsing(added->id);
}

std::optional<discord::ChannelId> MateActions::practiceChannel(MateId mate) const
{
    const auto found = m_channels.constFind(qint64(mate));
    return found == m_channels.constEnd() ? std::nullopt : std::optional(*found);
}

QString MateActions::freeIdentifier(const QString &wanted) const
{
    QString identifier = wanted;
    for (int n = 2; m_services.mates->find(identifier); ++n)
        identifier = QStringLiteral("%1-%2").arg(wanted).arg(n);
    return identifier;
}

} // namespace loopflow
