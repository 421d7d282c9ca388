// A prepared SQL statement that is kept and run again.
// Must not outlive its database. A SELECT holds its snapshot until it is read to the end, reset or run again.
#pragma once

#include "core/discord/id.h"
#include "core/mate/mate.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <chrono>
#include <optional>

namespace loopflow {

class Statement {
public:
    /// `whatFails` is the beginning of storageError()'s sentence, e.g. "The question could not be saved".
    /// Prepared at its first run.
    Statement(const QSqlDatabase &sql, QString text, QString whatFails);

    /// Binds the values to the plain question marks in order (QtSql miscounts numbered ones), and runs it.
    template <class... Values>
    Result<void> run(const Values &...values)
    {
        return runWith({bindable(values)...});
    }
    /// The next row, while there is one.
    bool next();
    void reset() { m_query.finish(); }

    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    /// When something happened, ms. One that a failing disk made is brought so near that sums of it hold: by then there
    /// are calendars of five digits.
    std::chrono::milliseconds time(int column) const
    {
        constexpr qint64 farthest = 8'640'000'000'000'000; // ECMA-262, "time value"
        return std::chrono::milliseconds(qBound(-farthest, number(column), farthest));
    }
    double real(int column) const { return m_query.value(column).toDouble(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    bool isNull(int column) const { return m_query.isNull(column); }
    template <class Id>
    Id id(int column) const
    {
        return {static_cast<quint64>(number(column))};
    }
    int changes() const { return m_query.numRowsAffected(); } ///< rows
    qint64 insertedId() const { return m_query.lastInsertId().toLongLong(); }
    /// Why next() ended, where it was not the end of the rows.
    Result<void> ended() const;

private:
    Result<void> runWith(const QVariantList &values);

    static QVariant bindable(bool value) { return value ? 1 : 0; }
    static QVariant bindable(int value) { return value; }
    static QVariant bindable(qint64 value) { return value; }
    static QVariant bindable(double value) { return value; }
    static QVariant bindable(std::chrono::milliseconds value) { return static_cast<qint64>(value.count()); }
    static QVariant bindable(MateId id) { return static_cast<qint64>(id); }
    static QVariant bindable(const QByteArray &bytes) { return bytes; }
    /// A null QString would become SQL's NULL.
    static QVariant bindable(const QString &text) { return text.isNull() ? QLatin1StringView("") : text; }
    template <class Tag>
    static QVariant bindable(discord::Id<Tag> id) { return static_cast<qint64>(id.value); }
    template <class T>
    static QVariant bindable(const std::optional<T> &value) { return value ? bindable(*value) : QVariant(); }

    QSqlQuery m_query;
    QString m_text;
    QString m_whatFails;
    bool m_prepared = false;
};

} // namespace loopflow
