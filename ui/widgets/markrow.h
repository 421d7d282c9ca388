// One line of a check list: a mark, a sentence and perhaps a button.
// The mark is a shape and a colour; the sentence says it in words.
#pragma once

#include "ui/widgets/palette.h"

#include <QWidget>

namespace loopflow {

class Text;

enum class Mark { Done, Attention, Refused, None };

class MarkRow final : public QWidget {
    Q_OBJECT
public:
    MarkRow(Mark mark, const QString &sentence, QWidget *parent = nullptr);
    void set(Mark mark, const QString &sentence);
    QString sentence() const;
    Mark mark() const { return m_mark; }
    /// At the right; any number of them.
    void addButton(QWidget *button);

private:
    Mark m_mark;
    QWidget *m_icon;
    Text *m_text;
};

} // namespace loopflow
