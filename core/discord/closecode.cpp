#include "core/discord/closecode.h"

#include "core/base/core.h"

namespace loopflow::discord {

AfterClose afterClose(std::optional<quint16> code)
{
    switch (code.value_or(0)) {
    case 4003: // not authenticated: the session is no longer valid
    case 4005: // already authenticated
    case 4007: // invalid sequence
    case 4009: // session timed out
        return AfterClose::Identify;
    case 4004: // authentication failed
    case 4010: // invalid shard
    case 4011: // sharding required
    case 4012: // invalid version
    case 4013: // invalid intents
    case 4014: // disallowed intents
        return AfterClose::GiveUp;
    default:
        // 1000 and 1001 too: QWebSocket says 1000 when the connection just dropped, and a resume
        // that Discord does not want costs one answer, while an Identify counts.
        return AfterClose::Resume;
    }
}

static QString explainKnown(quint16 code)
{
    switch (code) {
    case 4000:
        return Core::tr("Discord had an unknown problem with this connection; Loopflow reconnects.");
    case 4001:
        return Core::tr("Discord did not know an opcode that Loopflow sent. That is a bug in Loopflow: please report "
                        "it. Loopflow reconnects.");
    case 4002:
        return Core::tr("Discord could not read a message that Loopflow sent. That is a bug in Loopflow: please "
                        "report it. Loopflow reconnects.");
    case 4003:
        return Core::tr("Discord no longer knows this session; Loopflow signs in again.");
    case 4004:
        return Core::tr("Discord refused the token. Reset it in the developer portal (Bot › Reset Token) and give "
                        "this mate the new one.");
    case 4005:
        return Core::tr("Discord says this connection had signed in already; Loopflow signs in again.");
    case 4007:
        return Core::tr("Discord cannot continue this session; Loopflow signs in again.");
    case 4008:
        return Core::tr("Loopflow sent too much at once to Discord; it waits a moment and reconnects.");
    case 4009:
        return Core::tr("The session with Discord timed out; Loopflow signs in again.");
    case 4010:
        return Core::tr("Discord refused the shard number. That is a bug in Loopflow: please report it.");
    case 4011:
        return Core::tr("This bot is in more servers than one connection may serve (2,500). Loopflow cannot run bots "
                        "of that size: remove it from servers, or use another bot for this mate.");
    case 4012:
        return Core::tr("Discord no longer accepts the gateway version that this Loopflow speaks. Update Loopflow.");
    case 4013:
        return Core::tr("Discord does not know an intent that was asked for. Check the intents in this mate's "
                        "settings.");
    case 4014:
        return Core::tr("Discord does not allow this bot an intent that was asked for. Switch it on in the developer "
                        "portal (Bot › Privileged Gateway Intents), then start the mate again.");
    default:
        return {};
    }
}

QString explainClose(std::optional<quint16> code)
{
    // 1000 and 1006 are what a socket reports when nobody said why.
    if (!code || *code == 1000 || *code == 1006)
        return Core::tr("The connection to Discord was lost; Loopflow reconnects.");
    if (const QString known = explainKnown(*code); !known.isEmpty())
        return known;
    return Core::tr("Discord closed the connection (code %1); Loopflow reconnects.").arg(*code);
}

QString explainWithoutMessageContent()
{
    return Core::tr("Discord does not let this bot read all messages (Message Content), so it goes on without: it "
                    "reads direct messages and messages that mention it. To change that, switch on Message Content "
                    "Intent in the developer portal (Bot › Privileged Gateway Intents) and start the mate again.");
}

} // namespace loopflow::discord
