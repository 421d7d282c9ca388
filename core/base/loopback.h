// Which host names are this computer.
#pragma once

#include <QString>

namespace loopflow {

/// localhost, *.localhost, 127.0.0.0/8 and ::1, with or without brackets. Never looks a name up.
bool isLoopbackHost(const QString &host);

} // namespace loopflow
