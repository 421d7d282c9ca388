// What the benches measure with: time, memory, and how both are printed.
// Never asserts anything.
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <ctime>

namespace loopflow::bench {

/// How long something took, or when it was; the thread's own time is what a busy machine does not add to.
struct Took {
    qint64 wall = 0; ///< ns
    qint64 thread = 0; ///< ns
};

inline Took now()
{
    timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return {std::chrono::steady_clock::now().time_since_epoch().count(), time.tv_sec * 1'000'000'000 + time.tv_nsec};
}

inline Took since(const Took &begun)
{
    const Took ended = now();
    return {ended.wall - begun.wall, ended.thread - begun.thread};
}

inline double ms(qint64 ns) { return double(ns) / 1e6; }

inline QJsonObject spread(const QList<Took> &took, qint64 Took::*clock)
{
    QList<qint64> times;
    for (const Took &one : took)
        times.append(one.*clock);
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) {
        return times.isEmpty() ? 0.0 : ms(times.at(qsizetype(part * double(times.size() - 1))));
    };
    const auto slow = std::count_if(times.cbegin(), times.cend(), [](qint64 ns) { return ns > 16'000'000; });
    return {{QStringLiteral("p50_ms"), at(0.5)}, {QStringLiteral("p99_ms"), at(0.99)},
        {QStringLiteral("longest_ms"), at(1)}, {QStringLiteral("over_16_ms"), qint64(slow)}};
}

inline QJsonObject spread(const QList<Took> &took)
{
    return {{QStringLiteral("count"), took.size()}, {QStringLiteral("wall"), spread(took, &Took::wall)},
        {QStringLiteral("thread"), spread(took, &Took::thread)}};
}

/// Resident memory in MB; `peak`: the most there ever was.
inline double residentMb(bool peak = false)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const QByteArray key = peak ? "VmHWM:" : "VmRSS:";
    const qsizetype at = text.indexOf(key);
    return text.mid(at + key.size(), 20).simplified().split(' ').value(0).toDouble() / 1024;
}

/// One line of JSON, with the memory that there is and was.
inline void print(QJsonObject line)
{
    line.insert(QStringLiteral("resident_mb"), residentMb());
    line.insert(QStringLiteral("peak_mb"), residentMb(true));
    QFile out;
    if (out.open(stdout, QIODevice::WriteOnly))
        out.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace loopflow::bench
