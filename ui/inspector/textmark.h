// Which text of a conversation the reader marked: from a place in one row to a place in another.
// Stays with its rows while others come and go; knows nothing of what they show.
#pragma once

#include "ui/inspector/messagedocument.h"

#include <QPersistentModelIndex>

namespace loopflow {

class TextMark final {
public:
    TextMark() = default;
    TextMark(const QModelIndex &row, TextRange range)
        : m_anchorRow(row)
        , m_headRow(row)
        , m_range(range)
    {
    }
    /// Moves the end that the pointer holds.
    void extendTo(const QModelIndex &row, int position)
    {
        m_headRow = row;
        m_range.position = position;
    }
    /// Whether it was begun at all (it may still hold no text).
    bool isBegun() const { return m_anchorRow.isValid() && m_headRow.isValid(); }
    bool isEmpty() const { return !isBegun() || (m_anchorRow == m_headRow && m_range.isEmpty()); }
    int firstRow() const { return isBegun() ? qMin(m_anchorRow.row(), m_headRow.row()) : -1; }
    int lastRow() const { return isBegun() ? qMax(m_anchorRow.row(), m_headRow.row()) : -1; }
    /// What of a row of that many characters is marked.
    TextRange rangeIn(int row, int length) const;

private:
    QPersistentModelIndex m_anchorRow;
    QPersistentModelIndex m_headRow;
    TextRange m_range; ///< anchor in the first of them, position in the other
};

} // namespace loopflow
