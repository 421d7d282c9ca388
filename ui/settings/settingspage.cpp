#include "ui/settings/settingspage.h"

#include "ui/settings/datasection.h"
#include "ui/settings/discordsection.h"
#include "ui/settings/networksection.h"
#include "ui/settings/newmatesection.h"
#include "ui/settings/privacysection.h"
#include "ui/settings/providersection.h"
#include "ui/settings/windowsection.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/type.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardItemModel>

namespace loopflow {

namespace {

constexpr int listWidth = 220;

} // namespace

SettingsPage::SettingsPage(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_items(new QStandardItemModel(this))
    , m_sections(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("settingsPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeList());
    row->addWidget(m_sections, 1);
    column->addLayout(row, 1);
    m_nothing = new Text(tr("No setting holds these words."), bodyFont(), ColorRole::Muted, m_sections);
    m_nothing->setAlignment(Qt::AlignCenter);

    auto *window = new WindowSection(services, this);
    auto *record = new DataSection(services, this);
    addSection(new ProviderSection(services, this), "settingsProviders");
    addSection(new NewMateSection(services, this), "settingsNewMates");
    addSection(new DiscordSection(services, this), "settingsDiscord");
    addSection(new NetworkSection(services, this), "settingsNetwork");
    addSection(record, "settingsData");
    addSection(new PrivacySection(services, this), "settingsPrivacy");
    addSection(window, "settingsWindow");
    m_sections->addWidget(m_nothing);
    connect(window, &WindowSection::themeChosen, this, &SettingsPage::themeChosen);
    connect(record, &DataSection::erased, this, &SettingsPage::recordErased);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            m_sections->setCurrentIndex(index.row());
    });
    m_list->setCurrentIndex(m_items->index(0, 0));
    setFocusProxy(m_list);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        if (m_search->text().isEmpty())
            Q_EMIT closed();
        else
            m_search->clear();
    });
}

QWidget *SettingsPage::makeHeader()
{
    auto *header = new Surface(ColorRole::Pane, Qt::BottomEdge, this);
    header->setFixedHeight(48);
    m_search = makeFilterField(QStringLiteral("settingsSearch"), tr("Search the settings"),
        tr("Search the settings"), header);
    m_search->setFixedWidth(240);
    auto *close = new QPushButton(tr("Conversations"), header);
    close->setObjectName(QStringLiteral("settingsClose"));
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(paneEdge, 0, paneEdge, 0);
    row->setSpacing(10);
    row->addWidget(new Text(tr("Settings"), titleFont(), header));
    row->addWidget(new Text(tr("Changes take effect at once."), metaFont(), ColorRole::Muted, header), 1);
    row->addWidget(m_search);
    row->addWidget(close);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::search);
    connect(close, &QPushButton::clicked, this, &SettingsPage::closed);
    return header;
}

QWidget *SettingsPage::makeList()
{
    auto *side = new Surface(ColorRole::Pane, Qt::RightEdge, this);
    side->setFixedWidth(listWidth);
    m_list = makeRowList(QStringLiteral("settingsList"), tr("Sections"), side);
    m_list->setModel(m_items);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, insideControl, 1, 0);
    column->addWidget(m_list);
    return side;
}

void SettingsPage::addSection(SettingsSection *section, const char *name)
{
    section->setObjectName(QString::fromLatin1(name));
    auto *item = new QStandardItem(section->title());
    item->setData(section->about(), DetailRole);
    item->setData(section->objectName(), IdRole);
    m_items->appendRow(item);
    m_sections->addWidget(section);
    connect(section, &SettingsSection::said, this, &SettingsPage::said);
}

void SettingsPage::showSection(const QString &name)
{
    for (int row = 0; row < m_items->rowCount(); ++row) {
        if (m_items->item(row)->data(IdRole).toString() == name)
            m_list->setCurrentIndex(m_items->index(row, 0));
    }
}

void SettingsPage::search(const QString &text)
{
    int first = -1;
    for (int row = 0; row < m_items->rowCount(); ++row) {
        const int found = qobject_cast<SettingsSection *>(m_sections->widget(row))->showMatches(text);
        m_list->setRowHidden(row, found == 0);
        if (found > 0 && first < 0)
            first = row;
    }
    if (first < 0)
        m_sections->setCurrentWidget(m_nothing);
    else if (m_list->isRowHidden(m_list->currentIndex().row()))
        m_list->setCurrentIndex(m_items->index(first, 0));
    else
        m_sections->setCurrentIndex(m_list->currentIndex().row());
}

} // namespace loopflow
