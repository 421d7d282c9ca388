#include "ui/search/searchmodel.h"

#include "core/base/time.h"
#include "core/conversation/textless.h"
#include "core/store/matestore.h"
#include "ui/widgets/discordmarkdown.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/words.h"

namespace loopflow {

namespace {

constexpr qsizetype snippetLength = 160;
constexpr qsizetype snippetLead = 14; // a narrow column must show what was found, too

} // namespace

SearchModel::SearchModel(const UiServices &services, QObject *parent)
    : QAbstractListModel(parent)
    , m_services(services)
{
    connect(services.search, &SearchStore::found, this, &SearchModel::take);
    connect(services.search, &SearchStore::failed, this, [this](const Error &error) {
        m_searching = false;
        clear();
        Q_EMIT failed(error.message);
    });
    connect(services.mates, &MateStore::removed, this, [this](MateId mate) {
        for (qsizetype row = m_hits.size() - 1; row >= 0; --row) {
            if (m_hits[row].conversation.mate != mate)
                continue;
            beginRemoveRows({}, int(row), int(row));
            m_hits.removeAt(row);
            endRemoveRows();
        }
    });
}

void SearchModel::search(const QString &text)
{
    m_services.search->cancel();
    m_searching = false;
    const auto parsed = parseSearch(text, readClock().wall.count());
    m_mistake.reset();
    if (const auto *mistake = std::get_if<SearchMistake>(&parsed)) {
        m_mistake = *mistake;
        return Q_EMIT stateChanged();
    }
    m_expression = std::get<SearchExpression>(parsed);
    if (m_expression.isEmpty()) {
        clear();
        return Q_EMIT stateChanged();
    }
    m_searching = true;
    m_fresh = true;
    m_services.search->search(m_expression);
    Q_EMIT stateChanged();
}

void SearchModel::clear()
{
    beginResetModel();
    m_hits.clear();
    m_more = false;
    endResetModel();
}

void SearchModel::take(SearchPage page)
{
    for (SearchHit &hit : page.hits) // without the signs of its Markdown, as every list shows it
        hit.snippet = snippetOf(plainLine(hit.text), m_expression, snippetLength, snippetLead);
    m_searching = false;
    m_more = page.more;
    if (std::exchange(m_fresh, false)) {
        beginResetModel();
        m_hits = page.hits;
        endResetModel();
    } else if (!page.hits.isEmpty()) {
        beginInsertRows({}, int(m_hits.size()), int(m_hits.size() + page.hits.size() - 1));
        m_hits += page.hits;
        endInsertRows();
    }
    Q_EMIT stateChanged();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SearchHit &hit = m_hits.at(index.row());
    const auto mateName = [&] {
        const auto mate = m_services.mates->mate(hit.conversation.mate);
        return mate ? mate->name : tr("A mate that was removed");
    };
    const auto title = [&] {
        const QString person = hit.person.isEmpty() ? tr("someone") : hit.person;
        return hit.message ? tr("%1 to %2").arg(hit.author.isEmpty() ? tr("someone") : hit.author, mateName())
                           : tr("%1 to %2").arg(mateName(), person);
    };
    const QString snippet = hit.text.isEmpty() ? textlessWords() : hit.snippet.text;
    switch (role) {
    case Qt::DisplayRole:
        return title();
    case DetailRole:
        return snippet;
    case MarksRole:
        return QVariant::fromValue(hit.snippet.marks);
    case DetailColorRole:
        return hit.failed && !hit.message ? QVariant(int(ColorRole::Failed)) : QVariant();
    case AsideRole:
        return relativeTime(hit.atMs, readClock().wall.count());
    case AsideDetailRole:
        return hit.replay ? tr("replay") : QVariant();
    case AvatarRole:
        return mateName();
    case PictureRole:
        return m_services.mates->picture(hit.conversation.mate);
    case IdRole:
        return QVariant::fromValue(hit.conversation);
    case Qt::ToolTipRole:
        return absoluteTime(hit.atMs);
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3").arg(title(), relativeTime(hit.atMs, readClock().wall.count()), snippet);
    default:
        return {};
    }
}

bool SearchModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_searching && !m_mistake;
}

void SearchModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_searching = true;
    m_services.search->search(m_expression, m_hits.constLast().seq);
}

} // namespace loopflow
