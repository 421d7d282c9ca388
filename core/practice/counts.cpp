#include "core/practice/counts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

int Counts::writes() const
{
    int sum = 0;
    for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it) {
        if (it.key().contains(u' ') && !it.key().startsWith(u"GET "))
            sum += *it;
    }
    return sum;
}

QString Counts::normalized(QString what)
{
    static const QRegularExpression parameter(u"/(\\{\\w*\\}|\\d+)(?=/|$)"_s);
    return what.replace(parameter, u"/{}"_s);
}

} // namespace loopflow::practice
