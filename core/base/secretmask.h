// The secrets that this process holds, so that no line of the log shows one.
// Only ever takes them out of a text; gives none back.
#pragma once

#include "core/base/secret.h"

#include <QString>

namespace loopflow {

/// From now on withoutSecrets() hides it. Any thread. Shorter than 8 bytes has no effect: nobody's
/// key is that short, and half of the log would be dots.
void hideInLogs(const Secret &secret);

/// `text` with every secret it holds made dots, as it is or percent-encoded. Any thread.
QString withoutSecrets(const QString &text);

} // namespace loopflow
