// Where a person writes to a practice mate: Enter sends, Shift+Enter makes a line.
// Grows with its text; knows nothing of what sending means.
#pragma once

#include <QPlainTextEdit>

namespace loopflow {

class MessageInput final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit MessageInput(QWidget *parent = nullptr);

    /// Takes an own message up again; the next submitted() is its new text.
    void startEditing(const QString &text);
    bool isEditing() const { return m_editing; }
    /// Sent, or given up: the field is empty, and what is written next is a new message.
    void finish();

Q_SIGNALS:
    /// What was written, trimmed and not empty; the field stays as it is until finish().
    void submitted(const QString &text);
    /// Up was pressed in the empty field: the person wants to change what they wrote last.
    void lastWanted();
    /// Esc, or finish(): no message is being changed any more.
    void editingEnded();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    bool m_editing = false;
};

} // namespace loopflow
