// One strip at a window's foot: sentences about what was done, with their next steps as buttons.
// Never takes the focus, never covers anything; a newer notice replaces an older one.
#pragma once

#include "ui/widgets/panes.h"

#include <QList>

class QAction;
class QHBoxLayout;

namespace loopflow {

class NoticeBar final : public QWidget {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Each step is a button; the first is the one that most people want.
    void tell(const QString &text, const QList<QAction *> &steps = {});
    void clear();
    QString text() const { return m_text->text(); }

Q_SIGNALS:
    void told(const QString &text);

private:
    Surface *m_strip;
    Text *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace loopflow
