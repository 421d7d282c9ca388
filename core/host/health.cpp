#include "core/host/health.h"

#include "core/base/log.h"
#include "core/conversation/log.h"
#include "core/conversation/textless.h"
#include "core/net/httpclient.h"
#include "core/store/logstore.h"
#include "core/store/matestore.h"

#include <QDateTime>
#include <QFile>

#include <unistd.h>

namespace loopflow {

using namespace std::chrono_literals;

namespace {

constexpr auto lookEvery = 1s;
constexpr auto countEvery = 10s;

qint64 midnightMs()
{
    return QDate::currentDate().startOfDay().toMSecsSinceEpoch();
}

/// The second number of statm counts resident pages (man 5 proc).
qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace

Health::Health(HealthSources sources, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
{
    connect(m_sources.supervisor, &Supervisor::stateChanged, this, &Health::takeState);
    connect(m_sources.log, &ConversationLog::appended, this, &Health::takeRecord);
    connect(m_sources.mates, &MateStore::removed, this, [this](MateId mate) {
        m_told.erase(mate);
        m_said.erase(mate);
    });
    connect(&m_second, &QTimer::timeout, this, &Health::look);
    m_second.start(lookEvery);
}

MateHealth Health::of(MateId mate) const
{
    const auto said = m_said.find(mate);
    return said == m_said.end() ? MateHealth() : said->second;
}

void Health::look()
{
    if (m_midnight != midnightMs())
        beginDay();
    const QList<Mate> mates = m_sources.mates->mates();
    for (const Mate &mate : mates) {
        MateHealth health = m_sources.supervisor->health(mate.id);
        const Told &told = m_told[mate.id];
        health.modelWaits = told.modelWaits;
        health.modelWaited = told.modelWaited;
        health.errors = told.errors;
        health.lastError = told.lastError;
        health.lastErrorMs = told.lastErrorMs;
        health.turnsToday = told.turnsToday;
        health.failedToday = told.failedToday;
        if (const auto said = m_said.find(mate.id); said != m_said.end() && said->second == health)
            continue;
        m_said[mate.id] = health;
        Q_EMIT changed(mate.id, health);
    }
}

/// The record knows this day's turns, those of earlier runs and those that were counted meanwhile.
void Health::beginDay()
{
    m_midnight = midnightMs();
    for (auto &[mate, told] : m_told)
        told.turnsToday = told.failedToday = 0;
    const auto counted = m_sources.record->turnsSince(m_midnight);
    if (!counted) {
        qCWarning(logHost).noquote() << counted.error().message;
        return;
    }
    for (const auto &[mate, turns] : *counted) {
        m_told[mate].turnsToday = turns.begun;
        m_told[mate].failedToday = turns.failed;
    }
}

void Health::takeRecord(const LogRecord &record)
{
    const MateId mate = record.conversation.mate;
    const qint64 wall = record.at.wall.count();
    if (const auto *ofMate = std::get_if<MateEvent>(&record.event)) {
        if (const auto *failed = std::get_if<MateFailed>(ofMate))
            noteError(mate, failed->error, wall);
        return;
    }
    const auto *event = std::get_if<TurnEvent>(&record.event);
    if (!event)
        return;
    Told &told = m_told[mate];
    if (const auto *started = std::get_if<TurnStarted>(event)) {
        told.turnsToday += !started->replayOf;
    } else if (const auto *held = std::get_if<RateLimited>(event); held && held->what == QLatin1StringView("model")) {
        ++told.modelWaits;
        told.modelWaited += Milliseconds(held->waitMs);
    } else if (record.replay) {
        return; // whoever runs it again is told; the mate is as well as it was
    } else if (const auto *failed = std::get_if<TurnFailed>(event)) {
        ++told.failedToday;
        noteError(mate, failed->error, wall);
        qCWarning(logMates).noquote() << nameOf(mate) + QStringLiteral(": ") + toLog(mate, failed->error);
    } else if (std::holds_alternative<TurnFinished>(*event)) {
        qCInfo(logMates).noquote() << nameOf(mate) + QStringLiteral(": answered");
    }
}

void Health::noteError(MateId mate, const Error &error, qint64 wallMs)
{
    Told &told = m_told[mate];
    ++told.errors;
    told.lastError = error.message;
    told.lastErrorMs = wallMs;
}

/// Countdowns and round trips change all the time: only what a person would call another state is logged.
void Health::takeState(MateId mate, const MateState &state)
{
    MateState plain = state;
    plain.reconnectAt.reset();
    QString words = inWords(plain, {});
    if (state.phase == MatePhase::Waiting && !state.problem.isEmpty())
        words += QStringLiteral(": ") + state.problem;
    Told &told = m_told[mate];
    if (std::exchange(told.words, words) == words)
        return;
    const bool needsPerson = state.phase == MatePhase::Failed || state.phase == MatePhase::NeedsToken;
    const QString line = nameOf(mate) + QStringLiteral(": ") + words;
    if (needsPerson)
        qCWarning(logMates).noquote() << line;
    else
        qCInfo(logMates).noquote() << line;
}

QString Health::nameOf(MateId mate) const
{
    const auto known = m_sources.mates->mate(mate);
    return known ? known->name : QStringLiteral("A mate");
}

/// Servers quote what they refuse, and the log is a file, too.
QString Health::toLog(MateId mate, const Error &error) const
{
    const auto known = m_sources.mates->mate(mate);
    return known && known->recordsText ? error.message : withoutText(error).message;
}

ProcessHealth Health::process()
{
    const TimePoint now = readClock();
    if (!m_countedAt || now - *m_countedAt >= countEvery) {
        const RecordSize size = m_sources.record->size();
        m_counted.databaseBytes = size.databaseBytes;
        m_counted.recordedEvents = size.events;
        m_counted.oldestEventMs = size.oldestMs;
        m_countedAt = now;
    }
    ProcessHealth health = m_counted;
    health.memoryBytes = residentBytes();
    health.requestsInFlight = m_sources.http->inFlight();
    if (const QStringList resting = m_sources.breakers->openNow(now); !resting.isEmpty())
        health.breaker = resting.join(QStringLiteral(", ")) + QStringLiteral(": ") + discord::RequestBreaker::explain();
    return health;
}

} // namespace loopflow
