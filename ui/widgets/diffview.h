// What changed between two texts, by word: in one column or side by side.
// Added is underlined, removed is struck through; the colours only repeat it. Long unchanged stretches can be folded.
#pragma once

#include "core/base/worddiff.h"

#include <QTextBrowser>

#include <optional>

namespace loopflow {

/// A run of rows that is shown, or folded to one.
struct DiffStretch {
    qsizetype first = 0;
    qsizetype rows = 0;
    bool folded = false;

    qsizetype shownRows() const { return folded ? 1 : rows; }
};

class DiffView final : public QTextBrowser {
    Q_OBJECT
public:
    enum class Mode { Inline, SideBySide };
    DiffView(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    void setTexts(const QString &before, const QString &after);
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    /// Whether long unchanged stretches are folded; they are without this.
    void setFolds(bool folds);
    /// Of the texts; code's without it. What stands in a code fence keeps that.
    void setTextFont(const QFont &font);
    WordCount count() const { return m_count; }

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What lies between two line ends that both texts have.
    using Row = QList<DiffPiece>;
    void render();
    QList<DiffStretch> stretches() const;
    void writeInline(QTextCursor &cursor) const;
    void writeSideBySide(QTextCursor &cursor) const;
    void unfold(const QUrl &link);

    QList<Row> m_rows;
    WordCount m_count;
    Mode m_mode = Mode::SideBySide;
    std::optional<QFont> m_font;
    bool m_folds = true;
    QList<qsizetype> m_unfolded; ///< first rows of what a person opened
};

/// "+12 −3 words"; empty when no word changed.
QString wordsChanged(const WordCount &count);

} // namespace loopflow
