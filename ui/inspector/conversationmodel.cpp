#include "ui/inspector/conversationmodel.h"

#include "core/conversation/log.h"
#include "core/store/logstore.h"
#include "ui/widgets/words.h"

namespace loopflow {

namespace {

constexpr int frameMs = 33;
constexpr qsizetype referenceLength = 200;
// Trimming a few rows at a time would move the view with every message.
constexpr qsizetype trimRows = 500;

} // namespace

ConversationModel::ConversationModel(LogStore *record, ConversationLog *log, QObject *parent)
    : QAbstractListModel(parent)
    , m_record(record)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(frameMs);
    connect(&m_frame, &QTimer::timeout, this, &ConversationModel::flush);
    connect(log, &ConversationLog::appended, this, &ConversationModel::take);
}

void ConversationModel::show(const ConversationId &conversation)
{
    clear();
    beginResetModel();
    m_id = conversation;
    int unreadable = 0;
    QString problem;
    // What waits to be written is part of the record, too.
    if (const auto flushed = m_record->flush(); !flushed)
        problem = flushed.error().message;
    if (const auto records = m_record->read(conversation, &unreadable)) {
        for (const LogRecord &record : *records) {
            learnNames(record);
            m_conversation.apply(record);
            m_lastSeq = qMax(m_lastSeq, record.seq);
        }
    } else {
        problem = records.error().message;
    }
    const auto &rows = m_conversation.rows();
    m_first = qMax<qsizetype>(0, rows.size() - windowRows);
    m_rows = rows.mid(m_first);
    endResetModel();
    if (unreadable > 0)
        problem =
            counted(unreadable, tr("One recorded event could not be read; the rest is shown."),
                tr("%1 recorded events could not be read; the rest is shown."));
    if (!problem.isEmpty())
        Q_EMIT incomplete(problem);
}

void ConversationModel::setMate(const QString &name, const QByteArray &picture)
{
    if (m_mateName == name && m_matePicture == picture)
        return;
    m_mateName = name;
    m_matePicture = picture;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ConversationModel::clear()
{
    beginResetModel();
    m_frame.stop();
    m_waiting.clear();
    m_conversation = {};
    m_moment.reset();
    m_id.reset();
    m_rows.clear();
    m_names.clear();
    m_first = 0;
    m_lastSeq = 0;
    m_readerAtEnd = true;
    endResetModel();
}

int ConversationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConversationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return text(index.row()).body;
    if (role == Qt::AccessibleTextRole) {
        const RowText said = text(index.row());
        return said.canTryAgain ? tr("%1\nPress Enter to try again.").arg(plainTextOf(said)) : plainTextOf(said);
    }
    if (role == Qt::ToolTipRole) {
        return text(index.row()).times;
    }
    return {};
}

RowText ConversationModel::text(int row) const
{
    const ConversationRow &shown = m_rows.at(row);
    RowText text = textOf(shown, m_mateName, m_moment.value_or(readClock().wall.count()));
    if (const QString before = answeredBefore(shown); !before.isEmpty())
        text.reference = before;
    return text;
}

// A reply names its question only where something else stands between them.
QString ConversationModel::answeredBefore(const ConversationRow &row) const
{
    if (!row.turn || row.turn->asked.isEmpty())
        return {};
    const qsizetype asked = m_conversation.rowOf(row.turn->asked.constLast());
    if (asked < 0 || m_conversation.rowOf(row.turn->id) == asked + 1)
        return {};
    const discord::Message &message = m_conversation.rows().at(asked).message;
    return QStringLiteral("%1  %2").arg(message.authorName(), message.content.simplified().left(referenceLength));
}

bool ConversationModel::isLive() const
{
    // Turns that are under way are among the newest rows.
    constexpr qsizetype recent = 50;
    for (qsizetype i = qMax<qsizetype>(0, m_rows.size() - recent); i < m_rows.size(); ++i) {
        if (m_rows[i].turn && m_rows[i].turn->endedMs == 0)
            return true;
    }
    return false;
}

QString ConversationModel::newestSetup() const
{
    for (auto row = m_rows.crbegin(); row != m_rows.crend(); ++row) {
        if (row->turn)
            return tr("prompt v%1 · %2").arg(row->turn->promptVersion).arg(row->turn->model);
    }
    return {};
}

void ConversationModel::take(const LogRecord &record)
{
    if (m_moment || record.conversation != m_id || record.seq <= m_lastSeq)
        return;
    m_waiting << record;
    if (!m_frame.isActive())
        m_frame.start();
}

void ConversationModel::showMoment(const QList<LogRecord> &records, qsizetype happened, qint64 momentMs)
{
    const bool begun = !m_moment;
    m_moment = momentMs;
    m_frame.stop();
    m_waiting.clear();
    if (begun || happened < m_happened) {
        foldAnew(records.first(happened));
    } else {
        fold(records.sliced(m_happened, happened - m_happened));
        trim();
    }
    m_happened = happened;
}

void ConversationModel::endPlayback()
{
    if (m_moment && m_id)
        show(ConversationId(*m_id));
}

