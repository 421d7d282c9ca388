#include "core/conversation/conversation.h"

#include <QCoreApplication>

namespace loopflow {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("loopflow", text); }

void restartView(TurnView &view)
{
    view.text.clear();
    view.error.clear();
    view.state = TurnState::Waiting;
    view.waitingFor = tr("history");
    view.requestMs = 0;
    view.firstTokenMs = 0;
}

void takeDelta(TurnView &view, const DeltaReceived &delta, qint64 wallMs)
{
    if (delta.text.isEmpty()) {
        view.waitingFor = delta.thinking ? tr("the model, which is thinking") : view.waitingFor;
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
    view.waitingFor = tr("Discord");
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
    view.waitingFor = tr("the next try");
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
    view.waitingFor = event.draft ? tr("Discord") : tr("history");
    view.why = tr("direct message");
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
                view.waitingFor = tr("the model");
            },
            [&](const RequestFailed &e) { fail(view, e.error); },
            [&](const RateLimited &e) { view.waitingFor = tr("a rate limit (%1)").arg(e.what); },
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
                view.waitingFor = tr("the next try");
            },
            [&](const NoticePosted &e) {
                view.text = e.text;
                if (e.message)
                    view.posted.append(e.message);
            },
            [&](const TurnRestarted &) { restartView(view); },
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
            [&](const ChannelEvent &event) { return applyChannel(event); },
            [](const MateEvent &) { return Change{}; },
            [&](const TurnEvent &event) { return applyTurn(record, event); },
        },
        record.event);
}

Conversation::Change Conversation::insert(ConversationRow row)
{
    m_rows.append(std::move(row));
    return {Change::Inserted, m_rows.size() - 1};
}

Conversation::Change Conversation::applyChannel(const ChannelEvent &event)
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
                if (!e.message.author.bot)
                    m_personName = e.message.authorName();
                m_messageRow.insert(e.message.id.value, m_rows.size());
                ConversationRow row;
                row.message = e.message;
                return insert(std::move(row));
            },
            [&](const MessageEdited &e) {
                return update(e.message.id, [&](ConversationRow &row) {
                    row.message = e.message;
                    row.edited = true;
                });
            },
            [&](const MessageDeleted &e) {
                return update(e.message, [](ConversationRow &row) { row.deleted = true; });
            },
            [&](const MessageIgnored &e) {
                return update(e.message, [&](ConversationRow &row) { row.ignored = e.reason; });
            },
        },
        event);
}

Conversation::Change Conversation::applyTurn(const LogRecord &record, const TurnEvent &event)
{
    const qint64 wall = record.at.wall.count();
    if (std::holds_alternative<TurnStarted>(event)) {
        ConversationRow row;
        row.turn.emplace();
        row.turn->id = record.turn;
        foldInto(*row.turn, event, wall);
        m_turnRow.insert(static_cast<qint64>(record.turn), m_rows.size());
        return insert(std::move(row));
    }
    const auto found = m_turnRow.constFind(static_cast<qint64>(record.turn));
    if (found == m_turnRow.constEnd())
        return {}; // its start was older than what was read
    foldInto(*m_rows[*found].turn, event, wall);
    return {Change::Updated, *found};
}

} // namespace loopflow
