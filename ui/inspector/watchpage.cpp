#include "ui/inspector/watchpage.h"

#include "core/store/searchhit.h"
#include "ui/inspector/conversationlistmodel.h"
#include "ui/inspector/conversationpane.h"
#include "ui/inspector/conversationview.h"
#include "ui/search/searchpane.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/type.h"

#include <QLineEdit>
#include <QListView>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace loopflow {

namespace {

/// Keeps the rows whose person or newest line contains what is typed.
class TextFilter final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        return index.data().toString().contains(filterRegularExpression())
            || index.data(DetailRole).toString().contains(filterRegularExpression());
    }
};

} // namespace

WatchPage::WatchPage(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_model(new ConversationListModel(services.record, services.log, this))
    , m_filtered(new TextFilter(this))
    , m_splitter(new QSplitter(this))
    , m_side(new QStackedWidget(this))
    , m_search(new SearchPane(services, this))
    , m_pane(new ConversationPane(services, this))
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_listPane = makeList();
    m_splitter->setObjectName(QStringLiteral("watchSplitter"));
    m_side->addWidget(m_listPane);
    m_side->addWidget(m_search);
    m_splitter->addWidget(m_side);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({260, 800});
    m_splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);

    connect(m_pane, &ConversationPane::promptWanted, this, &WatchPage::promptWanted);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &WatchPage::showCurrent);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &WatchPage::selectNewest);
    connect(m_search, &SearchPane::closed, this, &WatchPage::closeSearch);
    connect(m_search, &SearchPane::hitWanted, this, &WatchPage::showHit);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { openSearch(m_filter->text()); });
}

QWidget *WatchPage::makeList()
{
    auto *pane = new Surface(ColorRole::Pane, {}, this);
    pane->setMinimumWidth(200);
    m_caption = makeCaption({}, pane);
    m_filter = makeFilterField(QStringLiteral("conversationFilter"), tr("Filter conversations"),
        tr("Filter by person or text"), pane);
    m_list = makeRowList(QStringLiteral("conversationList"), tr("Conversations"), pane);
    m_list->setModel(m_filtered);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_caption);
    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(betweenGroups, insideControl, betweenGroups, insideControl);
    filterRow->addWidget(m_filter);
    column->addLayout(filterRow);
    column->addWidget(m_list, 1);
    m_noMatch = new Text(tr("Nothing here matches. Enter searches all mates, Esc clears the filter."), metaFont(), ColorRole::Muted, pane);
    m_noMatch->setObjectName(QStringLiteral("conversationNoMatch"));
    m_noMatch->setWordWrap(true);
    m_noMatch->setContentsMargins(betweenGroups, 0, betweenGroups, betweenGroups);
    m_noMatch->hide();
    column->insertWidget(column->indexOf(m_list), m_noMatch);
    const auto tellMatches = [this] {
        m_noMatch->setVisible(m_filtered->rowCount() == 0 && m_model->rowCount() > 0);
    };
    connect(m_filtered, &QAbstractItemModel::modelReset, this, tellMatches);
    connect(m_filtered, &QAbstractItemModel::rowsInserted, this, tellMatches);
    connect(m_filtered, &QAbstractItemModel::rowsRemoved, this, tellMatches);
    auto *clear = new QShortcut(Qt::Key_Escape, m_filter, m_filter, &QLineEdit::clear, Qt::WidgetShortcut);
    clear->setObjectName(QStringLiteral("clearConversationFilter"));
    connect(m_filter, &QLineEdit::textChanged, m_filtered,
        &QSortFilterProxyModel::setFilterFixedString);
    return pane;
}

void WatchPage::show(const Mate &mate, std::optional<discord::ChannelId> practiceChannel)
{
    m_filters.insert(qint64(m_mate.id), m_filter->text());
    m_mate = mate;
    m_practiceChannel = practiceChannel;
    m_caption->setText(tr("%1 · Conversations").arg(mate.name));
    m_side->setVisible(!mate.practice || m_side->currentWidget() == m_search);
    if (practiceChannel) {
        m_model->setWatched({});
        m_pane->show({mate.id, *practiceChannel}, mate, {}, true);
        return;
    }
    m_filter->setText(m_filters.value(qint64(mate.id)));
    m_model->show(mate.id);
    if (m_model->rowCount() == 0)
        m_pane->showNothing(emptySentence());
    selectLast();
    showCurrent();
}

QString WatchPage::emptySentence() const
{
    if (!m_mate.bot)
        return tr("%1 has no bot yet. Finish its setup to talk with it on Discord.").arg(m_mate.name);
    if (m_mate.paused)
        return tr("%1 is paused. Start it, and what people write to it on Discord appears here as it "
                  "happens.")
            .arg(m_mate.name);
    return tr("No conversation yet. When someone writes to %1 on Discord, it appears here as it "
              "happens.")
        .arg(m_mate.name);
}

void WatchPage::selectLast()
{
    const auto last = m_selected.constFind(qint64(m_mate.id));
    const QModelIndex source = last == m_selected.constEnd() ? QModelIndex() : m_model->indexOf(*last);
    if (const QModelIndex there = m_filtered->mapFromSource(source); there.isValid())
        m_list->setCurrentIndex(there);
    else
        selectNewest();
}

void WatchPage::selectNewest()
{
    if (!m_list->currentIndex().isValid() && m_filtered->rowCount() > 0)
        m_list->setCurrentIndex(m_filtered->index(0, 0));
}

void WatchPage::showCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || m_practiceChannel)
        return;
    const QModelIndex source = m_filtered->mapToSource(index);
    const auto conversation = source.data(IdRole).value<ConversationId>();
    m_selected.insert(qint64(m_mate.id), conversation);
    m_model->setWatched(conversation);
    m_pane->show(conversation, m_mate, m_model->personOf(source), false);
}

void WatchPage::select(const ConversationId &conversation)
{
    const QModelIndex source = m_model->indexOf(conversation);
    if (!source.isValid())
        return;
    if (!m_filtered->mapFromSource(source).isValid())
        m_filter->clear();
    m_list->setCurrentIndex(m_filtered->mapFromSource(source));
}

void WatchPage::openSearch(const QString &text)
{
    m_side->setCurrentWidget(m_search);
    m_side->show();
    m_search->open(text.trimmed().isEmpty() ? QString() : text);
}

void WatchPage::closeSearch()
{
    m_side->setCurrentWidget(m_listPane);
    m_side->setVisible(!m_mate.practice);
    m_list->setFocus(Qt::OtherFocusReason);
}

void WatchPage::showHit(const SearchHit &hit)
{
    Q_EMIT conversationWanted(hit.conversation);
    if (m_pane->shown() == hit.conversation)
        m_pane->view()->reveal(hit.message, hit.replay ? hit.replayOf : hit.turn);
}

void WatchPage::reload()
{
    m_search->repeat();
    m_pane->forget();
    if (m_mate.id != MateId{})
        show(m_mate, m_practiceChannel);
}

void WatchPage::addToConversationMenu(const QList<QAction *> &actions)
{
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions(actions);
}

QString WatchPage::personOf(const ConversationId &conversation) const
{
    const QModelIndex row = m_model->indexOf(conversation);
    return row.isValid() ? m_model->personOf(row) : QString();
}

void WatchPage::focusFilter()
{
    m_side->setCurrentWidget(m_listPane);
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace loopflow
