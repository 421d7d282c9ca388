// The words of the status bar: how all mates are, how the connections beat, and who needs a person.
// Whatever is too long is cut with an ellipsis, never by the window's edge; the tooltip has all of it.
#pragma once

#include "core/mate/mate.h"
#include "ui/uiservices.h"

#include <QLabel>
#include <QPushButton>
#include <QTimer>

namespace loopflow {

/// "1 needs you: Release notes", to be clicked; a plain word at other times.
class AttentionButton final : public QPushButton {
    Q_OBJECT
public:
    explicit AttentionButton(QWidget *parent = nullptr);
    /// `urgent`: somebody needs a person.
    void setWords(const QString &words, bool urgent);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_urgent = false;
};

/// "heartbeat 41 ms · last event 2 s ago" of all mates together: the slowest and the newest.
class PulseText final : public QObject {
    Q_OBJECT
public:
    /// services.health may be null: nothing is said then. Writes into `label`.
    PulseText(const UiServices &services, QLabel *label, QObject *parent = nullptr);

private:
    void say();

    UiServices m_services;
    QLabel *m_label;
    QTimer m_second;
};

/// The first mate that needs a person; none: MateId{}.
MateId mateInNeed(const UiServices &services);

} // namespace loopflow
