// The rows of a conversation, which grow at both ends; a row keeps its position when others are put before it.
// Kept in blocks, so that neither end's growth moves what is there; those that nobody looked at for long are packed.
#pragma once

#include "core/conversation/conversationrow.h"

#include <QList>

namespace loopflow {

class RowList final {
public:
    /// The first row's position; it sinks as rows are put before it.
    qsizetype begin() const { return m_blocks.isEmpty() ? 0 : m_blocks.constFirst().first; }
    /// One behind the last row's.
    qsizetype end() const;
    qsizetype size() const { return end() - begin(); }

    /// `position` is one that is here. The row stays where it is until the next call.
    const ConversationRow &at(qsizetype position) const;
    ConversationRow &edit(qsizetype position);
    void append(ConversationRow row);
    /// Puts all rows of another list before the first one; the position that its row number `n` has here is the new
    /// begin() + n.
    void prepend(const RowList &older);
    /// What came after it is one nearer.
    void remove(qsizetype position);

    /// How many are packed away.
    qsizetype packedRows() const;

private:
    struct Block {
        qsizetype first = 0; ///< position
        qsizetype size = 0; ///< rows, never none
        QList<ConversationRow> rows; ///< empty: they are packed
        QByteArray packed;
        quint64 used = 0; ///< when it was looked at, in looks
    };
    qsizetype indexOf(qsizetype position) const;
    /// The block with its rows unpacked.
    Block &open(qsizetype index) const;
    void packOldest() const;

    mutable QList<Block> m_blocks;
    mutable quint64 m_looks = 0;
    mutable qsizetype m_open = 0; ///< blocks that are not packed
};

} // namespace loopflow
