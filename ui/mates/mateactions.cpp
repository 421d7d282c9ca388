#include "ui/mates/mateactions.h"

#include "core/base/resources.h"
#include "core/host/credentials.h"
#include "core/host/practice.h"
#include "core/host/supervisor.h"
#include "core/mate/matefile.h"
#include "core/store/matestore.h"
#include "ui/mates/matewords.h"
#include "ui/widgets/words.h"

#include <QFileInfo>

namespace loopflow {

namespace {

/// "maya-copy", or "maya-copy-2" where that is taken; also apart in its token's variable.
QString freeCopyOf(const QString &identifier, const QList<Mate> &mates)
{
    QSet<QString> taken;
    for (const Mate &mate : mates)
        taken << tokenVariable(mate.identifier);
    const QString copy = identifier + QStringLiteral("-copy");
    QString wanted = copy;
    for (int n = 2; taken.contains(tokenVariable(wanted)); ++n)
        wanted = QStringLiteral("%1-%2").arg(copy).arg(n);
    return wanted;
}

/// What became of the files: a line for the mates, then one for each file that people should look at.
QString inWords(const ImportReport &report)
{
    constexpr qsizetype shown = 5;
    QStringList lines;
    const auto add = [&lines](const QString &path, const QString &sentence) {
        lines << QStringLiteral("%1: %2").arg(QFileInfo(path).fileName(), sentence);
    };
    for (const auto &[path, sentence] : report.refused)
        add(path, sentence);
    for (const auto &[path, mate, remarks] : report.imported) {
        for (const QString &remark : remarks)
            add(path, remark);
    }
    const qsizetype more = lines.size() - shown;
    if (more > 0)
        lines = lines.mid(0, shown)
            << counted(more, MateActions::tr("One more line like these was left out."),
                MateActions::tr("%1 more lines like these were left out."));
    lines.prepend(counted(report.imported.size(), MateActions::tr("One mate was imported."),
        MateActions::tr("%1 mates were imported.")));
    return lines.join(QLatin1Char('\n'));
}

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

void MateActions::setAllPaused(bool paused)
{
    const QList<Mate> mates = m_services.mates->mates();
    for (const Mate &mate : mates) {
        const bool complete = mate.bot && !mate.model.isEmpty();
        if (mate.paused != paused && (paused || complete))
            setPaused(mate.id, paused);
    }
}

void MateActions::retry(MateId id)
{
    const auto mate = m_services.mates->mate(id);
    if (mate && !mate->paused)
        m_services.supervisor->start(id);
}

std::optional<MateId> MateActions::duplicate(MateId id)
{
    const QList<Mate> mates = m_services.mates->mates();
    const auto original =
        std::find_if(mates.begin(), mates.end(), [id](const Mate &mate) { return mate.id == id; });
    if (original == mates.end())
        return {};
    Mate copy = *original;
    copy.name = tr("%1 copy").arg(original->name);
    copy.identifier = freeCopyOf(original->identifier, mates);
    copy.bot = {};
    copy.application = {};
    copy.avatar.clear();
    copy.paused = true;
    const auto added = m_services.mates->add(copy, m_services.mates->prompt(id).text);
    if (!added) {
        Q_EMIT said(added.error().message);
        return {};
    }
    if (const auto kept =
            m_services.mates->savePicture(added->id, m_services.mates->picture(id));
        !kept)
        Q_EMIT said(kept.error().message);
    if (const auto moved = m_services.mates->move(added->id, original - mates.begin() + 1); !moved)
        Q_EMIT said(moved.error().message);
    return added->id;
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
    const ImportReport report =
        MateImport(m_services.mates, m_services.credentials).import(paths);
    if (!report.imported.isEmpty())
        m_lastImport = report;
    Q_EMIT imported(inWords(report));
}

void MateActions::undoImport()
{
    const ImportReport report = std::exchange(m_lastImport, {});
    const QList<Mate> kept = MateImport(m_services.mates, m_services.credentials).undo(report);
    QStringList names;
    for (const Mate &mate : kept)
        names << mate.name;
    if (names.isEmpty())
        Q_EMIT said(tr("The import was undone."));
    else
        Q_EMIT said(tr("The import was undone, but for what was changed since: %1.")
                        .arg(listed(names)));
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
    const QByteArray picture = m_services.mates->picture(mate.id);
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
    m_services.credentials->saveToken(mate, std::move(bot.token), this,
        [this, mate, prompt, picture](const Result<bool> &saved) {
            if (saved)
                addRehearsal(mate, prompt, picture);
            else
                Q_EMIT said(saved.error().message);
        });
}

void MateActions::addRehearsal(
    const Mate &mate, const QString &prompt, const QByteArray &picture)
{
    const auto added = m_services.mates->add(mate, prompt);
    if (!added) {
        Q_EMIT said(added.error().message);
        return;
    }
    if (const auto kept = m_services.mates->savePicture(added->id, picture); !kept)
        Q_EMIT said(kept.error().message);
    Q_EMIT rehearsing(added->id);
}

std::optional<discord::ChannelId> MateActions::practiceChannel(MateId mate) const
{
    const auto practising = m_services.mates->mate(mate);
    if (!practising || !practising->practice || !m_services.practice)
        return {};
    return m_services.practice->dm(practising->bot);
}

QString MateActions::freeIdentifier(const QString &wanted) const
{
    QString identifier = wanted;
    for (int n = 2; m_services.mates->find(identifier); ++n)
        identifier = QStringLiteral("%1-%2").arg(wanted).arg(n);
    return identifier;
}

} // namespace loopflow
