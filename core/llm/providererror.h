// The error that a provider put into an answer's body or into its stream, whatever its shape.
// Reads only; what it means is said by explain.h.
#pragma once

#include "core/base/time.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace loopflow::llm {

struct ProviderError {
    int status = 0; ///< HTTP's, or what the error's own code or type says; 0: not said
    QString type;
    QString code; ///< as text, also where it was a number
    QString param; ///< the parameter that it is about
    QString message; ///< the provider's own words
    QString details; ///< reasons and quota names, for matching only
    qint64 requestTokens = 0;
    qint64 contextTokens = 0;
    std::optional<Milliseconds> retryDelay;
};

/// `{"error":{…}}`, `{"error":"…"}`, `{"object":"error",…}`, `{"type":"error",…}`, `{"detail":…}`,
/// or the first of an array of these; nothing when the JSON holds no error.
std::optional<ProviderError> readProviderError(const QJsonObject &object);
std::optional<ProviderError> readProviderError(QByteArrayView json);
/// The same for an object that is known to be an error, also where it has no envelope.
ProviderError readBareError(const QJsonObject &object);

/// The HTTP status that an error's type, code or status word stands for; 0: unknown.
int statusOfErrorName(QStringView name);

} // namespace loopflow::llm
