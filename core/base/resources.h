// Files that are built into the program (resources/resources.qrc).
// Must never be used for anything a user can change.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace loopflow {

/// The bytes of a built-in file, e.g. "prompts/maya.md"; asserts that it exists.
QByteArray readResource(const QString &path);

/// The names of the built-in files in a folder, sorted, e.g. "prompts".
QStringList listResources(const QString &folder);

} // namespace loopflow
