// How well a text answers what a person typed: by its beginning, a word's beginning, inside, or letter by letter.
// Pure; both sides are folded once, so that a thousand texts are ranked between two keys.
#pragma once

#include <QString>

#include <optional>

namespace loopflow {

/// Without case and accents, white space made single.
QString folded(const QString &text);
/// Both folded. Every word of `typed` must be found; higher is better; none: not an answer.
std::optional<int> rank(const QString &text, const QString &typed);

} // namespace loopflow
