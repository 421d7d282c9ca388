#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace loopflow {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("words", text);
}

constexpr qint64 minute = 60 * 1000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QDateTime local(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms);
}

} // namespace

QString relativeTime(qint64 atMs, qint64 nowMs)
{
    const qint64 ago = nowMs - atMs;
    if (ago < minute)
        return say(QT_TRANSLATE_NOOP("words", "now"));
    if (ago < hour)
        return say(QT_TRANSLATE_NOOP("words", "%1 min")).arg(ago / minute);
    if (ago < day)
        return say(QT_TRANSLATE_NOOP("words", "%1 h")).arg(ago / hour);
    if (ago < 7 * day)
        return counted(ago / day, say(QT_TRANSLATE_NOOP("words", "1 day")),
            say(QT_TRANSLATE_NOOP("words", "%1 days")));
    return QLocale().toString(local(atMs).date(), QLocale::ShortFormat);
}

QString ago(qint64 atMs, qint64 nowMs)
{
    const qint64 past = nowMs - atMs;
    if (past < 1000)
        return say(QT_TRANSLATE_NOOP("words", "just now"));
    if (past < minute)
        return say(QT_TRANSLATE_NOOP("words", "%1 s ago")).arg(past / 1000);
    if (past < hour)
        return say(QT_TRANSLATE_NOOP("words", "%1 min ago")).arg(past / minute);
    if (past < day)
        return say(QT_TRANSLATE_NOOP("words", "%1 h ago")).arg(past / hour);
    return timeFromNow(atMs, nowMs);
}

QString timeFromNow(qint64 atMs, qint64 nowMs)
{
    const qint64 away = qAbs(atMs - nowMs);
    if (away < minute)
        return say(QT_TRANSLATE_NOOP("words", "just now"));
    const bool past = atMs < nowMs;
    constexpr qint64 month = 30 * day;
    constexpr qint64 year = 365 * day;
    if (away < hour)
        return past ? counted(away / minute, say(QT_TRANSLATE_NOOP("words", "a minute ago")),
                   say(QT_TRANSLATE_NOOP("words", "%1 minutes ago")))
                    : counted(away / minute, say(QT_TRANSLATE_NOOP("words", "in a minute")),
                        say(QT_TRANSLATE_NOOP("words", "in %1 minutes")));
    if (away < day)
        return past ? counted(away / hour, say(QT_TRANSLATE_NOOP("words", "an hour ago")),
                   say(QT_TRANSLATE_NOOP("words", "%1 hours ago")))
                    : counted(away / hour, say(QT_TRANSLATE_NOOP("words", "in an hour")),
                        say(QT_TRANSLATE_NOOP("words", "in %1 hours")));
    if (away < month)
        return past ? counted(away / day, say(QT_TRANSLATE_NOOP("words", "a day ago")),
                   say(QT_TRANSLATE_NOOP("words", "%1 days ago")))
                    : counted(away / day, say(QT_TRANSLATE_NOOP("words", "in a day")),
                        say(QT_TRANSLATE_NOOP("words", "in %1 days")));
    if (away < year)
        return past ? counted(away / month, say(QT_TRANSLATE_NOOP("words", "a month ago")),
                   say(QT_TRANSLATE_NOOP("words", "%1 months ago")))
                    : counted(away / month, say(QT_TRANSLATE_NOOP("words", "in a month")),
                        say(QT_TRANSLATE_NOOP("words", "in %1 months")));
    return past ? counted(away / year, say(QT_TRANSLATE_NOOP("words", "a year ago")),
               say(QT_TRANSLATE_NOOP("words", "%1 years ago")))
                : counted(away / year, say(QT_TRANSLATE_NOOP("words", "in a year")),
                    say(QT_TRANSLATE_NOOP("words", "in %1 years")));
}

QString clockTime(qint64 atMs, qint64 nowMs)
{
    const QDateTime at = local(atMs);
    const QString time = at.time().toString(QStringLiteral("HH:mm"));
    if (at.date() == local(nowMs).date())
        return time;
    return QLocale().toString(at.date(), QLocale::ShortFormat) + QLatin1Char(' ') + time;
}

QString absoluteTime(qint64 atMs)
{
    return QLocale().toString(local(atMs), QLocale::LongFormat);
}

QString duration(qint64 ms)
{
    if (ms < 1000)
        return say(QT_TRANSLATE_NOOP("words", "%1 ms")).arg(qMax<qint64>(0, ms));
    if (ms < minute)
        return say(QT_TRANSLATE_NOOP("words", "%1 s"))
            .arg(QLocale().toString(double(ms) / 1000, 'f', 1));
    return say(QT_TRANSLATE_NOOP("words", "%1 min %2 s")).arg(ms / minute).arg(ms % minute / 1000);
}

QString count(qint64 number)
{
    return QLocale().toString(number);
}

QString number(double value)
{
    return QLocale().toString(value, 'g', QLocale::FloatingPointShortest);
}

std::optional<double> numberTyped(const QString &text, bool whole)
{
    QString digits = text;
    digits.remove(QChar::Nbsp).remove(QChar(0x202f)).remove(QLatin1Char(' '));
    if (whole)
        digits.remove(QLatin1Char(',')).remove(QLatin1Char('.'));
    else
        digits.replace(QLatin1Char(','), QLatin1Char('.'));
    bool fine = false;
    const double value = QLocale::c().toDouble(digits, &fine);
    return fine ? std::optional(value) : std::nullopt;
}

QString dollars(double amount)
{
    // Below a cent only the digits after the zeros say anything.
    return say(QT_TRANSLATE_NOOP("words", "$%1"))
        .arg(QLocale().toString(amount, 'f', amount > 0 && amount < 0.1 ? 4 : 2));
}

QString tokensInOut(qint64 input, qint64 output)
{
    QStringList parts;
    if (input >= 0)
        parts << say(QT_TRANSLATE_NOOP("words", "%1 in")).arg(count(input));
    if (output >= 0)
        parts << say(QT_TRANSLATE_NOOP("words", "%1 out")).arg(count(output));
    return parts.join(QStringLiteral(" · "));
}

QString fileSize(qint64 bytes)
{
    if (bytes < 1024)
        return say(QT_TRANSLATE_NOOP("words", "%1 B")).arg(bytes);
    if (bytes < 1024 * 1024)
        return say(QT_TRANSLATE_NOOP("words", "%1 KB")).arg((bytes + 512) / 1024);
    return say(QT_TRANSLATE_NOOP("words", "%1 MB"))
        .arg(QLocale().toString(double(bytes) / (1024 * 1024), 'f', 1));
}

QString counted(qint64 number, const QString &one, const QString &many)
{
    return number == 1 ? one : many.arg(count(number));
}

QString sentenceCase(const QString &text)
{
    return text.isEmpty() ? text : text.front().toUpper() + text.mid(1);
}

} // namespace loopflow
