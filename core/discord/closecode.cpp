#include "core/discord/closecode.h"

using namespace Qt::StringLiterals;

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
        return u"Discord had an unknown problem with this connection; Loopflow reconnects."_s;
    case 4001:
        return u"Discord did not know an opcode that Loopflow sent. That is a bug in "
               u"Loopflow: please report it. Loopflow reconnects."_s;
    case 4002:
        return u"Discord could not read a message that Loopflow sent. That is a bug in "
               u"Loopflow: please report it. Loopflow reconnects."_s;
    case 4003:
        return u"Discord no longer knows this session; Loopflow signs in again."_s;
    case 4004:
        return u"Discord refused the token. Reset it in the developer portal (Bot › "
               u"Reset Token) and give this mate the new one."_s;
    case 4005:
        return u"Discord says this connection had signed in already; Loopflow signs in again."_s;
    case 4007:
        return u"Discord cannot continue this session; Loopflow signs in again."_s;
    case 4008:
        return u"Loopflow sent too much at once to Discord; it waits a moment and reconnects."_s;
    case 4009:
        return u"The session with Discord timed out; Loopflow signs in again."_s;
    case 4010:
        return u"Discord refused the shard number. That is a bug in Loopflow: please report it."_s;
    case 4011:
        return u"This bot is in more servers than one connection may serve (2,500). "
               u"Loopflow cannot run bots of that size: remove it from servers, or use "
               u"another bot for this mate."_s;
    case 4012:
        return u"Discord no longer accepts the gateway version that this Loopflow speaks. Update Loopflow."_s;
    case 4013:
        return u"Discord does not know an intent that was asked for. Check the intents in this mate's settings."_s;
    case 4014:
        return u"Discord does not allow this bot an intent that was asked for. Switch "
               u"it on in the developer portal (Bot › Privileged Gateway Intents), then "
               u"start the mate again."_s;
    default:
        return {};
    }
}

QString explainClose(std::optional<quint16> code)
{
    // 1000 and 1006 are what a socket reports when nobody said why.
    if (!code || *code == 1000 || *code == 1006)
        return u"The connection to Discord was lost; Loopflow reconnects."_s;
    if (const QString known = explainKnown(*code); !known.isEmpty())
        return known;
    return u"Discord closed the connection (code %1); Loopflow reconnects."_s.arg(*code);
}

QString explainWithoutMessageContent()
{
    return u"Discord does not let this bot read all messages (Message Content), so it "
           u"goes on without: it reads direct messages and messages that mention it. To "
           u"change that, switch on Message Content Intent in the developer portal (Bot "
           u"› Privileged Gateway Intents) and start the mate again."_s;
}

} // namespace loopflow::discord
