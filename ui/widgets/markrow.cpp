#include "ui/widgets/markrow.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"

#include <QHBoxLayout>

#include <QPainter>

namespace loopflow {

namespace {

constexpr int markSize = 16;

/// Draws its icon anew each time, so that it follows the theme.
class MarkIcon final : public QWidget {
public:
    explicit MarkIcon(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(markSize, markSize);
    }
    void set(const QIcon &icon)
    {
        m_icon = icon;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

QIcon iconOf(Mark mark)
{
    switch (mark) {
    case Mark::Done:
        return icon(QStringLiteral("check"), ColorRole::Online);
    case Mark::Attention:
        return icon(QStringLiteral("circle-alert"), ColorRole::Waiting);
    case Mark::Refused:
        return icon(QStringLiteral("x"), ColorRole::Failed);
    case Mark::None:
        return icon(QStringLiteral("minus"), ColorRole::Muted);
    }
    Q_UNREACHABLE();
}

} // namespace

MarkRow::MarkRow(Mark mark, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_icon(new MarkIcon(this))
    , m_text(new Text({}, bodyFont(), this))
{
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(betweenGroups);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    set(mark, sentence);
}

void MarkRow::set(Mark mark, const QString &sentence)
{
    m_mark = mark;
    static_cast<MarkIcon *>(m_icon)->set(iconOf(mark));
    // What is not there, or not yet, steps back.
    if (mark == Mark::None)
        m_text->setRole(ColorRole::Muted);
    else
        m_text->clearRole();
    m_text->setText(sentence);
    setAccessibleName(sentence);
}

QString MarkRow::sentence() const
{
    return m_text->text();
}

void MarkRow::addButton(QWidget *button)
{
    layout()->addWidget(button);
}

} // namespace loopflow
