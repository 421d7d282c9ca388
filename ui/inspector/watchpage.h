// One mate's conversations beside the one that is watched.
// Chooses what is shown; the panes show it.
#pragma once

#include "core/conversation/event.h"
#include "ui/uiservices.h"

#include <QHash>
#include <QWidget>

#include <functional>
#include <optional>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QSplitter;
class QStackedWidget;

namespace loopflow {

class ConversationListModel;
class ConversationPane;
class ElidedText;
class SearchPane;
struct SearchHit;
class Text;

class WatchPage final : public QWidget {
    Q_OBJECT
public:
    explicit WatchPage(const UiServices &services, QWidget *parent = nullptr);

    /// `practiceChannel`: the direct message of a practice mate, where the person can write.
    void show(const Mate &mate, std::optional<discord::ChannelId> practiceChannel);
    /// Shows this conversation of the mate, if it is there.
    void select(const ConversationId &conversation);
    void focusFilter();
    /// Some of the record was deleted: shows what is left of it.
    void reload();
    /// What can be done to the conversation that is shown, for its row's menu.
    void addToConversationMenu(const QList<QAction *> &actions);
    /// Who the mate talks with there; empty: not known.
    QString personOf(const ConversationId &conversation) const;
    /// Searches all mates in place of the list, for this; null: for what was looked for before.
    void openSearch(const QString &text);
    ConversationPane *pane() const { return m_pane; }
    QSplitter *splitter() const { return m_splitter; }

Q_SIGNALS:
    void promptWanted();
    /// A hit is in there; what shows it calls show().
    void conversationWanted(const loopflow::ConversationId &conversation);

private:
    void closeSearch();
    void showHit(const SearchHit &hit);
    QWidget *makeList();
    void showCurrent();
    void selectNewest();
    void selectLast();
    QString emptySentence() const;

    ConversationListModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QSplitter *m_splitter;
    QStackedWidget *m_side; ///< the list, or the search
    QWidget *m_listPane;
    SearchPane *m_search;
    ElidedText *m_caption;
    Text *m_noMatch;
    QLineEdit *m_filter;
    QListView *m_list;
    ConversationPane *m_pane;
    Mate m_mate;
    QHash<qint64, QString> m_filters; ///< what was typed, by MateId
    QHash<qint64, ConversationId> m_selected; ///< what was looked at, by MateId
    std::optional<discord::ChannelId> m_practiceChannel;
};

} // namespace loopflow
