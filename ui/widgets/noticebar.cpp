#include "ui/widgets/noticebar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/type.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

#include <memory>

namespace loopflow {

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_strip(new Surface(ColorRole::Sidebar, Qt::TopEdge, this))
    , m_text(new Text({}, bodyFont(), m_strip))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(QStringLiteral("noticeBar"));
    setAccessibleName(tr("Notice"));
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setWordWrap(true);
    auto *close = new QToolButton(m_strip);
    close->setObjectName(QStringLiteral("closeNotice"));
    close->setAccessibleName(tr("Close this notice"));
    close->setToolTip(tr("Close this notice"));
    close->setIcon(icon(QStringLiteral("x"), ColorRole::Muted));
    close->setAutoRaise(true);
    connect(close, &QToolButton::clicked, this, &NoticeBar::clear);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_strip);
    auto *row = new QHBoxLayout(m_strip);
    row->setContentsMargins(betweenGroups, insideControl, insideControl, insideControl);
    row->setSpacing(insideControl);
    row->addWidget(m_text, 1);
    m_buttons->setSpacing(insideControl);
    row->addLayout(m_buttons);
    row->addWidget(close, 0, Qt::AlignTop);
    hide();
}

void NoticeBar::tell(const QString &text, const QList<QAction *> &steps)
{
    clear();
    m_text->setText(text);
    for (QAction *step : steps) {
        auto *button = new QPushButton(step->text().remove(QLatin1Char('&')), m_strip);
        button->setObjectName(step->objectName() + QStringLiteral("Button"));
        button->setToolTip(step->toolTip());
        connect(button, &QPushButton::clicked, step, &QAction::trigger);
        // A step that can no longer be taken leaves with its button.
        connect(step, &QAction::enabledChanged, button, &QWidget::setVisible);
        m_buttons->addWidget(button, 0, Qt::AlignTop);
    }
    show();
    Q_EMIT told(text);
}

void NoticeBar::clear()
{
    hide();
    m_text->clear();
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        std::unique_ptr<QLayoutItem> gone(item);
    }
}

} // namespace loopflow
