#include "core/llm/providererror.h"

#include "core/llm/retryafter.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace loopflow::llm {
namespace {

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// google.rpc.ErrorInfo, QuotaFailure and RetryInfo.
void readGoogleDetails(const QJsonArray &details, ProviderError &error)
{
    for (const auto &entry : details) {
        const QJsonObject detail = entry.toObject();
        error.details += detail.value(u"reason").toString() + u' ';
        const auto violations = detail.value(u"violations").toArray();
        for (const auto &violation : violations)
            error.details += violation.toObject().value(u"quotaId").toString() + u' ';
        if (const auto delay = detail.value(u"retryDelay"); delay.isString())
            error.retryDelay = parseDuration(delay.toString().toLatin1());
    }
}

/// FastAPI (vLLM, Mistral): `"…"` or
/// `[{"loc":["body","top_p"],"msg":"…","type":"extra_forbidden"}]`.
ProviderError readDetail(const QJsonValue &detail)
{
    ProviderError error;
    if (detail.isObject())
        return readBareError(detail.toObject());
    error.message = detail.toString();
    const QJsonObject first = detail.toArray().first().toObject();
    if (first.isEmpty())
        return error;
    error.type = first.value(u"type").toString();
    for (const auto &step : first.value(u"loc").toArray()) {
        if (step.isString() && step != "body"_L1)
            error.param += (error.param.isEmpty() ? QString() : u"."_s) + step.toString();
    }
    error.message = first.value(u"msg").toString();
    if (!error.param.isEmpty())
        error.message = error.param + u": "_s + error.message;
    return error;
}

} // namespace

int statusOfErrorName(QStringView name)
{
    static const QHash<QString, int> statuses{
        {u"invalid_request_error"_s, 400},
        {u"authentication_error"_s, 401},
        {u"billing_error"_s, 402},
        {u"permission_error"_s, 403},
        {u"not_found_error"_s, 404},
        {u"conflict_error"_s, 409},
        {u"request_too_large"_s, 413},
        {u"rate_limit_error"_s, 429},
        {u"api_error"_s, 500},
        {u"timeout_error"_s, 504},
        {u"overloaded_error"_s, 529},
        {u"invalid_api_key"_s, 401},
        {u"model_not_found"_s, 404},
        {u"insufficient_quota"_s, 429},
        {u"rate_limit_exceeded"_s, 429},
        {u"context_length_exceeded"_s, 400},
        {u"exceed_context_size_error"_s, 400},
        {u"server_error"_s, 500},
        {u"BadRequestError"_s, 400},
        {u"INVALID_ARGUMENT"_s, 400},
        {u"FAILED_PRECONDITION"_s, 400},
        {u"UNAUTHENTICATED"_s, 401},
        {u"PERMISSION_DENIED"_s, 403},
        {u"NOT_FOUND"_s, 404},
        {u"RESOURCE_EXHAUSTED"_s, 429},
        {u"INTERNAL"_s, 500},
        {u"UNAVAILABLE"_s, 503},
        {u"DEADLINE_EXCEEDED"_s, 504},
    };
    return statuses.value(name.toString());
}

ProviderError readBareError(const QJsonObject &object)
{
    ProviderError error;
    error.type = object.value(u"type").toString();
    error.code = textOf(object.value(u"code"));
    error.param = object.value(u"param").toString();
    error.message = object.value(u"message").toString();
    error.requestTokens = object.value(u"n_prompt_tokens").toInteger();
    error.contextTokens = object.value(u"n_ctx").toInteger();
    const auto details = object.value(u"details");
    if (const auto code = details.toObject().value(u"error_code"); code.isString())
        error.code = code.toString();
    readGoogleDetails(details.toArray(), error);
    const QString statusWord = object.value(u"status").toString();
    // OpenRouter: what the provider behind it said.
    if (const auto raw = object.value(u"metadata").toObject().value(u"raw"); raw.isString()) {
        const auto inner = readProviderError(raw.toString().toUtf8());
        error.message += u": "_s + (inner ? inner->message : raw.toString());
    }
    const int number = error.code.toInt();
    error.status = number >= 400 && number < 600 ? number : 0;
    for (const QString &name : {error.code, error.type, statusWord}) {
        if (error.status == 0)
            error.status = statusOfErrorName(name);
    }
    return error;
}

std::optional<ProviderError> readProviderError(const QJsonObject &object)
{
    const QJsonValue error = object.value(u"error");
    if (error.isObject()) {
        auto read = readBareError(error.toObject());
        if (read.message.isEmpty())
            read.message = object.value(u"message").toString();
        return read;
    }
    if (error.isString()) {
        auto read = readBareError(object);
        read.message =
            read.message.isEmpty() ? error.toString() : error.toString() + u": "_s + read.message;
        return read;
    }
    if (object.value(u"object") == "error"_L1 || object.value(u"type") == "error"_L1)
        return readBareError(object);
    if (object.contains(u"detail"))
        return readDetail(object.value(u"detail"));
    return std::nullopt;
}

std::optional<ProviderError> readProviderError(QByteArrayView json)
{
    const auto document = QJsonDocument::fromJson(json.toByteArray());
    if (document.isArray())
        return readProviderError(document.array().first().toObject());
    return readProviderError(document.object());
}

} // namespace loopflow::llm
