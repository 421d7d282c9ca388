#include "ui/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace loopflow {

namespace {

class OutlineIcon final : public QIconEngine {
public:
    OutlineIcon(QString name, std::optional<ColorRole> role)
        : m_name(std::move(name))
        , m_role(role)
    {
    }
    QIconEngine *clone() const override { return new OutlineIcon(*this); }
    QString key() const override { return QStringLiteral("loopflow"); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        Q_UNUSED(state)
        QFile file(QStringLiteral(":/icons/") + m_name + QStringLiteral(".svg"));
        if (!file.open(QIODevice::ReadOnly))
            return;
        QByteArray svg = file.readAll();
        svg.replace("currentColor", tint(mode).name().toLatin1());
        // An odd offset would put the two-unit strokes between pixels.
        const int side = qMin(rect.width(), rect.height());
        QRect square(0, 0, side, side);
        square.moveCenter(rect.center());
        QSvgRenderer(svg).render(painter, square);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString cacheKey = QStringLiteral("icon/%1/%2/%3/%4")
                                     .arg(m_name, tint(mode).name())
                                     .arg(size.width())
                                     .arg(size.height());
        QPixmap result;
        if (QPixmapCache::find(cacheKey, &result))
            return result;
        result = QPixmap(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(cacheKey, result);
        return result;
    }

private:
    QColor tint(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        return m_role ? color(*m_role, palette) : palette.color(QPalette::ButtonText);
    }

    QString m_name;
    std::optional<ColorRole> m_role;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new OutlineIcon(name, std::nullopt));
}

QIcon icon(const QString &name, ColorRole role)
{
    return QIcon(new OutlineIcon(name, role));
}

} // namespace loopflow
