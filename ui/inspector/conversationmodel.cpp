#include "ui/inspector/conversationmodel.h"

#include "core/conversation/log.h"
#include "core/store/logstore.h"

namespace loopflow {

namespace {

constexpr int frameMs = 33;
constexpr qsizetype referenceLength = 200;
// Trimming a few rows at a time would move the view with every message.
constexpr qsizetype trimRows = 500;
// A window that was just opened fills up to this by itself.
constexpr qsizetype firstRows = 400;
// So many older rows are read before the reader needs them.
constexpr qsizetype rowsAhead = 1000;

QList<ConversationRow> rowsFrom(const Conversation &conversation, qsizetype first, qsizetype count)
{
    QList<ConversationRow> rows;
    const qsizetype end = qMin(conversation.size(), first + count);
    rows.reserve(end - first);
    for (qsizetype row = first; row < end; ++row)
        rows.append(conversation.row(row));
    return rows;
}

} // namespace

ConversationModel::ConversationModel(LogStore *record, ConversationLog *log, QObject *parent)
    : QAbstractListModel(parent)
    , m_record(record)
    , m_loader(record)
{
    connect(&m_loader, &ConversationLoader::prepended, this, &ConversationModel::takeOlder);
    connect(&m_loader, &ConversationLoader::sought, this, &ConversationModel::takeSought);
    connect(&m_loader, &ConversationLoader::incomplete, this, &ConversationModel::incomplete);
    m_frame.setSingleShot(true);
    m_frame.setInterval(frameMs);
    connect(&m_frame, &QTimer::timeout, this, &ConversationModel::flush);
    connect(log, &ConversationLog::appended, this, &ConversationModel::take);
}

void ConversationModel::show(const ConversationId &conversation)
{
    clear();
    m_id = conversation;
    // What waits to be written is part of the record, too.
    const auto flushed = m_record->flush();
    begin(m_record->lastSeq());
    if (!flushed)
        Q_EMIT incomplete(flushed.error().message);
}

/// What the conversation was after that record, as far as a moment's reading gives it; the rest follows.
void ConversationModel::begin(qint64 upTo)
{
    beginResetModel();
    m_beginning = true;
    m_loader.begin(*m_id, upTo);
    m_beginning = false;
    m_lastSeq = upTo;
    m_first = qMax<qsizetype>(0, conversation().size() - windowRows);
    m_rows = rowsFrom(conversation(), m_first, windowRows);
    endResetModel();
    readAhead();
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
    const bool played = isPlayback();
    beginResetModel();
    m_frame.stop();
    m_waiting.clear();
    m_loader.clear();
    m_moment.reset();
    m_id.reset();
    m_rows.clear();
    m_first = 0;
    m_lastSeq = 0;
    m_readerAtEnd = true;
    endResetModel();
    if (played)
        Q_EMIT momentChanged({});
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
    const qsizetype asked = conversation().rowOf(row.turn->asked.constLast());
    if (asked < 0 || conversation().rowOf(row.turn->id) == asked + 1)
        return {};
    const discord::Message message = conversation().row(asked).message;
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

void ConversationModel::showMoment(qint64 seq, qint64 momentMs)
{
    if (!m_id)
        return;
    const bool begun = !m_moment;
    m_moment = momentMs;
    m_frame.stop();
    m_waiting.clear();
    if (!begun && seq == m_lastSeq)
        return;
    const auto next = !begun && seq > m_lastSeq ? m_loader.readOn(m_lastSeq, seq) : std::nullopt;
    if (next) {
        fold(*next);
        m_lastSeq = seq;
        trim();
    } else {
        begin(seq);
    }
    Q_EMIT momentChanged(seq);
}

void ConversationModel::endPlayback()
{
    if (m_moment && m_id)
        show(ConversationId(*m_id));
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
    const qsizetype known = conversation().size();
    const bool atNewest = !hasNewer();
    for (const LogRecord &record : records) {
        m_lastSeq = qMax(m_lastSeq, record.seq);
        const auto change = m_loader.apply(record);
        if (change.kind == Conversation::Change::Updated)
            updated.insert(change.row);
        if (change.also >= 0)
            updated.insert(change.also);
    }
    const qsizetype fresh = conversation().size() - known;
    if (atNewest)
        insertAtEnd(fresh);
    for (const qsizetype row : updated) {
        if (row < known)
            update(row);
    }
    if (fresh > 0)
        Q_EMIT arrived(int(fresh));
}

void ConversationModel::takeOlder(const Conversation::Prepended &older)
{
    if (m_beginning)
        return;
    for (const qsizetype gone : older.gone) { // seen before, as it turned out
        const qsizetype shown = gone - m_first;
        if (shown < 0) {
            --m_first;
        } else if (shown < m_rows.size()) {
            beginRemoveRows({}, int(shown), int(shown));
            m_rows.removeAt(shown);
            endRemoveRows();
        }
    }
    m_first += older.rows;
    // A reply names its question where that was read only now.
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        const auto &turn = m_rows.at(row).turn;
        const qsizetype asked = turn && !turn->asked.isEmpty() ? conversation().rowOf(turn->asked.constLast()) : -1;
        if (asked >= 0 && asked < older.rows && asked + 1 != m_first + row)
            Q_EMIT dataChanged(index(int(row)), index(int(row)));
    }
    if (m_rows.size() < firstRows)
        insertAtStart(qMin(m_first, trimRows));
}

void ConversationModel::readAhead()
{
    if (m_first < rowsAhead)
        m_loader.loadUntil(conversation().size() + rowsAhead - m_first);
}

void ConversationModel::update(qsizetype row)
{
    const qsizetype shown = row - m_first;
    if (shown < 0 || shown >= m_rows.size())
        return;
    m_rows[shown] = conversation().row(row);
    Q_EMIT dataChanged(index(int(shown)), index(int(shown)));
}

void ConversationModel::insertAtEnd(qsizetype rows)
{
    if (rows <= 0)
        return;
    const qsizetype next = m_first + m_rows.size();
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows - 1));
    m_rows << rowsFrom(conversation(), next, rows);
    endInsertRows();
}

