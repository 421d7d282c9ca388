#include "core/llm/failurekind.h"

#include "core/llm/overflow.h"
#include "core/llm/refusedparameter.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace loopflow::llm {
namespace {

bool matches(const QString &text, const QRegularExpression &pattern)
{
    return pattern.match(text).hasMatch();
}

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption);
}

bool isBadKey(const ProviderError &error)
{
    static const QRegularExpression words = pattern(
        u"api[ _-]?key (?:is )?(?:not valid|invalid|incorrect)|(?:invalid|incorrect) (?:x-)?api[ _-]?key"_s);
    if (error.status == 401 || error.code == u"invalid_api_key"
        || error.details.contains(u"API_KEY_INVALID"))
        return true;
    return (error.status == 400 || error.status == 403) && matches(error.message, words);
}

bool isOutOfCredit(const ProviderError &error, std::optional<Milliseconds> wait)
{
    static const QRegularExpression names =
        pattern(u"insufficient_quota|billing|(?:contract|enforced)_spend_limit_reached"_s);
    static const QRegularExpression words = pattern(
        u"credit balance|insufficient (?:balance|credits|funds)|spend(?:ing)? (?:limit|cap)|api usage limits|"
        "billing hard limit"_s);
    static const QRegularExpression quota =
        pattern(u"quota exceeded|exceeded your current quota|billing"_s);
    if (error.status == 402 || matches(error.code, names) || matches(error.type, names))
        return true;
    if (error.status != 400 && error.status != 403 && error.status != 429)
        return false;
    if (matches(error.message, words) || error.details.contains(u"PerDay"))
        return true;
    // Gemini says "quota" also of its limits per minute; then it says how long to wait.
    return matches(error.message, quota) && (!wait || *wait > 60s);
}

bool isUnknownModel(const ProviderError &error)
{
    static const QRegularExpression words = pattern(
        u"\\bmodels?\\b.{0,120}\\b(?:not found|not exist|n't exist|not a valid model|is not available)|"
        "(?:unknown|no such|invalid) model|not a valid model|no endpoints found for"_s);
    if (error.code == u"model_not_found")
        return true;
    if (error.status == 404 && error.message.contains(u"model", Qt::CaseInsensitive))
        return true;
    return (error.status == 400 || error.status == 404 || error.status == 422)
        && matches(error.message, words);
}

/// llama.cpp answers 500 to requests that are wrong; sending them again would loop.
bool isAboutTheRequest(const ProviderError &error)
{
    static const QRegularExpression words = pattern(
        u"parse[_ ]error|is required|not supported|jinja exception|must alternate|type_error|invalid_request"_s);
    return matches(error.message, words) || error.type == u"invalid_request_error";
}

FailureKind kindOfStatus(const ProviderError &error)
{
    static const QRegularExpression overload = pattern(u"overloaded|at capacity|over capacity"_s);
    switch (error.status) {
    case 403:
        return FailureKind::NotAllowed;
    case 404:
    case 405:
        return FailureKind::NoSuchAddress;
    case 408:
    case 504:
    case 524: // Cloudflare: the server behind it was too slow
        return FailureKind::Timeout;
    case 409:
        return FailureKind::Conflict;
    case 429:
        return FailureKind::RateLimited;
    case 503:
    case 529:
        return FailureKind::Overloaded;
    default:
        break;
    }
    if (error.status != 0 && error.status < 500)
        return FailureKind::BadRequest;
    return matches(error.message, overload) ? FailureKind::Overloaded : FailureKind::ServerFailed;
}

} // namespace

FailureKind kindOf(const ProviderError &error, std::optional<Milliseconds> wait)
{
    if (isBadKey(error))
        return FailureKind::BadKey;
    if (isOverflow(error))
        return FailureKind::TooLong;
    if (isOutOfCredit(error, wait))
        return FailureKind::NoCredit;
    const bool mayBeParameter = error.status == 400 || error.status == 422 || error.status == 0;
    if ((mayBeParameter || error.status >= 500) && findRefusedParameter(error))
        return FailureKind::RefusedParameter;
    if (isUnknownModel(error))
        return FailureKind::NoSuchModel;
    if (error.status >= 500 && isAboutTheRequest(error))
        return FailureKind::BadRequest;
    return kindOfStatus(error);
}

} // namespace loopflow::llm
