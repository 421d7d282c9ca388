// A mate's state as people see it: words, shape, colour, and what helps it on.
// Pure; the list, the tray and the announcements say the same by it.
#pragma once

#include "core/host/supervisor.h"
#include "core/mate/mate.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/palette.h"

#include <optional>

namespace loopflow {

/// What helps a mate on: what Enter does on its row.
enum class NextStep { Open, Setup, ChooseModel, Retry };

/// It wants to run and cannot before a person does something.
bool needsPerson(const Mate &mate, const MateState &state);
NextStep nextStep(const Mate &mate, const MateState &state);
/// "Online", "Reconnects in 8 s", "Paused · no token yet", "Discord refused the token".
QString stateInWords(const Mate &mate, const MateState &state, TimePoint now);
/// The colour of those words; none: muted.
std::optional<ColorRole> stateColor(const Mate &mate, const MateState &state);
Presence presenceOf(const Mate &mate, const MateState &state);
/// "Ana and Ben", "Ana, Ben and 3 more"
QString listed(const QStringList &names);

} // namespace loopflow
