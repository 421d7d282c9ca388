// Discord's zlib-stream transport compression: one inflate context per connection.
// Every gateway message ends in a sync flush (00 00 FF FF); frames may cut it anywhere.
// Spec: docs "Gateway › Transport Compression".
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <memory>

namespace loopflow::discord {

class Inflater final {
public:
    Inflater();
    ~Inflater();
    /// Takes a binary frame. Returns the whole message when this frame ended one, else empty bytes.
    /// Errors: broken data, or a message over 64 MiB; the connection is then of no more use.
    Result<QByteArray> feed(const QByteArray &frame);

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_pending;
};

} // namespace loopflow::discord
