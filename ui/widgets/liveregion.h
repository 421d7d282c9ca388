// A place that screen readers listen to: what is said here is read out, wherever the focus is.
// Seen by nobody; says only what a person would want to be interrupted for.
#pragma once

#include <QWidget>

namespace loopflow {

class LiveRegion final : public QWidget {
    Q_OBJECT
public:
    explicit LiveRegion(QWidget *parent);
    void announce(const QString &sentence);
};

} // namespace loopflow
