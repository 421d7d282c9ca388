// One turn as a page for people: what was asked, what was answered, how long it took, what the model was given.
// In the words that the window has for it.
#pragma once

#include "ui/transcript/turnstory.h"

namespace loopflow {

/// All of the page.
QByteArray pageOf(const TurnStory &story, PageTranscript &page);

} // namespace loopflow
