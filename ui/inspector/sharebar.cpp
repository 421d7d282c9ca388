#include "ui/inspector/sharebar.h"

#include "ui/widgets/palette.h"
#include "ui/widgets/place.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QPainterPath>

namespace loopflow {

namespace {

constexpr int barHeight = 8;
constexpr int squareSize = 9;
constexpr int gap = 18; // between the words of two parts

} // namespace

struct ShareBar::Part {
    qint64 tokens;
    ColorRole role;
    QString words;
};

ShareBar::ShareBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("shareBar"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QList<ShareBar::Part> ShareBar::parts() const
{
    return {{m_prompt, ColorRole::SlowStep, tr("prompt %1").arg(count(m_prompt))},
        {m_history, ColorRole::Step, tr("history %1").arg(count(m_history))},
        {m_question, ColorRole::Accent, tr("question %1").arg(count(m_question))},
        {m_left, ColorRole::Line, tr("left of the budget %1").arg(count(m_left))}};
}

void ShareBar::show(qint64 prompt, qint64 history, qint64 question, qint64 left, const QString &aside)
{
    m_prompt = prompt;
    m_history = history;
    m_question = question;
    m_left = left;
    m_aside = aside;
    QStringList words;
    for (const Part &part : parts())
        words << part.words;
    if (!aside.isEmpty())
        words << aside;
    setAccessibleName(tr("Tokens by what they are for, estimated"));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    setToolTip(tr("Estimated before the request is sent; what the provider counts may differ.\n%1")
                   .arg(words.join(QLatin1Char('\n'))));
    update();
}

QSize ShareBar::sizeHint() const
{
    return {400, barHeight + 6 + QFontMetrics(metaFont()).height()};
}

void ShareBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Place place{rect(), layoutDirection()};
    const qint64 sum = qMax<qint64>(1, m_prompt + m_history + m_question + m_left);
    QPainterPath round;
    round.addRoundedRect(QRectF(0, 0, width(), barHeight), 3, 3);
    painter.save();
    painter.setClipPath(round);
    qint64 before = 0;
    for (const Part &part : parts()) {
        const int from = int(before * width() / sum);
        before += part.tokens;
        const int to = int(before * width() / sum);
        painter.fillRect(place.of(QRect(from, 0, to - from, barHeight)), color(part.role, palette()));
    }
    painter.restore();

    painter.setFont(metaFont());
    const QFontMetrics metrics(metaFont());
    const int top = barHeight + 6;
    int left = 0;
    for (const Part &part : parts()) {
        const int words = metrics.horizontalAdvance(part.words) + 1;
        if (left + squareSize + gridStep + words > width())
            break; // the tooltip and the accessible name have it
        const QRect square(left, top + (metrics.height() - squareSize) / 2, squareSize, squareSize);
        painter.setPen(part.role == ColorRole::Line ? color(ColorRole::Muted, palette()) : color(part.role, palette()));
        painter.setBrush(part.role == ColorRole::Line ? QBrush() : color(part.role, palette()));
        painter.drawRect(QRectF(place.of(square)).adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setPen(color(ColorRole::Muted, palette()));
        place.drawLine(painter, QRect(left + squareSize + gridStep, top, words, metrics.height()), part.words);
        left += squareSize + gridStep + words + gap;
    }
    const int aside = metrics.horizontalAdvance(m_aside) + 1;
    if (left + aside <= width()) {
        painter.setPen(color(ColorRole::Muted, palette()));
        place.drawLine(painter, QRect(width() - aside, top, aside, metrics.height()), m_aside, true);
    }
}

} // namespace loopflow
