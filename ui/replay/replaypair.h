// What was answered beside what a replay answered: the words that differ, time, tokens, cost, and what a person thinks of it.
// While a replay streams its text comes as it is; the difference is drawn when it is whole.
#pragma once

#include "ui/replay/replaymodel.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace loopflow {

class DiffView;
class ElidedText;
class Text;

class ReplayPair final : public QWidget {
    Q_OBJECT
public:
    explicit ReplayPair(QWidget *parent = nullptr);

    /// `run` null: only what was answered, with what will appear beside it.
    void show(const RecordedRun &original, const ReplayModel::Row *run);
    /// Nothing at all: the sentence says why.
    void showNothing(const QString &sentence);

Q_SIGNALS:
    /// A person thinks so of this run; also when another run is shown before they left the note.
    void marked(loopflow::TurnId run, const loopflow::ReplayMark &mark);

private:
    /// One side's heading and numbers.
    struct Side {
        ElidedText *caption = nullptr;
        QList<Text *> numbers; ///< time, first token, tokens, cost, words that differ
    };
    QWidget *makeHeads();
    QWidget *makeTexts();
    QWidget *makeFeet();
    Side makeSide(const char *name);
    void fill(Side &side, const QString &caption, const RecordedRun &run, const RecordedRun *against);
    void showTexts(const RecordedRun &original, const ReplayModel::Row *run);
    void showMark(const ReplayModel::Row *run);
    void mark();

    Side m_left;
    Side m_right;
    QStackedWidget *m_bodies;
    QPlainTextEdit *m_before;
    QPlainTextEdit *m_after;
    DiffView *m_diff;
    Text *m_trouble;
    QWidget *m_marks;
    QPushButton *m_better;
    QPushButton *m_worse;
    QPushButton *m_noteButton;
    QLineEdit *m_note;
    ReplayMark m_mark; ///< as it is kept
    std::pair<QString, QString> m_compared; ///< what the difference is drawn of
    TurnId m_run{};
};

} // namespace loopflow
