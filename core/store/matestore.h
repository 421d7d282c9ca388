// Mates and their prompt versions in the database, and what was learnt about models.
// Emits what changed; holds no token.
#pragma once

#include "core/base/result.h"
#include "core/llm/modeltraits.h"
#include "core/mate/mate.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace loopflow {

class Database;

/// A prompt's text that a person did not save yet.
struct PromptDraft {
    int base = 0; ///< the number of the version it was made from
    QString text;
    qint64 keptMs = 0; ///< Unix ms
    bool operator==(const PromptDraft &) const = default;
};

class MateStore : public QObject {
    Q_OBJECT
public:
    /// `database` outlives this. Practice mates of an earlier run are forgotten.
    explicit MateStore(Database *database, QObject *parent = nullptr);
    ~MateStore() override;
    /// Why there are fewer mates here than in the database; to be looked at once, at the start.
    const Result<void> &loaded() const { return m_loaded; }

    QList<Mate> mates() const; ///< in the order people gave them
    std::optional<Mate> mate(MateId id) const;
    std::optional<Mate> find(const QString &identifier) const; ///< without case
    /// Saves a new mate with its first prompt version; Conflict when the identifier, its
    /// environment variable or (unless on the practice server) the bot is another mate's.
    Result<Mate> add(Mate mate, const QString &prompt);
    /// Errors as add(); NotFound when the mate was removed.
    Result<void> update(const Mate &mate);
    /// Removes the mate, its versions, journal and record.
    Result<void> remove(MateId id);
    /// Puts the mate at this place of mates(), which is kept; beyond the end: last. NotFound when it was removed.
    Result<void> move(MateId id, qsizetype to);

    PromptVersion prompt(MateId mate) const; ///< the newest
    QList<PromptVersion> prompts(MateId mate) const; ///< newest first
    /// Saves a new version; the newest one again when the text is the same.
    Result<PromptVersion> savePrompt(MateId mate, const QString &text);
    /// Gives a version a name; an empty one takes it away. NotFound when there is no such version.
    Result<void> nameVersion(MateId mate, int number, const QString &name);

    std::optional<PromptDraft> draft(MateId mate) const;
    /// Keeps an unsaved text over a crash; emits nothing.
    Result<void> keepDraft(MateId mate, int base, const QString &text);
    Result<void> dropDraft(MateId mate);

    /// The mate's picture as PNG; empty for none.
    QByteArray picture(MateId mate) const;
    /// Empty: takes it away. Emits changed().
    Result<void> savePicture(MateId mate, const QByteArray &png);

    llm::ModelTraits traits(const QString &baseUrl, const QString &model) const;
    Result<void> saveTraits(const QString &baseUrl, const QString &model, const llm::ModelTraits &traits);

Q_SIGNALS:
    void added(loopflow::MateId id);
    void changed(loopflow::MateId id);
    void removed(loopflow::MateId id);
    void moved(loopflow::MateId id, int to); ///< its new place in mates()
    void promptSaved(loopflow::MateId id, int number);
    void versionNamed(loopflow::MateId id, int number);

private:
    using ModelKey = std::pair<QString, QString>; // base URL, model

    Result<void> load();
    Result<void> check(const Mate &mate) const;
    Result<PromptVersion> insertPrompt(MateId mate, int number, const QString &text);
    QList<Mate>::iterator locate(MateId id);

    Database *m_database;
    QList<Mate> m_mates; ///< all of them; the database is written through
    QHash<MateId, PromptVersion> m_prompts; ///< the newest ones
    QHash<MateId, QByteArray> m_pictures;
    QHash<ModelKey, llm::ModelTraits> m_traits;
    Result<void> m_loaded;
};

} // namespace loopflow
