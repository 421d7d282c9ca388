// The gateway sessions that the practice server keeps: what each bot was sent, so that it can
// resume. Knows no socket; reads no clock. Spec: docs "Gateway › Resuming".
#pragma once

#include "core/base/time.h"
#include "core/discord/id.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <deque>
#include <map>
#include <optional>

namespace loopflow::practice {

class GatewayPeer;

struct PracticeSession {
    struct Sent {
        qint64 sequence = 0;
        QByteArray frame;
    };
    QString id;
    discord::UserId bot;
    quint32 intents = 0;
    qint64 sequence = 0;
    std::deque<Sent> sent; ///< the newest, for replay
    GatewayPeer *peer = nullptr; ///< null while nobody is connected
    Milliseconds detached{0}; ///< steady time since when; while peer is null

    /// The next event as a frame; it is kept for replay.
    QByteArray record(const QByteArray &type, const QByteArray &data);
    /// The same, but for what a replay never repeats: READY and RESUMED.
    QByteArray frame(const QByteArray &type, const QByteArray &data);
    /// Whether everything after `sequence` is still there.
    bool canReplay(qint64 after) const;
};

class GatewaySessions {
public:
    PracticeSession &open(discord::UserId bot, quint32 intents);
    /// Null when unknown or, without a peer, older than `life`.
    PracticeSession *find(const QString &id, TimePoint now, Milliseconds life);
    PracticeSession *find(const QString &id);
    void end(const QString &id);
    QList<PracticeSession *> of(discord::UserId bot);

private:
    std::map<QString, PracticeSession> m_sessions;
};

} // namespace loopflow::practice
