#include "app/chat.h"

#include "app/application.h"
#include "app/console.h"

#include <QJsonObject>

namespace loopflow {

using namespace Qt::StringLiterals;

ChatSession::ChatSession(Application &application, Console &console, Rehearsal rehearsal, int descriptor)
    : m_application(application)
    , m_console(console)
    , m_rehearsal(std::move(rehearsal))
    , m_reader(descriptor)
{
    connect(&m_reader, &LineReader::lineRead, this, &ChatSession::takeLine);
    connect(&m_reader, &LineReader::ended, this, [this] {
        m_inputEnded = true;
        sayNext();
    });
    connect(&application.supervisor(), &Supervisor::stateChanged, this, &ChatSession::takeState);
    connect(&application.log(), &ConversationLog::appended, this, &ChatSession::takeRecord);
    connect(&application.practice().discord(), &practice::DiscordServer::posted, this,
        &ChatSession::takeMessage);
    takeState(m_rehearsal.mate.id, application.supervisor().state(m_rehearsal.mate.id));
}

void ChatSession::takeLine(const QString &line)
{
    if (!line.trimmed().isEmpty())
        m_lines.append(line);
    sayNext();
}

void ChatSession::takeState(MateId mate, const MateState &state)
{
    if (mate != m_rehearsal.mate.id)
        return;
    if (state.phase == MatePhase::Failed || state.phase == MatePhase::NeedsToken) {
        giveUp(state.problem);
        return;
    }
    m_online = state.phase == MatePhase::Online;
    sayNext();
}

void ChatSession::sayNext()
{
    if (m_over || m_question)
        return;
    if (m_lines.isEmpty()) {
        if (m_inputEnded) {
            m_over = true;
            Q_EMIT ended(m_failed);
        }
        return;
    }
    if (!m_online)
        return;
    const auto said = m_application.practice().say(m_rehearsal.dm, m_lines.takeFirst());
    if (said) {
        m_question = *said;
        return;
    }
    m_failed = true;
    m_console.complain(said.error());
    sayNext();
}

void ChatSession::takeRecord(const LogRecord &record)
{
    if (record.conversation.mate != m_rehearsal.mate.id)
        return;
    if (const auto *event = std::get_if<ChannelEvent>(&record.event)) {
        const auto *ignored = std::get_if<MessageIgnored>(event);
        if (ignored && ignored->message == m_question) {
            m_failed = true;
            m_console.complain(u"%1 did not answer that line."_s.arg(m_rehearsal.mate.name));
            finishLine();
        }
        return;
    }
    const auto *event = std::get_if<TurnEvent>(&record.event);
    if (!event)
        return;
    if (std::holds_alternative<TurnStarted>(*event)) {
        m_turn = record.turn;
    } else if (m_turn != record.turn) {
        return;
    } else if (const auto *failure = std::get_if<TurnFailed>(event)) {
        m_failed = true;
        m_console.complain(failure->error);
        finishLine();
    } else if (std::holds_alternative<TurnFinished>(*event) || std::holds_alternative<TurnCancelled>(*event)) {
        finishLine();
    }
}

void ChatSession::takeMessage(const QJsonObject &message)
{
    const auto channel = discord::ChannelId::fromJson(message[u"channel_id"]);
    const auto author = discord::UserId::fromJson(message[u"author"][u"id"]);
    if (channel == m_rehearsal.dm && author == m_rehearsal.mate.bot)
        m_console.print(message[u"content"].toString());
}

void ChatSession::finishLine()
{
    m_turn.reset();
    m_question = {};
    sayNext();
}

void ChatSession::giveUp(const QString &sentence)
{
    if (m_over)
        return;
    m_over = true;
    m_console.complain(sentence);
    Q_EMIT ended(true);
}

} // namespace loopflow
