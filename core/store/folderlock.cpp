#include "core/store/folderlock.h"

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
            u"The folder %1 cannot be written to (%2). Make it writable, or choose another one with --data-dir."_s
                .arg(folder, file.errorString())};
    }
    if (::flock(file.handle(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) {
            return Error{ErrorCode::Storage,
                u"The folder %1 cannot be locked (%2). Choose one on a local disk with --data-dir."_s
                    .arg(folder, qt_error_string(errno))};
        }
        const QString holder = QString::fromLatin1(file.readLine().trimmed());
        return Error{ErrorCode::Conflict,
            u"Another Loopflow%1 is using the folder %2. Use that one, stop it, or choose another folder "
            "with --data-dir."_s.arg(holder.isEmpty() ? QString() : u" (process %1)"_s.arg(holder), folder)};
    }
    // Only for the sentence above; a full disk is noticed, and said, when the database is opened.
    file.resize(0);
    file.write(QByteArray::number(QCoreApplication::applicationPid()) + '\n');
    file.flush();
    return lock;
}

} // namespace loopflow
