#include "ui/widgets/type.h"

#include <QFontDatabase>
#include <QFontInfo>

namespace loopflow {

namespace {

QFont scaled(double factor, QFont::Weight weight)
{
    QFont font = bodyFont();
    font.setPixelSize(qRound(font.pixelSize() * factor));
    font.setWeight(weight);
    return font;
}

} // namespace

QFont bodyFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPixelSize(qMax(13, QFontInfo(font).pixelSize()));
    return font;
}

QFont metaFont()
{
    return scaled(11.0 / 13.0, QFont::Normal);
}

QFont strongFont()
{
    return scaled(1, QFont::DemiBold);
}

QFont titleFont()
{
    return scaled(15.0 / 13.0, QFont::DemiBold);
}

QFont displayFont()
{
    return scaled(22.0 / 13.0, QFont::DemiBold);
}

QFont codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(bodyFont().pixelSize());
    return font;
}

} // namespace loopflow
