// What a message holds besides its text: files, pictures, stickers, polls, embeds, as cards under it.
// Draws and measures; loads nothing: pictures come from a PictureShelf, when a person asked for them.
#pragma once

#include "core/discord/message.h"

#include <QPalette>
#include <QRect>
#include <QStringList>

class QPainter;

namespace loopflow {

class PictureShelf;

struct MessageCard {
    enum Kind { File, Picture, Video, Voice, Sticker, Poll };
    Kind kind = File;
    QString title; ///< the file's name, the poll's question, …
    QString detail; ///< type and size
    QStringList lines{}; ///< a poll's answers
    QString picture{}; ///< address of what "Show" shows; empty: nothing to show
    bool spoiler = false; ///< shown only when it is asked for by itself
    bool operator==(const MessageCard &) const = default;
};

QList<MessageCard> cardsOf(const discord::Message &message);
/// A line for copying and for screen readers: "Picture graph.png, PNG, 24 KB".
QString plainTextOf(const MessageCard &card);

/// Where a row's cards lie, from the top left of the first.
class CardStack final {
public:
    /// `shelf` may be null: no picture can be shown then.
    CardStack(const QList<MessageCard> &cards, const PictureShelf *shelf, int width);

    int height() const { return m_height; }
    void draw(QPainter &painter, const QPalette &palette, QPoint hovered) const;
    /// The address whose "Show" button is under the point; empty for none.
    QString showAt(QPoint point) const;
    /// The address of the picture that is shown under the point; empty for none.
    QString pictureAt(QPoint point) const;

private:
    struct Card {
        QRect box;
        QRect button; ///< null: none
        QRect picture; ///< null: not shown
    };
    void drawCard(QPainter &painter, const MessageCard &card, const Card &place,
        const QPalette &palette, QPoint hovered) const;

    QList<MessageCard> m_cards;
    const PictureShelf *m_shelf;
    QList<Card> m_places;
    int m_height = 0;
};

} // namespace loopflow
