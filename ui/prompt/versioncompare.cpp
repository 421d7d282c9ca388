#include "ui/prompt/versioncompare.h"

#include "ui/widgets/diffview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace loopflow {

namespace {

constexpr int choiceWidth = 128;

} // namespace

VersionCompare::VersionCompare(QWidget *parent)
    : QWidget(parent)
    , m_before(makeChoice(tr("Compare"), "compareBefore"))
    , m_after(makeChoice(tr("With"), "compareAfter"))
    , m_count(new Text({}, metaFont(), ColorRole::Muted, this))
    , m_mode(new QPushButton(this))
    , m_restore(new QPushButton(tr("Restore"), this))
    , m_diff(new DiffView(QStringLiteral("versionDiff"), tr("What changed"), this))
{
    setObjectName(QStringLiteral("versionCompare"));
    auto *bar = new Surface(ColorRole::Sidebar, Qt::BottomEdge, this);
    bar->setFixedHeight(44);
    m_count->setObjectName(QStringLiteral("compareCount"));
    m_mode->setObjectName(QStringLiteral("compareMode"));
    m_restore->setObjectName(QStringLiteral("compareRestore"));
    auto *close = new QPushButton(icon(QStringLiteral("x")), {}, bar);
    close->setObjectName(QStringLiteral("compareClose"));
    close->setAccessibleName(tr("Close the comparison"));
    close->setToolTip(tr("Back to the editor (Esc)"));
    close->setFixedSize(28, 28);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(paneEdge, 0, betweenGroups, 0);
    row->setSpacing(insideControl);
    row->addWidget(m_before);
    row->addWidget(new Text(QStringLiteral("→"), bodyFont(), ColorRole::Muted, bar));
    row->addWidget(m_after);
    row->addWidget(m_count, 1);
    row->addWidget(m_mode);
    row->addWidget(m_restore);
    row->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_diff, 1);
    setFocusProxy(m_diff);
    setSideBySide(false);

    for (QComboBox *choice : {m_before, m_after})
        connect(choice, &QComboBox::currentIndexChanged, this, &VersionCompare::showDiff);
    connect(m_mode, &QPushButton::clicked, this,
        [this] { setSideBySide(m_diff->mode() == DiffView::Mode::Inline); });
    connect(m_restore, &QPushButton::clicked, this,
        [this] { Q_EMIT restoreWanted(m_before->currentData().toInt()); });
    connect(close, &QPushButton::clicked, this, &VersionCompare::closed);
}

QComboBox *VersionCompare::makeChoice(const QString &name, const char *objectName)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(QString::fromLatin1(objectName));
    choice->setAccessibleName(name);
    choice->setMinimumWidth(96);
    choice->setMaximumWidth(choiceWidth);
    return choice;
}

void VersionCompare::setTexts(
    const QList<PromptVersion> &versions, const std::optional<QString> &draft)
{
    m_versions = versions;
    m_draft = draft;
    for (QComboBox *choice : {m_before, m_after}) {
        const QSignalBlocker blocker(choice);
        choice->clear();
        if (draft)
            choice->addItem(tr("Draft"), 0);
        for (const PromptVersion &version : versions)
            choice->addItem(version.name.isEmpty()
                    ? QStringLiteral("v%1").arg(version.number)
                    : QStringLiteral("v%1 · %2").arg(version.number).arg(version.name),
                version.number);
    }
}

void VersionCompare::compare(int before, int after)
{
    {
        const QSignalBlocker quiet(m_before);
        const QSignalBlocker quietToo(m_after);
        m_before->setCurrentIndex(m_before->findData(before));
        m_after->setCurrentIndex(m_after->findData(after));
    }
    showDiff();
}

QString VersionCompare::textOf(int number) const
{
    for (const PromptVersion &version : m_versions) {
        if (version.number == number)
            return version.text;
    }
    return m_draft.value_or(QString());
}

void VersionCompare::setSideBySide(bool sideBySide)
{
    m_diff->setMode(sideBySide ? DiffView::Mode::SideBySide : DiffView::Mode::Inline);
    m_mode->setText(sideBySide ? tr("In one column") : tr("Side by side"));
}

void VersionCompare::showDiff()
{
    const int before = m_before->currentData().toInt();
    const int after = m_after->currentData().toInt();
    const QString old = textOf(before);
    const QString now = textOf(after);
    m_diff->setTexts(old, now);
    const QString changed = wordsChanged(m_diff->count());
    m_count->setText(old == now ? tr("These two are the same.")
            : changed.isEmpty() ? tr("Only blanks or punctuation changed.")
                                : changed);
    m_restore->setVisible(before > 0);
    m_restore->setText(tr("Restore v%1").arg(before));
    m_restore->setToolTip(tr("Puts v%1 into the editor; nothing is saved yet.").arg(before));
}

} // namespace loopflow
