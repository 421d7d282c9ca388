// The two ways between an event's fields and JSON: each event is described once (describe, in
// eventfields.h) and an EventWriter or an EventReader visits the description. Never fails halfway.
#pragma once

#include "core/conversation/eventnames.h"

#include <QJsonArray>
#include <QJsonObject>

namespace loopflow {

class EventWriter {
public:
    static constexpr bool writes = true;

    template <class T>
    void operator()(QLatin1StringView key, const T &value) { m_json.insert(key, jsonOf(value)); }
    template <class T>
    void operator()(QLatin1StringView key, const std::optional<T> &value)
    {
        if (value)
            m_json.insert(key, jsonOf(*value));
    }
    /// Bytes that are meant to be text, kept exactly whatever they are.
    void bytes(QLatin1StringView key, QLatin1StringView base64Key, const QByteArray &value)
    {
        const QString text = QString::fromUtf8(value);
        if (text.toUtf8() == value)
            m_json.insert(key, text);
        else
            m_json.insert(base64Key, QString::fromLatin1(value.toBase64()));
    }
    QJsonObject take() { return std::move(m_json); }

    template <class T>
    static QJsonObject objectOf(const T &value);

private:
    static QJsonValue jsonOf(const QString &text) { return text; }
    static QJsonValue jsonOf(bool value) { return value; }
    static QJsonValue jsonOf(int value) { return value; }
    static QJsonValue jsonOf(qint64 value) { return value; }
    static QJsonValue jsonOf(double value) { return value; }
    static QJsonValue jsonOf(TurnId turn) { return static_cast<qint64>(turn); }
    static QJsonValue jsonOf(const discord::Message &message) { return discord::toJson(message); }
    template <class Tag>
    static QJsonValue jsonOf(discord::Id<Tag> id) { return id.toString(); }
    static QJsonValue jsonOf(const QMap<QString, QString> &map)
    {
        QJsonObject object;
        for (auto it = map.cbegin(); it != map.cend(); ++it)
            object.insert(it.key(), it.value());
        return object;
    }
    template <class T>
    static QJsonValue jsonOf(const QList<T> &list)
    {
        QJsonArray array;
        for (const T &item : list)
            array.append(jsonOf(item));
        return array;
    }
    template <class T>
    static QJsonValue jsonOf(const T &value)
    {
        if constexpr (std::is_enum_v<T>)
            return nameOf(value);
        else
            return objectOf(value);
    }

    QJsonObject m_json;
};

/// A field that is missing keeps its default, so that events may gain fields; but not an id or a
/// message, without which an event means nothing. The first field that cannot be read is kept.
class EventReader {
public:
    static constexpr bool writes = false;

    explicit EventReader(QJsonObject json)
        : m_json(std::move(json))
    {
    }

    template <class T>
    void operator()(QLatin1StringView key, T &value)
    {
        const QJsonValue json = m_json.value(key);
        if (json.isUndefined() ? isNeeded(value) : !read(json, value))
            fail(key);
    }
    template <class T>
    void operator()(QLatin1StringView key, std::optional<T> &value)
    {
        if (m_json.contains(key))
            (*this)(key, value.emplace());
    }
    void bytes(QLatin1StringView key, QLatin1StringView base64Key, QByteArray &value)
    {
        QString text;
        const bool isBase64 = m_json.contains(base64Key);
        (*this)(isBase64 ? base64Key : key, text);
        value = isBase64 ? QByteArray::fromBase64(text.toLatin1()) : text.toUtf8();
    }
    /// Empty: everything was read.
    const QString &brokenField() const { return m_broken; }

private:
    void fail(QLatin1StringView key)
    {
        if (m_broken.isEmpty())
            m_broken = key;
    }
    template <class Tag>
    static bool isNeeded(const discord::Id<Tag> &) { return true; }
    static bool isNeeded(const discord::Message &) { return true; }
    template <class T>
    static bool isNeeded(const T &) { return false; }

    static bool read(const QJsonValue &json, QString &text)
    {
        text = json.toString();
        return json.isString();
    }
    static bool read(const QJsonValue &json, bool &value)
    {
        value = json.toBool();
        return json.isBool();
    }
    static bool read(const QJsonValue &json, qint64 &value)
    {
        value = json.toInteger();
        return json.isDouble() && QJsonValue(value) == json;
    }
    static bool read(const QJsonValue &json, int &value)
    {
        qint64 wide = 0;
        const bool isInteger = read(json, wide);
        value = static_cast<int>(wide);
        return isInteger && value == wide;
    }
    static bool read(const QJsonValue &json, double &value)
    {
        value = json.toDouble();
        return json.isDouble();
    }
    static bool read(const QJsonValue &json, TurnId &turn)
    {
        qint64 number = 0;
        const bool isInteger = read(json, number);
        turn = TurnId{number};
        return isInteger;
    }
    static bool read(const QJsonValue &json, discord::Message &message);
    template <class Tag>
    static bool read(const QJsonValue &json, discord::Id<Tag> &id)
    {
        id = discord::Id<Tag>::fromJson(json);
        return id || json.toString() == QLatin1StringView("0");
    }
    static bool read(const QJsonValue &json, QMap<QString, QString> &map);
    template <class T>
    static bool read(const QJsonValue &json, QList<T> &list);
    template <class T>
    static bool read(const QJsonValue &json, T &value);

    QJsonObject m_json;
    QString m_broken;
};

template <class T>
QJsonObject EventWriter::objectOf(const T &value)
{
    EventWriter writer;
    describe(writer, value);
    return writer.take();
}

inline bool EventReader::read(const QJsonValue &json, discord::Message &message)
{
    Result<discord::Message> parsed = discord::parseMessage(json.toObject());
    if (!parsed)
        return false;
    message = std::move(*parsed);
    return true;
}

inline bool EventReader::read(const QJsonValue &json, QMap<QString, QString> &map)
{
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!read(it.value(), map[it.key()]))
            return false;
    }
    return json.isObject();
}

template <class T>
bool EventReader::read(const QJsonValue &json, QList<T> &list)
{
    const QJsonArray array = json.toArray();
    for (const QJsonValue &item : array) {
        if (!read(item, list.emplaceBack()))
            return false;
    }
    return json.isArray();
}

template <class T>
bool EventReader::read(const QJsonValue &json, T &value)
{
    if constexpr (std::is_enum_v<T>) {
        const std::optional<T> known = enumFrom<T>(json.toString());
        value = known.value_or(T{});
        return known.has_value();
    } else {
        EventReader reader(json.toObject());
        describe(reader, value);
        return json.isObject() && reader.brokenField().isEmpty();
    }
}

/// A writer is given constants.
template <class Way, class T>
using Described = std::conditional_t<Way::writes, const T, T>;

} // namespace loopflow
