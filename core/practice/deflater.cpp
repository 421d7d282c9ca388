#include "core/practice/deflater.h"

#include <zlib.h>

namespace loopflow::practice {

struct Deflater::Stream {
    z_stream zlib{};
};

Deflater::Deflater()
    : m_stream(std::make_unique<Stream>())
{
    if (deflateInit(&m_stream->zlib, Z_DEFAULT_COMPRESSION) != Z_OK)
        qFatal("zlib cannot start: out of memory");
}

Deflater::~Deflater()
{
    deflateEnd(&m_stream->zlib);
}

QByteArray Deflater::compress(const QByteArray &message)
{
    z_stream &zlib = m_stream->zlib;
    QByteArray output;
    QByteArray part(16 * 1024, Qt::Uninitialized);
    // zlib's interface predates const.
    zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(message.data()));
    zlib.avail_in = static_cast<uInt>(message.size());
    do {
        zlib.next_out = reinterpret_cast<Bytef *>(part.data());
        zlib.avail_out = static_cast<uInt>(part.size());
        const int result = deflate(&zlib, Z_SYNC_FLUSH);
        Q_ASSERT(result == Z_OK || result == Z_BUF_ERROR);
        output.append(part.constData(), part.size() - static_cast<qsizetype>(zlib.avail_out));
    } while (zlib.avail_out == 0);
    return output;
}

} // namespace loopflow::practice
