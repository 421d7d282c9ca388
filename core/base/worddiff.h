// What changed between two texts, word by word.
// Loses no character: the pieces that are the same or removed are the old text, the same or added ones the new.
#pragma once

#include <QList>
#include <QString>

namespace loopflow {

/// A run of text. A line end, a run of blanks and every punctuation mark is a word of its own.
struct DiffPiece {
    enum Kind { Same, Removed, Added };
    Kind kind = Same;
    QString text;
    bool operator==(const DiffPiece &) const = default;
};

/// The pieces in reading order, neighbours of different kinds, Removed before Added where one text replaces another.
/// The shortest edit where the texts differ little; where they differ much, the changed lines first and then the
/// words in them, so that its time stays near-linear (2 × 20,000 words: tens of milliseconds).
QList<DiffPiece> wordDiff(const QString &before, const QString &after);

struct WordCount {
    qsizetype added = 0;
    qsizetype removed = 0;
    bool operator==(const WordCount &) const = default;
};

/// How many words (not blanks, not punctuation) were added and removed.
WordCount changedWords(const QList<DiffPiece> &pieces);
/// The words of a text, counted as changedWords() does.
qsizetype countWords(const QString &text);

} // namespace loopflow
