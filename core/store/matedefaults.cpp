#include "core/store/matedefaults.h"

#include "core/store/settings.h"

namespace loopflow {

Mate freshMate(const Settings &settings)
{
    Mate mate;
    mate.provider = settings.text(QStringLiteral("new.provider"));
    // A model belongs to its provider.
    if (!mate.provider.isEmpty())
        mate.model = settings.text(QStringLiteral("new.model"));
    mate.historyMessages = static_cast<int>(settings.number(QStringLiteral("new.messages")));
    mate.historyTokens = static_cast<int>(settings.number(QStringLiteral("new.tokens")));
    return mate;
}

} // namespace loopflow
