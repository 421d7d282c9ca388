#include "core/host/usualmodel.h"

#include "core/host/credentials.h"

#include <QMap>

namespace loopflow {

using namespace Qt::StringLiterals;

QString providerAtHand(const Credentials &credentials)
{
    const auto sources = credentials.keysInEnvironment();
    return sources.isEmpty() ? QString() : sources.first().provider;
}

QString usualModel(const QString &provider)
{
    // Capable and not dear; each is in the built-in price list (a test looks).
    static const QMap<QString, QString> models{
        {u"anthropic"_s, u"claude-sonnet-5-5"_s},
        {u"deepseek"_s, u"deepseek-flash"_s},
        {u"google"_s, u"gemini-3.8-flash"_s},
        {u"mistral"_s, u"mistral-large-4"_s},
        {u"openai"_s, u"gpt-6.1-sol"_s},
        {u"xai"_s, u"grok-4.7"_s},
    };
    return models.value(provider);
}

} // namespace loopflow
