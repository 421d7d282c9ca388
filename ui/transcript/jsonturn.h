// One turn as JSON, for programs; loopflow(1) describes it.
// Keys are only ever added; what is not known is left out.
#pragma once

#include "ui/transcript/turnstory.h"

namespace loopflow {

QByteArray jsonOf(const TurnStory &story);

} // namespace loopflow
