#include "core/conversation/searchcompletion.h"

#include "core/conversation/searchexpression.h"
#include "tests/support/test.h"

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

const SearchNames names{{u"Maya"_s, u"Merlin"_s, u"Release notes"_s}, {u"ana"_s, u"Ana \"M\" Lima"_s, u"lee"_s}};

/// "^" is the cursor; what is replaced, then what by.
QString completed(QString text)
{
    const qsizetype cursor = text.indexOf(u'^');
    text.remove(cursor, 1);
    const SearchCompletion completion = completionAt(text, cursor, names);
    if (completion.texts.isEmpty())
        return {};
    return text.mid(completion.offset, completion.length) + u" > "_s + completion.texts.join(u' ');
}

} // namespace

class SearchCompletionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goesOnWithFiltersAndTheirValues_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("completed");
        const auto row = [](const char *text, const char *meaning) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(meaning);
        };
        row("^", "");
        row("i^", "");
        row("is^", "is > is:");
        row("disk fr^", "fr > from:");
        row("-Be^", "Be > before:");
        row("is:^", "is: > is:failed is:slow is:ignored is:replayed");
        row("is:S^", "is:S > is:slow");
        row("is:slow^", "");
        row("is:green^", "");
        row("disk|has:^ full", "has: > has:attachment");
        row("mate:m^", "mate:m > mate:Maya mate:Merlin");
        row("mate:re^", "mate:re > mate:\"Release notes\"");
        row("from:an^", "from:an > from:ana from:\"Ana M Lima\"");
        row("in:^", "in: > in:ana in:\"Ana M Lima\" in:lee");
        row("after:^", "after: > after:today after:yesterday after:12h after:7d after:2w");
        row("is^sue", "");
        row("uploader^", "");
        row("https://is^", "");
        row("\"is^", "");
        row("\"disk full\" is^", "is > is:");
    }
    void goesOnWithFiltersAndTheirValues()
    {
        QFETCH(QString, text);
        QTEST(completed(text), "completed");
    }

    void whatItOffersCanBeSearchedFor()
    {
        for (const QString &filter : {u"from:"_s, u"mate:"_s, u"in:"_s, u"is:"_s, u"has:"_s, u"before:"_s, u"after:"_s}) {
            const QStringList texts = completionAt(filter, filter.size(), names).texts;
            QVERIFY2(!texts.isEmpty(), qPrintable(filter));
            for (const QString &text : texts)
                QVERIFY2(std::holds_alternative<SearchExpression>(parseSearch(text, 0)), qPrintable(text));
        }
    }
};

LOOPFLOW_TEST(SearchCompletionTest)
#include "tst_searchcompletion.moc"
