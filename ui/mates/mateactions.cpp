#include "ui/mates/mateactions.h"

#include "core/host/credentials.h"
#include "core/host/practice.h"
#include "core/host/rehearsal.h"
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

bool MateActions::setRecordsText(MateId id, bool recordsText)
{
    auto mate = m_services.mates->mate(id);
    if (!mate)
        return false;
    mate->recordsText = recordsText;
    const auto saved = m_services.mates->update(*mate);
    if (!saved)
        Q_EMIT said(saved.error().message);
    return saved.hasValue();
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
    auto candidate = starterMate();
    if (original) {
        const auto mate = m_services.mates->mate(*original);
        if (!mate)
            return;
        candidate = Candidate{*mate, m_services.mates->prompt(*original).text};
    }
    if (!candidate) {
        Q_EMIT said(candidate.error().message);
        return;
    }
    rehearseWithModelAtHand({m_services.practice, m_services.mates, m_services.credentials}, *candidate,
        this, [this](const Result<Rehearsal> &rehearsal) {
            if (rehearsal)
                Q_EMIT rehearsing(rehearsal->mate.id);
            else
                Q_EMIT said(rehearsal.error().message);
        });
}

std::optional<discord::ChannelId> MateActions::practiceChannel(MateId id) const
{
    const auto mate = m_services.mates->mate(id);
    if (!m_services.practice || !mate || !mate->practice)
        return std::nullopt;
    return m_services.practice->dm(mate->bot);
}

} // namespace loopflow
