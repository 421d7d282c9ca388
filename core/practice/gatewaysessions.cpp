#include "core/practice/gatewaysessions.h"

#include <QUuid>

namespace loopflow::practice {

namespace {

/// More than anyone misses within a session's life; what is older makes a resume fail.
constexpr size_t mostKept = 10000;

} // namespace

QByteArray PracticeSession::record(const QByteArray &type, const QByteArray &data)
{
    const QByteArray bytes = frame(type, data);
    sent.push_back({sequence, bytes});
    if (sent.size() > mostKept)
        sent.pop_front();
    return bytes;
}

QByteArray PracticeSession::frame(const QByteArray &type, const QByteArray &data)
{
    ++sequence;
    // Written by hand, because QJson would sort the keys: clients see Discord's order.
    return "{\"t\":\"" + type + "\",\"s\":" + QByteArray::number(sequence)
        + ",\"op\":0,\"d\":" + data + '}';
}

bool PracticeSession::canReplay(qint64 after) const
{
    return sent.size() < mostKept || sent.front().sequence <= after + 1;
}

PracticeSession &GatewaySessions::open(discord::UserId bot, quint32 intents)
{
    PracticeSession session;
    session.id = QUuid::createUuid().toString(QUuid::Id128);
    session.bot = bot;
    session.intents = intents;
    return m_sessions.emplace(session.id, session).first->second;
}

PracticeSession *GatewaySessions::find(const QString &id, TimePoint now, Milliseconds life)
{
    std::erase_if(m_sessions, [&](const auto &entry) {
        return !entry.second.peer && entry.second.detached + life <= now.steady;
    });
    return find(id);
}

PracticeSession *GatewaySessions::find(const QString &id)
{
    const auto found = m_sessions.find(id);
    return found == m_sessions.end() ? nullptr : &found->second;
}

void GatewaySessions::end(const QString &id)
{
    m_sessions.erase(id);
}

QList<PracticeSession *> GatewaySessions::of(discord::UserId bot)
{
    QList<PracticeSession *> sessions;
    for (auto &[id, session] : m_sessions) {
        if (session.bot == bot)
            sessions.append(&session);
    }
    return sessions;
}

} // namespace loopflow::practice
