#include "core/conversation/replyrule.h"

#include "core/base/core.h"

namespace loopflow {

ReplyDecision decideReply(const discord::Message &message, discord::UserId bot, bool tooOld)
{
    if (message.guild || message.author.id == bot)
        return NotOurs{};
    if (message.author.bot || message.webhook)
        return IgnoreReason::WrittenByBot;
    if (!message.isChat())
        return IgnoreReason::SystemLine;
    if (tooOld)
        return IgnoreReason::WrittenWhileClosed;
    if (message.content.trimmed() == QStringLiteral("/new"))
        return StartNewConversation{};
    return Answer{};
}

QString explain(IgnoreReason reason)
{
    switch (reason) {
    case IgnoreReason::WrittenByBot:
        return Core::tr("written by a bot");
    case IgnoreReason::SystemLine:
        return Core::tr("a system line of Discord's");
    case IgnoreReason::WrittenWhileClosed:
        return Core::tr("written while Loopflow was closed");
    case IgnoreReason::NotForMates:
        return Core::tr("not meant for this mate");
    }
    Q_UNREACHABLE();
}

} // namespace loopflow
