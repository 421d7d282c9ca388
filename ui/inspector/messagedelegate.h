// Draws the rows of a live conversation and knows where their text is.
// Measures a row when it is looked at, and guesses the height of the others from their length.
#pragma once

#include "ui/inspector/messagedocument.h"
#include "ui/inspector/rowtext.h"

#include <QCache>
#include <QHash>
#include <QSet>
#include <QStyledItemDelegate>

namespace loopflow {

class ConversationModel;

/// Which text the reader marked: one stretch in one row.
struct MarkedText {
    quint64 row = 0; ///< keyOf(); 0: nothing
    TextRange range;
};

class MessageDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit MessageDelegate(ConversationModel *model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    void setViewWidth(int width);
    /// Lays the row out; true when that changed its height.
    bool measure(int row);
    /// The row's content changed; a reply that streams is laid out again a few times a second at
    /// most.
    void changed(int row);
    /// Forgets every layout: the theme or the font changed.
    void forget();
    /// Whether a changed row still waits to be laid out.
    bool hasStale() const { return !m_stale.isEmpty(); }
    /// Lays out what waited; true when any height changed.
    bool refreshStale();

    /// Where the row's text begins, from the row's top left.
    QPoint textOrigin() const;
    MessageDocument &document(int row) const;
    void setMarked(const MarkedText &marked) { m_marked = marked; }
    void showSpoilers(int row);

private:
    struct Height {
        int width = 0;
        int height = 0;
        bool measured = false; ///< else guessed
    };
    int textWidth() const;
    int measuredHeight(int row) const;
    int guessedHeight(int row) const;
    int restHeight(const RowText &text) const;
    void drawLines(QPainter &painter, const QRect &rect, const RowText &text, int bodyHeight,
        const QPalette &palette) const;

    ConversationModel *m_model;
    int m_viewWidth = 0;
    MarkedText m_marked;
    QSet<quint64> m_spoilersShown;
    QSet<quint64> m_stale;
    mutable QHash<quint64, Height> m_heights;
    mutable QCache<quint64, MessageDocument> m_documents;
};

} // namespace loopflow
