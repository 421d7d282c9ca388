#include "core/llm/modeltraits.h"

#include <algorithm>
#include <cmath>

namespace loopflow::llm {

ModelTraits calibrated(ModelTraits traits, qint64 estimated, qint64 counted)
{
    // A short request is mostly the template around it, which says nothing about the ratio.
    constexpr qint64 leastTokens = 64;
    if (estimated < leastTokens || counted < leastTokens)
        return traits;
    const double miss = static_cast<double>(counted) / static_cast<double>(estimated);
    traits.tokenRatio = std::clamp(traits.tokenRatio * (0.7 + 0.3 * miss), 0.3, 4.0);
    return traits;
}

qint64 estimateTokens(QStringView text)
{
    qint64 bytes = 0; // of UTF-8
    qint64 digits = 0;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            ++digits;
        else if (c.unicode() < 0x80)
            bytes += 1;
        else if (c.unicode() < 0x800 || c.isSurrogate()) // a pair of surrogates: four bytes
            bytes += 2;
        else
            bytes += 3;
    }
    return static_cast<qint64>(
        std::ceil(static_cast<double>(bytes) / 3.3 + 0.9 * static_cast<double>(digits)));
}

} // namespace loopflow::llm