void ConversationModel::foldAnew(const QList<LogRecord> &records)
{
    beginResetModel();
    m_conversation = {};
    for (const LogRecord &record : records)
        m_conversation.apply(record);
    const auto &rows = m_conversation.rows();
    m_first = qMax<qsizetype>(0, rows.size() - windowRows);
    m_rows = rows.mid(m_first);
    endResetModel();
}

void ConversationModel::flush()
{
    m_frame.stop();
    fold(std::exchange(m_waiting, {}));
    trim();
}

void ConversationModel::fold(const QList<LogRecord> &records)
{
    // Rows are counted as the conversation counts them; all new ones are at its end.
    std::set<qsizetype> updated;
    const qsizetype known = m_conversation.rows().size();
    const bool atNewest = !hasNewer();
    for (const LogRecord &record : records) {
        learnNames(record);
        m_lastSeq = qMax(m_lastSeq, record.seq);
        const auto change = m_conversation.apply(record);
        if (change.kind == Conversation::Change::Updated)
            updated.insert(change.row);
        if (change.also >= 0)
            updated.insert(change.also);
    }
    const qsizetype fresh = m_conversation.rows().size() - known;
    if (atNewest)
        insertAtEnd(fresh);
    for (const qsizetype row : updated) {
        if (row < known)
            update(row);
    }
    if (fresh > 0)
        Q_EMIT arrived(int(fresh));
}

void ConversationModel::update(qsizetype row)
{
    const qsizetype shown = row - m_first;
    if (shown < 0 || shown >= m_rows.size())
        return;
    m_rows[shown] = m_conversation.rows().at(row);
    Q_EMIT dataChanged(index(int(shown)), index(int(shown)));
}

void ConversationModel::insertAtEnd(qsizetype rows)
{
    if (rows <= 0)
        return;
    const qsizetype next = m_first + m_rows.size();
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows - 1));
    m_rows << m_conversation.rows().mid(next, rows);
    endInsertRows();
}

void ConversationModel::insertAtStart(qsizetype rows)
{
    if (rows <= 0)
        return;
    beginInsertRows({}, 0, int(rows - 1));
    m_first -= rows;
    m_rows = m_conversation.rows().mid(m_first, rows) + m_rows;
    endInsertRows();
}

// Never at the end where the reader is.
void ConversationModel::trim()
{
    const qsizetype surplus = m_rows.size() - windowRows;
    if (surplus <= trimRows)
        return;
    if (m_readerAtEnd)
        trimStart(surplus);
    else
        trimEnd(surplus);
}

void ConversationModel::trimStart(qsizetype rows)
{
    if (rows <= 0)
        return;
    beginRemoveRows({}, 0, int(rows - 1));
    m_rows.remove(0, rows);
    m_first += rows;
    endRemoveRows();
}

void ConversationModel::trimEnd(qsizetype rows)
{
    if (rows <= 0)
        return;
    beginRemoveRows({}, int(m_rows.size() - rows), int(m_rows.size() - 1));
    m_rows.resize(m_rows.size() - rows);
    endRemoveRows();
}

void ConversationModel::showOlder()
{
    insertAtStart(qMin(m_first, trimRows));
    trimEnd(m_rows.size() - windowRows);
}

void ConversationModel::showNewer()
{
    insertAtEnd(qMin(m_conversation.rows().size() - m_first - m_rows.size(), trimRows));
    trimStart(m_rows.size() - windowRows);
}

void ConversationModel::showNewest()
{
    if (!hasNewer())
        return;
    beginResetModel();
    const auto &rows = m_conversation.rows();
    m_first = qMax<qsizetype>(0, rows.size() - windowRows);
    m_rows = rows.mid(m_first);
    endResetModel();
}

int ConversationModel::bring(discord::MessageId message, TurnId turn)
{
    flush();
    const qsizetype row = message ? m_conversation.rowOf(message) : m_conversation.rowOf(turn);
    if (row < 0)
        return -1;
    if (row < m_first || row >= m_first + m_rows.size()) {
        beginResetModel();
        const auto &rows = m_conversation.rows();
        m_first = qBound<qsizetype>(0, row - windowRows / 2, qMax<qsizetype>(0, rows.size() - windowRows));
        m_rows = rows.mid(m_first, windowRows);
        endResetModel();
    }
    return int(row - m_first);
}

int ConversationModel::rowOf(discord::MessageId message) const
{
    for (qsizetype row = m_rows.size() - 1; row >= 0; --row) {
        const ConversationRow &one = m_rows[row];
        if (one.turn ? one.turn->posted.contains(message) : one.message.id == message)
            return int(row);
    }
    return -1;
}

void ConversationModel::learnNames(const LogRecord &record)
{
    const auto learn = [this](const discord::Message &message) {
        m_names.insert(message.author.id.value, message.authorName());
        for (const discord::User &user : message.mentions)
            m_names.insert(user.id.value, user.displayName());
    };
    if (const auto *channel = std::get_if<ChannelEvent>(&record.event); channel && !record.textless) {
        std::visit(Overloaded{
                       [&](const MessageSeen &event) { learn(event.message); },
                       [&](const MessageEdited &event) { learn(event.message); },
                       [](const MessageDeleted &) {},
                       [](const MessageIgnored &) {},
                       [](const NoteAdded &) {},
                   },
            *channel);
    }
}

} // namespace loopflow
