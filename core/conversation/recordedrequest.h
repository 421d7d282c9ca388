// A request's body as it was recorded, read back into what the model saw, and as a command to send it again.
// Reads both dialects; never changes a byte of what it copies, never knows a key.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace loopflow {

/// One message of a request, in the order the model saw them; the system prompt is the first.
struct RequestMessage {
    QString role; ///< as the body says it: "system", "user", "assistant"
    QString text; ///< its texts; what is no text is named in brackets
    qint64 tokens = 0; ///< estimated
    bool operator==(const RequestMessage &) const = default;
};

/// What a body says besides its messages: the model, limits, switches.
struct RequestField {
    QString name;
    QString value; ///< a text without quotation marks, else compact JSON
    bool operator==(const RequestField &) const = default;
};

struct ReadRequest {
    QList<RequestMessage> messages;
    QList<RequestField> fields; ///< by name
    bool operator==(const ReadRequest &) const = default;
};

/// `tokenRatio` as in ModelTraits. Error: the body is no request that this version can take apart.
Result<ReadRequest> readRequest(const QByteArray &body, double tokenRatio = 1);

/// The environment variable that holds a provider's key; empty: it needs none.
QString keyVariable(const QString &provider);

/// A line for a POSIX shell that sends exactly these bytes to that address. The key is the variable's, by name.
QByteArray curlCommand(const QString &provider, const QString &url, const QByteArray &body);

} // namespace loopflow
