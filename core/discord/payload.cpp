#include "core/discord/payload.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <simdjson.h>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace loopflow::discord {

namespace ondemand = simdjson::ondemand;

/// Buffers above this are given back after use, so that one 6 MB guild does not cost every mate 40
/// MB for good.
static constexpr qsizetype keptBuffer = 16 * 1024;

struct PayloadReader::Parser {
    ondemand::parser json;
    QByteArray padded; ///< simdjson reads beyond the end of its input

    simdjson::padded_string_view pad(QByteArrayView text)
    {
        if (padded.size() > keptBuffer && text.size() <= keptBuffer) {
            padded = {};
            json = ondemand::parser();
        }
        const qsizetype needed = text.size() + static_cast<qsizetype>(simdjson::SIMDJSON_PADDING);
        if (padded.size() < needed)
            padded.resize(needed);
        std::memcpy(padded.data(), text.data(), static_cast<size_t>(text.size()));
        std::memset(padded.data() + text.size(), ' ', simdjson::SIMDJSON_PADDING);
        return simdjson::padded_string_view(padded.constData(), static_cast<size_t>(text.size()),
            static_cast<size_t>(padded.size()));
    }
};

static QByteArrayView viewOf(std::string_view text)
{
    return QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).trimmed();
}

namespace {
enum class Interest { None, Direct, Guild, Always };
}

static Interest interestIn(std::string_view type)
{
    if (type == "MESSAGE_CREATE" || type == "MESSAGE_UPDATE" || type == "MESSAGE_DELETE"
        || type == "TYPING_START")
        return Interest::Direct;
    if (type == "GUILD_CREATE" || type == "GUILD_DELETE")
        return Interest::Guild;
    return type == "READY" || type == "RESUMED" ? Interest::Always : Interest::None;
}

/// The event's `d`; empty bytes when it happened in a server, none when it is broken.
static std::optional<QByteArrayView> directEvent(ondemand::value d)
{
    ondemand::object event;
    if (d.get_object().get(event))
        return std::nullopt;
    ondemand::value guild;
    const auto found = event.find_field_unordered("guild_id").get(guild);
    if (found == simdjson::SUCCESS) {
        bool null = false;
        if (guild.is_null().get(null))
            return std::nullopt;
        if (!null)
            return QByteArrayView();
    } else if (found != simdjson::NO_SUCH_FIELD) {
        return std::nullopt;
    }
    std::string_view text;
    bool more = false;
    if (event.reset().get(more) || event.raw_json().get(text))
        return std::nullopt;
    return viewOf(text);
}

/// The server's id as it stands there; empty bytes when an outage took it away, none when it is
/// broken.
static std::optional<QByteArrayView> guildEvent(ondemand::value d, bool removed)
{
    ondemand::object event;
    ondemand::value id;
    if (d.get_object().get(event) || event.find_field_unordered("id").get(id))
        return std::nullopt;
    const QByteArrayView token = viewOf(id.raw_json_token());
    bool unavailable = false;
    if (removed && event.find_field_unordered("unavailable").get(unavailable) == simdjson::SUCCESS
        && unavailable)
        return QByteArrayView();
    return token;
}

PayloadReader::PayloadReader()
    : m_parser(std::make_unique<Parser>())
{
}

PayloadReader::~PayloadReader() = default;

std::optional<Payload> PayloadReader::read(QByteArrayView json)
{
    ondemand::document document;
    ondemand::object root;
    if (m_parser->json.iterate(m_parser->pad(json)).get(document)
        || document.get_object().get(root))
        return std::nullopt;

    // In Discord's own order, so that nothing is skipped; any other order only costs time.
    std::string_view type;
    const bool named = root.find_field_unordered("t").get(type) == simdjson::SUCCESS;
    Payload payload;
    if (int64_t sequence = 0; root.find_field_unordered("s").get(sequence) == simdjson::SUCCESS)
        payload.sequence = sequence;
    int64_t op = 0;
    if (root.find_field_unordered("op").get(op))
        return std::nullopt;
    payload.op = op;
    const Interest interest = op != opcode::Dispatch ? Interest::Always
        : named                                      ? interestIn(type)
                                                     : Interest::None;
    if (interest == Interest::None)
        return payload;

    ondemand::value d;
    if (root.find_field_unordered("d").get(d))
        return op == opcode::Dispatch ? std::nullopt : std::optional(payload);
    if (interest == Interest::Direct) {
        const auto data = directEvent(d);
        if (!data)
            return std::nullopt;
        payload.data = *data;
    } else if (interest == Interest::Guild) {
        const auto data = guildEvent(d, type == "GUILD_DELETE");
        if (!data)
            return std::nullopt;
        payload.data = *data;
    } else if (std::string_view text; simdjson::to_json_string(d).get(text) == simdjson::SUCCESS) {
        payload.data = viewOf(text);
    } else {
        return std::nullopt;
    }
    if (payload.data.isEmpty())
        return payload;
    // Walks to the end, so that a cut message is not taken for a whole one.
    std::string_view whole;
    if (bool more = false; root.reset().get(more) || root.raw_json().get(whole))
        return std::nullopt;
    if (op == opcode::Dispatch)
        payload.type = QByteArrayView(type.data(), static_cast<qsizetype>(type.size()));
    return payload;
}

