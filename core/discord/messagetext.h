// What Discord shows, as text for a model, and what a model wrote, as messages for Discord.
// Counts in UTF-16 units, which is never more than Discord allows.
#pragma once

#include "core/discord/message.h"

#include <QStringList>

namespace loopflow::discord {

/// The longest message a bot may post, in UTF-16 units.
constexpr qsizetype messageLimit = 2000;

/// The message as a model should read it: mentions as @Name, custom emoji as :name:, signatures of CDN
/// addresses cut off, and what is no text (stickers, voice, pictures, files, polls, forwards) named in one
/// bracketed line each. Empty only for a message with nothing in it.
QString readableText(const Message &message);

/// A line that Loopflow itself says in a conversation starts so; such messages never reach a model.
inline const QString serviceMark = QStringLiteral("-# Loopflow:");
bool isServiceLine(const QString &content);
/// "-# Loopflow: <text>", on one line, cut to Discord's limit.
QString serviceLine(const QString &text);
/// The *new conversation* marker that `/new` posts; history ends there.
QString newConversationMarker();
bool isNewConversationMarker(const QString &content);

/// A model's text as the messages to post, each at most messageLimit units: split at paragraphs, lines, words,
/// code fences closed and reopened with their language, a line that looks like a service line escaped,
/// blank ends trimmed. Empty when there is nothing to post.
QStringList splitForPosting(const QString &text);

} // namespace loopflow::discord
