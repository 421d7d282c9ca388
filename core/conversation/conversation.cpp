#include "core/conversation/conversation.h"

#include <algorithm>

namespace loopflow {

namespace {

/// A hash's values, moved so far.
void moveBy(QHash<quint64, qsizetype> &places, qsizetype distance)
{
    for (qsizetype &position : places)
        position += distance;
}

} // namespace

void Conversation::expectOlder(bool expected)
{
    m_expectsOlder = expected;
    if (!expected)
        m_loose.clear();
}

Conversation::Change Conversation::apply(const LogRecord &record)
{
    return std::visit(
        Overloaded{
            [&](const ChannelEvent &event) { return applyChannel(record, event); },
            [](const MateEvent &) { return Change{}; },
            [&](const TurnEvent &event) { return applyTurn(record, event); },
        },
        record.event);
}

QList<ConversationRow> Conversation::rows() const
{
    QList<ConversationRow> all;
    all.reserve(size());
    for (qsizetype i = 0; i < size(); ++i)
        all.append(row(i));
    return all;
}

qsizetype Conversation::rowIn(const Places &places, quint64 id) const
{
    const auto found = places.constFind(id);
    return found == places.cend() ? -1 : *found - m_rows.begin();
}

qsizetype Conversation::rowOf(discord::MessageId message) const { return rowIn(m_messageRow, message.value); }

qsizetype Conversation::rowOf(TurnId turn) const { return rowIn(m_turnRow, static_cast<quint64>(turn)); }

qsizetype Conversation::rowShowing(discord::MessageId message) const
{
    const qsizetype seen = rowOf(message);
    return seen >= 0 ? seen : rowIn(m_postedRow, message.value);
}

Conversation::Change Conversation::insert(const LogRecord &record, ConversationRow row)
{
    row.seq = record.seq;
    row.atMs = record.at.wall.count();
    m_rows.append(std::move(row));
    return {Change::Inserted, m_rows.size() - 1};
}

/// It changes nothing here, but perhaps what is older.
Conversation::Change Conversation::keep(const LogRecord &record)
{
    if (m_expectsOlder)
        m_loose.append(record);
    return {};
}

Conversation::Change Conversation::applyChannel(const LogRecord &record, const ChannelEvent &event)
{
    const auto update = [&](discord::MessageId id, auto change) -> Change {
        const auto found = m_messageRow.constFind(id.value);
        if (found == m_messageRow.constEnd())
            return keep(record);
        change(m_rows.edit(*found));
        return updated(*found);
    };
    return std::visit(
        Overloaded{
            [&](const MessageSeen &e) -> Change {
                if (m_messageRow.contains(e.message.id.value))
                    return {};
                m_messageRow.insert(e.message.id.value, m_rows.end());
                ConversationRow row;
                row.message = e.message;
                row.textless = record.textless;
                return insert(record, std::move(row));
            },
            [&](const MessageEdited &e) {
                return update(e.message.id, [&](ConversationRow &row) {
                    row.message = e.message;
                    row.edited = true;
                    row.textless = record.textless;
                });
            },
            [&](const MessageDeleted &e) { return deleteMessage(record, e.message); },
            [&](const MessageIgnored &e) {
                return update(e.message, [&](ConversationRow &row) { row.ignored = e.reason; });
            },
            [&](const NoteAdded &e) {
                ConversationRow row;
                row.note = e.text;
                return insert(record, std::move(row));
            },
        },
        event);
}

Conversation::Change Conversation::deleteMessage(const LogRecord &record, discord::MessageId message)
{
    const auto strike = [&](qsizetype position) -> Change {
        ConversationRow &row = m_rows.edit(position);
        row.deleted = true;
        row.deletedMs = record.at.wall.count();
        return updated(position);
    };
    if (const auto found = m_messageRow.constFind(message.value); found != m_messageRow.constEnd())
        return strike(*found);
    const auto posted = m_postedRow.constFind(message.value);
    if (posted == m_postedRow.constEnd())
        return keep(record);
    m_deletedPosts.insert(message.value);
    const QList<discord::MessageId> parts = m_rows.at(*posted).turn->posted;
    const bool all = std::all_of(parts.cbegin(), parts.cend(),
        [this](discord::MessageId part) { return m_deletedPosts.contains(part.value); });
    return all ? strike(*posted) : Change{};
}

/// The turn there answers its newest question from now on; says which failed turn it follows.
std::optional<qsizetype> Conversation::answerNewest(qsizetype position)
{
    const QList<discord::MessageId> asked = m_rows.at(position).turn->asked;
    if (asked.isEmpty())
        return {};
    const auto newest = m_newestTurnFor.find(asked.constLast().value);
    if (newest == m_newestTurnFor.end()) {
        m_newestTurnFor.insert(asked.constLast().value, position);
        return {};
    }
    const qsizetype before = *newest;
    if (before >= position)
        return {};
    *newest = position;
    const TurnView &view = *m_rows.at(before).turn;
    if (view.state != TurnState::Failed || view.asked.isEmpty() || view.asked.constLast() != asked.constLast())
        return {};
    m_rows.edit(before).turn->triedAgain = true;
    return before;
}

/// A turn that fails after a later one took its question up.
void Conversation::noteTriedAgain(qsizetype position)
{
    const TurnView &view = *m_rows.at(position).turn;
    if (view.state != TurnState::Failed || view.asked.isEmpty())
        return;
    if (m_newestTurnFor.value(view.asked.constLast().value, position) > position)
        m_rows.edit(position).turn->triedAgain = true;
}

Conversation::Change Conversation::startTurn(const LogRecord &record, const TurnStarted &event)
{
    if (event.replayOf) { // stays with the turn that it runs again; nothing of it was said here
        if (m_expectsOlder)
            m_replays.insert(record.turn);
        return {};
    }
    ConversationRow row;
    row.turn.emplace();
    row.turn->id = record.turn;
    row.textless = record.textless;
    foldInto(*row.turn, event, record.at.wall.count());
    const qsizetype position = m_rows.end();
    m_turnRow.insert(static_cast<quint64>(record.turn), position);
    Change change = insert(record, std::move(row));
    if (const auto failed = answerNewest(position))
        change.also = *failed - m_rows.begin();
    return change;
}

Conversation::Change Conversation::applyTurn(const LogRecord &record, const TurnEvent &event)
{
    if (const auto *started = std::get_if<TurnStarted>(&event))
        return startTurn(record, *started);
    const auto found = m_turnRow.constFind(static_cast<quint64>(record.turn));
    if (found == m_turnRow.constEnd()) // its start is older than what was folded, or it is a replay
        return record.replay || m_replays.contains(record.turn) ? Change{} : keep(record);
    const qsizetype position = *found;
    ConversationRow &row = m_rows.edit(position);
    TurnView &view = *row.turn;
    row.textless = row.textless || record.textless;
    const qsizetype before = view.posted.size();
    foldInto(view, event, record.at.wall.count());
    for (qsizetype i = before; i < view.posted.size(); ++i)
        m_postedRow.insert(view.posted[i].value, position);
    Change change = updated(position);
    if (std::holds_alternative<TurnRestarted>(event)) {
        if (const auto failed = answerNewest(position))
            change.also = *failed - m_rows.begin();
    } else if (std::holds_alternative<TurnFailed>(event)) {
        noteTriedAgain(position);
    }
    return change;
}

// ---- what came before -----------------------------------------------------------------------------------

Conversation::Prepended Conversation::prepend(const QList<LogRecord> &records)
{
    Conversation older;
    older.expectOlder(true);
    for (const LogRecord &record : records)
        older.apply(record);
    for (const LogRecord &record : std::exchange(m_loose, {}))
        older.apply(record);
    Prepended done{older.size(), mergeSeenAgain(older)};
    const qsizetype down = m_rows.begin() - older.m_rows.end();
    m_rows.prepend(older.m_rows);
    for (Places *places : {&older.m_messageRow, &older.m_turnRow, &older.m_newestTurnFor, &older.m_postedRow})
        moveBy(*places, down);
    m_messageRow.insert(older.m_messageRow);
    m_turnRow.insert(older.m_turnRow);
    for (auto it = older.m_postedRow.cbegin(); it != older.m_postedRow.cend(); ++it) {
        if (!m_postedRow.contains(it.key()))
            m_postedRow.insert(it.key(), it.value());
    }
    for (auto it = older.m_newestTurnFor.cbegin(); it != older.m_newestTurnFor.cend(); ++it) {
        if (!m_newestTurnFor.contains(it.key()))
            m_newestTurnFor.insert(it.key(), it.value());
    }
    for (auto it = older.m_turnRow.cbegin(); it != older.m_turnRow.cend(); ++it)
        noteTriedAgain(it.value());
    m_deletedPosts.unite(older.m_deletedPosts);
    m_replays.unite(older.m_replays);
    m_loose = older.m_loose;
    return done;
}

/// A message is shown where it was seen first; what happened to it since moves there.
QList<qsizetype> Conversation::mergeSeenAgain(Conversation &older)
{
    QList<qsizetype> again;
    for (auto it = older.m_messageRow.cbegin(); it != older.m_messageRow.cend(); ++it) {
        const auto found = m_messageRow.constFind(it.key());
        if (found == m_messageRow.cend())
            continue;
        const ConversationRow &later = m_rows.at(*found);
        ConversationRow &row = older.m_rows.edit(it.value());
        if (later.edited) {
            row.message = later.message;
            row.textless = later.textless;
        }
        row.edited = row.edited || later.edited;
        if (later.deleted)
            row.deletedMs = later.deletedMs;
        row.deleted = row.deleted || later.deleted;
        if (later.ignored)
            row.ignored = later.ignored;
        again.append(*found - m_rows.begin());
    }
    std::sort(again.begin(), again.end(), std::greater<>());
    const qsizetype begin = m_rows.begin();
    for (const qsizetype row : std::as_const(again))
        forgetPosition(begin + row);
    return again;
}

void Conversation::forgetPosition(qsizetype position)
{
    m_messageRow.remove(m_rows.at(position).message.id.value);
    m_rows.remove(position);
    for (Places *places : {&m_messageRow, &m_turnRow, &m_newestTurnFor, &m_postedRow}) {
        for (qsizetype &there : *places)
            there -= there > position ? 1 : 0;
    }
}

} // namespace loopflow
