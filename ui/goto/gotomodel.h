// Everything one can go to, ordered by what was typed: mates, their conversations, the window's actions.
// Conversations are read mate by mate between events, so that opening never waits for the record.
#pragma once

#include "core/conversation/event.h"
#include "ui/uiservices.h"

#include <QAbstractListModel>
#include <QAction>
#include <QHash>
#include <QPointer>
#include <QTimer>

#include <variant>

namespace loopflow {

using Destination = std::variant<MateId, ConversationId, QPointer<QAction>>;

class GotoModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit GotoModel(const UiServices &services, QObject *parent = nullptr);

    /// Collects anew. `recent`: keys of destinations, the newest first; they lead while nothing is typed.
    void collect(const QList<QAction *> &actions, const QStringList &recent);
    void setTyped(const QString &typed);

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Answers RowRole.
    QVariant data(const QModelIndex &index, int role) const override;
    std::optional<Destination> destination(const QModelIndex &index) const;
    /// What a destination is remembered by, over restarts.
    QString key(const Destination &destination) const;
    bool isComplete() const { return m_unread.isEmpty(); }

private:
    struct Entry {
        Destination to;
        QString title;
        QString detail;
        QString aside;
        QString avatar; ///< a mate's name; empty: an action
        QString searched; ///< folded
        QString key;
        qint64 lastMs = 0; ///< conversations: of the newest line
    };
    void addMates();
    void addActions(const QList<QAction *> &actions);
    void readSome();
    void addConversations(MateId mate);
    void arrange();

    UiServices m_services;
    QList<Entry> m_entries;
    QList<int> m_shown; ///< places in m_entries
    QHash<MateId, QString> m_names;
    QList<MateId> m_unread; ///< whose conversations are still to be read
    QStringList m_recent;
    QString m_typed; ///< folded
    QTimer m_reading;
};

} // namespace loopflow
