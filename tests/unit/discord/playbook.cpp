#include "tests/unit/discord/playbook.h"

#include "core/base/overloaded.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtGlobal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace loopflow::test {

using namespace discord;

GatewayConfig gatewayConfig()
{
    GatewayConfig config;
    config.token = Secret("t.o.ken");
    config.url = QUrl(u"wss://gateway.test"_s);
    config.compress = false;
    config.random = [] { return 0.5; };
    return config;
}

static QString stateName(const GatewaySession &session, TimePoint now)
{
    switch (session.state()) {
    case GatewayState::Offline:
        return u"= Offline"_s;
    case GatewayState::Connecting:
        return u"= Connecting"_s;
    case GatewayState::Identifying:
        return u"= Identifying"_s;
    case GatewayState::Resuming:
        return u"= Resuming"_s;
    case GatewayState::Ready:
        return u"= Ready"_s;
    case GatewayState::Waiting:
        return u"= Waiting %1"_s.arg((*session.reconnectAt() - now).count());
    case GatewayState::Failed:
        return u"= Failed"_s;
    }
    Q_UNREACHABLE();
}

Playbook::Playbook(GatewayConfig config)
    : m_session(std::move(config))
    , m_now{1000s, 1700000000s}
    , m_stateShown(u"= Offline"_s)
{
}

QString Playbook::tidy(const QString &script)
{
    QStringList lines;
    for (const QString &line : script.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    }
    return lines.join(u'\n');
}

QString Playbook::play(const QString &script)
{
    m_transcript.clear();
    for (const QString &line : script.split(u'\n')) {
        if (!line.startsWith("> "_L1))
            continue;
        m_transcript << line;
        input(line.mid(2));
        drain();
    }
    return m_transcript.join(u'\n');
}

void Playbook::input(const QString &line)
{
    const QString verb = line.section(u' ', 0, 0);
    const QString rest = line.section(u' ', 1);
    if (verb == u"start")
        m_session.start(m_now);
    else if (verb == u"stop")
        m_session.stop(rest == u"end" ? StopMode::EndSession : StopMode::KeepSession, m_now);
    else if (line == u"url failed")
        m_session.urlFailed(m_now);
    else if (verb == u"url")
        m_session.setUrl(QUrl(rest), m_now);
    else if (line == u"opened hello") {
        input(u"opened"_s);
        input(u"hello 40000"_s);
    } else if (verb == u"opened")
        m_session.handleOpened(m_now);
    else if (verb == u"hello")
        frame(R"({"t":null,"s":null,"op":10,"d":{"heartbeat_interval":)" + rest.toUtf8() + "}}");
    else if (verb == u"ready")
        frame(R"({"t":"READY","s":)" + rest.toUtf8()
            + R"(,"op":0,"d":{"v":10,"user":{"id":"42"},"session_id":"abc",)"
              R"("resume_gateway_url":"wss://resume.test","application":{"id":"42","flags":0}}})");
    else if (verb == u"frame")
        frame(rest.toUtf8());
    else if (verb == u"broken")
        m_session.handleBrokenFrame(m_now);
    else if (verb == u"closed")
        m_session.handleClosed(
            rest.isEmpty() ? std::nullopt : std::optional(rest.toUShort()), m_now);
    else if (verb == u"wait")
        wait(Milliseconds(rest.toLongLong()));
    else if (line.startsWith("asleep quietly "_L1))
        m_now.wall += Milliseconds(line.section(u' ', 2).toLongLong());
    else if (verb == u"asleep") {
        m_now.wall += Milliseconds(rest.toLongLong());
        m_session.handleTimeout(m_now);
    } else
        qFatal("the playbook has no input named %s", qPrintable(line));
}

void Playbook::wait(Milliseconds span)
{
    const TimePoint began = m_now;
    const TimePoint end = m_now + span;
    // A session that is always due would never end: no script waits for a thousand timeouts.
    for (int i = 0; i < 1000; ++i) {
        const auto next = m_session.nextTimeout();
        if (!next || *next > end)
            break;
        if (*next > m_now)
            m_now = m_now + (*next - m_now);
        m_session.handleTimeout(m_now);
        drain(u"+%1 "_s.arg((m_now - began).count()));
    }
    m_now = m_now + (end - m_now);
}

void Playbook::frame(const QByteArray &json)
{
    m_session.handleMessage(json, m_now);
}

void Playbook::drain(const QString &prefix)
{
    while (const auto action = m_session.pollAction())
        m_transcript << prefix + describe(*action);
    const QString name = stateName(m_session, m_now);
    // A wait that merely grows shorter is no news; a new one is.
    const auto until = m_session.reconnectAt();
    const QString shown = until ? u"Waiting until %1"_s.arg(until->steady.count()) : name;
    if (shown != m_stateShown)
        m_transcript << prefix + name;
    m_stateShown = shown;
}

static QString describeText(const QByteArray &text)
{
    const QJsonObject frame = QJsonDocument::fromJson(text).object();
    const QJsonObject d = frame.value("d"_L1).toObject();
    switch (frame.value("op"_L1).toInt(-1)) {
    case 1:
        return u"heartbeat "_s
            + (frame.value("d"_L1).isNull() ? u"null"_s
                                            : QString::number(frame.value("d"_L1).toInteger()));
    case 2:
        return u"identify %1"_s.arg(d.value("intents"_L1).toInteger());
    case 6:
        return u"resume %1 %2"_s.arg(d.value("session_id"_L1).toString())
            .arg(d.value("seq"_L1).toInteger());
    default:
        return u"send "_s + QString::fromUtf8(text);
    }
}

QString Playbook::describe(const GatewayAction &action)
{
    return std::visit(
        Overloaded{
            [](const OpenSocket &a) {
                return u"open "_s + a.url.toString() + (a.compressed ? u" zlib"_s : QString());
            },
            [](const SendText &a) { return describeText(a.text.reveal()); },
            [](const CloseSocket &a) { return u"close %1"_s.arg(a.code); },
            [](const Dispatch &a) {
                return u"dispatch %1 %2"_s.arg(QString::fromUtf8(a.type),
                    a.type == "READY" ? u"…"_s : QString::fromUtf8(a.data));
            },
            [](const SessionChanged &a) {
                return a.session
                    ? u"save %1 %2"_s.arg(a.session->sessionId).arg(a.session->sequence)
                    : u"forget"_s;
            },
            [](const IdentifySpent &a) { return u"spent %1"_s.arg(a.wall.count()); },
            [](const NeedGatewayUrl &) { return u"ask url"_s; },
            [this](const SessionFailed &a) {
                m_sentences << a.message;
                return u"failed %1"_s.arg(a.closeCode);
            },
            [this](const SessionNotice &a) {
                m_sentences << a.message;
                return u"notice"_s;
            },
        },
        action);
}

} // namespace loopflow::test
