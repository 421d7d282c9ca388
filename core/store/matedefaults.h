// What a mate begins with, by the settings: provider, model, and how much history it reads.
#pragma once

#include "core/mate/mate.h"

namespace loopflow {

class Settings;

/// A mate without name and bot.
Mate freshMate(const Settings &settings);

} // namespace loopflow
