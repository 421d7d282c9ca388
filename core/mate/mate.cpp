#include "core/mate/mate.h"

using namespace Qt::StringLiterals;

namespace loopflow {

QString identifierOf(const QString &name)
{
    // Names files and environment variables, so only ASCII; "Zoë" keeps its letters by losing the
    // marks.
    const QString plain =
        QString(name).replace(u'ß', u"ss"_s).normalized(QString::NormalizationForm_KD).toLower();
    QString identifier;
    for (const QChar c : plain) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            identifier += c;
        else if (c.category() != QChar::Mark_NonSpacing && !identifier.isEmpty()
            && !identifier.endsWith(u'-'))
            identifier += u'-';
    }
    if (identifier.endsWith(u'-'))
        identifier.chop(1);
    return identifier;
}

QString tokenVariable(const QString &identifier)
{
    QString variable = u"LOOPFLOW_TOKEN_"_s;
    for (const QChar c : identifier) {
        const char16_t unit = c.unicode();
        const bool isLower = unit >= u'a' && unit <= u'z';
        const bool isPlain = (unit >= u'A' && unit <= u'Z') || (unit >= u'0' && unit <= u'9');
        if (isLower)
            variable += QChar(static_cast<char16_t>(unit - u'a' + u'A'));
        else
            variable += isPlain ? c : QChar(u'_');
    }
    return variable;
}

} // namespace loopflow
