// How long it takes to delete one conversation of a record that fillrecord made, and how long its longest slice.
// Prints numbers and asserts nothing. Deletes the conversation whose channel is named, of the mate that has it.
#include "core/store/database.h"
#include "core/store/logstore.h"
#include "core/store/recordpart.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

constexpr int slice = 100; // events, as RecordEraser's

/// Runs `work` until it says that it is done, and prints what that took.
void measure(const QString &what, const std::function<bool()> &work)
{
    QElapsedTimer all;
    all.start();
    double longest = 0;
    int slices = 0;
    for (bool done = false; !done; ++slices) {
        QElapsedTimer one;
        one.start();
        done = work();
        longest = std::max(longest, double(one.nsecsElapsed()) / 1e6);
    }
    const QJsonObject line{{u"what"_s, what}, {u"slices"_s, slices}, {u"ms"_s, double(all.nsecsElapsed()) / 1e6},
        {u"longest_slice_ms"_s, longest}};
    QFile out;
    if (out.open(stdout, QIODevice::WriteOnly))
        out.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

template <class T>
T value(const Result<T> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return *result;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto database = Database::open(app.arguments().value(1));
    if (!database)
        qFatal("%s", qPrintable(database.error().message));
    LogStore record(database->get());
    const MateId mate{app.arguments().value(2).toLongLong()};
    const discord::ChannelId channel{app.arguments().value(3).toULongLong()};
    RecordPart part;
    measure(u"begin"_s, [&] {
        part = value(record.beginRemoval(mate, channel));
        return true;
    });
    qInfo("%lld events", part.events);
    measure(u"delete"_s, [&] { return value(record.removeSome(part, slice)) < 0; });
    measure(u"tidy"_s, [&] { return value(record.tidySearchSome()); });
    measure(u"wipe"_s, [&] { return value(record.wipeLog()); });
    return 0;
}
