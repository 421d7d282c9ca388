#include "ui/inspector/requestlist.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/place.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace loopflow {

namespace {

constexpr qsizetype lineLength = 400; // more does not fit in a line
constexpr qsizetype mostDrawn = 20 * 1000;
constexpr int padding = 7;
constexpr int roleWidth = 84;
constexpr int shareWidth = 48;

QString firstLine(const QString &text)
{
    const QString line = text.left(lineLength).simplified();
    return text.size() > lineLength ? line + QStringLiteral(" …") : line;
}

QString closed(const RequestRow &row)
{
    return row.cut ? row.text.section(QLatin1Char('\n'), 0, 0) : firstLine(row.text);
}

QString opened(const QString &text)
{
    return text.size() <= mostDrawn
        ? text
        : text.left(mostDrawn) + QLatin1Char('\n') + RequestModel::tr("… The rest is not shown; Copy gives all.");
}

class RequestDelegate final : public QStyledItemDelegate {
public:
    RequestDelegate(const RequestModel *model, QListView *view)
        : QStyledItemDelegate(view)
        , m_model(model)
        , m_view(view)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const int width = m_view->viewport()->width();
        const RequestRow &row = m_model->row(index.row());
        int height = 2 * padding + textHeight(index.row(), textWidth(width));
        if (!row.meta.isEmpty())
            height += 2 + QFontMetrics(metaFont()).height();
        return {width, height + 1};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const RequestRow &row = m_model->row(index.row());
        const QPalette &palette = option.palette;
        const Place place{option.rect, option.direction};
        const QColor muted = color(ColorRole::Muted, palette);
        const QRect whole = option.rect;
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(whole, color(ColorRole::Selection, palette));
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(whole, color(ColorRole::Hover, palette));
        painter->fillRect(QRect(whole.left(), whole.bottom(), whole.width(), 1), color(ColorRole::Line, palette));
        const QFontMetrics body(bodyFont());
        const QFontMetrics meta(metaFont());
        const int onBaseline = whole.top() + padding + body.ascent() - meta.ascent();
        painter->setFont(metaFont());
        painter->setPen(muted);
        place.drawLine(*painter, QRect(whole.left() + paneEdge, onBaseline, roleWidth - insideControl, meta.height()),
            meta.elidedText(row.role, Qt::ElideRight, roleWidth - insideControl));
        drawTokens(*painter, place, index.row(), onBaseline, palette);

        const int width = textWidth(whole.width());
        const QRect room(whole.left() + paneEdge + roleWidth, whole.top() + padding, width, textHeight(index.row(), width));
        painter->setFont(bodyFont());
        painter->setPen(row.cut ? muted : palette.color(QPalette::Text));
        if (m_model->isOpen(index.row()))
            place.drawLines(*painter, room, opened(row.text));
        else
            place.drawLine(*painter, room, body.elidedText(closed(row), Qt::ElideRight, width));
        if (!row.meta.isEmpty()) {
            painter->setFont(metaFont());
            painter->setPen(muted);
            place.drawLine(*painter, QRect(room.left(), room.bottom() + 3, width, meta.height()),
                meta.elidedText(row.meta, Qt::ElideRight, width));
        }
        painter->restore();
    }

private:
    static int tokensWidth() { return QFontMetrics(bodyFont()).horizontalAdvance(QStringLiteral("999,999")); }
    static int textWidth(int width)
    {
        return qMax(80, width - 2 * paneEdge - roleWidth - betweenGroups - shareWidth - insideControl - tokensWidth());
    }

    int textHeight(int row, int width) const
    {
        const QFontMetrics metrics(bodyFont());
        if (!m_model->isOpen(row))
            return metrics.height();
        return metrics.boundingRect(0, 0, width, 1000 * 1000, Qt::TextWordWrap, opened(m_model->row(row).text)).height();
    }

    void drawTokens(QPainter &painter, const Place &place, int row, int top, const QPalette &palette) const
    {
        const QRect whole = place.whole;
        const QFontMetrics meta(metaFont());
        const QRect number(whole.right() - paneEdge - tokensWidth() + 1, top, tokensWidth(), meta.height());
        const qint64 tokens = m_model->row(row).tokens;
        painter.setPen(color(ColorRole::Muted, palette));
        place.drawLine(painter, number, tokens < 0 ? QStringLiteral("–") : count(tokens), true);
        if (tokens < 0)
            return;
        const QRect bar(number.left() - insideControl - shareWidth, top + meta.height() / 2 - 2, shareWidth, 4);
        painter.fillRect(place.of(bar), color(ColorRole::Line, palette));
        const int filled = qMax(1, qRound(m_model->share(row) * shareWidth));
        painter.fillRect(place.of(QRect(bar.topLeft(), QSize(filled, bar.height()))),
            color(m_model->row(row).asked ? ColorRole::Accent : ColorRole::Step, palette));
    }

