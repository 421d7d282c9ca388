#include "core/host/mateimport.h"

#include "core/base/core.h"
#include "core/host/credentials.h"
#include "core/host/usualmodel.h"
#include "core/mate/charactercard.h"
#include "core/mate/matefile.h"
#include "core/store/matestore.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

// Far more than any prompt, or any picture with one; keeps a wrongly chosen video from being read.
constexpr qint64 largestText = 1024 * 1024;
constexpr qint64 largestPicture = 32 * 1024 * 1024;

bool isCard(const QString &path)
{
    return path.endsWith(u".png", Qt::CaseInsensitive) || path.endsWith(u".json", Qt::CaseInsensitive);
}

qint64 largestOf(const QString &path)
{
    return path.endsWith(u".png", Qt::CaseInsensitive) ? largestPicture : largestText;
}

/// A card as the mate file that says the same.
Result<MateFile> fileOfCard(const QString &stem, const QByteArray &bytes)
{
    const auto card = parseCharacterCard(bytes);
    if (!card)
        return card.error();
    MateFile file;
    // Cards' own file names are mostly a site's numbering.
    file.identifier = identifierOf(card->name);
    if (file.identifier.isEmpty())
        file.identifier = identifierOf(stem);
    file.name = card->name;
    file.prompt = card->prompt;
    file.remarks = card->remarks;
    return file;
}

} // namespace

MateImport::MateImport(MateStore *mates, const Credentials *credentials)
    : m_mates(mates)
    , m_credentials(credentials)
{
}

bool MateImport::takes(const QString &path)
{
    return QFileInfo(path).isDir() || isCard(path) || path.endsWith(u".md", Qt::CaseInsensitive);
}

QList<ReadFile> MateImport::read(const QStringList &paths)
{
    QList<ReadFile> files;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files.append(readFile(path, largestOf(path)));
            continue;
        }
        const QDir folder(path);
        const auto names = folder.entryList({u"*.md"_s, u"*.png"_s, u"*.json"_s}, QDir::Files, QDir::Name);
        if (names.isEmpty())
            files.append({path, {}, Core::tr("There is no .md file in this folder, and no character card."), false});
        for (const QString &name : names) {
            files.append(readFile(folder.filePath(name), largestOf(name)));
            files.last().found = true;
        }
    }
    return files;
}

ImportReport MateImport::import(const QStringList &paths)
{
    return import(read(paths));
}

ImportReport MateImport::import(const QList<ReadFile> &files)
{
    ImportReport report;
    QMap<QString, QString> seen; // where each identifier came from
    for (const ReadFile &file : files) {
        auto imported = importFile(file);
        if (imported) {
            seen.insert(imported->mate.identifier.toLower(), file.path);
            report.imported.append(*std::move(imported));
            continue;
        }
        const Error &fault = imported.error();
        if (fault.code == ErrorCode::NotFound && file.found)
            continue; // some picture
        const QString stem = QFileInfo(file.path).completeBaseName();
        if (fault.code == ErrorCode::Conflict && seen.contains(stem.toLower()))
            report.refused.append({file.path,
                Core::tr("“%1” was taken from %2 already. Rename one of the two.").arg(stem, seen[stem.toLower()])});
        else
            report.refused.append({file.path, fault.message});
    }
    return report;
}

Result<ImportReport::Imported> MateImport::importFile(const ReadFile &read)
{
    if (!read.problem.isEmpty())
        return Error{ErrorCode::Storage, read.problem};
    if (read.bytes.size() > largestOf(read.path))
        return Error{ErrorCode::Invalid, Core::tr("It is larger than %1 MB.")
            .arg(largestOf(read.path) / (1024 * 1024))};
    const QString stem = QFileInfo(read.path).completeBaseName();
    const auto file = isCard(read.path) ? fileOfCard(stem, read.bytes) : parseMateFile(stem, read.bytes);
    if (!file)
        return file.error();
    Mate mate;
    mate.identifier = file->identifier;
    mate.name = file->name;
    mate.provider = file->provider.isEmpty() ? providerAtHand(*m_credentials) : file->provider;
    mate.model = usualModel(mate.provider);
    mate.paused = !m_credentials->hasTokenInEnvironment(mate);
    auto added = m_mates->add(mate, file->prompt);
    if (!added)
        return added.error();
    return ImportReport::Imported{read.path, *std::move(added), file->remarks};
}

QList<Mate> MateImport::undo(const ImportReport &report)
{
    QList<Mate> kept;
    for (const ImportReport::Imported &imported : report.imported) {
        const auto now = m_mates->mate(imported.mate.id);
        if (!now)
            continue;
        const bool untouched = *now == imported.mate && m_mates->prompt(now->id).number == 1;
        if (!untouched || !m_mates->remove(now->id))
            kept.append(*now);
    }
    return kept;
}

} // namespace loopflow
