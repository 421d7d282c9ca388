#include "ui/goto/gotomodel.h"

#include "core/host/supervisor.h"
#include "core/store/logstore.h"
#include "core/store/matestore.h"
#include "ui/goto/ranking.h"
#include "ui/mates/matewords.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/words.h"

#include <QElapsedTimer>

namespace loopflow {

namespace {

// A part of a frame: reading goes on after it, so that typing and drawing come between.
constexpr qint64 readingMs = 4;
constexpr int mostShown = 50;
constexpr qsizetype longestLine = 120;

} // namespace

GotoModel::GotoModel(const UiServices &services, QObject *parent)
    : QAbstractListModel(parent)
    , m_services(services)
{
    m_reading.setInterval(0);
    connect(&m_reading, &QTimer::timeout, this, &GotoModel::readSome);
}

void GotoModel::collect(const QList<QAction *> &actions, const QStringList &recent)
{
    m_recent = recent;
    m_entries.clear();
    m_typed.clear();
    addMates();
    addActions(actions);
    arrange();
    m_reading.start();
}

void GotoModel::addMates()
{
    m_unread.clear();
    m_names.clear();
    const QList<Mate> mates = m_services.mates->mates();
    for (const Mate &mate : mates) {
        Entry entry;
        entry.to = mate.id;
        entry.title = mate.name;
        entry.detail = stateInWords(mate, m_services.supervisor->state(mate.id), readClock());
        if (mate.practice)
            entry.detail = tr("Practice · %1").arg(entry.detail);
        entry.avatar = mate.name;
        entry.searched = folded(mate.name + QLatin1Char(' ') + mate.identifier);
        entry.key = key(entry.to);
        m_entries << entry;
        m_names.insert(mate.id, mate.name);
        m_unread << mate.id;
    }
}

void GotoModel::addActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (!action->isEnabled() || !action->isVisible() || action->text().isEmpty())
            continue;
        Entry entry;
        entry.to = QPointer<QAction>(action);
        entry.title = action->text().remove(QLatin1Char('&'));
        entry.detail = tr("Action");
        entry.aside = action->shortcut().toString(QKeySequence::NativeText);
        entry.searched = folded(entry.title);
        entry.key = key(entry.to);
        m_entries << entry;
    }
}

void GotoModel::readSome()
{
    QElapsedTimer spent;
    spent.start();
    while (!m_unread.isEmpty() && spent.elapsed() < readingMs)
        addConversations(m_unread.takeFirst());
    if (!m_unread.isEmpty())
        return;
    m_reading.stop();
    arrange();
}

void GotoModel::addConversations(MateId mate)
{
    const auto conversations = m_services.record->conversations(mate);
    if (!conversations)
        return; // the conversation list itself says why
    const qint64 now = readClock().wall.count();
    for (const ConversationSummary &summary : *conversations) {
        Entry entry;
        entry.to = summary.id;
        entry.title = summary.person.isEmpty() ? tr("Someone") : summary.person;
        const QString line = summary.lastText.left(longestLine).simplified();
        entry.detail = line.isEmpty()
            ? tr("with %1").arg(m_names.value(mate))
            : tr("with %1: %2").arg(m_names.value(mate), line);
        entry.aside = relativeTime(summary.lastMs, now);
        entry.avatar = m_names.value(mate);
        entry.searched = folded(entry.title + QLatin1Char(' ') + m_names.value(mate)
            + QLatin1Char(' ') + line);
        entry.key = key(entry.to);
        entry.lastMs = summary.lastMs;
        m_entries << entry;
    }
}

void GotoModel::setTyped(const QString &typed)
{
    m_typed = folded(typed);
    arrange();
}

void GotoModel::arrange()
{
    struct Ranked {
        int entry;
        qint64 rank;
    };
    QList<Ranked> found;
    for (int i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        const auto recent = m_recent.indexOf(entry.key);
        if (!m_typed.isEmpty()) {
            if (const auto rank = loopflow::rank(entry.searched, m_typed))
                found << Ranked{i, qint64(*rank) * 100 + (recent < 0 ? 0 : 50 - qMin(recent, 49))};
        } else if (recent >= 0) {
            found << Ranked{i, std::numeric_limits<qint64>::max() - recent};
        } else {
            found << Ranked{i, entry.lastMs};
        }
    }
    std::stable_sort(found.begin(), found.end(),
        [](const Ranked &a, const Ranked &b) { return a.rank > b.rank; });
    beginResetModel();
    m_shown.clear();
    for (const Ranked &one : std::as_const(found).first(qMin<qsizetype>(found.size(), mostShown)))
        m_shown << one.entry;
    endResetModel();
}

int GotoModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant GotoModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(m_shown.at(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case DetailRole:
        return entry.detail;
    case AsideRole:
        return entry.aside;
    case AvatarRole:
        return entry.avatar;
    case Qt::DecorationRole:
        return entry.avatar.isEmpty()
            ? QVariant(icon(QStringLiteral("chevron-right"), ColorRole::Muted))
            : QVariant();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(entry.title, entry.detail);
    default:
        return {};
    }
}

std::optional<Destination> GotoModel::destination(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return m_entries.at(m_shown.at(index.row())).to;
}

QString GotoModel::key(const Destination &destination) const
{
    if (const auto *mate = std::get_if<MateId>(&destination))
        return QStringLiteral("mate %1").arg(qint64(*mate));
    if (const auto *conversation = std::get_if<ConversationId>(&destination))
        return QStringLiteral("conversation %1 %2")
            .arg(qint64(conversation->mate))
            .arg(conversation->channel.value);
    const auto &action = std::get<QPointer<QAction>>(destination);
    return action ? QStringLiteral("action ") + action->objectName() : QString();
}

} // namespace loopflow
