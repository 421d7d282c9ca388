// Discord's zlib-stream from the server's side: one deflate context per connection.
// Every message ends in a sync flush (00 00 FF FF). Spec: docs "Gateway › Transport Compression".
#pragma once

#include <QByteArray>

#include <memory>

namespace loopflow::practice {

class Deflater final {
public:
    Deflater();
    ~Deflater();
    QByteArray compress(const QByteArray &message);

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
};

} // namespace loopflow::practice
