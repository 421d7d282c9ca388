#include "core/store/piecestore.h"

#include "core/base/core.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestPiece = 256;
constexpr qsizetype longestPiece = 4096;
constexpr quint64 cutMask = 0x3ffull << 54; // the hash's oldest bits; one place in 1,024 has none of them set
constexpr qsizetype knownLimit = 20000; // about 2 MB of memory
constexpr qint64 longestPlace = 1024 * 1024 * 1024;
constexpr int packCacheBytes = 2 * 1024 * 1024;
constexpr int deflateLevel = 1; // level 6 takes twice the time and saves a tenth

/// A random number for each byte value (splitmix64).
constexpr std::array<quint64, 256> gears = [] {
    std::array<quint64, 256> numbers{};
    quint64 state = 0;
    for (quint64 &number : numbers) {
        state += 0x9e3779b97f4a7c15;
        number = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
        number = (number ^ (number >> 27)) * 0x94d049bb133111eb;
        number ^= number >> 31;
    }
    return numbers;
}();

void appendNumber(QByteArray &bytes, qint64 value)
{
    auto rest = static_cast<quint64>(value);
    for (; rest >= 0x80; rest >>= 7)
        bytes.append(static_cast<char>(rest | 0x80));
    bytes.append(static_cast<char>(rest));
}

std::optional<qint64> takeNumber(QByteArrayView &bytes)
{
    quint64 value = 0;
    for (int shift = 0; shift < 63 && !bytes.isEmpty(); shift += 7) {
        const auto byte = static_cast<quint8>(bytes.front());
        bytes = bytes.sliced(1);
        value |= quint64{byte & 0x7fu} << shift;
        if (byte < 0x80)
            return static_cast<qint64>(value);
    }
    return {};
}

Error lost()
{
    return {ErrorCode::Storage, Core::tr("A part of the record is damaged or was removed.")};
}

} // namespace

QList<QByteArrayView> cutByContent(QByteArrayView bytes)
{
    QList<QByteArrayView> pieces;
    quint64 hash = 0;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        hash = (hash << 1) + gears[static_cast<quint8>(bytes[i])];
        const qsizetype size = i + 1 - begin;
        if ((size >= shortestPiece && (hash & cutMask) == 0) || size == longestPiece) {
            pieces.append(bytes.sliced(begin, size));
            begin = i + 1;
        }
    }
    if (begin < bytes.size())
        pieces.append(bytes.sliced(begin));
    return pieces;
}

PieceStore::PieceStore(QSqlDatabase &sql)
    : m_sql(sql)
    , m_add(sql, u"INSERT INTO pack (id, mate, channel, day, bytes) VALUES (?, ?, ?, ?, ?)"_s,
          Core::tr("The record could not be written"))
    , m_read(sql, u"SELECT bytes FROM pack WHERE id = ?"_s, Core::tr("The record could not be read"))
    , m_packs(packCacheBytes)
{
}

Result<QByteArray> PieceStore::store(const ConversationId &conversation, qint64 day, const QByteArray &payload)
{
    if (m_known.size() > knownLimit)
        m_known.clear();
    QByteArray scope;
    for (const qint64 part : {static_cast<qint64>(conversation.mate),
             static_cast<qint64>(conversation.channel.value), day})
        appendNumber(scope, part);
    QByteArray fresh;
    QList<std::pair<QByteArray, Place>> added;
    QList<Place> places; // pack 0: in `fresh`
    for (const QByteArrayView piece : cutByContent(payload)) {
        QCryptographicHash hash(QCryptographicHash::Sha1);
        hash.addData(scope);
        hash.addData(piece);
        const QByteArray key = hash.result();
        Place place = m_known.value(key);
        if (place.pack == 0) {
            place = {0, fresh.size(), piece.size()};
            fresh.append(piece);
            added.append({key, place});
        }
        places.append(place);
    }
    if (!fresh.isEmpty()) {
        const auto pack = nextPack();
        if (!pack)
            return pack.error();
        if (auto kept = m_add.run(
                *pack, conversation.mate, conversation.channel, day, qCompress(fresh, deflateLevel));
            !kept)
            return kept.error();
        for (auto &[key, place] : added)
            m_known.insert(key, {*pack, place.offset, place.size});
        for (Place &place : places)
            place.pack = place.pack == 0 ? *pack : place.pack;
    }
    return encode(places);
}

/// Never one that was given before: whoever deletes packs, or has one in memory, knows them by their numbers.
Result<qint64> PieceStore::nextPack()
{
    if (m_lastPack < 0) {
        Statement last(m_sql, u"SELECT max(id) FROM pack"_s, Core::tr("The record could not be read"));
        if (auto ran = last.run(); !ran)
            return ran.error();
        m_lastPack = last.next() ? last.number(0) : 0;
    }
    return ++m_lastPack;
}

Result<QByteArray> PieceStore::load(const QByteArray &references)
{
    const std::optional<QList<Place>> places = decode(references);
    if (!places)
        return lost();
    QByteArray payload;
    for (const Place &place : *places) {
        const Result<QByteArray> pack = unpack(place.pack);
        if (!pack)
            return pack.error();
        if (place.size > pack->size() || place.offset > pack->size() - place.size)
            return lost();
        payload.append(QByteArrayView(*pack).sliced(place.offset, place.size));
    }
    return payload;
}

qint64 PieceStore::sizeOf(const QByteArray &references)
{
    qint64 size = 0;
    for (const Place &place : decode(references).value_or(QList<Place>()))
        size += std::clamp<qint64>(place.size, 0, longestPlace); // it may be damaged
    return size;
}

void PieceStore::forget()
{
    m_known.clear();
    m_packs.clear();
}

Result<QByteArray> PieceStore::unpack(qint64 pack)
{
    if (const QByteArray *bytes = m_packs.object(pack))
        return *bytes;
    if (auto read = m_read.run(pack); !read)
        return read.error();
    QByteArray bytes;
    if (m_read.next())
        bytes = qUncompress(m_read.bytes(0));
    m_read.reset();
    if (bytes.isEmpty())
        return lost();
    m_packs.insert(pack, new QByteArray(bytes), bytes.size());
    return bytes;
}

QByteArray PieceStore::encode(const QList<Place> &places)
{
    QByteArray references;
    for (qsizetype i = 0; i < places.size(); ++i) {
        Place run = places[i];
        while (i + 1 < places.size() && places[i + 1].pack == run.pack
            && places[i + 1].offset == run.offset + run.size)
            run.size += places[++i].size;
        for (const qint64 number : {run.pack, run.offset, run.size})
            appendNumber(references, number);
    }
    return references;
}

std::optional<QList<PieceStore::Place>> PieceStore::decode(const QByteArray &references)
{
    QList<Place> places;
    QByteArrayView rest(references);
    while (!rest.isEmpty()) {
        Place place;
        for (qint64 *number : {&place.pack, &place.offset, &place.size}) {
            const std::optional<qint64> taken = takeNumber(rest);
            if (!taken)
                return {};
            *number = *taken;
        }
        places.append(place);
    }
    return places;
}

} // namespace loopflow
