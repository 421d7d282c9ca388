#include "ui/inspector/textmark.h"

namespace loopflow {

TextRange TextMark::rangeIn(int row, int length) const
{
    if (row < firstRow() || row > lastRow() || isEmpty())
        return {};
    if (m_anchorRow == m_headRow)
        return m_range;
    const bool down = m_anchorRow.row() < m_headRow.row();
    const int start = down ? m_range.anchor : m_range.position;
    const int end = down ? m_range.position : m_range.anchor;
    return {row == firstRow() ? start : 0, row == lastRow() ? end : length};
}

} // namespace loopflow
