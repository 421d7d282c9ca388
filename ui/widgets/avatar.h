// Pictures without a picture: initials on a colour drawn from the name, and presence as a shape.
// Both are only drawn; what they say stands beside them in words.
#pragma once

#include <QPainter>
#include <QPixmap>
#include <QString>

namespace loopflow {

/// How a mate is doing, as a shape: filled disc, disc with a gap, half disc, disc with a bar, ring.
enum class Presence { Online, Answering, Waiting, Failed, Paused };

/// Up to two letters: "Maya" gives "Ma", "Release notes" gives "Re", "ana" gives "a".
QString initialsOf(const QString &name);

enum class AvatarShape { Mate, Person };
void drawAvatar(QPainter &painter, const QRect &rect, const QString &name, AvatarShape shape);
/// `behind` is the colour of the ring that parts the mark from the avatar under it.
void drawPresence(QPainter &painter, const QRect &rect, Presence presence, const QPalette &palette,
    const QColor &behind);

} // namespace loopflow
