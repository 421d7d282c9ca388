#include "ui/widgets/diffview.h"

#include "ui/widgets/palette.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTextTable>
#include <QUrl>

namespace loopflow {

namespace {

constexpr qsizetype contextRows = 3;
/// Folding less than this would hide little and cost a look.
constexpr qsizetype leastFolded = 4;
const QString foldScheme = QStringLiteral("unfold");

bool isChanged(const QList<DiffPiece> &row)
{
    return std::any_of(row.begin(), row.end(),
        [](const DiffPiece &piece) { return piece.kind != DiffPiece::Same; });
}

QList<QList<DiffPiece>> rowsOf(const QList<DiffPiece> &pieces)
{
    QList<QList<DiffPiece>> rows(1);
    for (const DiffPiece &piece : pieces) {
        if (piece.kind != DiffPiece::Same) {
            rows.last().append(piece);
            continue;
        }
        const QStringList lines = piece.text.split(QLatin1Char('\n'));
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i > 0)
                rows.append(QList<DiffPiece>());
            if (!lines[i].isEmpty())
                rows.last().append({DiffPiece::Same, lines[i]});
        }
    }
    return rows;
}

struct Formats {
    QTextCharFormat same;
    QTextCharFormat removed;
    QTextCharFormat added;
    QTextCharFormat fold;
};

Formats formatsFor(const QPalette &palette, const QFont &font)
{
    Formats formats;
    formats.same.setFont(font);
    formats.same.setForeground(palette.color(QPalette::Text));
    formats.removed = formats.same;
    formats.removed.setBackground(color(ColorRole::Removed, palette));
    formats.removed.setFontStrikeOut(true);
    formats.added = formats.same;
    formats.added.setBackground(color(ColorRole::Added, palette));
    formats.added.setFontUnderline(true);
    formats.fold.setFont(metaFont());
    formats.fold.setForeground(color(ColorRole::Muted, palette));
    return formats;
}

/// Follows the code fences of one of the texts.
class Fences {
public:
    /// Takes the next row of it; whether that is code.
    bool take(const QList<DiffPiece> &row, DiffPiece::Kind without)
    {
        QString text;
        for (const DiffPiece &piece : row)
            text += piece.kind == without ? QString() : piece.text;
        bool code = m_open;
        for (const QString &line : text.split(QLatin1Char('\n'))) {
            if (!line.trimmed().startsWith(QLatin1String("```")))
                continue;
            m_open = !m_open;
            code = true;
        }
        return code;
    }

private:
    bool m_open = false;
};

const QTextCharFormat &formatOf(const Formats &formats, DiffPiece::Kind kind)
{
    switch (kind) {
    case DiffPiece::Same:
        return formats.same;
    case DiffPiece::Removed:
        return formats.removed;
    case DiffPiece::Added:
        return formats.added;
    }
    Q_UNREACHABLE();
}

void write(QTextCursor &cursor, const QList<DiffPiece> &row, const Formats &formats,
    std::optional<DiffPiece::Kind> without)
{
    for (const DiffPiece &piece : row) {
        if (piece.kind == without)
            continue;
        QString text = piece.text;
        // A line end that came or went is a change, too, and has no shape of its own.
        if (piece.kind != DiffPiece::Same)
            text.replace(QLatin1Char('\n'), QStringLiteral("↵\n"));
        cursor.insertText(text, formatOf(formats, piece.kind));
    }
}

void writeFold(QTextCursor &cursor, qsizetype first, qsizetype rows, Formats formats)
{
    const QString text = counted(rows,
        QCoreApplication::translate("loopflow::DiffView", "1 unchanged line"),
        QCoreApplication::translate("loopflow::DiffView", "%1 unchanged lines"));
    formats.fold.setAnchor(true);
    formats.fold.setAnchorHref(QStringLiteral("%1:%2").arg(foldScheme).arg(first));
    cursor.insertText(QStringLiteral("⋯ ") + text, formats.fold);
}

QList<DiffStretch> stretchesOf(
    const QList<QList<DiffPiece>> &rows, const QList<qsizetype> &unfolded)
{
    QList<DiffStretch> stretches;
    const auto add = [&](qsizetype from, qsizetype to, bool folded) {
        if (to > from)
            stretches.append({from, to - from, folded});
    };
    for (qsizetype from = 0; from < rows.size();) {
        const bool changed = isChanged(rows[from]);
        qsizetype to = from;
        while (to < rows.size() && isChanged(rows[to]) == changed)
            ++to;
        const qsizetype first = from == 0 ? 0 : from + contextRows;
        const qsizetype last = to == rows.size() ? to : to - contextRows;
        if (changed || last - first < leastFolded || unfolded.contains(first)) {
            add(from, to, false);
        } else {
            add(from, first, false);
            add(first, last, true);
            add(last, to, false);
        }
        from = to;
    }
    return stretches;
}