static QJsonObject objectIn(QByteArrayView data)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(data.data(), data.size())).object();
}

std::optional<Ready> parseReady(QByteArrayView data)
{
    constexpr qint64 messageContentFlags =
        1 << 18 | 1 << 19; // granted, or allowed because the app is small
    const QJsonObject json = objectIn(data);
    Ready ready;
    ready.bot = UserId::fromJson(json.value("user"_L1).toObject().value("id"_L1));
    ready.sessionId = json.value("session_id"_L1).toString();
    ready.resumeUrl = QUrl(json.value("resume_gateway_url"_L1).toString());
    const QJsonObject application = json.value("application"_L1).toObject();
    ready.messageContent = (application.value("flags"_L1).toInteger() & messageContentFlags) != 0;
    const QJsonArray guilds = json.value("guilds"_L1).toArray();
    for (const QJsonValue &guild : guilds) {
        if (const auto id = GuildId::fromJson(guild.toObject().value("id"_L1)))
            ready.guilds.append(id);
    }
    return ready.bot && !ready.sessionId.isEmpty() ? std::optional(ready) : std::nullopt;
}

GuildId parseGuild(QByteArrayView data)
{
    const bool quoted = data.size() > 2 && data.front() == '"' && data.back() == '"';
    return GuildId::fromString(
        QString::fromLatin1(quoted ? data.sliced(1, data.size() - 2) : QByteArrayView()));
}

std::optional<Milliseconds> parseHello(QByteArrayView data)
{
    const Milliseconds interval(objectIn(data).value("heartbeat_interval"_L1).toInteger());
    return interval > Milliseconds(0) ? std::optional(interval) : std::nullopt;
}

static QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

/// A frame is built in one piece of memory: growing would leave copies of the token behind.
static Secret frame(std::initializer_list<QByteArrayView> parts)
{
    qsizetype size = 0;
    for (const QByteArrayView part : parts)
        size += part.size();
    QByteArray text;
    text.reserve(size);
    for (const QByteArrayView part : parts)
        text.append(part);
    return Secret(std::move(text));
}

Secret identifyFrame(const Secret &token, quint32 intents)
{
    return frame({R"({"op":2,"d":{"token":")", token.reveal(), R"(","intents":)",
        QByteArray::number(intents), R"(,"properties":{"os":)", quoted(QSysInfo::kernelType()),
        R"(,"browser":"loopflow","device":"loopflow"},"large_threshold":50}})"});
}

Secret resumeFrame(const Secret &token, const QString &sessionId, qint64 sequence)
{
    return frame({R"({"op":6,"d":{"token":")", token.reveal(), R"(","session_id":)",
        quoted(sessionId), R"(,"seq":)", QByteArray::number(sequence), "}}"});
}

QByteArray heartbeatFrame(std::optional<qint64> sequence)
{
    return R"({"op":1,"d":)"
        + (sequence ? QByteArray::number(*sequence) : QByteArrayLiteral("null")) + '}';
}

bool isPossibleToken(const Secret &token)
{
    // Discord closes a connection that sends more than 4,096 bytes at once; the rest of a frame is
    // far below 1 KB.
    const QByteArray &bytes = token.reveal();
    return !bytes.isEmpty() && bytes.size() <= 3000
        && std::all_of(bytes.begin(), bytes.end(),
            [](char c) { return c > ' ' && c <= '~' && c != '"' && c != '\\'; });
}

} // namespace loopflow::discord
