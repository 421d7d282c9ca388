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

namespace loopflow {

class ConversationListModel;
class ConversationPane;
class ElidedText;
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
    ConversationPane *pane() const { return m_pane; }
    QSplitter *splitter() const { return m_splitter; }

Q_SIGNALS:
    void promptWanted();

private:
    QWidget *makeList();
    void showCurrent();
    void selectNewest();
    void selectLast();
    QString emptySentence() const;

    ConversationListModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QSplitter *m_splitter;
    QWidget *m_listPane;
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
