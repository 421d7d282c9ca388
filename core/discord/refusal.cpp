#include "core/discord/refusal.h"

#include "core/base/core.h"

#include <algorithm>
#include <iterator>

namespace loopflow::discord {

using namespace Qt::StringLiterals;

namespace {

constexpr int invalidForm = 50035;

struct KnownCode {
    int code;
    ErrorCode kind;
    bool retryable;
    const char *sentence; ///< for Core::tr()
};

constexpr KnownCode knownCodes[] = {
    {10002, ErrorCode::NotFound, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "Discord knows no such application. Check in the developer portal that it still exists.")},
    {10003, ErrorCode::NotFound, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "This channel no longer exists on Discord. Write to the mate in another one.")},
    {10004, ErrorCode::NotFound, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "The mate is no longer in this server. Invite it again if it should be there.")},
    {10007, ErrorCode::NotFound, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "This person is no longer in the server. Invite them again to reach them there.")},
    {10008, ErrorCode::NotFound, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "The message no longer exists on Discord. Write it again if it still matters.")},
    {10013, ErrorCode::NotFound, false,
        QT_TRANSLATE_NOOP("loopflow::Core", "Discord knows no such person. Check whether the account was deleted.")},
    {10014, ErrorCode::NotFound, false,
        QT_TRANSLATE_NOOP("loopflow::Core", "Discord knows no such emoji. Choose another one.")},
    {10015, ErrorCode::NotFound, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "Discord no longer takes this answer, because its command is too old. Send a message instead.")},
    {10062, ErrorCode::NotFound, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "The command was answered too late for Discord. Use it again, or send a message.")},
    {20001, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core", "Discord does not let bots do this. Do it with a person's account.")},
    {20012, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "The token belongs to another application. Paste the token of this mate's own bot.")},
    {20016, ErrorCode::RateLimited, true,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "The channel is in slow mode. Wait for its pause to end, then try again.")},
    {20028, ErrorCode::RateLimited, true,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "Too much is being written in this channel. Wait a minute, then try again.")},
    {20029, ErrorCode::RateLimited, true,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "Too much is being written in this server. Wait a minute, then try again.")},
    {30046, ErrorCode::RateLimited, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "Discord allows no more edits of this old message for now. Post a new message instead.")},
    {40002, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "Discord wants the account that owns this bot to be verified first. Verify it in Discord's settings.")},
    {40003, ErrorCode::RateLimited, true,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "The mate opened too many direct messages in a short time. Wait ten minutes, then try again.")},
    {40005, ErrorCode::Invalid, false,
        QT_TRANSLATE_NOOP("loopflow::Core", "Discord finds this too large. Send less at once.")},
    {40058, ErrorCode::Invalid, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "Nothing can be written in a forum itself. Open a post in it and write there.")},
    {40060, ErrorCode::Conflict, false,
        QT_TRANSLATE_NOOP("loopflow::Core", "This command was answered already. Use it again for another answer.")},
    {40062, ErrorCode::RateLimited, true,
        QT_TRANSLATE_NOOP("loopflow::Core", "Discord is overloaded here. Wait a minute, then try again.")},
    {40094, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "Discord allows no more answers to this command. Use it again, or send a message.")},
    {40333, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "Discord's shield blocked this request. Look for a newer Loopflow, or try another network.")},
    {50001, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "The mate cannot see this channel. Give it the View Channel permission there, or invite it again.")},
    {50005, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "Discord lets a bot edit only its own messages. Post a new message instead.")},
    {50006, ErrorCode::Invalid, false,
        QT_TRANSLATE_NOOP("loopflow::Core", "Discord posts no empty messages. Write something, then try again.")},
    {50007, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "This person takes no direct messages from the mate. They can allow them in the privacy settings of a "
            "server that both are in, or unblock the bot.")},
    {50008, ErrorCode::Invalid, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "No text can be written in this channel. Write to the mate in a text channel.")},
    {50013, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "The mate lacks a permission in this channel. Allow it to view the channel, send messages and read "
            "message history, or invite it again with Loopflow's link.")},
    {50024, ErrorCode::Invalid, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "Discord does not allow this in a channel of this kind. Use a text channel.")},
    {50045, ErrorCode::Invalid, false,
        QT_TRANSLATE_NOOP("loopflow::Core", "The file is too large for Discord. Send a smaller one or a link to it.")},
    {50083, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core", "The thread is archived. Write in it, or unarchive it, and try again.")},
    {50109, ErrorCode::Invalid, false,
        QT_TRANSLATE_NOOP("loopflow::Core", "Discord could not read Loopflow's request. Look for a newer Loopflow.")},
    {50278, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "The mate shares no server with this person. Invite it to one of their servers, or have them add it "
            "with the personal link.")},
    {130000, ErrorCode::Unavailable, true,
        QT_TRANSLATE_NOOP("loopflow::Core", "Discord is overloaded. Wait a minute, then try again.")},
    {160002, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "The mate may not read the history of this channel, so it cannot reply. Give it the Read Message "
            "History permission.")},
    {160004, ErrorCode::Conflict, false,
        QT_TRANSLATE_NOOP("loopflow::Core", "The message has a thread already. Write there.")},
    {160005, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core", "The thread is locked. Ask a moderator to unlock it.")},
    {160006, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "The server has as many active threads as Discord allows. Archive one, then try again.")},
    {160014, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "The mate cannot read the message to forward. Give it the Read Message History permission.")},
    {200000, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "The server's AutoMod blocked the text. Change its rules, or ask in another way.")},
    {240000, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("loopflow::Core",
            "Discord blocked the text because of a link that it takes for harmful. Leave the link out.")},
    {400001, ErrorCode::RateLimited, false,
        QT_TRANSLATE_NOOP("loopflow::Core", "Discord limits uploads in this server for now. Send text only.")},
};