/// Two columns with a line for every row that is shown.
QTextTable *insertColumns(QTextCursor &cursor, const QList<DiffStretch> &stretches)
{
    qsizetype rows = 0;
    for (const DiffStretch &stretch : stretches)
        rows += stretch.shownRows();
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(1);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    const QTextLength half(QTextLength::PercentageLength, 50);
    format.setColumnWidthConstraints({half, half});
    QTextTable *table = cursor.insertTable(int(rows), 2, format);
    QTextTableCellFormat leftCell;
    leftCell.setRightPadding(paneEdge);
    QTextTableCellFormat rightCell;
    rightCell.setLeftPadding(paneEdge);
    for (int row = 0; row < rows; ++row) {
        table->cellAt(row, 0).setFormat(leftCell);
        table->cellAt(row, 1).setFormat(rightCell);
    }
    return table;
}

void shade(QTextTableCell &cell, const QPalette &palette)
{
    QTextTableCellFormat format = cell.format().toTableCellFormat();
    format.setBackground(color(ColorRole::Code, palette));
    cell.setFormat(format);
}

} // namespace

DiffView::DiffView(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(paneEdge);
    connect(this, &QTextBrowser::anchorClicked, this, &DiffView::unfold);
}

void DiffView::setTexts(const QString &before, const QString &after)
{
    const QList<DiffPiece> pieces = wordDiff(before, after);
    m_rows = rowsOf(pieces);
    m_count = changedWords(pieces);
    m_unfolded.clear();
    setAccessibleDescription(counted(m_count.added, tr("1 word added"), tr("%1 words added"))
        + QStringLiteral(", ")
        + counted(m_count.removed, tr("1 word removed"), tr("%1 words removed")));
    render();
    verticalScrollBar()->setValue(0);
}

void DiffView::setFolds(bool folds)
{
    m_folds = folds;
    render();
}

QList<DiffStretch> DiffView::stretches() const
{
    if (!m_folds && !m_rows.isEmpty())
        return {{0, m_rows.size(), false}};
    return stretchesOf(m_rows, m_unfolded);
}

void DiffView::setTextFont(const QFont &font)
{
    m_font = font;
    render();
}

void DiffView::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    render();
}

void DiffView::render()
{
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    if (m_mode == Mode::Inline)
        writeInline(cursor);
    else
        writeSideBySide(cursor);
    cursor.endEditBlock();
}

void DiffView::writeInline(QTextCursor &cursor) const
{
    const Formats formats = formatsFor(QGuiApplication::palette(), m_font.value_or(codeFont()));
    const QList<DiffStretch> stretches = this->stretches();
    bool first = true;
    for (const DiffStretch &stretch : stretches) {
        for (qsizetype i = 0; i < stretch.shownRows(); ++i) {
            if (!std::exchange(first, false))
                cursor.insertBlock();
            if (stretch.folded)
                writeFold(cursor, stretch.first, stretch.rows, formats);
            else
                write(cursor, m_rows[stretch.first + i], formats, {});
        }
    }
}

void DiffView::writeSideBySide(QTextCursor &cursor) const
{
    const QPalette palette = QGuiApplication::palette();
    const Formats text = formatsFor(palette, m_font.value_or(codeFont()));
    const Formats code = formatsFor(palette, codeFont());
    const QList<DiffStretch> stretches = this->stretches();
    QTextTable *table = insertColumns(cursor, stretches);
    Fences before;
    Fences after;
    int line = 0;
    for (const DiffStretch &stretch : stretches) {
        for (qsizetype i = 0; i < stretch.rows; ++i) {
            const Row &row = m_rows[stretch.first + i];
            const bool leftIsCode = before.take(row, DiffPiece::Added);
            const bool rightIsCode = after.take(row, DiffPiece::Removed);
            if (stretch.folded && i > 0)
                continue;
            QTextTableCell leftCell = table->cellAt(line, 0);
            QTextTableCell rightCell = table->cellAt(line++, 1);
            QTextCursor left = leftCell.firstCursorPosition();
            if (stretch.folded) {
                writeFold(left, stretch.first, stretch.rows, text);
                continue;
            }
            QTextCursor right = rightCell.firstCursorPosition();
            write(left, row, leftIsCode ? code : text, DiffPiece::Added);
            write(right, row, rightIsCode ? code : text, DiffPiece::Removed);
            if (m_font && leftIsCode)
                shade(leftCell, palette);
            if (m_font && rightIsCode)
                shade(rightCell, palette);
        }
    }
}

void DiffView::unfold(const QUrl &link)
{
    if (link.scheme() != foldScheme)
        return;
    const int at = verticalScrollBar()->value();
    m_unfolded.append(link.path().toLongLong());
    render();
    verticalScrollBar()->setValue(at);
}

void DiffView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_rows.isEmpty())
        render();
}

QString wordsChanged(const WordCount &count)
{
    QStringList parts;
    if (count.added > 0)
        parts << QStringLiteral("+%1").arg(loopflow::count(count.added));
    if (count.removed > 0)
        parts << QStringLiteral("−%1").arg(loopflow::count(count.removed));
    if (parts.isEmpty())
        return {};
    const QString numbers = parts.join(QLatin1Char(' '));
    return count.added + count.removed == 1
        ? QCoreApplication::translate("loopflow::DiffView", "%1 word").arg(numbers)
        : QCoreApplication::translate("loopflow::DiffView", "%1 words").arg(numbers);
}

} // namespace loopflow
