// One message's text laid out as Discord shows it, to be drawn by a delegate.
// Loads nothing; links are only reported, never opened.
#pragma once

#include "ui/widgets/discordmarkdown.h"

#include <QPalette>
#include <QTextCharFormat>
#include <QTextDocument>

class QPainter;

namespace loopflow {

/// A stretch of text that the reader marked; empty when both are equal.
struct TextRange {
    int anchor = 0;
    int position = 0;
    bool isEmpty() const { return anchor == position; }
    bool operator==(const TextRange &) const = default;
};

class MessageDocument final {
public:
    MessageDocument();
    void setMarkdown(const QString &text, const MentionNames &names, const QPalette &palette,
        bool spoilersShown);
    /// Strikes all of the text out from the next setMarkdown() on: the message was deleted.
    void setStruck(bool struck) { m_struck = struck; }
    void setWidth(int width);
    int height() const;
    int idealWidth() const;
    /// How much of the width is left empty at the right, px; none where code or a text from the right fills it.
    int slack() const;
    bool hasSpoilers() const { return m_hasSpoilers; }

    /// Draws with the painter's origin at the text's top left.
    void draw(QPainter &painter, const QPalette &palette, TextRange selection);
    /// The nearest place in the text; `point` is from the top left.
    int positionAt(QPointF point) const;
    /// The http(s) address under the point; empty for none.
    QString linkAt(QPointF point) const;
    /// The words that the link under the point shows.
    QString linkTextAt(QPointF point) const;
    /// Whether a covered spoiler is under the point.
    bool spoilerAt(QPointF point) const;
    /// What hovering over the point tells: a link's address, a time's date; empty for nothing.
    QString tipAt(QPointF point) const;
    /// What a copy of the range gives: line breaks as '\n'.
    QString plainText(TextRange range) const;
    int length() const;
    /// The word around a place, for a double click.
    TextRange wordAt(int position) const;

private:
    void addBlock(class QTextCursor &cursor, const MarkdownBlock &block, const QPalette &palette,
        bool spoilersShown);
    void drawBackgrounds(QPainter &painter, const QPalette &palette);

    QTextDocument m_document;
    QTextCharFormat formatAt(QPointF point) const;

    bool m_hasSpoilers = false;
    bool m_spoilersShown = false;
    bool m_struck = false;
    bool m_large = false; ///< nothing but emoji
};

} // namespace loopflow
