#include "core/store/folderlock.h"

#include "core/base/core.h"

#include <QCoreApplication>
#include <QDir>

#include <cerrno>
#include <sys/file.h>

namespace loopflow {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<FolderLock>> FolderLock::take(const QString &folder)
{
    std::unique_ptr<FolderLock> lock(new FolderLock(QDir(folder).filePath(u"loopflow.lock"_s)));
    QFile &file = lock->m_file;
    if (!file.open(QIODevice::ReadWrite, QFile::ReadOwner | QFile::WriteOwner)) {
        return Error{ErrorCode::Storage,
            Core::tr("The folder %1 cannot be written to (%2). Make it writable, or choose another one with "
                     "--data-dir.")
                .arg(folder, file.errorString())};
    }
    if (::flock(file.handle(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) {
            return Error{ErrorCode::Storage,
                Core::tr("The folder %1 cannot be locked (%2). Choose one on a local disk with --data-dir.")
                    .arg(folder, qt_error_string(errno))};
        }
        const QString holder = QString::fromLatin1(file.readLine().trimmed());
        const QString sentence = holder.isEmpty()
            ? Core::tr("Another Loopflow is using the folder %1. Use that one, stop it, or choose another folder "
                       "with --data-dir.")
            : Core::tr("Another Loopflow (process %2) is using the folder %1. Use that one, stop it, or choose "
                       "another folder with --data-dir.");
        return Error{ErrorCode::Conflict, holder.isEmpty() ? sentence.arg(folder) : sentence.arg(folder, holder)};
    }
    // Only for the sentence above; a full disk is noticed, and said, when the database is opened.
    file.resize(0);
    file.write(QByteArray::number(QCoreApplication::applicationPid()) + '\n');
    file.flush();
    return lock;
}

} // namespace loopflow
