// Whether a database file can be opened, found out without changing a byte of it.
// What is damaged or newer is refused here, before anything writes.
#pragma once

#include "core/base/result.h"

#include <QString>

namespace loopflow {

/// The file's schema version; 0 where there is no file yet. Errors (Storage): not a database, damaged, or newer
/// than `newest`. All of a file up to 4 MB is checked; of a larger one what opening shows.
Result<int> checkDatabase(const QString &path, int newest);

} // namespace loopflow
