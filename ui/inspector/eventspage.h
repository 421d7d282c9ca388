// A turn's raw events: a table, and the chosen one as the JSON of the record.
// Shows and copies; changes nothing.
#pragma once

#include "core/conversation/event.h"

#include <QWidget>

class QTableView;

namespace loopflow {

class EventModel;
class JsonView;
class Text;

class EventsPage final : public QWidget {
    Q_OBJECT
public:
    explicit EventsPage(QWidget *parent = nullptr);
    void show(const QList<LogRecord> &records);

private:
    void showChosen();
    void copy();

    EventModel *m_model;
    QTableView *m_table;
    JsonView *m_json;
    Text *m_note;
};

} // namespace loopflow
