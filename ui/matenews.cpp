#include "ui/matenews.h"

#include "core/conversation/log.h"
#include "core/store/matestore.h"

namespace loopflow {

namespace {

// A connection that is back sooner is nobody's concern.
constexpr Milliseconds notWorthSaying(5000);

} // namespace

MateNews::MateNews(const UiServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    connect(services.supervisor, &Supervisor::stateChanged, this, &MateNews::takeState);
    connect(services.log, &ConversationLog::appended, this, &MateNews::takeRecord);
    const QList<Mate> mates = services.mates->mates();
    for (const Mate &mate : mates)
        takeState(mate.id, services.supervisor->state(mate.id));
}

QString MateNews::nameOf(MateId mate) const
{
    const auto known = m_services.mates->mate(mate);
    return known ? known->name : QString();
}

void MateNews::takeState(MateId id, const MateState &state)
{
    const auto mate = m_services.mates->mate(id);
    if (!mate)
        return;
    const MatePhase before = std::exchange(m_phases[id], state.phase);
    switch (state.phase) {
    case MatePhase::Failed:
    case MatePhase::NeedsToken:
        if (!mate->paused && !state.problem.isEmpty())
            tell(id, QStringLiteral("mate %1 %2").arg(qint64(id)).arg(state.problem), state.problem);
        break;
    case MatePhase::Waiting:
        if (state.reconnectAt && *state.reconnectAt - readClock() >= notWorthSaying
            && !m_offline.contains(id)) {
            m_offline.insert(id);
            Q_EMIT announced(tr("%1 went offline and reconnects by itself.").arg(mate->name));
        }
        break;
    case MatePhase::Online: {
        const QString prefix = QStringLiteral("mate %1 ").arg(qint64(id));
        const bool wasStuck = before == MatePhase::Failed || before == MatePhase::NeedsToken;
        const bool told = m_told.removeIf([&](const QString &cause) { return cause.startsWith(prefix); }) > 0;
        if (m_offline.remove(id) || told || wasStuck)
            Q_EMIT announced(tr("%1 is online again.").arg(mate->name));
        break;
    }
    case MatePhase::Paused:
        m_offline.remove(id);
        break;
    case MatePhase::Starting:
    case MatePhase::Connecting:
    case MatePhase::Stopping:
        break;
    }
}

void MateNews::takeRecord(const LogRecord &record)
{
    const auto *turn = std::get_if<TurnEvent>(&record.event);
    if (!turn || record.replay)
        return;
    const MateId id = record.conversation.mate;
    if (const auto *failed = std::get_if<TurnFailed>(turn)) {
        takeFailure(id, *failed);
    } else if (std::holds_alternative<ResponseCompleted>(*turn) && !m_told.isEmpty()) {
        if (const auto mate = m_services.mates->mate(id))
            m_told.remove(QStringLiteral("model ") + mate->provider);
    }
}

void MateNews::takeFailure(MateId id, const TurnFailed &failed)
{
    const auto mate = m_services.mates->mate(id);
    if (!mate)
        return;
    const bool person = failed.error.code == ErrorCode::Unauthorized
        || failed.error.code == ErrorCode::Keychain;
    // One refused key stops every mate of that provider.
    if (person && failed.stage == QLatin1String("model"))
        tell(id, QStringLiteral("model ") + mate->provider, failed.error.message);
    else
        Q_EMIT announced(tr("A reply of %1 failed. %2").arg(mate->name, failed.error.message));
}

void MateNews::tell(MateId mate, const QString &cause, const QString &sentence)
{
    if (m_told.contains(cause))
        return;
    m_told.insert(cause);
    const QString title = tr("%1 needs you").arg(nameOf(mate));
    Q_EMIT needsPerson(mate, title, sentence);
    Q_EMIT announced(tr("%1 needs you. %2").arg(nameOf(mate), sentence));
}

} // namespace loopflow
