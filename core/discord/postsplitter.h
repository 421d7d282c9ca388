// Cuts a long text into messages for Discord: at paragraphs, lines, words, else between characters.
// Code blocks are closed and opened again with their language; every character but blanks is kept.
#pragma once

#include "core/discord/codefences.h"

#include <QStringList>

namespace loopflow::discord {

class PostSplitter final {
public:
    /// `limit` is the most UTF-16 units of a part, at least 1,000.
    PostSplitter(const QString &text, qsizetype limit);
    /// Without blank ends; none when the text is blank.
    QStringList parts() const;

private:
    /// A code block with the places of its first and last visible character.
    struct Block {
        CodeFence fence;
        qsizetype firstInk = 0;
        qsizetype lastInk = 0;
    };
    /// What a cut would part, best first.
    enum class Seam { Paragraphs, Lines, Words, None };

    const Block *blockAround(qsizetype position) const;
    bool fits(qsizetype begin, qsizetype end) const;
    bool mayCut(qsizetype at) const;
    Seam seamAt(qsizetype at) const;
    bool startsBlock(qsizetype line) const;
    qsizetype partEnd(qsizetype begin) const;
    qsizetype endOfWord(qsizetype position) const;
    qsizetype hardEnd(qsizetype begin, qsizetype most) const;
    qsizetype nextBegin(qsizetype cut) const;
    QString part(qsizetype begin, qsizetype end) const;

    QString m_text;
    QList<Block> m_blocks;
    qsizetype m_limit;
};

} // namespace loopflow::discord
