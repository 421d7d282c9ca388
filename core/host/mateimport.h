// Makes mates of files: Loopflow's mate files and character cards. One rule for the window and the terminal.
// A file is taken whole or not at all; one bad file never keeps the others out.
#pragma once

#include "core/base/result.h"
#include "core/host/readfile.h"
#include "core/mate/mate.h"

#include <QList>
#include <QStringList>

namespace loopflow {

class Credentials;
class MateStore;

/// What became of each file.
struct ImportReport {
    struct Imported {
        QString path;
        Mate mate; ///< as it was saved
        QStringList remarks; ///< sentences about what was kept or left out
    };
    struct Refused {
        QString path;
        QString sentence;
    };
    QList<Imported> imported;
    QList<Refused> refused;
};

class MateImport {
public:
    /// Both outlive this.
    MateImport(MateStore *mates, const Credentials *credentials);

    /// Reads what was named, for import(): it may be another process than the one that has the mates.
    static QList<ReadFile> read(const QStringList &paths);
    ImportReport import(const QList<ReadFile> &files);
    /// A folder stands for the files in it, not for its folders; pictures and JSON without a character are passed
    /// over there. A mate waits paused until it has its bot, unless the environment holds its token.
    ImportReport import(const QStringList &paths);
    /// Removes what was imported, but for mates that were changed, started or given a prompt since; returns those.
    QList<Mate> undo(const ImportReport &report);
    /// Whether such a file, or a folder, is worth trying.
    static bool takes(const QString &path);

private:
    Result<ImportReport::Imported> importFile(const ReadFile &file);

    MateStore *m_mates;
    const Credentials *m_credentials;
};

} // namespace loopflow
