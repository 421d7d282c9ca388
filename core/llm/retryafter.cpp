#include "core/llm/retryafter.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

using namespace Qt::StringLiterals;

namespace loopflow::llm {
namespace {

constexpr double longest = 31.0 * 24 * 3600 * 1000;

std::optional<Milliseconds> sane(double milliseconds)
{
    if (!std::isfinite(milliseconds) || milliseconds < 0 || milliseconds > longest)
        return std::nullopt;
    return Milliseconds(static_cast<qint64>(std::ceil(milliseconds)));
}

} // namespace

std::optional<Milliseconds> parseDuration(QByteArrayView text)
{
    static const QRegularExpression form(
        u"^(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m(?!s))?(?:(\\d+(?:\\.\\d+)?)s)?(?:(\\d+(?:\\.\\d+)?)ms)?$"_s);
    const QByteArray trimmed = text.trimmed().toByteArray();
    if (trimmed.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const double seconds = trimmed.toDouble(&isNumber);
    if (isNumber)
        return sane(seconds * 1000);
    const auto match = form.match(QString::fromLatin1(trimmed));
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = [&](int n) { return match.captured(n).toDouble(); };
    return sane(
        part(1) * 86'400'000 + part(2) * 3'600'000 + part(3) * 60'000 + part(4) * 1000 + part(5));
}

std::optional<Milliseconds> parseHttpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(
        QString::fromLatin1(text).trimmed(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeZone(QTimeZone::utc());
    return Milliseconds(date.toMSecsSinceEpoch());
}

std::optional<Milliseconds> retryAfter(const Headers &headers, std::optional<Milliseconds> wall)
{
    bool isNumber = false;
    const double milliseconds = headers.value("retry-after-ms").toDouble(&isNumber);
    if (isNumber)
        return sane(milliseconds);
    const QByteArray value = headers.value("retry-after").trimmed();
    const double seconds = value.toDouble(&isNumber);
    if (isNumber)
        return sane(seconds * 1000);
    const auto date = parseHttpDate(value);
    if (const auto answered = parseHttpDate(headers.value("date")))
        wall = answered;
    if (!date || !wall)
        return std::nullopt;
    return sane(static_cast<double>((*date - *wall).count()));
}

} // namespace loopflow::llm