    const RequestModel *m_model;
    QListView *m_view;
};

/// "…4471": an id's end tells messages of one conversation apart.
QString endOf(discord::MessageId id)
{
    return QStringLiteral("…") + id.toString().right(4);
}

QString metaOf(const TraceMessage &message)
{
    QStringList parts;
    if (message.asked)
        parts << RequestModel::tr("the question");
    if (!message.speakers.isEmpty())
        parts << message.speakers.join(QStringLiteral(", "));
    QStringList ids;
    for (const discord::MessageId id : message.ids)
        ids << endOf(id);
    constexpr qsizetype mostNamed = 6;
    if (ids.size() > mostNamed)
        ids = ids.first(mostNamed) << QStringLiteral("…");
    if (message.ids.size() > 1)
        parts << RequestModel::tr("%1 messages merged").arg(count(message.ids.size()))
              << RequestModel::tr("ids %1").arg(ids.join(QStringLiteral(", ")));
    else if (message.ids.size() == 1)
        parts << RequestModel::tr("message %1").arg(ids.constFirst());
    return parts.join(QStringLiteral(" · "));
}

RequestRow cutRow(const QList<PromptLine> &lines, int budget)
{
    RequestRow row;
    row.role = RequestModel::tr("left out");
    row.cut = true;
    qint64 tokens = 0;
    QStringList texts;
    for (const PromptLine &line : lines) {
        tokens += line.tokens;
        texts << QStringLiteral("%1: %2").arg(
            line.speaker.isEmpty() ? RequestModel::tr("the mate") : line.speaker, line.text);
    }
    texts.prepend(lines.size() == 1
            ? RequestModel::tr("1 older message, %1 tokens: over the budget of %2").arg(count(tokens), count(budget))
            : RequestModel::tr("%1 older messages, %2 tokens: over the budget of %3")
                  .arg(count(lines.size()), count(tokens), count(budget)));
    row.text = texts.join(QLatin1Char('\n'));
    return row;
}

} // namespace

void RequestModel::show(const TraceRequestView &view, int budget)
{
    beginResetModel();
    m_rows.clear();
    m_open.clear();
    m_tokens = 0;
    for (const TraceMessage &message : view.messages) {
        m_rows.append({message.role, message.text, metaOf(message), message.tokens, false, message.asked});
        m_tokens += message.tokens;
    }
    if (!view.cut.isEmpty())
        m_rows.insert(!m_rows.isEmpty() && m_rows.constFirst().role == QLatin1String("system") ? 1 : 0,
            cutRow(view.cut, budget));
    endResetModel();
}

int RequestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

double RequestModel::share(int row) const
{
    return m_tokens > 0 ? double(m_rows.at(row).tokens) / double(m_tokens) : 0;
}

bool RequestModel::canOpen(int row) const
{
    return m_rows.at(row).text.size() > 60 || m_rows.at(row).text.contains(QLatin1Char('\n'));
}

void RequestModel::toggle(int row)
{
    if (!m_open.remove(row))
        m_open.insert(row);
    Q_EMIT dataChanged(index(row), index(row));
}

QVariant RequestModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RequestRow &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return row.text.left(lineLength);
    if (role == Qt::AccessibleTextRole) {
        const QString text = isOpen(index.row()) ? row.text.left(mostDrawn) : closed(row);
        return row.tokens < 0 ? tr("%1: %2").arg(row.role, text)
                              : tr("%1, %2 tokens: %3").arg(row.role, count(row.tokens), text);
    }
    if (role == Qt::ToolTipRole && canOpen(index.row()))
        return isOpen(index.row()) ? tr("Enter closes it") : tr("Enter shows all of it");
    return {};
}

RequestList::RequestList(QWidget *parent)
    : QListView(parent)
    , m_model(new RequestModel(this))
{
    setObjectName(QStringLiteral("requestMessages"));
    setAccessibleName(tr("The request's messages"));
    setModel(m_model);
    setItemDelegate(new RequestDelegate(m_model, this));
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    connect(this, &QListView::clicked, this, &RequestList::toggle);
}

void RequestList::toggle(const QModelIndex &index)
{
    if (!index.isValid() || !m_model->canOpen(index.row()))
        return;
    m_model->toggle(index.row());
    scheduleDelayedItemsLayout();
}

void RequestList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return toggle(currentIndex());
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid())
        return QGuiApplication::clipboard()->setText(m_model->row(currentIndex().row()).text);
    QListView::keyPressEvent(event);
}

void RequestList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace loopflow
