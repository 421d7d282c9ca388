#include "tests/gui/paintedtext.h"

#include <QPaintEngine>
#include <QWidget>

namespace loopflow::test {

namespace {

class Listener final : public QPaintEngine {
public:
    Listener()
        : QPaintEngine(QPaintEngine::AllFeatures)
    {
    }
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override { }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }
    void drawTiledPixmap(const QRectF &, const QPixmap &, const QPointF &) override { }
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override { }
    void drawPath(const QPainterPath &) override { }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
    void drawPolygon(const QPoint *, int, PolygonDrawMode) override { }
    void drawRects(const QRectF *, int) override { }
    void drawRects(const QRect *, int) override { }
    void drawLines(const QLineF *, int) override { }
    void drawLines(const QLine *, int) override { }
    void drawPoints(const QPointF *, int) override { }
    void drawPoints(const QPoint *, int) override { }
    void drawEllipse(const QRectF &) override { }
    void drawEllipse(const QRect &) override { }
    Type type() const override { return User; }
    void drawTextItem(const QPointF &baseline, const QTextItem &item) override
    {
        const qreal height = QFontMetricsF(item.font()).capHeight();
        const QRectF rect(baseline.x(), baseline.y() - height, item.width(), height);
        if (!item.text().trimmed().isEmpty() && item.width() > 0) // marks of direction have none
            heard << PaintedText{item.text(), painter()->deviceTransform().mapRect(rect)};
    }

    QList<PaintedText> heard;
};

class Ear final : public QPaintDevice {
public:
    explicit Ear(const QWidget *widget)
        : m_widget(widget)
    {
    }
    QPaintEngine *paintEngine() const override { return &m_listener; }
    const QList<PaintedText> &heard() const { return m_listener.heard; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth: return m_widget->width();
        case PdmHeight: return m_widget->height();
        case PdmWidthMM: return m_widget->widthMM();
        case PdmHeightMM: return m_widget->heightMM();
        case PdmNumColors: return 0;
        case PdmDepth: return 32;
        case PdmDpiX:
        case PdmPhysicalDpiX: return m_widget->logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY: return m_widget->logicalDpiY();
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return int(devicePixelRatioFScale());
        }
        Q_UNREACHABLE();
    }

private:
    const QWidget *m_widget;
    mutable Listener m_listener;
};

} // namespace

QList<PaintedText> paintedTexts(QWidget *widget)
{
    Ear ear(widget);
    widget->render(&ear, {}, {}, {});
    return ear.heard();
}

} // namespace loopflow::test
