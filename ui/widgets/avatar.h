// Avatars: a picture, or initials on a colour drawn from the name; and presence as a shape.
// All are only drawn; what they say stands beside them in words.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QPainter>
#include <QPixmap>
#include <QString>

namespace loopflow {

/// How a mate is doing, as a shape: filled disc, disc with a gap, half disc, disc with a bar, ring.
enum class Presence { Online, Answering, Waiting, Failed, Paused };

/// Up to two letters: "Maya" gives "Ma", "Release notes" gives "Re", "ana" gives "a".
QString initialsOf(const QString &name);

enum class AvatarShape { Mate, Person };
/// `picture` is an image file's bytes, drawn in place of the initials; what is no picture is passed
/// over. Drawn sizes are kept in QPixmapCache.
void drawAvatar(QPainter &painter, const QRect &rect, const QString &name, AvatarShape shape,
    const QByteArray &picture = {});
/// An image of any size and format made an avatar: its middle, 256 pixels square, as PNG.
Result<QByteArray> makeAvatar(const QByteArray &image);
/// The formats that makeAvatar() reads, for a file dialog: "*.png *.jpg …".
QString avatarFilePatterns();
/// `behind` is the colour of the ring that parts the mark from the avatar under it.
void drawPresence(QPainter &painter, const QRect &rect, Presence presence, const QPalette &palette,
    const QColor &behind);

} // namespace loopflow
