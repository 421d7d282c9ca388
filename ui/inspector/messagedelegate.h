// Draws the rows of a live conversation and knows where their text is.
// Measures a row when it is looked at, and guesses the height of the others from their length.
#pragma once

#include "ui/inspector/messagedocument.h"
#include "ui/inspector/rowtext.h"
#include "ui/inspector/textmark.h"

#include <QCache>
#include <QHash>
#include <QSet>
#include <QStyledItemDelegate>

namespace loopflow {

class ConversationModel;
class PictureShelf;
struct Place;

/// What lies under a place of a row.
struct RowHit {
    QPointF text; ///< from the text's top left
    bool inText = false; ///< between the text's upper and lower edge
    QString show; ///< the address of a picture whose "Show" button it is
    QString picture; ///< the address of a picture that is shown
    bool tryAgain = false;
};

class MessageDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// `shelf` may be null: no picture can be shown then.
    MessageDelegate(ConversationModel *model, PictureShelf *shelf, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    void setViewWidth(int width);
    /// Lays the row out; true when that changed its height.
    bool measure(int row);
    /// The row's content changed; a reply that streams is laid out again a few times a second at
    /// most.
    void changed(int row);
    /// Its height may be another one now: a picture came.
    void remeasure(int row);
    /// Forgets every layout: the theme or the font changed.
    void forget();
    /// Forgets also what the reader uncovered: another conversation is shown.
    void startOver();
    /// Whether a changed row still waits to be laid out.
    bool hasStale() const { return !m_stale.isEmpty(); }
    /// Lays out what waited; true when any height changed.
    bool refreshStale();

    /// `point` is from the row's top left.
    RowHit hitAt(int row, QPoint point) const;
    /// Where the row's text begins, from the row's top left.
    QPoint textOrigin(int row) const;
    MessageDocument &document(int row) const;
    void setMark(const TextMark &mark) { m_mark = mark; }
    /// Where the pointer is, in the view; buttons under it are drawn so.
    void setHovered(QPoint viewport) { m_hovered = viewport; }
    void showSpoilers(int row);
    bool spoilersShown(int row) const;

private:
    struct Height {
        int width = 0;
        int height = 0;
        bool measured = false; ///< else guessed
    };
    /// Where the parts of a row begin, from its top.
    struct Shape {
        int header = 0;
        int body = 0;
        int cards = 0;
        int problem = 0;
        QRect button; ///< "Try again", from the row's top left; null: none
        int meta = 0;
        int height = 0;
    };
    int textWidth() const;
    int bodyLeft(int row) const;
    Shape shapeOf(int row, const RowText &text) const;
    int guessedHeight(int row) const;
    void drawHeader(QPainter &painter, const Place &place, const Shape &shape, const RowText &text,
        const QPalette &palette) const;
    void drawFoot(QPainter &painter, const Place &place, const Shape &shape, const RowText &text,
        const QPalette &palette) const;
    void drawButton(QPainter &painter, const QRect &rect, const QPalette &palette) const;

    ConversationModel *m_model;
    PictureShelf *m_shelf;
    int m_viewWidth = 0;
    TextMark m_mark;
    QPoint m_hovered{-1, -1};
    QSet<quint64> m_spoilersShown;
    QSet<quint64> m_stale;
    mutable QHash<quint64, Height> m_heights;
    mutable QCache<quint64, MessageDocument> m_documents;
};

} // namespace loopflow
