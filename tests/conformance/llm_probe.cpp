// Loopflow's LLM client as a program: one chat request, its outcome as one JSON line on stdout.
// Judged by running it against servers that nobody here wrote.
// Usage: llm_probe PROVIDER BASE_URL MODEL QUESTION (a key comes in LLM_PROBE_KEY)
#include "core/net/httpclient.h"
#include "core/net/llmclient.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace loopflow;

namespace {

void finish(const QJsonObject &outcome)
{
    std::puts(QJsonDocument(outcome).toJson(QJsonDocument::Compact).constData());
    QCoreApplication::quit();
}

QString nameOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Invalid:
        return u"Invalid"_s;
    case ErrorCode::Unreachable:
        return u"Unreachable"_s;
    case ErrorCode::Timeout:
        return u"Timeout"_s;
    case ErrorCode::Cancelled:
        return u"Cancelled"_s;
    case ErrorCode::Unauthorized:
        return u"Unauthorized"_s;
    case ErrorCode::Forbidden:
        return u"Forbidden"_s;
    case ErrorCode::NotFound:
        return u"NotFound"_s;
    case ErrorCode::RateLimited:
        return u"RateLimited"_s;
    case ErrorCode::Unavailable:
        return u"Unavailable"_s;
    case ErrorCode::Incomplete:
        return u"Incomplete"_s;
    case ErrorCode::TooLong:
        return u"TooLong"_s;
    case ErrorCode::UnsupportedParameter:
        return u"UnsupportedParameter"_s;
    case ErrorCode::Storage:
        return u"Storage"_s;
    case ErrorCode::Keychain:
        return u"Keychain"_s;
    case ErrorCode::Conflict:
        return u"Conflict"_s;
    }
    return {};
}

QJsonObject toJson(const llm::ChatReply &reply, const QString &streamed, bool thought)
{
    return {
        {u"text"_s, reply.text},
        {u"streamed"_s, streamed},
        {u"thought"_s, thought},
        {u"complete"_s, reply.stop == llm::StopReason::End},
        {u"input"_s, reply.usage.input},
        {u"output"_s, reply.usage.output},
        {u"model"_s, reply.model},
    };
}

QJsonObject toJson(const llm::LlmFailure &failure, const QString &streamed)
{
    return {
        {u"error"_s, nameOf(failure.error.code)},
        {u"message"_s, failure.error.message},
        {u"retryable"_s, failure.retryable},
        {u"retryAfterMs"_s,
            failure.retryAfter ? QJsonValue(static_cast<qint64>(failure.retryAfter->count()))
                               : QJsonValue::Null},
        {u"overloaded"_s, failure.overloaded},
        {u"streamed"_s, streamed},
    };
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments().sliced(1);
    if (arguments.size() != 4) {
        std::fputs("Usage: llm_probe PROVIDER BASE_URL MODEL QUESTION\n", stderr);
        return 2;
    }
    const auto base = llm::normalizedBaseUrl(arguments[1], arguments[0]);
    if (!base) {
        std::fputs(qPrintable(base.error().message + u'\n'), stderr);
        return 2;
    }
    const llm::Endpoint endpoint{arguments[0], *base, {}};
    const llm::ChatRequest request{
        arguments[2], u"Be brief."_s, {{llm::Role::User, arguments[3]}}, {}};
    const llm::LlmProvider &dialect = llm::dialect(endpoint.provider);

    HttpClient http;
    LlmClient client(&http);
    const Secret key(qgetenv("LLM_PROBE_KEY"));
    LlmStream *stream = client.send(dialect, dialect.encode(request, endpoint, {}), key, &app);
    QString streamed;
    bool thought = false;
    QObject::connect(stream, &LlmStream::delta, &app, [&](const llm::ChatDelta &delta) {
        streamed += delta.text;
        thought = thought || delta.thinking;
    });
    QObject::connect(stream, &LlmStream::completed, &app,
        [&](const llm::ChatReply &reply) { finish(toJson(reply, streamed, thought)); });
    QObject::connect(stream, &LlmStream::failed, &app,
        [&](const llm::LlmFailure &failure) { finish(toJson(failure, streamed)); });
    return QCoreApplication::exec();
}
