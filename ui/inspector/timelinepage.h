// What a turn did, over time: the timeline, its totals, and why it answered.
// Follows a running turn; only shows.
#pragma once

#include "core/conversation/trace.h"

#include <QScrollArea>

namespace loopflow {

class Text;
class TimelineList;

class TimelinePage final : public QScrollArea {
    Q_OBJECT
public:
    explicit TimelinePage(QWidget *parent = nullptr);
    void show(const Trace &trace, TimePoint now);
    /// For what is no turn: a sentence alone.
    void showReason(const QString &sentence);

private:
    void showSentence(const QString &sentence);
    Text *addTotal(const char *name, const QString &label, QWidget *row);

    TimelineList *m_list;
    QWidget *m_totals;
    Text *m_in;
    Text *m_prompt;
    Text *m_cached;
    Text *m_out;
    Text *m_cost;
    Text *m_retries;
    Text *m_because;
};

} // namespace loopflow
