#include "core/practice/form.h"
#include "tests/support/test.h"

using namespace Qt::StringLiterals;
using namespace loopflow::practice;

namespace {

/// The code of the first complaint at this field; empty when there is none.
QString complaint(const Form &form, const QString &field)
{
    return form.error().errors[field]["_errors"_L1][0]["code"_L1].toString();
}

} // namespace

class FormTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesAbsentAndNullForNothing()
    {
        Form form(QJsonObject{{u"a"_s, QJsonValue::Null}});
        for (const QString &name : {u"a"_s, u"b"_s}) {
            QVERIFY(!form.has(name));
            QVERIFY(!form.text(name) && !form.boolean(name) && !form.integer(name, 0, 9)
                && !form.snowflake(name) && !form.list(name, 9) && !form.object(name));
        }
        QVERIFY(form.isFine());
    }

    void readsEachKindAndItsConversions()
    {
        Form form(QJsonObject{{u"text"_s, u"x"_s}, {u"number"_s, 7}, {u"digits"_s, u"8"_s},
            {u"yes"_s, true}, {u"id"_s, u"123456789012345678"_s}, {u"list"_s, QJsonArray{1, 2}}});
        QCOMPARE(form.text(u"text"_s), u"x"_s);
        QCOMPARE(form.text(u"number"_s), u"7"_s);
        QCOMPARE(form.integer(u"number"_s, 0, 9), 7);
        QCOMPARE(form.integer(u"digits"_s, 0, 9), 8);
        QCOMPARE(form.boolean(u"yes"_s), true);
        QCOMPARE(form.snowflake(u"id"_s), 123456789012345678ull);
        QCOMPARE(form.list(u"list"_s, 2)->size(), 2);
        QVERIFY(form.isFine());
    }

    void complainsInDiscordsWords_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("a list for text")
            << QJsonValue(QJsonArray()) << u"text"_s << u"STRING_TYPE_CONVERT"_s;
        QTest::newRow("text for yes or no")
            << QJsonValue(u"true"_s) << u"boolean"_s << u"BOOL_TYPE_CONVERT"_s;
        QTest::newRow("text for a number")
            << QJsonValue(u"x"_s) << u"integer"_s << u"NUMBER_TYPE_COERCE"_s;
        QTest::newRow("half a number")
            << QJsonValue(1.5) << u"integer"_s << u"NUMBER_TYPE_COERCE"_s;
        QTest::newRow("too small") << QJsonValue(0) << u"integer"_s << u"NUMBER_TYPE_MIN"_s;
        QTest::newRow("too large") << QJsonValue(10) << u"integer"_s << u"NUMBER_TYPE_MAX"_s;
        QTest::newRow("no id") << QJsonValue(u"x"_s) << u"snowflake"_s << u"NUMBER_TYPE_COERCE"_s;
        QTest::newRow("an id with a sign")
            << QJsonValue(u"+1"_s) << u"snowflake"_s << u"NUMBER_TYPE_COERCE"_s;
        QTest::newRow("an id with a zero")
            << QJsonValue(u"01"_s) << u"snowflake"_s << u"NUMBER_TYPE_COERCE"_s;
        QTest::newRow("an object for a list")
            << QJsonValue(QJsonObject()) << u"list"_s << u"LIST_TYPE_CONVERT"_s;
        QTest::newRow("a long list")
            << QJsonValue(QJsonArray{1, 2, 3}) << u"list"_s << u"BASE_TYPE_MAX_LENGTH"_s;
        QTest::newRow("text for an object")
            << QJsonValue(u"x"_s) << u"object"_s << u"MODEL_TYPE_CONVERT"_s;
    }
    void complainsInDiscordsWords()
    {
        QFETCH(QJsonValue, value);
        QFETCH(QString, kind);
        QFETCH(QString, code);
        const QString field = u"field"_s;
        Form form(QJsonObject{{field, value}});
        const std::map<QString, std::function<bool()>> readers{
            {u"text"_s, [&] { return form.text(field).has_value(); }},
            {u"boolean"_s, [&] { return form.boolean(field).has_value(); }},
            {u"integer"_s, [&] { return form.integer(field, 1, 9).has_value(); }},
            {u"snowflake"_s, [&] { return form.snowflake(field).has_value(); }},
            {u"list"_s, [&] { return form.list(field, 2).has_value(); }},
            {u"object"_s, [&] { return form.object(field).has_value(); }},
        };
        QVERIFY(!readers.at(kind)());
        QVERIFY(!form.isFine());
        QCOMPARE(complaint(form, field), code);
    }

    void namesThePathOfAnInnerField()
    {
        Form form(QJsonObject{{u"outer"_s, QJsonObject{{u"inner"_s, u"x"_s}}}});
        auto inner = form.object(u"outer"_s);
        QVERIFY(inner);
        QVERIFY(!inner->boolean(u"inner"_s));
        QVERIFY(form.isFine());
        form.merge(*inner);
        QCOMPARE(form.error().errors["outer"_L1]["inner"_L1]["_errors"_L1][0]["code"_L1].toString(),
            u"BOOL_TYPE_CONVERT"_s);
    }

    void readsQueries()
    {
        Form form(QUrlQuery(u"limit=5&before=12"_s));
        QCOMPARE(form.integer(u"limit"_s, 1, 100), 5);
        QCOMPARE(form.snowflake(u"before"_s), 12ull);
    }

    void refusesWhatThePracticeServerDoesNotPlay()
    {
        Form form(QJsonObject{{u"embeds"_s, QJsonArray{QJsonObject()}},
            {u"components"_s, QJsonArray()}, {u"poll"_s, QJsonValue::Null}});
        for (const QString &field : {u"embeds"_s, u"components"_s, u"poll"_s})
            form.refuseUnlessEmpty(field);
        QCOMPARE(complaint(form, u"embeds"_s), u"PRACTICE_UNSUPPORTED"_s);
        QCOMPARE(form.error().errors.size(), 1);
    }
};

LOOPFLOW_TEST(FormTest)
#include "tst_form.moc"
