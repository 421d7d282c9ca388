#include "core/mate/mate.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace loopflow {

namespace {

/// A letter of another script than ours, which an identifier cannot hold.
bool isForeign(char32_t c)
{
    const QChar::Script script = QChar::script(c);
    return QChar::isLetterOrNumber(c) && script != QChar::Script_Latin && script != QChar::Script_Common;
}

/// Tells names apart that ASCII cannot.
QString fingerprintOf(const QString &name)
{
    const QByteArray same = name.normalized(QString::NormalizationForm_KC).simplified().toCaseFolded().toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(same, QCryptographicHash::Sha1).toHex().left(6));
}

} // namespace

QString identifierOf(const QString &name)
{
    // Names files and environment variables, so only ASCII; "Zoë" keeps its letters by losing the
    // marks.
    const QString plain =
        QString(name).replace(u'ß', u"ss"_s).normalized(QString::NormalizationForm_KD).toLower();
    QString identifier;
    bool foreign = false;
    bool symbol = false;
    const auto letters = plain.toUcs4();
    for (const char32_t c : letters) {
        if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9'))
            identifier += QChar(char16_t(c));
        else if (QChar::category(c) != QChar::Mark_NonSpacing && !identifier.isEmpty()
            && !identifier.endsWith(u'-'))
            identifier += u'-';
        foreign = foreign || isForeign(c);
        symbol = symbol || QChar::category(c) == QChar::Symbol_Other;
    }
    if (identifier.endsWith(u'-'))
        identifier.chop(1);
    if (identifier.isEmpty() && (foreign || symbol))
        return u"mate-"_s + fingerprintOf(name);
    return foreign ? identifier + u'-' + fingerprintOf(name) : identifier;
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
