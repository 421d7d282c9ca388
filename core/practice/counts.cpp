#include "core/practice/counts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

QString Counts::normalized(QString what)
{
    static const QRegularExpression parameter(u"/(\\{\\w*\\}|\\d+)(?=/|$)"_s);
    return what.replace(parameter, u"/{}"_s);
}

} // namespace loopflow::practice
