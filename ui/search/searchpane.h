// The column that searches all mates, beside the conversation that a hit opens.
// Asks and shows; opening a hit is up to who owns this.
#pragma once

#include "core/conversation/searchcompletion.h"
#include "core/mate/mate.h"
#include "core/store/searchhit.h"
#include "ui/uiservices.h"

#include <QTimer>
#include <QWidget>

class QListView;

namespace loopflow {

class LiveRegion;
class SearchField;
class SearchModel;
class Text;

class SearchPane final : public QWidget {
    Q_OBJECT
public:
    explicit SearchPane(const UiServices &services, QWidget *parent = nullptr);

    /// Puts the cursor into the field, with this text to look for; a null one: with what was there, marked.
    void open(const QString &text);
    /// Searches again for what is looked for: the record has changed.
    void repeat();

Q_SIGNALS:
    void hitWanted(const loopflow::SearchHit &hit);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void say();
    void sayProgress(int thousandths);
    void readNames();

    UiServices m_services;
    SearchModel *m_model;
    SearchField *m_field;
    QListView *m_list;
    Text *m_sentence; ///< what is wrong, or that nothing is found
    Text *m_help; ///< while nothing is looked for
    Text *m_progress; ///< while an old record is made searchable
    LiveRegion *m_told;
    QTimer m_reading; ///< whom the filters can name, mate by mate
    QList<Mate> m_unread;
    SearchNames m_names;
};

} // namespace loopflow
