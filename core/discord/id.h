// Discord's ids ("snowflakes"): 64-bit numbers that carry their time, one type per thing named.
// Strings in JSON, compared as numbers. reference: docs "Reference › Snowflakes".
#pragma once

#include <QHashFunctions>
#include <QJsonValue>
#include <QString>

#include <algorithm>
#include <chrono>
#include <compare>

namespace loopflow::discord {

/// Zero means "none". `Tag` only keeps a user's id from being passed as a channel's.
template <class Tag>
struct Id {
    quint64 value = 0;

    /// The id written in `text`; none when it is not a decimal 64-bit number.
    static Id fromString(QStringView text)
    {
        // toULongLong() also takes blanks and signs, which no id of Discord has.
        const bool digits = std::all_of(
            text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        bool fits = false;
        const quint64 number = text.toULongLong(&fits);
        return {digits && fits ? number : 0};
    }
    /// The id in a JSON string; none for anything else (null, absent, a number).
    static Id fromJson(const QJsonValue &json) { return fromString(json.toString()); }
    /// The smallest id that a thing made at that moment (Unix time) can have.
    static Id at(std::chrono::milliseconds wall)
    {
        return {wall.count() <= epoch ? 0 : static_cast<quint64>(wall.count() - epoch) << 22};
    }

    QString toString() const { return QString::number(value); }
    /// When it was made, Unix time.
    std::chrono::milliseconds created() const
    {
        return std::chrono::milliseconds(static_cast<qint64>(value >> 22) + epoch);
    }
    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id &) const = default;

private:
    static constexpr qint64 epoch = 1420070400000; // 2015-01-01T00:00:00Z
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using UserId = Id<struct UserTag>;
using ChannelId = Id<struct ChannelTag>;
using MessageId = Id<struct MessageTag>;
using GuildId = Id<struct GuildTag>;
using ApplicationId = Id<struct ApplicationTag>;

} // namespace loopflow::discord
