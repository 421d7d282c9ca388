// The inside of a paragraph of Discord's Markdown: emphasis, code, spoilers, links, mentions.
// Pure; makes links only of http and https.
#pragma once

#include "ui/widgets/discordmarkdown.h"

namespace loopflow {

/// Neighbours of equal style are one span. What is not closed is shown as it is written.
QList<MarkdownSpan> parseDiscordInline(QStringView text, const MentionNames &names);

} // namespace loopflow
