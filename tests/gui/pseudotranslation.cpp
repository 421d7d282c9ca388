#include "tests/gui/pseudotranslation.h"

#include <QCoreApplication>
#include <QTextDocumentFragment>

namespace loopflow::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPadding = 10; // as a long word

QString plain(const QString &text)
{
    return Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
}

/// Letters that make a text of `length` and its two brackets 40 % longer than it was.
QString padding(qsizetype length)
{
    QString letters;
    for (qsizetype left = (length * 2 + 4) / 5 - 2; left > 0; left -= longestPadding)
        letters += QString(qMin(left, longestPadding), u'ö') + (left > longestPadding ? u" "_s : QString());
    return letters;
}

} // namespace

PseudoTranslation::PseudoTranslation(Qt::LayoutDirection direction)
    : m_direction(direction)
{
    QCoreApplication::installTranslator(this);
}

PseudoTranslation::~PseudoTranslation()
{
    QCoreApplication::removeTranslator(this);
}

QString PseudoTranslation::translate(const char *, const char *text, const char *, int) const
{
    static const QRegularExpression keys(u"^((Ctrl|Shift|Alt)\\+\\S+|F\\d+)$"_s);
    static const QRegularExpression argument(u"%L?(\\d+|n)"_s);
    static const QRegularExpression word(u"\\p{L}"_s);
    const QString source = QString::fromUtf8(text);
    if (source.isEmpty() || keys.match(source).hasMatch())
        return source;
    QString translated;
    qsizetype at = 0;
    const auto add = [&](qsizetype end) {
        const QString piece = source.sliced(at, end - at);
        translated += piece.contains(word) ? u'«' + piece + padding(plain(piece).size()) + u'»' : piece;
    };
    for (auto found = argument.globalMatch(source); found.hasNext();) {
        const auto match = found.next();
        add(match.capturedStart());
        translated += match.captured();
        at = match.capturedEnd();
    }
    add(source.size());
    constexpr QChar rightToLeftMark(0x200f);
    return m_direction == Qt::RightToLeft ? rightToLeftMark + translated : translated;
}

QString untranslatedPart(QString text, const Data &data, Shown shown)
{
    static const QRegularExpression innermost(u"«[^«»]*»"_s);
    static const QRegularExpression cutOff(u"«[^«»]*…"_s);
    static const QRegularExpression marks(u"[*_`~|>#…]"_s);
    static const QRegularExpression edges(u"^[^\\p{L}]+|[^\\p{L}]+$"_s);
    static const QRegularExpression word(u"\\p{L}{3,}"_s); // two are an avatar's letters
    text = plain(text);
    for (qsizetype before = -1; before != text.size();) {
        before = text.size();
        text.replace(innermost, u"\n"_s);
    }
    text.replace(cutOff, u"\n"_s);
    QStringList left;
    const auto keepUnknown = [&](QString piece) {
        piece = piece.remove(marks).remove(edges).simplified();
        const bool any = shown == Shown::InPieces || piece.contains(u' ');
        const bool known = !piece.contains(word) || (any && data.written.contains(piece));
        if (!known)
            left << piece;
        return known;
    };
    const QStringList lines = text.split(u'\n');
    for (QString line : lines) {
        if (keepUnknown(line))
            continue;
        left.removeLast(); // perhaps one thing that was written, and another
        for (const QRegularExpression &pattern : data.patterns)
            line.replace(pattern, u"\n"_s);
        const QStringList pieces = line.split(u'\n');
        for (const QString &piece : pieces)
            keepUnknown(piece);
    }
    return left.join(u" / "_s);
}

} // namespace loopflow::test
