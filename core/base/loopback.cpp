#include "core/base/loopback.h"

#include <QRegularExpression>

namespace loopflow {

bool isLoopbackHost(const QString &host)
{
    static const QRegularExpression loopback(
        QStringLiteral("^(?:(?:.+\\.)?localhost\\.?|127(?:\\.\\d{1,3}){3}|\\[?(?:::1|0:0:0:0:0:0:0:1)\\]?)$"),
        QRegularExpression::CaseInsensitiveOption);
    return loopback.match(host).hasMatch();
}

} // namespace loopflow
