// The log's categories.
// Lines never contain a token, a key or what people write.
#pragma once

#include <QLoggingCategory>

namespace loopflow {

Q_DECLARE_LOGGING_CATEGORY(logGateway)
Q_DECLARE_LOGGING_CATEGORY(logHttp)
Q_DECLARE_LOGGING_CATEGORY(logHost)
/// What becomes of mates and their turns. Not on stderr: who runs without a window says it there in words of its own.
Q_DECLARE_LOGGING_CATEGORY(logMates)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logPractice)

} // namespace loopflow
