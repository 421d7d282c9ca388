#include "core/host/supervisor.h"

#include "core/base/core.h"
#include "core/host/matehealth.h"
#include "core/host/materunner.h"
#include "core/store/matestore.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace loopflow {

using namespace std::chrono_literals;

namespace {
constexpr auto drainTime = 30s;
}

QString inWords(const MateState &state, TimePoint now)
{
    switch (state.phase) {
    case MatePhase::Paused:
        return Core::tr("paused");
    case MatePhase::NeedsToken:
    case MatePhase::Failed:
        return state.problem;
    case MatePhase::Starting:
        return Core::tr("starting");
    case MatePhase::Connecting:
        return Core::tr("connecting");
    case MatePhase::Online:
        return state.answering > 0 ? Core::tr("answering %1").arg(state.answering) : Core::tr("online");
    case MatePhase::Waiting: {
        if (!state.reconnectAt)
            return Core::tr("reconnecting");
        const auto seconds = std::max<qint64>(1, (*state.reconnectAt - now + 999ms).count() / 1000);
        return Core::tr("reconnects in %1 s").arg(seconds);
    }
    case MatePhase::Stopping:
        return Core::tr("finishing %1").arg(state.answering);
    }
    Q_UNREACHABLE();
}

Supervisor::Supervisor(HostServices services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

Supervisor::~Supervisor() = default;

void Supervisor::startAll()
{
    connect(m_services.mates, &MateStore::added, this, [this](MateId id) {
        if (!m_services.mates->mate(id)->paused)
            start(id);
    });
    connect(m_services.mates, &MateStore::removed, this, &Supervisor::stop);
    for (const Mate &mate : m_services.mates->mates()) {
        if (!mate.paused)
            start(mate.id);
    }
}

void Supervisor::start(MateId mate)
{
    if (m_shuttingDown)
        return;
    stop(mate);
    auto runner = std::make_unique<MateRunner>(m_services, mate);
    MateRunner *started = runner.get();
    connect(started, &MateRunner::stateChanged, this,
        [this, mate, started] { Q_EMIT stateChanged(mate, started->state()); });
    m_runners[mate] = std::move(runner);
    started->start();
}

void Supervisor::stop(MateId mate)
{
    const auto found = m_runners.find(mate);
    if (found == m_runners.end())
        return;
    found->second->stop(discord::StopMode::EndSession);
    found->second->disconnect(this);
    found->second.release()->deleteLater();
    m_runners.erase(found);
    Q_EMIT stateChanged(mate, state(mate));
}

void Supervisor::retry(const ConversationId &conversation, const QList<discord::MessageId> &questions,
    QObject *context, Callback<void> callback)
{
    const auto answer = [context = QPointer<QObject>(context), callback](const Result<void> &outcome) {
        if (context)
            callback(outcome);
    };
    const auto found = m_runners.find(conversation.mate);
    if (found == m_runners.end() || m_shuttingDown)
        return answer(Error{ErrorCode::Invalid, Core::tr("The mate is paused. Start it, then try again.")});
    found->second->retry(conversation.channel, questions, answer);
}

MateState Supervisor::state(MateId mate) const
{
    const auto found = m_runners.find(mate);
    return found == m_runners.end() ? MateState{} : found->second->state();
}

MateHealth Supervisor::health(MateId mate) const
{
    const auto found = m_runners.find(mate);
    return found == m_runners.end() ? MateHealth{} : found->second->health();
}

void Supervisor::shutDown()
{
    if (std::exchange(m_shuttingDown, true))
        return;
    const auto end = [this] {
        if (m_runners.empty())
            return;
        m_runners.clear();
        Q_EMIT stopped();
    };
    if (m_runners.empty()) {
        QMetaObject::invokeMethod(this, &Supervisor::stopped, Qt::QueuedConnection);
        return;
    }
    m_draining = m_runners.size();
    for (const auto &[mate, runner] : m_runners) {
        connect(runner.get(), &MateRunner::drained, this, [this, end] {
            if (--m_draining == 0)
                QTimer::singleShot(0, this, end); // not inside a runner's own signal
        });
        runner->drain();
    }
    QTimer::singleShot(drainTime, this, end);
}

} // namespace loopflow
