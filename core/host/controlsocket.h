// Where the control socket of a data folder is, and who may use it.
// Only its owner: the folder it is in is 0700, and each side asks the kernel who the other one is.
#pragma once

#include "core/base/result.h"

namespace loopflow {

/// The name in the data folder by which its process is reached: the socket, or a link to it.
QString controlName(const QString &dataFolder);

/// Where the holder of the folder's lock listens: below `runtimeFolder` ($XDG_RUNTIME_DIR) where that is a folder of
/// ours alone, else in the data folder. Makes the folder, and removes what a process that died left there.
/// Errors: Storage.
Result<QString> makeControlPath(const QString &dataFolder, const QString &runtimeFolder);

/// Makes controlName() lead to `path`.
Result<void> linkControl(const QString &dataFolder, const QString &path);

/// The socket that controlName() leads to. NotFound: nobody listens there.
Result<QString> findControlPath(const QString &dataFolder);

/// Whether the process at the other end runs as our user.
bool peerIsOwner(qintptr descriptor);

} // namespace loopflow
