#include "core/store/statement.h"

#include "core/store/database.h"

namespace loopflow {

Statement::Statement(const QSqlDatabase &sql, QString text, QString whatFails)
    : m_query(sql)
    , m_text(std::move(text))
    , m_whatFails(std::move(whatFails))
{
    m_query.setForwardOnly(true);
}

bool Statement::next() { return m_query.next(); }

Result<void> Statement::ended() const
{
    if (m_query.lastError().isValid())
        return storageError(m_whatFails, m_query.lastError());
    return {};
}

Result<void> Statement::runWith(const QVariantList &values)
{
    if (!m_prepared) {
        if (!m_query.prepare(m_text))
            return storageError(m_whatFails, m_query.lastError());
        m_prepared = true;
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        m_query.bindValue(static_cast<int>(i), values[i]);
    if (!m_query.exec())
        return storageError(m_whatFails, m_query.lastError());
    return {};
}

} // namespace loopflow
