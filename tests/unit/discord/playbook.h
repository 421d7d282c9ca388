// Plays a gateway session by a script; a failing test shows the transcript.
// Lines that start with "> " are inputs, the others the actions and states expected after them.
#pragma once

#include "core/discord/gatewaysession.h"

#include <QStringList>

namespace loopflow::test {

/// Inputs:
/// - start · stop keep · stop end · url URL · url failed
/// - opened · hello MS · opened hello (both, with 40 s) · ready SEQ · frame JSON · broken
/// - closed [CODE]
/// - wait MS: time passes, and timeouts run when they are due
/// - asleep MS: only the wall clock moves, then the timeout runs; asleep quietly MS: it does not
///
/// Actions:
/// - open URL [zlib] · close CODE · ask url
/// - identify INTENTS · resume ID SEQ · heartbeat SEQ
/// - dispatch TYPE DATA · save ID SEQ · forget · spent WALL · failed CODE · notice
///
/// States: "= Ready"; "= Waiting 1000" with the time until the next attempt. What happens during a
/// wait begins with "+MS ", the time since its start.
class Playbook {
public:
    explicit Playbook(discord::GatewayConfig config);

    /// Runs the script's inputs and returns the transcript in the script's form.
    QString play(const QString &script);
    /// The script without its indentation and empty lines; what play() returns when all goes as
    /// written.
    static QString tidy(const QString &script);

    discord::GatewaySession &session() { return m_session; }
    TimePoint now() const { return m_now; }
    /// The sentences of failures and notices so far.
    const QStringList &sentences() const { return m_sentences; }

private:
    void input(const QString &line);
    void wait(Milliseconds span);
    void frame(const QByteArray &json);
    void drain(const QString &prefix = {});
    QString describe(const discord::GatewayAction &action);

    discord::GatewaySession m_session;
    TimePoint m_now;
    QStringList m_transcript;
    QStringList m_sentences;
    QString m_stateShown;
};

/// A bot's configuration as tests use it: not compressed, jitter 0.5, default intents.
discord::GatewayConfig gatewayConfig();

} // namespace loopflow::test

/// Compares a script with what happens; prints both when they differ.
#define PLAY(playbook, script)                                                                     \
    do {                                                                                           \
        const QString expected = loopflow::test::Playbook::tidy(QString::fromUtf8(script));        \
        const QString happened = (playbook).play(expected);                                        \
        if (happened != expected)                                                                  \
            qInfo().noquote() << "\n--- expected\n" << expected << "\n--- happened\n" << happened; \
        QVERIFY2(happened == expected, "the transcript above differs");                            \
    } while (false)
