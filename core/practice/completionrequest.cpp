// Reads and checks a chat completion's request, in OpenAI's words (chatcompletion.h).
#include "core/practice/chatcompletion.h"

#include <QJsonDocument>
#include <QSet>

#include <cmath>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

using Refusal = std::optional<ModelError>;

ModelError missing(const QString &param)
{
    return {400, u"Missing required parameter: '%1'."_s.arg(param), u"invalid_request_error"_s,
        param, u"missing_required_parameter"_s};
}

ModelError wrongType(const QString &param, const QString &wanted)
{
    return {400, u"Invalid type for '%1': expected %2."_s.arg(param, wanted),
        u"invalid_request_error"_s, param, u"invalid_type"_s};
}

ModelError wrongValue(const QString &param, const QString &message)
{
    return {400, message, u"invalid_request_error"_s, param, u"invalid_value"_s};
}

Refusal unknownParameter(const QJsonObject &body)
{
    static const QSet<QString> known{u"model"_s, u"messages"_s, u"stream"_s, u"stream_options"_s,
        u"max_tokens"_s, u"max_completion_tokens"_s, u"temperature"_s, u"top_p"_s, u"n"_s,
        u"stop"_s, u"presence_penalty"_s, u"frequency_penalty"_s, u"logit_bias"_s, u"logprobs"_s,
        u"top_logprobs"_s, u"user"_s, u"seed"_s, u"response_format"_s, u"tools"_s, u"tool_choice"_s,
        u"parallel_tool_calls"_s, u"store"_s, u"metadata"_s, u"reasoning_effort"_s, u"verbosity"_s,
        u"service_tier"_s, u"prompt_cache_key"_s, u"prompt_cache_retention"_s,
        u"safety_identifier"_s, u"modalities"_s, u"prediction"_s, u"web_search_options"_s};
    for (const QString &name : body.keys()) {
        if (!known.contains(name)) {
            return ModelError{400, u"Unknown parameter: '%1'."_s.arg(name),
                u"invalid_request_error"_s, name, u"unknown_parameter"_s};
        }
    }
    return std::nullopt;
}

Refusal badNumber(
    const QJsonObject &body, const QString &name, double least, double most, bool whole)
{
    const QJsonValue value = body.value(name);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const double number = value.toDouble();
    if (!value.isDouble() || (whole && number != std::floor(number)))
        return wrongType(name, whole ? u"an integer"_s : u"a decimal"_s);
    if (number < least || number > most)
        return wrongValue(name,
            u"Invalid '%1': %2 is not between %3 and %4."_s.arg(name).arg(number).arg(least).arg(
                most));
    return std::nullopt;
}

Refusal badNumbers(const QJsonObject &body)
{
    constexpr double most = std::numeric_limits<int>::max();
    for (const auto &refusal : {badNumber(body, u"temperature"_s, 0, 2, false),
             badNumber(body, u"top_p"_s, 0, 1, false), badNumber(body, u"n"_s, 1, 1, true),
             badNumber(body, u"presence_penalty"_s, -2, 2, false),
             badNumber(body, u"frequency_penalty"_s, -2, 2, false),
             badNumber(body, u"max_tokens"_s, 1, most, true),
             badNumber(body, u"max_completion_tokens"_s, 1, most, true)}) {
        if (refusal)
            return refusal;
    }
    if (body.contains("max_tokens"_L1) && body.contains("max_completion_tokens"_L1)) {
        return wrongValue(u"max_tokens"_s,
            u"Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported."_s);
    }
    return std::nullopt;
}

/// The text of a message's content: a string, or a list of text parts.
std::variant<QString, ModelError> readContent(const QJsonObject &message, const QString &where)
{
    const QJsonValue content = message.value("content"_L1);
    if (content.isString())
        return content.toString();
    const bool silent = message.value("role"_L1).toString() == "assistant"_L1
        && (message.contains("tool_calls"_L1) || message.contains("function_call"_L1)
            || message.contains("refusal"_L1));
    if (!content.isArray()) {
        if (silent)
            return QString();
        return content.isUndefined() ? missing(where + u".content"_s)
                                     : wrongType(where + u".content"_s, u"a string or an array"_s);
    }
    QStringList texts;
    int index = 0;
    for (const QJsonValue &part : content.toArray()) {
        const QString path = u"%1.content[%2]"_s.arg(where).arg(index++);
        if (part["type"_L1].toString() != "text"_L1 || !part["text"_L1].isString())
            return wrongValue(
                path, u"Invalid content at '%1': this model reads text only."_s.arg(path));
        texts.append(part["text"_L1].toString());
    }
    return texts.join(u'\n');
}

