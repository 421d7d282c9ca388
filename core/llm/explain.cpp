#include "core/llm/explain.h"

#include "core/base/core.h"
#include "core/llm/failurekind.h"
#include "core/llm/overflow.h"
#include "core/llm/refusedparameter.h"
#include "core/llm/retryafter.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace loopflow::llm {
namespace {

constexpr Milliseconds longestWait = 60s; // the official clients give up beyond it

/// "Try again in 34s." as a provider says it.
std::optional<Milliseconds> waitInWords(const QString &message)
{
    static const QRegularExpression words(
        u"try again in (\\d[\\dhms.]*?)( ?(?:s|sec|seconds|minutes|hours)\\b)?(?:\\.(?!\\d)|,|\\s|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = words.match(message);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2).trimmed().left(1).toLower();
    return parseDuration((match.captured(1) + unit).toLatin1());
}

bool isHtml(const HttpResponse &response)
{
    return response.headers.value("content-type").toLower().contains("text/html")
        || response.body.trimmed().startsWith('<');
}

QString textOfHtml(const QByteArray &body)
{
    static const QRegularExpression hidden(u"<(script|style)\\b.*?</\\1>|<!--.*?-->"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    QString text = QString::fromUtf8(body.left(64 * 1024));
    return text.replace(hidden, u" "_s).replace(tag, u" "_s).simplified();
}

QString said(const QString &words)
{
    const QString quote = quotable(words);
    return quote.isEmpty() ? QString() : u' ' + Core::tr("It said: “%1”").arg(quote);
}

QString tooLongSentence(const OverflowNumbers &numbers)
{
    return Core::tr("The conversation is too long for the model: %1 tokens of at most %2. Shorten the prompt or "
                    "lower the mate's history budget.")
        .arg(QLocale().toString(numbers.request), QLocale().toString(numbers.limit));
}

QString refusedSentence(const ProviderError &error)
{
    const auto refused = findRefusedParameter(error);
    const QString name = refused ? refused->name : error.param;
    if (name == systemRole)
        return Core::tr("The model takes no system prompt of its own.") + said(error.message);
    if (name == plainReplies)
        return Core::tr("The model wants the reasoning field on earlier replies.") + said(error.message);
    return Core::tr("The model does not take the parameter “%1”. Remove it from the mate's settings or choose "
                    "another model.").arg(name)
        + said(error.message);
}

QString whenToTry(std::optional<Milliseconds> wait)
{
    if (!wait)
        return Core::tr("Try again in a moment.");
    const qint64 seconds = std::max<qint64>(1, (wait->count() + 999) / 1000);
    if (seconds < 120)
        return Core::tr("Try again in %1 s.").arg(seconds);
    if (seconds < 7200)
        return Core::tr("Try again in %1 minutes.").arg((seconds + 59) / 60);
    return Core::tr("Try again in %1 hours.").arg((seconds + 3599) / 3600);
}

/// What happened and the next step, without the provider's words.
QString adviceFor(const QString &provider, FailureKind kind, std::optional<Milliseconds> wait)
{
    switch (kind) {
    case FailureKind::TooLong:
        return Core::tr("The conversation is too long for the model. Shorten the prompt or lower the mate's history "
                        "budget.");
    case FailureKind::RefusedParameter:
        return Core::tr("The model does not take a parameter of this mate.");
    case FailureKind::BadKey:
        return Core::tr("%1 refused the API key. Check the key in the settings or in its environment variable.")
            .arg(provider);
    case FailureKind::NoCredit:
        return Core::tr("The account at %1 has no credit left or reached its limit. Check its plan and billing there.")
            .arg(provider);
    case FailureKind::NotAllowed:
        return Core::tr("%1 does not allow this. Check what the key may do, or choose another model.").arg(
            provider);
    case FailureKind::NoSuchModel:
        return Core::tr("%1 does not have this model. Choose another one in the mate's settings.").arg(
            provider);
    case FailureKind::NoSuchAddress:
        return Core::tr("%1 has nothing at this address. Check the provider's address and the model's name.")
            .arg(provider);
    case FailureKind::RateLimited:
        return Core::tr("%1 takes no more requests for now.").arg(provider) + u' ' + whenToTry(wait);
    case FailureKind::Timeout:
        return Core::tr("%1 took too long to answer.").arg(provider) + u' ' + whenToTry(wait);
    case FailureKind::Conflict:
        return Core::tr("%1 was busy with a conflicting request.").arg(provider) + u' ' + whenToTry(wait);
    case FailureKind::Overloaded:
        return Core::tr("%1 is overloaded.").arg(provider) + u' ' + whenToTry(wait);
    case FailureKind::ServerFailed:
        return Core::tr("%1 failed to answer.").arg(provider) + u' ' + whenToTry(wait);
    case FailureKind::BadRequest:
        return Core::tr("%1 refused the request. Check the mate's model and parameters.").arg(provider);
    }
    Q_UNREACHABLE();
}

QString sentenceFor(const QString &provider, FailureKind kind, const ProviderError &error,
    std::optional<Milliseconds> wait, const OverflowNumbers &numbers)
{
    if (kind == FailureKind::TooLong && numbers.limit > 0 && numbers.request > numbers.limit)
        return tooLongSentence(numbers);
    if (kind == FailureKind::RefusedParameter)
        return refusedSentence(error);
    const QString advice = adviceFor(provider, kind, wait);
    if (kind == FailureKind::BadKey) // its words repeat the key
        return advice;
    if (error.message.isEmpty() && error.status != 0)
        return advice + u' ' + Core::tr("It said no more than HTTP %1.").arg(error.status);
    return advice + said(error.message);
}

ErrorCode codeOf(FailureKind kind)
{
    switch (kind) {
    case FailureKind::TooLong:
        return ErrorCode::TooLong;
    case FailureKind::RefusedParameter:
        return ErrorCode::UnsupportedParameter;
    case FailureKind::BadKey:
        return ErrorCode::Unauthorized;
    case FailureKind::NoCredit:
    case FailureKind::NotAllowed:
        return ErrorCode::Forbidden;
    case FailureKind::NoSuchModel:
    case FailureKind::NoSuchAddress:
        return ErrorCode::NotFound;
    case FailureKind::RateLimited:
        return ErrorCode::RateLimited;
    case FailureKind::Timeout:
        return ErrorCode::Timeout;
    case FailureKind::Conflict:
        return ErrorCode::Conflict;
    case FailureKind::Overloaded:
    case FailureKind::ServerFailed:
        return ErrorCode::Unavailable;
    case FailureKind::BadRequest:
        return ErrorCode::Invalid;
    }
    Q_UNREACHABLE();
}

bool canHeal(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unreachable:
    case ErrorCode::Timeout:
    case ErrorCode::RateLimited:
    case ErrorCode::Unavailable:
    case ErrorCode::Incomplete:
    case ErrorCode::Conflict:
        return true;
    case ErrorCode::Invalid:
    case ErrorCode::Cancelled:
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
    case ErrorCode::TooLong:
    case ErrorCode::UnsupportedParameter:
    case ErrorCode::Storage:
    case ErrorCode::Keychain:
        return false;
    }
    Q_UNREACHABLE();
}

OverflowNumbers numbersOf(const ProviderError &error)
{
    auto numbers = overflowNumbers(error.message);
    if (error.contextTokens > 0)
        numbers.limit = error.contextTokens;
    if (error.requestTokens > 0)
        numbers.request = error.requestTokens;
    return numbers;
}

LlmFailure failureOf(
    const QString &provider, const ProviderError &error, std::optional<Milliseconds> wait)
{
    const FailureKind kind = kindOf(error, wait);
    const auto numbers = kind == FailureKind::TooLong ? numbersOf(error) : OverflowNumbers();
    LlmFailure failure;
    failure.error = {codeOf(kind), sentenceFor(provider, kind, error, wait, numbers)};
    failure.retryable = canHeal(failure.error.code) && (!wait || *wait <= longestWait);
    failure.retryAfter = wait;
    failure.overloaded = kind == FailureKind::Overloaded;
    failure.contextLimit = numbers.limit;
    failure.requestTokens = numbers.request;
    if (kind == FailureKind::RefusedParameter) {
        const auto refused = findRefusedParameter(error);
        failure.refusedParameter = refused->name;
        failure.renamedParameter = refused->replacement;
    }
    return failure;
}

/// What an answer says that is not an error object: a proxy's page, plain text, or nothing.
ProviderError errorOfOtherBody(const HttpResponse &response)
{
    ProviderError error;
    error.message = isHtml(response) ? textOfHtml(response.body)
                                     : QString::fromUtf8(response.body.left(2048)).simplified();
    // Cerebras answers a request that is too long with a bare 400.
    if (response.status == 400 && error.message.isEmpty())
        error.type = u"request_too_large"_s;
    return error;
}

QString requestIdOf(const Headers &headers)
{
    for (const char *name : {"request-id", "x-request-id", "x-generation-id"}) {
        if (const QByteArray id = headers.value(name); !id.isEmpty())
            return QString::fromLatin1(id);
    }
    return {};
}

} // namespace

QString quotable(const QString &words)
{
    static const QRegularExpression keys(
        u"\\b(?:sk|gsk|xai|pk|hf|nvapi|fw|csk)[-_][\\w*.-]{8,}|\\bAIza[\\w*-]{8,}|\\bBearer\\s+\\S+|"
        "\\b(?=\\w*\\d)(?=\\w*[A-Za-z])\\w{32,}\\b"_s);
    QString line = words.simplified();
    line.replace(keys, u"•••"_s);
    if (line.size() > 200) {
        line.truncate(line.at(198).isHighSurrogate() ? 198 : 199);
        line += u'…';
    }
    return line;
}

LlmFailure explainResponse(const QString &provider, const HttpResponse &response)
{
    ProviderError error =
        readProviderError(QByteArrayView(response.body)).value_or(errorOfOtherBody(response));
    error.status = response.status;
    auto wait = retryAfter(response.headers);
    if (!wait)
        wait = error.retryDelay;
    if (!wait && response.status == 429)
        wait = waitInWords(error.message);
    LlmFailure failure = failureOf(provider, error, wait);
    if (response.status >= 300 && response.status < 400)
        failure.error.message =
            Core::tr("%1 sent the request to another address, which Loopflow does not follow with a key. Check the "
                     "provider's address.").arg(provider);
    const QByteArray advice = response.headers.value("x-should-retry").trimmed().toLower();
    if (advice == "false" || (advice == "true" && failure.error.code == ErrorCode::Invalid))
        failure.retryable = advice == "true";
    failure.requestId = requestIdOf(response.headers);
    return failure;
}

LlmFailure explainRefusal(const QString &provider, const ProviderError &error)
{
    auto wait = error.retryDelay;
    if (!wait)
        wait = waitInWords(error.message);
    return failureOf(provider, error, wait);
}

LlmFailure explainError(const Error &error)
{
    LlmFailure failure;
    failure.error = error;
    failure.retryable = canHeal(error.code);
    return failure;
}

} // namespace loopflow::llm
