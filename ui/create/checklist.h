// What the token doctor found, line by line, with a button where something can be mended here.
// Shows and asks; MateSetup does.
#pragma once

#include "core/host/tokencheck.h"

#include <QWidget>

class QVBoxLayout;

namespace loopflow {

class MarkRow;
enum class Mark;
class MateSetup;

class CheckList final : public QWidget {
    Q_OBJECT
public:
    explicit CheckList(MateSetup *setup, QWidget *parent = nullptr);
    /// Fills itself from the setup's check.
    void showCheck();
    void clear();

Q_SIGNALS:
    void checkAgainWanted();

private:
    MarkRow *addRow(Mark mark, const QString &sentence, const QString &name);
    void addFinding(const Finding &finding);
    void showRefusal(loopflow::Aspect aspect, const QString &sentence);

    MateSetup *m_setup;
    QVBoxLayout *m_rows;
};

} // namespace loopflow
