// The claim of one process on a data folder.
// Held by the kernel, so that nothing of a process that died (kill -9, power) is ever in the way.
#pragma once

#include "core/base/result.h"

#include <QFile>

#include <memory>

namespace loopflow {

/// flock() on a file in the folder, and not QLockFile, which looks for the process number that it
/// finds in the file: a container's process always has the same one, so that its own dead
/// predecessor would keep it out for good.
class FolderLock {
public:
    /// Errors: Conflict when another process has the folder, Storage when it cannot be written to.
    static Result<std::unique_ptr<FolderLock>> take(const QString &folder);

private:
    explicit FolderLock(const QString &path)
        : m_file(path)
    {
    }
    QFile m_file;
};

} // namespace loopflow
