// Where a person writes to a practice mate: Enter sends, Shift+Enter makes a line.
// Grows with its text; knows nothing of what sending means.
#pragma once

#include <QPlainTextEdit>

namespace loopflow {

class MessageInput final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit MessageInput(QWidget *parent = nullptr);

Q_SIGNALS:
    /// What was written, trimmed and not empty; the field stays as it is until clear().
    void submitted(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};

} // namespace loopflow
