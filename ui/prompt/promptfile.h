// A text file that a person drops on a prompt.
// Reads; writes nothing.
#pragma once

#include "core/base/result.h"

namespace loopflow {

/// A mate file's prompt, or the whole text of any other file. Errors: not readable, larger than 1 MiB, not text.
Result<QString> readPromptFile(const QString &path);

} // namespace loopflow
