#include "core/host/controlsocket.h"

#include "core/base/core.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <optional>

#include <cerrno>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

Error unreachable(const QString &path, const QString &why)
{
    return {ErrorCode::Storage,
        Core::tr("Other processes cannot reach this Loopflow, because %1 could not be made (%2).").arg(path, why)};
}

bool isOursAlone(const QString &folder)
{
    struct stat status { };
    return ::lstat(QFile::encodeName(folder).constData(), &status) == 0 && S_ISDIR(status.st_mode)
        && status.st_uid == geteuid() && (status.st_mode & 077) == 0;
}

/// $XDG_RUNTIME_DIR/loopflow; none: no such folder, or others may write there.
std::optional<QString> runtimeHome(const QString &runtimeFolder)
{
    if (runtimeFolder.isEmpty() || !isOursAlone(runtimeFolder))
        return std::nullopt;
    const QString home = QDir(runtimeFolder).filePath(u"loopflow"_s);
    if (::mkdir(QFile::encodeName(home).constData(), 0700) != 0 && errno != EEXIST)
        return std::nullopt;
    return isOursAlone(home) ? std::optional(home) : std::nullopt;
}

/// Sockets and links only: a file of that name is somebody's.
Result<void> removeStale(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status { };
    if (::lstat(name.constData(), &status) != 0)
        return {};
    if (!S_ISSOCK(status.st_mode) && !S_ISLNK(status.st_mode))
        return unreachable(path, Core::tr("something else has that name"));
    if (::unlink(name.constData()) != 0)
        return unreachable(path, qt_error_string(errno));
    return {};
}

} // namespace

QString controlName(const QString &dataFolder)
{
    return QDir(dataFolder).absoluteFilePath(u"control"_s);
}

Result<QString> makeControlPath(const QString &dataFolder, const QString &runtimeFolder)
{
    QString path = controlName(dataFolder);
    if (const auto home = runtimeHome(runtimeFolder)) {
        const QByteArray folder = QFileInfo(dataFolder).canonicalFilePath().toUtf8();
        const QByteArray digest = QCryptographicHash::hash(folder, QCryptographicHash::Sha256).toHex();
        path = QDir(*home).filePath(QString::fromLatin1(digest.first(16)));
    }
    if (const auto removed = removeStale(path); !removed)
        return removed.error();
    return path;
}

Result<void> linkControl(const QString &dataFolder, const QString &path)
{
    const QString name = controlName(dataFolder);
    if (path == name)
        return {};
    if (const auto removed = removeStale(name); !removed)
        return removed;
    if (::symlink(QFile::encodeName(path).constData(), QFile::encodeName(name).constData()) != 0)
        return unreachable(name, qt_error_string(errno));
    return {};
}

Result<QString> findControlPath(const QString &dataFolder)
{
    const QString name = controlName(dataFolder);
    const QFileInfo info(name);
    const QString path = info.isSymLink() ? info.symLinkTarget() : name;
    struct stat status { };
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0 || !S_ISSOCK(status.st_mode))
        return Error{ErrorCode::NotFound, Core::tr("No Loopflow listens for the folder %1.").arg(dataFolder)};
    return path;
}

bool peerIsOwner(qintptr descriptor)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == geteuid();
}

} // namespace loopflow
