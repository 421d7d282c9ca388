#include "core/practice/gatewayrules.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace loopflow::practice::gatewayrules {

namespace {

/// Every intent that the docs list: bits 0 to 16, 20, 21, 24, 25.
constexpr quint32 knownIntents = 0x1ffff | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;
constexpr quint32 membersIntent = 1 << 1;
constexpr quint32 presencesIntent = 1 << 8;
constexpr quint32 messageContentIntent = 1 << 15;

bool intentsAllowed(quint32 intents, int applicationFlags)
{
    const auto granted = [&](quint32 intent, int flag) {
        return !(intents & intent) || (applicationFlags & flag);
    };
    return granted(membersIntent, Application::membersLimited)
        && granted(presencesIntent, Application::presenceLimited)
        && granted(messageContentIntent, Application::messageContentLimited);
}

bool shardIsValid(const QJsonValue &shard)
{
    if (shard.isUndefined() || shard.isNull())
        return true;
    const QJsonArray pair = shard.toArray();
    const int index = pair.at(0).toInt(-1);
    const int count = pair.at(1).toInt(-1);
    return pair.size() == 2 && index >= 0 && count > 0 && index < count;
}

} // namespace

QString closeReason(quint16 code)
{
    switch (code) {
    case 4000:
        return u"Unknown error."_s;
    case 4001:
        return u"Unknown opcode."_s;
    case 4002:
        return u"Error while decoding payload."_s;
    case 4003:
        return u"Not authenticated."_s;
    case 4004:
        return u"Authentication failed."_s;
    case 4005:
        return u"Already authenticated."_s;
    case 4007:
        return u"Invalid seq."_s;
    case 4008:
        return u"You are being rate limited."_s;
    case 4009:
        return u"Session timed out."_s;
    case 4010:
        return u"Invalid shard."_s;
    case 4011:
        return u"Sharding required."_s;
    case 4012:
        return u"Invalid API version."_s;
    case 4013:
        return u"Invalid intent(s)."_s;
    case 4014:
        return u"Disallowed intent(s)."_s;
    default:
        return {};
    }
}

bool endsSession(quint16 code)
{
    return code == 4003 || code == 4004 || code == 4007 || code == 4009;
}

quint16 whyNotIdentify(const Account *account, const QJsonObject &data)
{
    if (!data.value("token"_L1).isString() || !data.value("properties"_L1).isObject())
        return 4002;
    if (!account || !account->bot)
        return 4004;
    if (!shardIsValid(data.value("shard"_L1)))
        return 4010;
    const qint64 wanted = data.value("intents"_L1).toInteger(-1);
    if (wanted < 0 || (wanted & ~qint64(knownIntents)) != 0)
        return 4013;
    if (!intentsAllowed(static_cast<quint32>(wanted), account->application.flags))
        return 4014;
    return 0;
}

} // namespace loopflow::practice::gatewayrules
