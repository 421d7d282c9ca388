#include "ui/inspector/conversationmodel.h"

#include "core/conversation/log.h"
#include "core/store/logstore.h"
#include "ui/widgets/words.h"

namespace loopflow {

namespace {

constexpr int frameMs = 33;
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

void ConversationModel::show(const ConversationId &conversation, const QString &mateName)
{
    clear();
    beginResetModel();
    m_id = conversation;
    m_mateName = mateName;
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

void ConversationModel::clear()
{
    beginResetModel();
    m_frame.stop();
    m_waiting.clear();
    m_conversation = {};
    m_id.reset();
    m_rows.clear();
    m_names.clear();
    m_first = 0;
    m_lastSeq = 0;
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
    if (role == Qt::AccessibleTextRole)
        return plainTextOf(text(index.row()));
    if (role == Qt::ToolTipRole) {
        const ConversationRow &row = m_rows.at(index.row());
        return absoluteTime(row.turn ? row.turn->startedMs : row.message.written().count());
    }
    return {};
}

RowText ConversationModel::text(int row) const
{
    return textOf(m_rows.at(row), m_mateName, readClock().wall.count());
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
    if (record.conversation != m_id || record.seq <= m_lastSeq)
        return;
    m_waiting << record;
    if (!m_frame.isActive())
        m_frame.start();
}

void ConversationModel::flush()
{
    m_frame.stop();
    fold(std::exchange(m_waiting, {}));
    trim();
}

void ConversationModel::fold(const QList<LogRecord> &records)
{
    // Rows are counted as the conversation counts them. What lies behind `known` is not in the
    // window yet, so that all new rows at the end go in together.
    std::set<qsizetype> updated;
    qsizetype known = m_first + m_rows.size();
    for (const LogRecord &record : records) {
        learnNames(record);
        m_lastSeq = qMax(m_lastSeq, record.seq);
        const auto change = m_conversation.apply(record);
        if (change.kind == Conversation::Change::Nothing || change.row >= known)
            continue;
        if (change.kind == Conversation::Change::Updated) {
            updated.insert(change.row);
            continue;
        }
        insertAt(change.row);
        ++known;
        std::set<qsizetype> moved;
        for (const qsizetype row : updated)
            moved.insert(row >= change.row ? row + 1 : row);
        updated = std::move(moved);
    }
    appendNew();
    for (const qsizetype row : updated) {
        if (row < m_first)
            continue;
        const int shown = int(row - m_first);
        m_rows[shown] = m_conversation.rows().at(row);
        Q_EMIT dataChanged(index(shown), index(shown));
    }
}

void ConversationModel::appendNew()
{
    const auto &rows = m_conversation.rows();
    const qsizetype missing = rows.size() - m_first - m_rows.size();
    if (missing <= 0)
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + missing - 1));
    m_rows << rows.mid(rows.size() - missing);
    endInsertRows();
}

void ConversationModel::insertAt(qsizetype row)
{
    if (row < m_first) {
        ++m_first;
        return;
    }
    const int shown = int(row - m_first);
    beginInsertRows({}, shown, shown);
    m_rows.insert(shown, m_conversation.rows().at(row));
    endInsertRows();
}

void ConversationModel::trim()
{
    if (m_rows.size() <= windowRows + trimRows)
        return;
    const qsizetype surplus = m_rows.size() - windowRows;
    beginRemoveRows({}, 0, int(surplus - 1));
    m_rows.remove(0, surplus);
    m_first += surplus;
    endRemoveRows();
}

void ConversationModel::learnNames(const LogRecord &record)
{
    const auto learn = [this](const discord::Message &message) {
        m_names.insert(message.author.id.value, message.authorName());
        for (const discord::User &user : message.mentions)
            m_names.insert(user.id.value, user.displayName());
    };
    if (const auto *channel = std::get_if<ChannelEvent>(&record.event)) {
        std::visit(Overloaded{
                       [&](const MessageSeen &event) { learn(event.message); },
                       [&](const MessageEdited &event) { learn(event.message); },
                       [](const MessageDeleted &) {},
                       [](const MessageIgnored &) {},
                   },
            *channel);
    }
}

} // namespace loopflow
