// Numbers and times as people read them: relative times, durations, tokens, dollars.
// Pure; the present is handed in.
#pragma once

#include <QString>

#include <optional>

namespace loopflow {

/// "now", "3 min", "2 h", "5 days", then the date. Both in Unix ms.
QString relativeTime(qint64 atMs, qint64 nowMs);
/// "just now", "12 s ago", "3 min ago", then as timeFromNow() says it. Both in Unix ms.
QString ago(qint64 atMs, qint64 nowMs);
/// "3 hours ago", "in 2 days", "just now". Both in Unix ms.
QString timeFromNow(qint64 atMs, qint64 nowMs);
/// "14:02"; with the date in front when it is not the day of `nowMs`.
QString clockTime(qint64 atMs, qint64 nowMs);
/// The whole moment, for tooltips.
QString absoluteTime(qint64 atMs);
/// "84 ms", "1.9 s", "2 min 5 s".
QString duration(qint64 ms);
/// "1,204"
QString count(qint64 number);
/// "0.7"
QString number(double value);
/// A number as people type it: with a comma for the point, or where it is whole with separators in thousands.
std::optional<double> numberTyped(const QString &text, bool whole);
/// "$0.0051", "$0.42", "$12.00"
QString dollars(double amount);
/// "1,204 in · 96 out"; what is not known (-1) is left out; empty when nothing is.
QString tokensInOut(qint64 input, qint64 output);
/// "640 B", "24 KB", "1.2 MB"
QString fileSize(qint64 bytes);
/// "1 retry", "3 retries": `one` is whole, `many` holds %1.
QString counted(qint64 number, const QString &one, const QString &many);
/// The first letter made a capital: host sentences begin small.
QString sentenceCase(const QString &text);

} // namespace loopflow
