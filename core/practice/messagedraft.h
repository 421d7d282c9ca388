// What a request body says about a message, checked by Discord's rules.
// Pure; whether the channel or a replied-to message exists is the store's business.
// Spec: docs "Resources › Message › Create Message", "Allowed Mentions Object".
#pragma once

#include "core/discord/id.h"
#include "core/practice/apierror.h"

#include <QJsonObject>
#include <QSet>

#include <optional>

namespace loopflow::practice {

/// Who may be pinged. The defaults are Discord's for a message that says nothing about it.
struct AllowedMentions {
    bool everyUser = true;
    QSet<discord::UserId> users; ///< where not every user is allowed
    bool repliedUser = true;
};

struct MessageDraft {
    QString content;
    QJsonValue nonce{QJsonValue::Undefined}; ///< number or string, as it came
    bool enforceNonce = false;
    bool tts = false;
    int flags = 0;
    discord::MessageId replyTo;
    discord::ChannelId replyChannel; ///< none: not said
    bool failIfNotExists = true;
    AllowedMentions allowed;
};

struct MessageEdit {
    std::optional<QString> content; ///< none: stays
    std::optional<int> flags;
    AllowedMentions allowed;
};

/// POST messages.
ApiResult<MessageDraft> readDraft(const QJsonObject &body);
/// PATCH message.
ApiResult<MessageEdit> readEdit(const QJsonObject &body);

} // namespace loopflow::practice
