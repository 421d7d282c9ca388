// Finds and replaces in an editor, in a slim bar below it.
// Looks for plain words only, so that nothing typed can be a wrong pattern.
#pragma once

#include <QTextCursor>
#include <QTextDocument>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace loopflow {

class PromptEditor;
class Text;

class FindBar final : public QWidget {
    Q_OBJECT
public:
    explicit FindBar(PromptEditor *editor, QWidget *parent = nullptr);

    /// Shows the bar, with the selected words to look for, and with the second row if wanted.
    void open(bool replace);
    void close();

public Q_SLOTS:
    void next();
    void previous();

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QPushButton *makeButton(const QString &icon, const QString &name, const char *objectName);
    QWidget *makeReplaceRow();
    void search();
    void showCount();
    void select(qsizetype match);
    qsizetype current() const;
    void step(int by);
    void replaceOne();
    void replaceAll();

    PromptEditor *m_editor;
    QLineEdit *m_wanted;
    QPushButton *m_matchCase;
    QPushButton *m_wholeWord;
    Text *m_count;
    QLineEdit *m_replacement = nullptr; ///< made with the row
    QWidget *m_replaceRow;
    QList<QTextCursor> m_matches;
};

} // namespace loopflow
