// The log as a pane: its lines, filtered by level and text, followed or held still, copied and saved.
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace loopflow {

class LogBook;
class LogFilter;
class LogModel;
class Text;

class LogView final : public QWidget {
    Q_OBJECT
public:
    /// `book` outlives this.
    explicit LogView(LogBook *book, QWidget *parent = nullptr);
    ~LogView() override;

    /// Writes what is shown into a file.
    void saveTo(const QString &path);

Q_SIGNALS:
    void said(const QString &sentence);

private:
    QWidget *makeBar();
    void buildTable();
    void copy();
    void askWhereToSave();
    void follow();
    void noteScroll();
    void showCount();
    QString shownText(bool selectedOnly) const;

    LogModel *m_model;
    LogFilter *m_filter;
    QTableView *m_table;
    QComboBox *m_level = nullptr;
    QLineEdit *m_text = nullptr;
    QPushButton *m_hold = nullptr;
    QPushButton *m_newest = nullptr;
    Text *m_empty = nullptr;
    bool m_atEnd = true;
};

} // namespace loopflow
