// The small pieces every pane is made of: titles, captions, lines, coloured backgrounds.
// They follow the palette by themselves when the theme changes.
#pragma once

#include "ui/widgets/elidedtext.h"
#include "ui/widgets/palette.h"

#include <QLabel>
#include <QWidget>

#include <optional>

namespace loopflow {

/// A label in one of the scale's fonts, in the text's colour or a role's.
class Text final : public QLabel {
    Q_OBJECT
public:
    Text(const QString &text, const QFont &font, QWidget *parent = nullptr);
    Text(const QString &text, const QFont &font, ColorRole role, QWidget *parent = nullptr);
    void setRole(ColorRole role);
    void clearRole(); ///< back to the text's colour

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();
    std::optional<ColorRole> m_role;
    bool m_tinting = false;
};

/// A widget filled with a role's colour, with a line along the edges that are asked for.
class Surface final : public QWidget {
    Q_OBJECT
public:
    enum Corners { Square, Rounded };
    Surface(ColorRole role, Qt::Edges lines, QWidget *parent = nullptr, Corners corners = Square);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ColorRole m_role;
    Qt::Edges m_lines;
    Corners m_corners;
};

/// "MATES": a list's heading.
ElidedText *makeCaption(const QString &text, QWidget *parent);
/// Gives a widget a role's colour as its background, also after a change of theme.
void fillWith(QWidget *widget, ColorRole role);

} // namespace loopflow
