// The versions of a mate's prompt, newest first.
// Versions are only added; a projection of MateStore.
#pragma once

#include "core/mate/mate.h"

#include <QAbstractListModel>

#include <optional>

namespace loopflow {

class MateStore;

class PromptVersionModel final : public QAbstractListModel {
    Q_OBJECT
public:
    /// `mates` outlives this.
    explicit PromptVersionModel(MateStore *mates, QObject *parent = nullptr);

    void show(MateId mate);
    int rowCount(const QModelIndex &parent = {}) const override;
    /// Answers RowRole; IdRole gives the version's number.
    QVariant data(const QModelIndex &index, int role) const override;
    std::optional<PromptVersion> versionAt(const QModelIndex &index) const;

private:
    void saved(MateId mate);

    MateStore *m_mates;
    MateId m_mate{};
    QList<PromptVersion> m_versions;
};

} // namespace loopflow
