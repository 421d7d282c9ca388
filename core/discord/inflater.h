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
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    /// Takes a binary frame. Returns the whole message when this frame ended one, else empty bytes.
    /// Errors: broken data, or a message over 64 MiB; the connection is then of no more use.
    Result<QByteArray> feed(const QByteArray &frame);

private:
    struct Stream;
    bool inflateInto(QByteArray &message, const QByteArray &frame);
    bool atMessageEnd(const QByteArray &frame);

    std::unique_ptr<Stream> m_stream;
    QByteArray m_message; ///< what came out of frames that did not end it
    quint32 m_lastBytes = 0; ///< the last four bytes taken in
};

} // namespace loopflow::discord
