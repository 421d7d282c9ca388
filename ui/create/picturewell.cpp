#include "ui/create/picturewell.h"

#include "ui/widgets/avatar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/type.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

namespace loopflow {

namespace {

constexpr int side = 52;
constexpr qint64 largestFile = 32 * 1024 * 1024;

QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

PictureWell::PictureWell(QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("picture"));
    setAccessibleName(tr("Picture"));
    setToolTip(tr("Click to choose a picture, or drop one here. Delete takes it away."));
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setFixedSize(side, side);
    auto *remove = new QAction(tr("Remove the picture"), this);
    remove->setObjectName(QStringLiteral("removePicture"));
    connect(remove, &QAction::triggered, this, [this] { setPicture({}); });
    addAction(remove);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(this, &QAbstractButton::clicked, this, &PictureWell::choose);
}

QSize PictureWell::sizeHint() const
{
    return {side, side};
}

void PictureWell::setName(const QString &name)
{
    m_name = name;
    update();
}

void PictureWell::setPicture(const QByteArray &png)
{
    if (m_picture == png)
        return;
    m_picture = png;
    update();
    Q_EMIT changed();
}

void PictureWell::choose()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Choose a picture"), {}, tr("Pictures (%1)").arg(avatarFilePatterns()));
    if (!path.isEmpty())
        readFile(path);
}

void PictureWell::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        Q_EMIT said(tr("The file could not be read: %1.").arg(file.errorString()));
    else if (file.size() > largestFile)
        Q_EMIT said(tr("This file is too large for a picture. Choose a smaller one."));
    else
        take(file.readAll());
}

void PictureWell::take(const QByteArray &image)
{
    const auto avatar = makeAvatar(image);
    Q_EMIT said(avatar ? QString() : avatar.error().message);
    if (avatar)
        setPicture(*avatar);
}

void PictureWell::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_picture.isEmpty() || !m_name.trimmed().isEmpty()) {
        drawAvatar(painter, rect(), m_name, AvatarShape::Mate, m_picture);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(ColorRole::Selection, palette()));
        painter.drawRoundedRect(rect(), side * 0.22, side * 0.22);
        const int inset = (side - 20) / 2;
        loopflow::icon(QStringLiteral("image-plus"), ColorRole::Accent)
            .paint(&painter, rect().adjusted(inset, inset, -inset, -inset));
    }
    if (!hasFocus() && !m_dropping)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color(ColorRole::Accent, palette()), 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), side * 0.22, side * 0.22);
}

void PictureWell::dragEnterEvent(QDragEnterEvent *event)
{
    if (droppedFile(event->mimeData()).isEmpty())
        return;
    m_dropping = true;
    update();
    event->acceptProposedAction();
}

void PictureWell::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropping = false;
    update();
}

void PictureWell::dropEvent(QDropEvent *event)
{
    m_dropping = false;
    update();
    event->acceptProposedAction();
    readFile(droppedFile(event->mimeData()));
}

void PictureWell::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        setPicture({});
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace loopflow
