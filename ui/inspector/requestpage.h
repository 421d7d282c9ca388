// What a turn sent to the model: as the model saw it, and as the JSON that went over the wire.
// Shows the record; copies it byte for byte, never with a key.
#pragma once

#include "core/conversation/trace.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace loopflow {

class ElidedText;
class JsonView;
class RequestList;
class ShareBar;
class Text;

class RequestPage final : public QWidget {
    Q_OBJECT
public:
    explicit RequestPage(QWidget *parent = nullptr);
    void show(const Trace &trace);

private:
    QWidget *makeBar();
    void showTry(int index);
    void showMode();
    void copyCurl();
    void copyJson();

    QList<TraceRequest> m_requests;
    std::optional<llm::Usage> m_usage; ///< of the newest try
    int m_shown = -1;
    QString m_problem; ///< why the shown one cannot be taken apart; empty: it can
    QComboBox *m_try;
    QPushButton *m_json;
    QPushButton *m_copyCurl;
    QPushButton *m_copyJson;
    Text *m_address;
    Text *m_note;
    ShareBar *m_share;
    QStackedWidget *m_stack;
    RequestList *m_list;
    JsonView *m_body;
    ElidedText *m_fields;
};

} // namespace loopflow
