// A data folder of its own for each test, with its database.
#pragma once

#include "core/store/database.h"
#include "core/store/matestore.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

namespace loopflow::test {

struct StoreFixture {
    StoreFixture() { reopen(); }

    /// As at the next start of the program.
    void reopen()
    {
        database.reset();
        auto opened = Database::open(folder.path());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        database = *std::move(opened);
    }
    /// The first column of the first row.
    QVariant ask(const QString &statement) const
    {
        QSqlQuery query(database->sql());
        return query.exec(statement) && query.next() ? query.value(0) : QVariant();
    }
    /// A statement that must succeed.
    void execute(const QString &statement) const
    {
        QSqlQuery query(database->sql());
        if (!query.exec(statement))
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
    }
    /// Lets the database grow by no more than some pages, as a full disk would.
    void fillDisk() const
    {
        execute(QStringLiteral("PRAGMA max_page_count = 1")); // SQLite makes it the present size
    }
    void emptyDisk() const { execute(QStringLiteral("PRAGMA max_page_count = 1000000")); }

    QTemporaryDir folder;
    std::unique_ptr<Database> database;
};

inline Mate sampleMate(const QString &identifier)
{
    Mate mate;
    mate.identifier = identifier;
    mate.name = identifier.toUpper();
    mate.provider = QStringLiteral("openai");
    mate.model = QStringLiteral("m");
    return mate;
}

/// Saves a mate, so that the journal may hold something of it.
inline MateId addMate(MateStore &mates, const QString &identifier)
{
    const Result<Mate> added = mates.add(sampleMate(identifier), QStringLiteral("You are a mate."));
    if (!added)
        qFatal("%s", qPrintable(added.error().message));
    return added->id;
}

} // namespace loopflow::test
