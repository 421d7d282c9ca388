#include "ui/inspector/conversationlistmodel.h"

#include "core/conversation/log.h"
#include "core/conversation/textless.h"
#include "ui/widgets/discordmarkdown.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/words.h"

namespace loopflow {

namespace {

constexpr int minuteMs = 60 * 1000;
constexpr qsizetype longestLine = 200;

QString oneLine(const QString &text)
{
    return plainLine(text.left(longestLine));
}

} // namespace

ConversationListModel::ConversationListModel(
    LogStore *record, ConversationLog *log, QObject *parent)
    : QAbstractListModel(parent)
    , m_record(record)
{
    connect(log, &ConversationLog::appended, this, &ConversationListModel::take);
    m_minute.setInterval(minuteMs);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {AsideRole});
    });
    m_minute.start();
}

ConversationListModel::~ConversationListModel()
{
    markRead(m_watched);
}

void ConversationListModel::setWatched(const ConversationId &conversation)
{
    if (m_watched == conversation)
        return;
    markRead(std::exchange(m_watched, conversation));
    markRead(conversation);
    if (const int row = rowOf(conversation); row >= 0 && m_rows[row].summary.unread > 0) {
        m_rows[row].summary.unread = 0;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

// Also when it is left: turns that ended meanwhile were looked at.
void ConversationListModel::markRead(const ConversationId &conversation)
{
    if (!conversation.channel)
        return;
    if (const auto marked = m_record->markRead(conversation); !marked)
        Q_EMIT incomplete(marked.error().message);
}

void ConversationListModel::show(MateId mate)
{
    setWatched({});
    beginResetModel();
    m_mate = mate;
    m_rows.clear();
    QString problem;
    if (mate != MateId{}) {
        // What waits to be written is part of the record, too.
        if (const auto flushed = m_record->flush(); !flushed)
            problem = flushed.error().message;
        if (const auto summaries = m_record->conversations(mate)) {
            for (const ConversationSummary &summary : *summaries)
                m_rows << Row{summary};
        } else {
            problem = summaries.error().message;
        }
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
        [](const Row &a, const Row &b) { return a.summary.lastMs > b.summary.lastMs; });
    endResetModel();
    if (!problem.isEmpty())
        Q_EMIT incomplete(problem);
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const QString line = row.summary.textless ? textlessWords() : oneLine(row.summary.lastText);
    const QString person = row.summary.person.isEmpty() ? tr("someone") : row.summary.person;
    switch (role) {
    case Qt::DisplayRole:
        return tr("Direct message · %1").arg(person);
    case DetailRole:
        return line;
    case DetailColorRole:
        return row.summary.failed ? QVariant(int(ColorRole::Failed)) : QVariant();
    case AsideRole:
        return relativeTime(row.summary.lastMs, readClock().wall.count());
    case AsideDetailRole:
        if (row.answering)
            return tr("answering");
        return row.summary.lastDurationMs < 0 ? QVariant() : QVariant(duration(row.summary.lastDurationMs));
    case BadgeRole:
        return row.summary.unread;
    case IdRole:
        return QVariant::fromValue(row.summary.id);
    case Qt::ToolTipRole:
        return absoluteTime(row.summary.lastMs);
    case Qt::AccessibleTextRole:
        return row.summary.unread > 0
            ? tr("Direct message with %1, %2 not looked at: %3")
                  .arg(person, count(row.summary.unread), line)
            : tr("Direct message with %1: %2").arg(person, line);
    default:
        return {};
    }
}

QModelIndex ConversationListModel::indexOf(const ConversationId &conversation) const
{
    const int row = rowOf(conversation);
    return row < 0 ? QModelIndex() : index(row);
}

int ConversationListModel::rowOf(const ConversationId &conversation) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].summary.id == conversation)
            return row;
    }
    return -1;
}

void ConversationListModel::take(const LogRecord &record)
{
    const bool isHere = record.conversation.mate == m_mate && !record.replay;
    if (m_mate == MateId{} || !isHere || !record.conversation.channel)
        return;
    const qint64 now = record.at.wall.count();
    int row = rowOf(record.conversation);
    Row fresh;
    fresh.summary.id = record.conversation;
    fresh.summary.lastMs = now;
    Row &target = row < 0 ? fresh : m_rows[row];
    bool newest = false;
    if (const auto *channel = std::get_if<ChannelEvent>(&record.event))
        newest = takeChannel(target, *channel, now);
    else if (const auto *turn = std::get_if<TurnEvent>(&record.event))
        newest = takeTurn(target, *turn, now);
    if (row < 0) {
        beginInsertRows({}, 0, 0);
        m_rows.prepend(fresh);
        endInsertRows();
        return;
    }
    if (newest)
        row = rowToTop(row);
    Q_EMIT dataChanged(index(row), index(row));
}

bool ConversationListModel::takeChannel(Row &row, const ChannelEvent &event, qint64 atMs)
{
    const auto *seen = std::get_if<MessageSeen>(&event);
    if (!seen)
        return false;
    const discord::Message &message = seen->message;
    if (!message.author.bot)
        row.summary.person = message.authorName();
    row.summary.lastText = message.content;
    row.summary.textless = false;
    row.summary.lastMs = atMs;
    row.summary.failed = false;
    return true;
}

bool ConversationListModel::takeTurn(Row &row, const TurnEvent &event, qint64 atMs) const
{
    bool newest = true;
    if (std::holds_alternative<TurnStarted>(event)) {
        row.turnStartedMs = atMs;
        row.answering = true;
        ++row.summary.turns;
    } else if (const auto *done = std::get_if<ResponseCompleted>(&event)) {
        row.summary.lastText = done->reply.text;
        row.summary.textless = false;
        row.summary.lastMs = atMs;
        row.summary.failed = false;
    } else if (const auto *failed = std::get_if<TurnFailed>(&event)) {
        row.summary.lastText = failed->error.message;
        row.summary.textless = false;
        row.summary.lastMs = atMs;
        row.summary.failed = true;
    } else {
        newest = false;
    }
    const bool over = std::holds_alternative<TurnFinished>(event)
        || std::holds_alternative<TurnFailed>(event)
        || std::holds_alternative<TurnCancelled>(event);
    if (over) {
        row.answering = false;
        const bool looksAtIt = row.summary.id == m_watched;
        if (!looksAtIt && !std::holds_alternative<TurnCancelled>(event))
            ++row.summary.unread;
        if (row.turnStartedMs > 0)
            row.summary.lastDurationMs = atMs - row.turnStartedMs;
    }
    return newest;
}

int ConversationListModel::rowToTop(int row)
{
    if (row == 0)
        return 0;
    beginMoveRows({}, row, row, {}, 0);
    m_rows.move(row, 0);
    endMoveRows();
    return 0;
}

} // namespace loopflow
