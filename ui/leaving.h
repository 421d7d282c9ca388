// Quitting: running replies are finished first, in sight, and a person may cut that short.
// Asks and shows; what is finished, and when all is, is the supervisor's.
#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace loopflow {

class MateListModel;
class NoticeBar;

class Leaving final : public QObject {
    Q_OBJECT
public:
    Leaving(MateListModel *mates, NoticeBar *notice, QWidget *window);

    bool isUnderWay() const { return m_underWay; }
    /// "Finishing 2 replies…"; empty when nothing is under way or nothing is left to finish.
    QString phrase() const;
    /// Asks whether to finish running replies, when there are any; false: stay.
    bool agreed();
    /// Once; again has no effect.
    void leave();
    QAction *now() const { return m_now; } ///< "Quit now"

Q_SIGNALS:
    void wanted();
    /// Without what is still running; those questions are answered after the next start.
    void wantedNow();

private:
    void show();

    MateListModel *m_mates;
    NoticeBar *m_notice;
    QWidget *m_window;
    QAction *m_now;
    bool m_underWay = false;
};

} // namespace loopflow
