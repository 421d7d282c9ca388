#include "core/practice/messagedraft.h"

#include "core/practice/form.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

constexpr int contentLimit = 2000;
constexpr int subscriberLimit = 4000;
constexpr int nonceLimit = 25;
constexpr int suppressEmbeds = 1 << 2;
constexpr int suppressNotifications = 1 << 12;

QString tooLong(int limit)
{
    return u"Must be %1 or fewer in length."_s.arg(limit);
}

/// Discord removes white space around a text, and characters that no text has.
QString readContent(Form &form)
{
    QString content = form.text(u"content"_s).value_or(QString());
    content.remove(QChar(u'\0'));
    content = content.trimmed();
    // Whether Discord counts code points or UTF-16 units is not known; this is the stricter.
    if (content.size() > contentLimit) {
        form.complain(u"content"_s, u"BASE_TYPE_MAX_LENGTH"_s,
            tooLong(content.size() > subscriberLimit ? subscriberLimit : contentLimit));
    }
    return content;
}

QSet<QString> readParse(Form &form)
{
    QSet<QString> kinds;
    for (const QJsonValue &value : form.list(u"parse"_s, 1521).value_or(QJsonArray())) {
        const QString kind = value.toString();
        if (kind == "users"_L1 || kind == "roles"_L1 || kind == "everyone"_L1)
            kinds.insert(kind);
        else
            form.complain(u"parse"_s, u"BASE_TYPE_CHOICES"_s,
                u"Value must be one of {'everyone', 'users', 'roles'}."_s);
    }
    return kinds;
}

QSet<discord::UserId> readIds(Form &form, const QString &name)
{
    QSet<discord::UserId> ids;
    int index = 0;
    for (const QJsonValue &value : form.list(name, 100).value_or(QJsonArray())) {
        if (const auto id = form.snowflake(value, {name, QString::number(index++)}))
            ids.insert({*id});
    }
    return ids;
}

AllowedMentions readAllowedMentions(Form &form)
{
    auto inner = form.object(u"allowed_mentions"_s);
    if (!inner)
        return {};
    const QSet<QString> parse = readParse(*inner);
    AllowedMentions allowed;
    allowed.everyUser = parse.contains(u"users"_s);
    allowed.users = readIds(*inner, u"users"_s);
    allowed.repliedUser = inner->boolean(u"replied_user"_s).value_or(false);
    const bool roles = !readIds(*inner, u"roles"_s).isEmpty();
    const auto exclusive = [&](const QString &kind) {
        inner->complain({}, u"MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"_s,
            u"parse:[\"%1\"] and %1: [ids...] are mutually exclusive."_s.arg(kind));
    };
    if (allowed.everyUser && !allowed.users.isEmpty())
        exclusive(u"users"_s);
    if (parse.contains(u"roles"_s) && roles)
        exclusive(u"roles"_s);
    form.merge(*inner);
    return allowed;
}

void readNonce(Form &form, const QJsonObject &body, MessageDraft &draft)
{
    const auto nonce = form.text(u"nonce"_s);
    if (!nonce)
        return;
    if (nonce->size() > nonceLimit)
        form.complain(u"nonce"_s, u"BASE_TYPE_MAX_LENGTH"_s, tooLong(nonceLimit));
    draft.nonce = body.value("nonce"_L1);
}

void readReference(Form &form, MessageDraft &draft)
{
    auto inner = form.object(u"message_reference"_s);
    if (!inner)
        return;
    if (inner->integer(u"type"_s, 0, 1).value_or(0) == 1) {
        inner->complain(u"type"_s, u"PRACTICE_UNSUPPORTED"_s,
            u"The practice server does not forward messages."_s);
    }
    if (!inner->has(u"message_id"_s))
        inner->complain(u"message_id"_s, u"BASE_TYPE_REQUIRED"_s, u"This field is required"_s);
    draft.replyTo = {inner->snowflake(u"message_id"_s).value_or(0)};
    draft.replyChannel = {inner->snowflake(u"channel_id"_s).value_or(0)};
    inner->snowflake(u"guild_id"_s);
    draft.failIfNotExists = inner->boolean(u"fail_if_not_exists"_s).value_or(true);
    form.merge(*inner);
}

void refuseWhatIsNotText(Form &form)
{
    for (const QString &field : {u"embeds"_s, u"sticker_ids"_s, u"components"_s, u"attachments"_s,
             u"poll"_s, u"shared_client_theme"_s})
        form.refuseUnlessEmpty(field);
}

std::optional<int> readFlags(Form &form, int settable)
{
    const auto flags = form.integer(u"flags"_s, 0, std::numeric_limits<int>::max());
    if (!flags)
        return std::nullopt;
    // Voice messages and Components V2 need what the practice server does not play.
    if (*flags & ((1 << 13) | (1 << 15)))
        form.complain(
            u"flags"_s, u"PRACTICE_UNSUPPORTED"_s, u"The practice server takes text only."_s);
    // Flags that nobody may set are ignored, as Discord does.
    return static_cast<int>(*flags) & settable;
}

} // namespace

ApiResult<MessageDraft> readDraft(const QJsonObject &body)
{
    Form form(body);
    MessageDraft draft;
    draft.content = readContent(form);
    draft.tts = form.boolean(u"tts"_s).value_or(false);
    draft.enforceNonce = form.boolean(u"enforce_nonce"_s).value_or(false);
    draft.flags = readFlags(form, suppressEmbeds | suppressNotifications).value_or(0);
    draft.allowed = readAllowedMentions(form);
    readNonce(form, body, draft);
    readReference(form, draft);
    refuseWhatIsNotText(form);
    if (!form.isFine())
        return form.error();
    if (draft.content.isEmpty())
        return apierror::emptyMessage();
    return draft;
}

ApiResult<MessageEdit> readEdit(const QJsonObject &body)
{
    Form form(body);
    MessageEdit edit;
    if (body.contains("content"_L1))
        edit.content = readContent(form);
    edit.flags = readFlags(form, suppressEmbeds);
    edit.allowed = readAllowedMentions(form);
    refuseWhatIsNotText(form);
    if (!form.isFine())
        return form.error();
    if (edit.content && edit.content->isEmpty())
        return apierror::emptyMessage();
    return edit;
}

} // namespace loopflow::practice
