#include "ui/widgets/markrow.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"

#include <QHBoxLayout>

namespace loopflow {

namespace {

constexpr int markSize = 16;

QIcon iconOf(Mark mark)
{
    switch (mark) {
    case Mark::Done: return icon(QStringLiteral("check"), ColorRole::Online);
    case Mark::Attention: return icon(QStringLiteral("circle-alert"), ColorRole::Waiting);
    case Mark::Refused: return icon(QStringLiteral("x"), ColorRole::Failed);
    case Mark::None: return icon(QStringLiteral("minus"), ColorRole::Muted);
    }
    Q_UNREACHABLE();
}

} // namespace

MarkRow::MarkRow(Mark mark, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new Text({}, bodyFont(), this))
{
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(betweenGroups);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    set(mark, sentence);
}

void MarkRow::set(Mark mark, const QString &sentence)
{
    m_mark = mark;
    m_icon->setPixmap(iconOf(mark).pixmap(QSize(markSize, markSize), devicePixelRatioF()));
    m_icon->setContentsMargins(0, 2, 0, 0);
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
