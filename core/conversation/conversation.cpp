#include "core/conversation/conversation.h"

#include "core/base/core.h"

#include <algorithm>

namespace loopflow {

namespace {

/// What a turn that is held back waits for; `what` as in RateLimited.
QString limitOf(const QString &what)
{
    if (what == QLatin1StringView("model"))
        return Core::tr("a rate limit of the model");
    return what == QLatin1StringView("history") ? Core::tr("a rate limit for the history")
                                                : Core::tr("a rate limit for the reply");
}

QList<discord::MessageId> idsOf(const QList<discord::Message> &messages)
{
    QList<discord::MessageId> ids;
    for (const discord::Message &message : messages)
        ids.append(message.id);
    return ids;
}

void restartView(TurnView &view, const TurnRestarted &event)
{
    ++view.restarts;
    view.restartedFor = event.reason;
    view.asked = idsOf(event.asked);
    view.text.clear();
    view.error.clear();
    view.state = TurnState::Waiting;
    view.waitingFor = Core::tr("history");
    view.requestMs = 0;
    view.firstTokenMs = 0;
}

void takeDelta(TurnView &view, const DeltaReceived &delta, qint64 wallMs)
{
    if (delta.text.isEmpty() && delta.length == 0) {
        view.waitingFor = delta.thinking ? Core::tr("the model, which is thinking") : view.waitingFor;
        return;
    }
    if (view.firstTokenMs == 0)
        view.firstTokenMs = wallMs;
    view.state = TurnState::Streaming;
    view.waitingFor.clear();
    view.text += delta.text;
}

void takeReply(TurnView &view, const ResponseCompleted &event, qint64 wallMs)
{
    if (view.firstTokenMs == 0)
        view.firstTokenMs = wallMs;
    view.state = TurnState::Posting;
    view.waitingFor = Core::tr("Discord");
    view.error.clear();
    view.text = event.reply.text;
    view.usage = event.reply.usage;
    view.cost = llm::costOf(event.reply.usage, event.price);
    if (!event.reply.model.isEmpty())
        view.model = event.reply.model;
}

void fail(TurnView &view, const Error &error)
{
    ++view.retries;
    view.error = error.message;
    view.text.clear();
    view.state = TurnState::Waiting;
    view.waitingFor = Core::tr("the next try");
}

void end(TurnView &view, TurnState state, qint64 wallMs)
{
    view.state = state;
    view.waitingFor.clear();
    view.endedMs = wallMs;
}

void startView(TurnView &view, const TurnStarted &event, qint64 wallMs)
{
    view.promptVersion = event.promptVersion;
    view.model = event.model;
    view.startedMs = wallMs;
    view.waitingFor = event.draft ? Core::tr("Discord") : Core::tr("history");
    view.asked = idsOf(event.asked);
    view.why = event.attempt > 1 ? Core::tr("asked to try again") : Core::tr("direct message");
    view.replayOf = event.replayOf;
    if (event.draft) {
        view.state = TurnState::Posting;
        view.text = event.draft->parts.join(QStringLiteral("\n"));
    }
}

} // namespace

void foldInto(TurnView &view, const TurnEvent &event, qint64 wallMs)
{
    std::visit(
        Overloaded{
            [&](const TurnStarted &e) { startView(view, e, wallMs); },
            [](const TypingShown &) {},
            [](const HistoryFetched &) {},
            [&](const RequestSent &) {
                view.requestMs = wallMs;
                view.waitingFor = Core::tr("the model");
            },
            [&](const RequestFailed &e) { fail(view, e.error); },
            [&](const RateLimited &e) { view.waitingFor = limitOf(e.what); },
            [&](const DeltaReceived &e) { takeDelta(view, e, wallMs); },
            [&](const ResponseCompleted &e) { takeReply(view, e, wallMs); },
            [&](const PartPosted &e) {
                view.error.clear();
                view.waitingFor.clear();
                if (e.message)
                    view.posted.append(e.message);
            },
            [&](const WriteFailed &e) {
                ++view.retries;
                view.error = e.error.message;
                view.waitingFor = Core::tr("the next try");
            },
            [&](const NoticePosted &e) {
                view.text = e.text;
                if (e.message)
                    view.posted.append(e.message);
            },
            [&](const TurnRestarted &e) { restartView(view, e); },
            [](const PersonTyped &) {},
            [](const ConnectivityChanged &) {},
            [&](const TurnCancelled &e) {
                view.error = e.reason;
                end(view, TurnState::Cancelled, wallMs);
            },
            [&](const TurnFailed &e) {
                view.stage = e.stage;
                view.error = e.error.message;
                end(view, TurnState::Failed, wallMs);
            },
            [&](const TurnFinished &) { end(view, TurnState::Done, wallMs); },
        },
        event);
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

Conversation::Change Conversation::insert(const LogRecord &record, ConversationRow row)
{
    row.seq = record.seq;
    row.atMs = record.at.wall.count();
    m_rows.append(std::move(row));
    return {Change::Inserted, m_rows.size() - 1};
}

Conversation::Change Conversation::applyChannel(const LogRecord &record, const ChannelEvent &event)
{
    const auto update = [&](discord::MessageId id, auto change) -> Change {
        const auto found = m_messageRow.constFind(id.value);
        if (found == m_messageRow.constEnd())
            return {};
        change(m_rows[*found]);
        return {Change::Updated, *found};
    };
    return std::visit(
        Overloaded{
            [&](const MessageSeen &e) -> Change {
                if (m_messageRow.contains(e.message.id.value))
                    return {};
                if (!e.message.author.bot && !record.textless)
                    m_personName = e.message.authorName();
                m_messageRow.insert(e.message.id.value, m_rows.size());
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
            [&](const MessageDeleted &e) { return deleteMessage(e.message, record.at.wall.count()); },
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

Conversation::Change Conversation::deleteMessage(discord::MessageId message, qint64 wallMs)
{
    const auto strike = [&](qsizetype index) -> Change {
        m_rows[index].deleted = true;
        m_rows[index].deletedMs = wallMs;
        return {Change::Updated, index};
    };
    if (const auto found = m_messageRow.constFind(message.value); found != m_messageRow.constEnd())
        return strike(*found);
    const auto posted = m_postedRow.constFind(message.value);
    if (posted == m_postedRow.constEnd())
        return {};
    m_deletedPosts.insert(message.value);
    const auto &parts = m_rows[*posted].turn->posted;
    const bool all = std::all_of(parts.cbegin(), parts.cend(),
        [this](discord::MessageId part) { return m_deletedPosts.contains(part.value); });
    return all ? strike(*posted) : Change{};
}

Conversation::Change Conversation::startTurn(const LogRecord &record, const TurnStarted &event)
{
    if (event.replayOf)
        return {}; // stays with the turn that it runs again; nothing of it was said here
    ConversationRow row;
    row.turn.emplace();
    row.turn->id = record.turn;
    row.textless = record.textless;
    foldInto(*row.turn, event, record.at.wall.count());
    m_turnRow.insert(static_cast<qint64>(record.turn), m_rows.size());
    Change change = insert(record, std::move(row));
    if (event.asked.isEmpty())
        return change;
    qsizetype &newest = m_newestTurnFor[event.asked.constLast().id.value];
    if (TurnView *before = newest > 0 ? &*m_rows[newest - 1].turn : nullptr;
        before && before->state == TurnState::Failed) {
        before->triedAgain = true;
        change.also = newest - 1;
    }
    newest = change.row + 1; // 0: none
    return change;
}

Conversation::Change Conversation::applyTurn(const LogRecord &record, const TurnEvent &event)
{
    if (const auto *started = std::get_if<TurnStarted>(&event))
        return startTurn(record, *started);
    const auto found = m_turnRow.constFind(static_cast<qint64>(record.turn));
    if (found == m_turnRow.constEnd())
        return {}; // its start was older than what was read
    TurnView &view = *m_rows[*found].turn;
    m_rows[*found].textless = m_rows[*found].textless || record.textless;
    const qsizetype before = view.posted.size();
    foldInto(view, event, record.at.wall.count());
    if (std::holds_alternative<TurnRestarted>(event) && !view.asked.isEmpty())
        m_newestTurnFor.insert(view.asked.constLast().value, *found + 1);
    for (qsizetype i = before; i < view.posted.size(); ++i)
        m_postedRow.insert(view.posted[i].value, *found);
    return {Change::Updated, *found};
}

} // namespace loopflow