/// Discord's own words, as far as they fit a sentence of ours.
QString quoted(const QString &message)
{
    constexpr qsizetype enough = 200;
    QString text = message.simplified();
    while (text.endsWith(u'.') || text.endsWith(u'!'))
        text.chop(1);
    if (text.size() > enough)
        text = text.left(enough).trimmed() + u'…';
    return text.isEmpty() ? Core::tr("no reason given") : text;
}

/// The limits on a bot's name and picture come as form errors instead of 429.
Verdict judgeForm(const Refusal &refusal)
{
    if (!refusal.form) {
        return {ErrorCode::Invalid,
            Core::tr("Discord did not accept this (%1). Correct it, then try again.").arg(quoted(refusal.message))};
    }
    const FormError &form = *refusal.form;
    if (form.code == "USERNAME_RATE_LIMIT"_L1) {
        return {ErrorCode::RateLimited,
            Core::tr("The bot's name was changed too often. Wait an hour, then try again."), true};
    }
    if (form.code == "AVATAR_RATE_LIMIT"_L1) {
        return {ErrorCode::RateLimited,
            Core::tr("The bot's picture was changed too often, or Discord cannot read it. Wait ten minutes, or "
                     "choose a PNG or JPEG."),
            true};
    }
    const QString where = form.path.isEmpty() ? QString() : form.path + u": "_s;
    return {ErrorCode::Invalid,
        Core::tr("Discord did not accept this (%1). Correct it, then try again.").arg(where + quoted(form.message))};
}

Verdict judgeForeign(int status)
{
    switch (status) {
    case 403:
    case 429:
        return {ErrorCode::RateLimited,
            Core::tr("Discord's shield refuses this computer's address for now (%1). Wait until the pause is over, "
                     "and look for mates whose token or permissions are refused.")
                .arg(status)};
    case 404:
        return {ErrorCode::NotFound,
            Core::tr("The server does not answer as Discord does (404). Check the address of the API.")};
    }
    return {ErrorCode::Invalid,
        Core::tr("The server does not answer as Discord does (%1). Check the address of the API and the proxy.")
            .arg(status)};
}

Verdict judgeStatus(const Refusal &refusal)
{
    switch (refusal.status) {
    case 403:
        return {ErrorCode::Forbidden,
            Core::tr("Discord does not allow this (%1). Check the mate's permissions.").arg(
                quoted(refusal.message))};
    case 404:
        return {ErrorCode::NotFound,
            Core::tr("Discord does not know this (%1). Check whether it was deleted.").arg(
                quoted(refusal.message))};
    case 409:
        return {ErrorCode::Conflict,
            Core::tr("Discord says that this was done already (%1). Look there before you try again.").arg(
                quoted(refusal.message))};
    case 413:
        return {ErrorCode::Invalid, Core::tr("Discord finds this too large. Send less at once.")};
    case 429:
        return {ErrorCode::RateLimited,
            Core::tr("Discord asks this mate to slow down. Wait a minute, then try again."), true};
    }
    return {ErrorCode::Invalid,
        Core::tr("Discord refused the request (%1, %2). Look for a newer Loopflow if it happens again.").arg(
            QString::number(refusal.status), quoted(refusal.message))};
}

bool refusesToken(const Refusal &refusal)
{
    return refusal.status == 401 || refusal.code == 40001 || refusal.code == 50014;
}

} // namespace

Verdict judge(const Refusal &refusal)
{
    if (refusesToken(refusal)) {
        return {ErrorCode::Unauthorized,
            Core::tr("Discord refused the bot's token. Reset it in the developer portal under Bot, and paste the new "
                     "one."),
            false, true};
    }
    if (refusal.status >= 500) {
        return {ErrorCode::Unavailable,
            Core::tr("Discord has a problem of its own (%1). Try again in a minute, or look at discordstatus.com.")
                .arg(refusal.status),
            true};
    }
    if (!refusal.isJson)
        return judgeForeign(refusal.status);
    if (refusal.code == invalidForm)
        return judgeForm(refusal);
    const auto known = std::find_if(std::begin(knownCodes), std::end(knownCodes),
        [&](const KnownCode &entry) { return entry.code == refusal.code; });
    if (known != std::end(knownCodes))
        return {known->kind, Core::tr(known->sentence), known->retryable};
    return judgeStatus(refusal);
}

} // namespace loopflow::discord
