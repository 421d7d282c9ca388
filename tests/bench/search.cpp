// How long the first page of a search takes, and how long its longest slice, in a record that fillrecord made.
// Prints numbers and asserts nothing. Changes nothing but what an index that is behind lacks.
#include "core/store/database.h"
#include "core/store/logstore.h"
#include "core/store/searchquery.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

void print(const QJsonObject &line)
{
    QFile out;
    if (out.open(stdout, QIODevice::WriteOnly))
        out.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

double ms(const QElapsedTimer &clock) { return double(clock.nsecsElapsed()) / 1e6; }

void measure(Database &database, const QString &text)
{
    const auto parsed = parseSearch(text, 1'800'000'000'000);
    const auto *expression = std::get_if<SearchExpression>(&parsed);
    if (!expression)
        qFatal("%s", qPrintable(std::get<SearchMistake>(parsed).error.message));
    QElapsedTimer all;
    all.start();
    SearchQuery query(database.sql(), *expression, 0, 50);
    double longest = 0;
    int slices = 0;
    for (bool whole = false; !whole; ++slices) {
        QElapsedTimer slice;
        slice.start();
        const auto step = query.step();
        if (!step)
            qFatal("%s", qPrintable(step.error().message));
        whole = *step;
        longest = std::max(longest, ms(slice));
    }
    print({{u"search"_s, text}, {u"hits"_s, query.page().hits.size()}, {u"first_page_ms"_s, ms(all)},
        {u"slices"_s, slices}, {u"longest_slice_ms"_s, longest}});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QElapsedTimer clock;
    clock.start();
    auto database = Database::open(app.arguments().value(1));
    if (!database)
        qFatal("%s", qPrintable(database.error().message));
    LogStore record(database->get());
    print({{u"open_ms"_s, ms(clock)}});
    clock.restart();
    int slices = 0;
    for (bool more = true; more; ++slices) {
        const auto indexed = record.indexSome();
        if (!indexed)
            qFatal("%s", qPrintable(indexed.error().message));
        more = *indexed;
    }
    if (slices > 1)
        print({{u"indexed_ms"_s, ms(clock)}, {u"slices"_s, slices}});
    for (const QString &text : app.arguments().mid(2).isEmpty()
            ? QStringList{u"uploader"_s, u"upl"_s, u"t"_s, u"the"_s, u"th"_s, u"bade"_s, u"nothinglikethis"_s, u"\"disk full\""_s,
                  u"is:failed"_s, u"is:slow retry"_s, u"is:replayed"_s, u"the is:failed"_s, u"zawitor is:slow"_s,
                  u"from:person8 disk"_s, u"mate:mate-7"_s, u"in:person30 uploader"_s, u"before:2020-01-01"_s,
                  u"-the -a -to"_s, u"has:attachment"_s, u"bade|is:failed"_s, u"disk -full -mate:mate-3"_s}
            : app.arguments().mid(2))
        measure(**database, text);
    return 0;
}
