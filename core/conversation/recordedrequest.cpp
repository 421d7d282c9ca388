#include "core/conversation/recordedrequest.h"

#include "core/base/core.h"
#include "core/llm/provider.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

// Linux refuses an argument of 128 KB; what a shell's own printf writes may be longer.
constexpr qsizetype longestArgument = 100 * 1000;
// Nobody's key, and no byte that a header would lose: stands where the key goes.
constexpr QByteArrayView keyPlace = "LOOPFLOW-KEY-PLACE";

/// A picture is a data: address, another address, or Anthropic's source object.
QString pictureName(const QJsonObject &part)
{
    const QJsonObject source = part["source"_L1].toObject();
    const QString type = source["media_type"_L1].toString();
    const QString address = part["image_url"_L1].toObject()["url"_L1].toString(source["url"_L1].toString());
    const QString mime = type.isEmpty() && address.startsWith(u"data:"_s) ? address.section(u';', 0, 0).mid(5) : type;
    const qsizetype base64 = address.startsWith(u"data:"_s) ? address.size() - address.indexOf(u',') - 1
                                                            : source["data"_L1].toString().size();
    if (!mime.isEmpty())
        return Core::tr("[a picture: %1, %2 KB]").arg(mime).arg((base64 * 3 / 4 + 1023) / 1024);
    return address.isEmpty() ? Core::tr("[a picture]") : Core::tr("[a picture: %1]").arg(address);
}

QString partText(const QJsonObject &part)
{
    const QString type = part["type"_L1].toString();
    if (part["text"_L1].isString())
        return part["text"_L1].toString();
    if (type == u"image" || type == u"image_url")
        return pictureName(part);
    return Core::tr("[something else than text: %1]").arg(type);
}

/// A text, or a list of parts.
QString contentText(const QJsonValue &content)
{
    if (!content.isArray())
        return content.toString();
    QStringList texts;
    for (const QJsonValue &part : content.toArray())
        texts << (part.isString() ? part.toString() : partText(part.toObject()));
    return texts.join(u'\n');
}

QString fieldValue(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    // QJsonDocument writes arrays and objects only.
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.sliced(1, json.size() - 2));
}

QByteArray quoted(QByteArray bytes) { return '\'' + bytes.replace('\'', "'\\''") + '\''; }

QByteArray headerArgument(const QByteArray &name, const QByteArray &value, const QByteArray &variable)
{
    const qsizetype place = value.indexOf(keyPlace);
    if (place < 0)
        return quoted(name + ": " + value);
    return '"' + name + ": " + value.first(place) + '$' + variable + '"';
}

} // namespace

Result<ReadRequest> readRequest(const QByteArray &body, double tokenRatio)
{
    QJsonParseError problem;
    const QJsonDocument json = QJsonDocument::fromJson(body, &problem);
    const QJsonObject object = json.object();
    if (!object["messages"_L1].isArray())
        return Error{ErrorCode::Invalid,
            json.isObject() ? Core::tr("The request holds no list of messages; it is shown as it was recorded.")
                            : Core::tr("The request is not JSON; it is shown as it was recorded.")};
    ReadRequest request;
    const auto add = [&](const QString &role, const QJsonValue &content) {
        const QString text = contentText(content);
        const auto tokens = static_cast<qint64>(static_cast<double>(llm::estimateTokens(text)) * tokenRatio);
        request.messages.append({role, text, tokens});
    };
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (field.key() == u"system")
            add(u"system"_s, field.value());
        else if (field.key() != u"messages")
            request.fields.append({field.key(), fieldValue(field.value())});
    }
    for (const QJsonValue &value : object["messages"_L1].toArray()) {
        const QJsonObject message = value.toObject();
        add(message["role"_L1].toString(), message["content"_L1]);
    }
    return request;
}

QString keyVariable(const QString &provider)
{
    const llm::KnownProvider *known = llm::findProvider(provider);
    return known ? known->keyVariables.value(0) : QString();
}

QByteArray curlCommand(const QString &provider, const QString &url, const QByteArray &body)
{
    // The dialect says which headers such a body has, and in which of them the key goes.
    const QJsonObject sent = QJsonDocument::fromJson(body).object();
    llm::ChatRequest like;
    like.model = sent["model"_L1].toString();
    if (sent["temperature"_L1].isDouble())
        like.parameters.temperature = sent["temperature"_L1].toDouble();
    if (sent["top_p"_L1].isDouble())
        like.parameters.topP = sent["top_p"_L1].toDouble();
    const llm::LlmProvider &dialect = llm::dialect(provider);
    HttpRequest request = dialect.encode(like, {provider, QUrl(url), {}}, {});
    request.url = QUrl(url);
    const QByteArray variable = keyVariable(provider).toUtf8();
    if (!variable.isEmpty())
        dialect.authorize(request, Secret(keyPlace.toByteArray()));

    QByteArray command = "curl --no-buffer " + quoted(url.toUtf8());
    for (const auto &[name, value] : request.headers.lines())
        command += " \\\n  --header " + headerArgument(name, value, variable);
    if (body.size() <= longestArgument)
        return command + " \\\n  --data-raw " + quoted(body);
    return "printf '%s' " + quoted(body) + " | " + command + " \\\n  --data-binary @-";
}

} // namespace loopflow
