// Mates, prompt versions and model traits as rows: the SQL of MateStore.
// Must never decide: it writes what it is given and reads what is there.
#pragma once

#include "core/base/result.h"
#include "core/llm/modeltraits.h"
#include "core/mate/mate.h"

#include <QSqlDatabase>

#include <optional>

namespace loopflow {

struct PromptDraft;

/// What was learnt about a model.
struct TraitsRow {
    QString baseUrl;
    QString model;
    llm::ModelTraits traits;
};

/// Errors are those of storageError().
class MateRows {
public:
    explicit MateRows(QSqlDatabase &sql)
        : m_sql(sql)
    {
    }

    Result<QList<Mate>> mates(); ///< as they were arranged, then those added since by number
    Result<void> arrange(const QList<MateId> &order);
    Result<MateId> insert(const Mate &mate);
    Result<void> update(const Mate &mate);
    /// Its prompt versions, its journal and its record go with it.
    Result<void> remove(MateId id);
    /// Mates of whom there is a record though they were removed: it was written after that.
    Result<QList<MateId>> strays();

    Result<QList<PromptVersion>> newestPrompts();
    Result<QList<PromptVersion>> prompts(MateId mate); ///< newest first
    Result<PromptId> insert(const PromptVersion &version);
    Result<void> name(MateId mate, int number, const QString &name);

    Result<std::optional<PromptDraft>> draft(MateId mate);
    Result<void> save(MateId mate, const PromptDraft &draft);
    Result<void> removeDraft(MateId mate);

    Result<QList<std::pair<MateId, QByteArray>>> pictures();
    Result<void> savePicture(MateId mate, const QByteArray &png); ///< empty: removes it

    Result<QList<TraitsRow>> traits();
    Result<void> save(const TraitsRow &row);

private:
    QSqlDatabase &m_sql;
};

} // namespace loopflow
