#include "ui/prompt/promptversionmodel.h"

#include "core/base/time.h"
#include "core/store/matestore.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/words.h"

namespace loopflow {

PromptVersionModel::PromptVersionModel(MateStore *mates, QObject *parent)
    : QAbstractListModel(parent)
    , m_mates(mates)
{
    connect(mates, &MateStore::promptSaved, this, &PromptVersionModel::saved);
    connect(mates, &MateStore::versionNamed, this, &PromptVersionModel::named);
}

void PromptVersionModel::show(MateId mate)
{
    beginResetModel();
    m_mate = mate;
    m_draft.reset();
    m_uses.clear();
    m_changes.clear();
    m_versions = mate == MateId{} ? QList<PromptVersion>() : m_mates->prompts(mate);
    endResetModel();
}

void PromptVersionModel::setDraft(const std::optional<DraftRow> &draft)
{
    if (draft == m_draft)
        return;
    if (draft && m_draft) {
        m_draft = draft;
        Q_EMIT dataChanged(index(0), index(0));
    } else if (draft) {
        beginInsertRows({}, 0, 0);
        m_draft = draft;
        endInsertRows();
    } else {
        beginRemoveRows({}, 0, 0);
        m_draft.reset();
        endRemoveRows();
    }
}

void PromptVersionModel::setUses(const QMap<int, PromptUse> &uses)
{
    if (uses == m_uses || m_versions.isEmpty())
        return;
    m_uses = uses;
    Q_EMIT dataChanged(index(draftRows()), index(rowCount() - 1));
}

void PromptVersionModel::saved(MateId mate)
{
    if (mate != m_mate)
        return;
    const PromptVersion newest = m_mates->prompt(mate);
    if (!m_versions.isEmpty() && m_versions.first().number == newest.number)
        return;
    const int row = draftRows();
    beginInsertRows({}, row, row);
    m_versions.prepend(newest);
    endInsertRows();
    if (m_versions.size() > 1)
        Q_EMIT dataChanged(index(row + 1), index(row + 1));
}

void PromptVersionModel::named(MateId mate, int number)
{
    const QModelIndex row = indexOf(number);
    if (mate != m_mate || !row.isValid())
        return;
    const QList<PromptVersion> versions = m_mates->prompts(mate);
    for (const PromptVersion &version : versions) {
        if (version.number == number)
            m_versions[row.row() - draftRows()].name = version.name;
    }
    Q_EMIT dataChanged(row, row);
}

int PromptVersionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_versions.size()) + draftRows();
}

/// What the version changed, in words; of the first one how many it has.
QString PromptVersionModel::changeOf(qsizetype at) const
{
    const PromptVersion &version = m_versions[at];
    if (const auto known = m_changes.constFind(version.number); known != m_changes.cend())
        return *known;
    QString change;
    if (at + 1 == m_versions.size())
        change = counted(countWords(version.text), tr("1 word"), tr("%1 words"));
    else
        change = wordsChanged(changedWords(wordDiff(m_versions[at + 1].text, version.text)));
    return m_changes.insert(version.number, change).value();
}

QString PromptVersionModel::detailOf(qsizetype at) const
{
    QStringList parts;
    if (at == 0)
        parts << tr("live");
    if (const QString change = changeOf(at); !change.isEmpty())
        parts << change;
    const PromptUse use = m_uses.value(m_versions[at].number);
    if (use.turns > 0)
        parts << counted(use.turns, tr("1 turn"), tr("%1 turns"));
    if (use.cost > 0)
        parts << dollars(use.cost);
    return parts.join(QStringLiteral(" · "));
}

QVariant PromptVersionModel::draftData(int role) const
{
    const QString title = tr("Draft against v%1").arg(m_draft->base);
    const QString words = wordsChanged(m_draft->changed);
    const QString detail = words.isEmpty() ? tr("not saved") : tr("not saved · %1").arg(words);
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case DetailRole:
        return detail;
    case AsideRole:
        return relativeTime(m_draft->keptMs, readClock().wall.count());
    case IdRole:
        return 0;
    case Qt::ToolTipRole:
        return absoluteTime(m_draft->keptMs);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(title, detail);
    default:
        return {};
    }
}

QVariant PromptVersionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.row() < draftRows())
        return draftData(role);
    const qsizetype at = index.row() - draftRows();
    const PromptVersion &version = m_versions[at];
    const QString title = version.name.isEmpty()
        ? QStringLiteral("v%1").arg(version.number)
        : QStringLiteral("v%1 · %2").arg(version.number).arg(version.name);
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::EditRole:
        return version.name;
    case DetailRole:
        return detailOf(at);
    case AsideRole:
        return relativeTime(version.savedMs, readClock().wall.count());
    case IdRole:
        return version.number;
    case Qt::ToolTipRole:
        return absoluteTime(version.savedMs);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(title, detailOf(at));
    default:
        return {};
    }
}

bool PromptVersionModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto version = versionAt(index);
    if (!version || role != Qt::EditRole)
        return false;
    const auto named = m_mates->nameVersion(m_mate, version->number, value.toString());
    if (!named)
        Q_EMIT failed(named.error().message);
    return named.hasValue();
}

Qt::ItemFlags PromptVersionModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return versionAt(index) ? flags | Qt::ItemIsEditable : flags;
}

std::optional<PromptVersion> PromptVersionModel::versionAt(const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index) || index.row() < draftRows())
        return std::nullopt;
    return m_versions.at(index.row() - draftRows());
}

QModelIndex PromptVersionModel::indexOf(int number) const
{
    for (qsizetype i = 0; i < m_versions.size(); ++i) {
        if (m_versions[i].number == number)
            return index(int(i) + draftRows());
    }
    return {};
}

} // namespace loopflow
