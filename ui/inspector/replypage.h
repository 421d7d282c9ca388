// What the model answered: the text as it came, why it stopped, and what was counted.
// Follows a reply that streams.
#pragma once

#include "core/conversation/trace.h"

#include <QWidget>

class QPlainTextEdit;
class QTableWidget;

namespace loopflow {

class Text;

class ReplyPage final : public QWidget {
    Q_OBJECT
public:
    explicit ReplyPage(QWidget *parent = nullptr);
    void show(const Trace &trace);

private:
    void showUsage(const Trace &trace);

    QPlainTextEdit *m_text;
    Text *m_note;
    QTableWidget *m_usage;
};

} // namespace loopflow
