#include "core/conversation/rowlist.h"

#include "core/conversation/rowarchive.h"

#include <algorithm>

namespace loopflow {

namespace {

constexpr qsizetype blockRows = 128; // packing or unpacking one takes less than a millisecond
constexpr qsizetype openBlocks = 64; // more than a window's rows, so that nobody walks over packed ones

} // namespace

qsizetype RowList::end() const
{
    return m_blocks.isEmpty() ? 0 : m_blocks.constLast().first + m_blocks.constLast().size;
}

qsizetype RowList::indexOf(qsizetype position) const
{
    const auto after = std::upper_bound(m_blocks.cbegin(), m_blocks.cend(), position,
        [](qsizetype sought, const Block &block) { return sought < block.first; });
    return after - m_blocks.cbegin() - 1;
}

RowList::Block &RowList::open(qsizetype index) const
{
    Block &block = m_blocks[index];
    block.used = ++m_looks;
    if (block.rows.isEmpty()) {
        block.rows = unpacked(std::exchange(block.packed, {}));
        ++m_open;
        packOldest();
    }
    return block;
}

/// One at a time, so that nobody waits for many.
void RowList::packOldest() const
{
    if (m_open <= openBlocks)
        return;
    Block *oldest = nullptr;
    for (Block &block : m_blocks) {
        if (!block.rows.isEmpty() && (!oldest || block.used < oldest->used))
            oldest = &block;
    }
    oldest->packed = packed(std::exchange(oldest->rows, {}));
    --m_open;
}

const ConversationRow &RowList::at(qsizetype position) const
{
    const Block &block = open(indexOf(position));
    return block.rows.at(position - block.first);
}

ConversationRow &RowList::edit(qsizetype position)
{
    Block &block = open(indexOf(position));
    return block.rows[position - block.first];
}

void RowList::append(ConversationRow row)
{
    if (m_blocks.isEmpty() || m_blocks.constLast().size >= blockRows) {
        m_blocks.append(Block{end(), 0, {}, {}, 0});
        ++m_open;
    }
    Block &last = m_blocks.last();
    if (last.size > 0)
        open(m_blocks.size() - 1);
    last.rows.append(std::move(row));
    last.used = ++m_looks;
    ++last.size;
    packOldest();
}

void RowList::prepend(const RowList &older)
{
    const qsizetype down = begin() - older.end();
    QList<Block> blocks = older.m_blocks;
    m_open += older.m_open;
    for (Block &block : blocks) {
        block.first += down;
        block.used = ++m_looks;
    }
    // Small pages would make small blocks.
    const bool joins = !blocks.isEmpty() && !m_blocks.isEmpty() && !blocks.constLast().rows.isEmpty()
        && !m_blocks.constFirst().rows.isEmpty() && blocks.constLast().size + m_blocks.constFirst().size <= blockRows;
    if (joins) {
        const Block joined = blocks.takeLast();
        Block &first = m_blocks.first();
        first.first = joined.first;
        first.rows = joined.rows + first.rows;
        first.size += joined.size;
        --m_open;
    }
    m_blocks = blocks + m_blocks;
    packOldest();
}

void RowList::remove(qsizetype position)
{
    const qsizetype index = indexOf(position);
    Block &block = open(index);
    block.rows.removeAt(position - block.first);
    --block.size;
    for (qsizetype i = index + 1; i < m_blocks.size(); ++i)
        --m_blocks[i].first;
    if (block.size == 0) {
        m_blocks.removeAt(index);
        --m_open;
    }
}

qsizetype RowList::packedRows() const
{
    qsizetype rows = 0;
    for (const Block &block : std::as_const(m_blocks))
        rows += block.rows.isEmpty() ? block.size : 0;
    return rows;
}

} // namespace loopflow
