// One line of text that gives way where there is no room: cut with an ellipsis, never by an edge.
// The tooltip has all of it then, and a screen reader always.
#pragma once

#include "ui/widgets/palette.h"

#include <QLabel>

#include <optional>

namespace loopflow {

/// A label in one of the scale's fonts, in a role's colour or the text's.
class ElidedText final : public QLabel {
    Q_OBJECT
public:
    explicit ElidedText(const QFont &font, QWidget *parent = nullptr);
    ElidedText(const QFont &font, ColorRole role, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString shown() const;

    std::optional<ColorRole> m_role;
};

} // namespace loopflow
