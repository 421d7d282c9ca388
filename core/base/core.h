// The engine's sentences in a person's language.
// One context for all rooms; never for what a model, Discord or a script reads: that stays English.
#pragma once

#include <QCoreApplication>

namespace loopflow {

/// `Core::tr("…")` says it in the language that the process speaks, in English where it speaks none. Not before main():
/// a constant at namespace scope would keep its English. A table marks its sentences with
/// QT_TRANSLATE_NOOP("loopflow::Core", "…") and says them later.
class Core final {
    Q_DECLARE_TR_FUNCTIONS(loopflow::Core)

public:
    Core() = delete;
};

} // namespace loopflow
