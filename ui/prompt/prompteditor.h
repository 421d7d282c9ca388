// The editor of a prompt: zoom, lists that go on, variables that complete themselves, marks.
// Only edits text; what is marked or replaced by a file is decided by who shows it.
#pragma once

#include <QMap>
#include <QPlainTextEdit>

class QCompleter;
class QStandardItemModel;

namespace loopflow {

class PromptEditor final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit PromptEditor(QWidget *parent = nullptr);

    /// The values that the completion shows beside the variables' meanings.
    void setValues(const QMap<QString, QString> &values);
    /// Opens the list of variables where the cursor is.
    void completeVariable();
    /// Puts {{name}} where the cursor is, in place of what was begun there.
    void insertVariable(const QString &name);
    /// Ranges that are new since the live version: underlined.
    void markAdded(const QList<QTextCursor> &ranges);
    void markFound(const QList<QTextCursor> &ranges);
    /// Replaces the whole text as one step that can be undone.
    void replaceAll(const QString &text);

    /// Pixels more (or less) than the usual size.
    void setZoom(int pixels);
    int zoom() const { return m_zoom; }

Q_SIGNALS:
    void fileDropped(const QString &path);
    void zoomed(int pixels);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void indent(bool back);
    bool continueList();
    void offerVariables(bool asked);
    void drawMarks();

    QCompleter *m_completer;
    QStandardItemModel *m_variables;
    QList<QTextCursor> m_added;
    QList<QTextCursor> m_found;
    int m_zoom = 0;
};

} // namespace loopflow
