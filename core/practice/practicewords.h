// What the practice model says: that it is no AI, and the prompt and history it was given.
// Pure; never makes up anything that was not in the request.
#pragma once

#include "core/practice/chatcompletion.h"

namespace loopflow::practice {

/// Discord Markdown; what is long is shortened, so that the answer fits one Discord message for
/// common prompts.
QString practiceAnswer(const QList<PromptMessage> &messages);

/// A text cut into pieces as a model would stream it: words with the space before them. Joined they
/// are the text.
QStringList tokensOf(const QString &text);

} // namespace loopflow::practice