void ConversationModel::insertAtStart(qsizetype rows)
{
    if (rows <= 0)
        return;
    beginInsertRows({}, 0, int(rows - 1));
    m_first -= rows;
    m_rows = rowsFrom(conversation(), m_first, rows) + m_rows;
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
    if (m_first == 0)
        m_loader.loadSome();
    insertAtStart(qMin(m_first, trimRows));
    trimEnd(m_rows.size() - windowRows);
    readAhead();
}

void ConversationModel::showNewer()
{
    insertAtEnd(qMin(conversation().size() - m_first - m_rows.size(), trimRows));
    trimStart(m_rows.size() - windowRows);
}

void ConversationModel::showNewest()
{
    m_loader.stopSeeking();
    if (hasNewer())
        showWindow(conversation().size() - windowRows);
}

void ConversationModel::showWindow(qsizetype first)
{
    beginResetModel();
    m_first = qMax<qsizetype>(0, first);
    m_rows = rowsFrom(conversation(), m_first, windowRows);
    endResetModel();
}

int ConversationModel::bring(discord::MessageId message, TurnId turn)
{
    flush();
    const qsizetype row = message ? conversation().rowOf(message) : conversation().rowOf(turn);
    if (row < 0) {
        m_sought = {message, turn};
        if (m_loader.hasOlder())
            m_loader.seek(message, turn);
        return -1;
    }
    if (row < m_first || row >= m_first + m_rows.size())
        showWindow(qMin(row - windowRows / 2, conversation().size() - windowRows));
    return int(row - m_first);
}

void ConversationModel::takeSought(bool found)
{
    Q_EMIT brought(found ? bring(m_sought.first, m_sought.second) : -1);
}

int ConversationModel::rowOf(discord::MessageId message) const
{
    const qsizetype row = conversation().rowShowing(message) - m_first;
    return row >= 0 && row < m_rows.size() ? int(row) : -1;
}

} // namespace loopflow
