// The versions of a mate's prompt, newest first, under the draft if there is one.
// Versions are only added; a projection of MateStore. A version's name can be edited in place.
#pragma once

#include "core/base/worddiff.h"
#include "core/mate/mate.h"
#include "core/store/logstore.h"

#include <QAbstractListModel>

#include <optional>

namespace loopflow {

class MateStore;

/// What the list says of the unsaved text.
struct DraftRow {
    int base = 0; ///< the version it was made from
    WordCount changed; ///< against that version
    qint64 keptMs = 0; ///< Unix ms
    bool operator==(const DraftRow &) const = default;
};

class PromptVersionModel final : public QAbstractListModel {
    Q_OBJECT
public:
    /// `mates` outlives this.
    explicit PromptVersionModel(MateStore *mates, QObject *parent = nullptr);

    void show(MateId mate);
    void setDraft(const std::optional<DraftRow> &draft);
    void setUses(const QMap<int, PromptUse> &uses);
    bool hasDraft() const { return m_draft.has_value(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Answers RowRole; IdRole gives the version's number, 0 for the draft.
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const QList<PromptVersion> &versions() const { return m_versions; }
    /// Nothing for the draft.
    std::optional<PromptVersion> versionAt(const QModelIndex &index) const;
    QModelIndex indexOf(int number) const;

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void saved(MateId mate);
    void named(MateId mate, int number);
    QVariant draftData(int role) const;
    QString detailOf(qsizetype version) const;
    QString changeOf(qsizetype version) const;
    int draftRows() const { return m_draft ? 1 : 0; }

    MateStore *m_mates;
    MateId m_mate{};
    QList<PromptVersion> m_versions;
    QMap<int, PromptUse> m_uses;
    std::optional<DraftRow> m_draft;
    mutable QHash<int, QString> m_changes; ///< by number: against the one before; made when seen
};

} // namespace loopflow
