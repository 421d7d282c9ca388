#include "core/host/mateimport.h"

#include "core/host/credentials.h"
#include "core/host/usualmodel.h"
#include "core/mate/charactercard.h"
#include "core/mate/matefile.h"
#include "core/store/matestore.h"

#include <QDir>
#include <QFile>
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

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, u"It could not be read: %1."_s.arg(file.errorString())};
    const bool picture = path.endsWith(u".png", Qt::CaseInsensitive);
    if (file.size() > (picture ? largestPicture : largestText))
        return Error{ErrorCode::Invalid,
            u"It is larger than %1 MB."_s.arg((picture ? largestPicture : largestText) / (1024 * 1024))};
    return file.readAll();
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

struct Candidate {
    QString path;
    bool named = true; ///< by a person, not found in a folder
};

QList<Candidate> candidatesIn(const QStringList &paths, ImportReport &report)
{
    QList<Candidate> files;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files.append({path});
            continue;
        }
        const QDir folder(path);
        const auto names = folder.entryList({u"*.md"_s, u"*.png"_s, u"*.json"_s}, QDir::Files, QDir::Name);
        if (names.isEmpty())
            report.refused.append({path, u"There is no .md file in this folder, and no character card."_s});
        for (const QString &name : names)
            files.append({folder.filePath(name), false});
    }
    return files;
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

ImportReport MateImport::import(const QStringList &paths)
{
    ImportReport report;
    QMap<QString, QString> seen; // where each identifier came from
    const QList<Candidate> files = candidatesIn(paths, report);
    for (const Candidate &file : files) {
        auto imported = importFile(file.path);
        if (imported) {
            seen.insert(imported->mate.identifier.toLower(), file.path);
            report.imported.append(*std::move(imported));
            continue;
        }
        const Error &fault = imported.error();
        if (fault.code == ErrorCode::NotFound && !file.named)
            continue; // some picture
        const QString stem = QFileInfo(file.path).completeBaseName();
        if (fault.code == ErrorCode::Conflict && seen.contains(stem.toLower()))
            report.refused.append({file.path,
                u"“%1” was taken from %2 already. Rename one of the two."_s.arg(stem, seen[stem.toLower()])});
        else
            report.refused.append({file.path, fault.message});
    }
    return report;
}

Result<ImportReport::Imported> MateImport::importFile(const QString &path)
{
    const auto bytes = contentOf(path);
    if (!bytes)
        return bytes.error();
    const QString stem = QFileInfo(path).completeBaseName();
    const auto file = isCard(path) ? fileOfCard(stem, *bytes) : parseMateFile(stem, *bytes);
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
    return ImportReport::Imported{path, *std::move(added), file->remarks};
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
