// Mates and their prompt versions in the database, and what was learnt about models.
// Emits what changed; holds no token.
#pragma once

#include "core/base/result.h"
#include "core/llm/modeltraits.h"
#include "core/mate/mate.h"

#include <QObject>

#include <optional>

namespace loopflow {

class Database;

class MateStore : public QObject {
    Q_OBJECT
public:
    /// `database` outlives this. Practice mates of an earlier run are forgotten.
    explicit MateStore(Database *database, QObject *parent = nullptr);

    QList<Mate> mates() const; ///< in the order people gave them
    std::optional<Mate> mate(MateId id) const;
    std::optional<Mate> find(const QString &identifier) const; ///< without case
    /// Saves a new mate with its first prompt version; Conflict when the identifier, its environment variable or
    /// (unless on the practice server) the bot is another mate's.
    Result<Mate> add(Mate mate, const QString &prompt);
    Result<void> update(const Mate &mate);
    /// Removes the mate, its versions, journal and record.
    Result<void> remove(MateId id);

    PromptVersion prompt(MateId mate) const; ///< the newest
    QList<PromptVersion> prompts(MateId mate) const; ///< newest first
    /// Saves a new version; the newest one again when the text is the same.
    Result<PromptVersion> savePrompt(MateId mate, const QString &text);

    llm::ModelTraits traits(const QString &baseUrl, const QString &model) const;
    Result<void> saveTraits(const QString &baseUrl, const QString &model, const llm::ModelTraits &traits);

Q_SIGNALS:
    void added(loopflow::MateId id);
    void changed(loopflow::MateId id);
    void removed(loopflow::MateId id);
    void promptSaved(loopflow::MateId id, int number);

private:
    Database *m_database;
    QList<Mate> m_mates; ///< all of them; the database is written through
};

} // namespace loopflow
