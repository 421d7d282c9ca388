#include "core/discord/inflater.h"

#include "core/base/core.h"

#include <zlib.h>

#include <algorithm>
#include <utility>

namespace loopflow::discord {

static constexpr qsizetype largestMessage = 64 * 1024 * 1024;
static constexpr quint32 syncFlush = 0x0000FFFF;

struct Inflater::Stream {
    z_stream z = {};
    bool usable = inflateInit(&z) == Z_OK;
    bool tooLarge = false;
    bool betweenBlocks = false; ///< and at the start of a byte: where a flush leaves it

    Stream() = default;
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
    ~Stream() { inflateEnd(&z); }
};

Inflater::Inflater()
    : m_stream(std::make_unique<Stream>())
{
}

Inflater::~Inflater() = default;

Result<QByteArray> Inflater::feed(const QByteArray &frame)
{
    m_stream->usable = m_stream->usable && inflateInto(m_message, frame);
    if (!m_stream->usable) {
        m_message = {};
        return Error{ErrorCode::Invalid,
            m_stream->tooLarge
                ? Core::tr("Discord sent a message of more than 64 MiB. Loopflow reconnects.")
                : Core::tr("Discord sent compressed data that cannot be read. Loopflow reconnects.")};
    }
    if (!atMessageEnd(frame))
        return QByteArray();
    return std::exchange(m_message, {});
}

bool Inflater::inflateInto(QByteArray &message, const QByteArray &frame)
{
    z_stream &z = m_stream->z;
    // zlib does not write to its input; its type is older than const.
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(frame.constData()));
    z.avail_in = static_cast<uInt>(frame.size());
    bool outputFull = false;
    while (z.avail_in > 0 || outputFull) {
        const qsizetype used = message.size();
        // Gateway JSON shrinks to about an eighth: most messages take one round and one allocation.
        const qsizetype room = std::min(
            std::max<qsizetype>({frame.size() * 10, used, 512}), largestMessage + 1 - used);
        message.resize(used + room);
        z.next_out = reinterpret_cast<Bytef *>(message.data() + used);
        z.avail_out = static_cast<uInt>(room);
        const int status = inflate(&z, Z_SYNC_FLUSH);
        message.resize(used + room - static_cast<qsizetype>(z.avail_out));
        outputFull = z.avail_out == 0;
        m_stream->tooLarge = message.size() > largestMessage;
        // The output was exactly full and nothing was left to write. zlib forgets its position
        // then.
        if (status == Z_BUF_ERROR)
            break;
        // Z_STREAM_END is an error too: the stream lasts as long as the connection.
        if (status != Z_OK || m_stream->tooLarge)
            return false;
        m_stream->betweenBlocks = (z.data_type & 128) != 0 && (z.data_type & 31) == 0;
    }
    return true;
}

bool Inflater::atMessageEnd(const QByteArray &frame)
{
    for (const char byte : frame.last(std::min<qsizetype>(frame.size(), 4)))
        m_lastBytes = m_lastBytes << 8 | static_cast<quint8>(byte);
    // Compressed data may hold 00 00 FF FF by chance at a frame's end.
    return m_lastBytes == syncFlush && m_stream->betweenBlocks;
}

} // namespace loopflow::discord
