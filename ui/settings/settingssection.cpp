#include "ui/settings/settingssection.h"

#include "ui/widgets/markrow.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"

#include <QVBoxLayout>

namespace loopflow {

namespace {

constexpr int columnWidth = 680;
constexpr int betweenRows = 20;

} // namespace

SettingsSection::SettingsSection(const QString &title, const QString &about, QWidget *parent)
    : QScrollArea(parent)
    , m_title(title)
    , m_about(about)
    , m_column(new QWidget)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(this);
    fillWith(page, ColorRole::Pane);
    page->setAutoFillBackground(true);
    m_column->setParent(page);
    m_column->setMaximumWidth(columnWidth);
    auto *across = new QHBoxLayout(page);
    across->setContentsMargins(24, paneEdge, 24, 24);
    across->addWidget(m_column, 1);
    across->addStretch(0);
    auto *column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Text(title, titleFont(), m_column));
    column->addSpacing(betweenRows - gridStep);
    m_layout = new QVBoxLayout;
    m_layout->setSpacing(betweenRows);
    column->addLayout(m_layout);
    column->addStretch();
    setWidget(page);
}

void SettingsSection::addRow(SettingRow *row)
{
    m_layout->addWidget(row);
    m_rows << row;
}

void SettingsSection::tell(const QString &sentence)
{
    if (!m_note) {
        m_note = new MarkRow(Mark::Attention, sentence, m_column);
        m_note->setObjectName(QStringLiteral("settingsNote"));
        m_layout->insertWidget(0, m_note);
        m_captions << m_note;
    }
    m_note->set(Mark::Attention, sentence);
}

void SettingsSection::addCaption(const QString &text)
{
    auto *caption = makeCaption(text, m_column);
    caption->setContentsMargins(0, 0, 0, 0);
    caption->setFixedHeight(20);
    m_layout->addWidget(caption);
    m_captions << caption;
}

int SettingsSection::showMatches(const QString &text)
{
    const bool all = text.trimmed().isEmpty() || m_title.contains(text.trimmed(), Qt::CaseInsensitive);
    int left = 0;
    for (SettingRow *row : std::as_const(m_rows)) {
        const bool shown = all || row->matches(text);
        row->setVisible(shown);
        left += shown;
    }
    for (QWidget *caption : std::as_const(m_captions))
        caption->setVisible(all);
    return left;
}

} // namespace loopflow