Refusal readMessages(const QJsonObject &body, CompletionRequest &request)
{
    static const QStringList roles{
        u"system"_s, u"assistant"_s, u"user"_s, u"function"_s, u"tool"_s, u"developer"_s};
    const QJsonValue list = body.value("messages"_L1);
    if (list.isUndefined())
        return missing(u"messages"_s);
    if (!list.isArray())
        return wrongType(u"messages"_s, u"an array of objects"_s);
    if (list.toArray().isEmpty()) {
        return ModelError{400,
            u"Invalid 'messages': empty array. Expected an array with minimum length 1."_s,
            u"invalid_request_error"_s, u"messages"_s, u"empty_array"_s};
    }
    for (const QJsonValue &value : list.toArray()) {
        const QString where = u"messages[%1]"_s.arg(request.messages.size());
        if (!value.isObject())
            return wrongType(where, u"an object"_s);
        const QJsonValue role = value["role"_L1];
        if (role.isUndefined())
            return missing(where + u".role"_s);
        if (!roles.contains(role.toString())) {
            return wrongValue(where + u".role"_s,
                u"Invalid value: '%1'. Supported values are: '%2'."_s.arg(
                    role.toString(), roles.join("', '"_L1)));
        }
        const auto content = readContent(value.toObject(), where);
        if (const auto *refusal = std::get_if<ModelError>(&content))
            return *refusal;
        request.messages.append({role.toString(), std::get<QString>(content)});
    }
    return std::nullopt;
}

Refusal readStreaming(const QJsonObject &body, CompletionRequest &request)
{
    const QJsonValue stream = body.value("stream"_L1);
    if (!stream.isUndefined() && !stream.isNull() && !stream.isBool())
        return wrongType(u"stream"_s, u"a boolean"_s);
    request.stream = stream.toBool();
    const QJsonValue options = body.value("stream_options"_L1);
    if (options.isUndefined() || options.isNull())
        return std::nullopt;
    if (!request.stream) {
        return wrongValue(u"stream_options"_s,
            u"The 'stream_options' parameter is only allowed when 'stream' is enabled."_s);
    }
    if (!options.isObject())
        return wrongType(u"stream_options"_s, u"an object"_s);
    request.includeUsage = options["include_usage"_L1].toBool();
    return std::nullopt;
}

Refusal readStop(const QJsonObject &body, CompletionRequest &request)
{
    const QJsonValue stop = body.value("stop"_L1);
    if (stop.isUndefined() || stop.isNull())
        return std::nullopt;
    const QJsonArray list = stop.isString() ? QJsonArray{stop} : stop.toArray();
    if (list.size() > 4)
        return wrongValue(u"stop"_s, u"Invalid 'stop': at most 4 sequences are taken."_s);
    for (const QJsonValue &sequence : list) {
        if (!sequence.isString() || sequence.toString().isEmpty())
            return wrongType(u"stop"_s, u"a string or an array of strings"_s);
        request.stop.append(sequence.toString());
    }
    return list.isEmpty() && !stop.isArray()
        ? Refusal(wrongType(u"stop"_s, u"a string or an array of strings"_s))
        : std::nullopt;
}

} // namespace

std::variant<CompletionRequest, ModelError> readCompletion(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError || !json.isObject()) {
        return ModelError{400,
            u"We could not parse the JSON body of your request. The API expects a JSON object: %1."_s
                .arg(error.errorString()),
            u"invalid_request_error"_s, {}, {}};
    }
    const QJsonObject body = json.object();
    CompletionRequest request;
    if (!body.contains("model"_L1))
        return ModelError{400, u"you must provide a model parameter"_s, u"invalid_request_error"_s,
            u"model"_s, u"missing_required_parameter"_s};
    if (!body.value("model"_L1).isString())
        return wrongType(u"model"_s, u"a string"_s);
    request.model = body.value("model"_L1).toString();
    for (const auto read : {readMessages, readStreaming, readStop}) {
        if (const auto refusal = read(body, request))
            return *refusal;
    }
    for (const auto check : {badNumbers, unknownParameter}) {
        if (const auto refusal = check(body))
            return *refusal;
    }
    const QJsonValue limit = body.value(
        body.contains("max_completion_tokens"_L1) ? "max_completion_tokens"_L1 : "max_tokens"_L1);
    request.maxTokens = limit.toInt(-1);
    return request;
}

} // namespace loopflow::practice
