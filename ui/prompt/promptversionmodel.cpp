#include "ui/prompt/promptversionmodel.h"

#include "core/base/time.h"
#include "core/store/matestore.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/words.h"

namespace loopflow {

namespace {

qint64 wordsIn(const QString &text)
{
    return text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts).size();
}

} // namespace

PromptVersionModel::PromptVersionModel(MateStore *mates, QObject *parent)
    : QAbstractListModel(parent)
    , m_mates(mates)
{
    connect(mates, &MateStore::promptSaved, this, &PromptVersionModel::saved);
}

void PromptVersionModel::show(MateId mate)
{
    beginResetModel();
    m_mate = mate;
    m_versions = mate == MateId{} ? QList<PromptVersion>() : m_mates->prompts(mate);
    endResetModel();
}

void PromptVersionModel::saved(MateId mate)
{
    if (mate != m_mate)
        return;
    const PromptVersion newest = m_mates->prompt(mate);
    if (!m_versions.isEmpty() && m_versions.first().number == newest.number)
        return;
    beginInsertRows({}, 0, 0);
    m_versions.prepend(newest);
    endInsertRows();
    if (m_versions.size() > 1)
        Q_EMIT dataChanged(index(1), index(1));
}

int PromptVersionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_versions.size());
}

QVariant PromptVersionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PromptVersion &version = m_versions.at(index.row());
    const QString title = version.name.isEmpty()
        ? QStringLiteral("v%1").arg(version.number)
        : QStringLiteral("v%1 · %2").arg(version.number).arg(version.name);
    const QString words = counted(wordsIn(version.text), tr("1 word"), tr("%1 words"));
    const QString detail = index.row() == 0 ? tr("live · %1").arg(words) : words;
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case DetailRole:
        return detail;
    case AsideRole:
        return relativeTime(version.savedMs, readClock().wall.count());
    case IdRole:
        return version.number;
    case Qt::ToolTipRole:
        return absoluteTime(version.savedMs);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(title, detail);
    default:
        return {};
    }
}

std::optional<PromptVersion> PromptVersionModel::versionAt(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return std::nullopt;
    return m_versions.at(index.row());
}

} // namespace loopflow
