#include "ui/goto/ranking.h"

#include <QStringList>

namespace loopflow {

namespace {

constexpr int atBeginning = 4000;
constexpr int atWord = 3000;
constexpr int inside = 2000;
constexpr int letterByLetter = 1000;
constexpr int farthest = 500; // a rank's place within its kind

bool isWordStart(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

/// The letters in their order, the closer together the better.
std::optional<int> rankLetters(const QString &text, const QString &word)
{
    qsizetype at = -1;
    qsizetype first = -1;
    for (const QChar letter : word) {
        at = text.indexOf(letter, at + 1);
        if (at < 0)
            return {};
        if (first < 0)
            first = at;
    }
    const auto gaps = at - first + 1 - word.size();
    return letterByLetter - int(qMin<qsizetype>(gaps * 10 + first, farthest));
}

std::optional<int> rankWord(const QString &text, const QString &word)
{
    std::optional<int> best;
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (at == 0)
            return atBeginning;
        const int kind = isWordStart(text, at) ? atWord : inside;
        const int found = kind - int(qMin<qsizetype>(at, farthest));
        best = qMax(best.value_or(0), found);
    }
    return best ? best : rankLetters(text, word);
}

} // namespace

QString folded(const QString &text)
{
    QString plain;
    const QString parts = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    plain.reserve(parts.size());
    for (const QChar c : parts) {
        if (!c.isMark())
            plain += c;
    }
    return plain.simplified();
}

std::optional<int> rank(const QString &text, const QString &typed)
{
    int sum = 0;
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const auto one = rankWord(text, word);
        if (!one)
            return {};
        sum += *one;
    }
    // Of two that answer alike the shorter one says less besides.
    return sum - int(qMin<qsizetype>(text.size(), 99));
}

} // namespace loopflow
