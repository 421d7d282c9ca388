#include "core/base/log.h"

namespace loopflow {

Q_LOGGING_CATEGORY(logGateway, "loopflow.gateway", QtInfoMsg)
Q_LOGGING_CATEGORY(logHttp, "loopflow.http", QtInfoMsg)
Q_LOGGING_CATEGORY(logHost, "loopflow.host", QtInfoMsg)
Q_LOGGING_CATEGORY(logMates, "loopflow.mates", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "loopflow.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logPractice, "loopflow.practice", QtInfoMsg)

} // namespace loopflow
