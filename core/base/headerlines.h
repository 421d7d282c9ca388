// HTTP headers as people write them: "Name: value", one on a line.
// Says which line is wrong, never what it holds: a value may be secret.
#pragma once

#include "core/base/http.h"
#include "core/base/result.h"

namespace loopflow {

/// Empty lines are skipped. `source` is what errors (Invalid) call the text, e.g. an environment variable.
Result<Headers> parseHeaderLines(const QString &source, const QString &text);

/// Whether a header is likely to hold a key: by its name (Authorization, Cookie, X-Api-Key, …-Token) or by a value
/// that is long and looks drawn by lot.
bool looksSecret(const QByteArray &name, const QByteArray &value);

} // namespace loopflow
