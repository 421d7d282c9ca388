#include "core/practice/languagemodel.h"

#include "core/base/time.h"
#include "core/llm/modeltraits.h"
#include "core/practice/chatcompletion.h"
#include "core/practice/httpserver.h"
#include "core/practice/practicewords.h"

#include <QJsonDocument>
#include <QTimer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

/// What the model is going to say, and why it stops.
struct Speech {
    QStringList tokens;
    QString finishReason = u"stop"_s;
};

Speech speechFor(const CompletionRequest &request, const QString &fixedAnswer)
{
    QString text = fixedAnswer.isEmpty() ? practiceAnswer(request.messages) : fixedAnswer;
    for (const QString &stop : request.stop) {
        if (const qsizetype at = text.indexOf(stop); at >= 0)
            text.truncate(at);
    }
    Speech speech{tokensOf(text)};
    if (request.maxTokens >= 0 && speech.tokens.size() > request.maxTokens) {
        speech.tokens = speech.tokens.first(request.maxTokens);
        speech.finishReason = u"length"_s;
    }
    return speech;
}

qint64 promptTokens(const CompletionRequest &request)
{
    // Every message costs a few tokens beside its text.
    constexpr qint64 perMessage = 4;
    qint64 tokens = 3;
    for (const PromptMessage &message : request.messages)
        tokens += llm::estimateTokens(message.text) + perMessage;
    return tokens;
}

HttpResponse jsonAnswer(int status, const QByteArray &json)
{
    return {status, {{"Content-Type", "application/json"}}, json};
}

ModelError injectedError(int status)
{
    if (status == 429)
        return {429, u"Rate limit reached for the practice model. Please try again in 1s."_s,
            u"requests"_s, {}, u"rate_limit_exceeded"_s};
    if (status == 401)
        return {401, u"Incorrect API key provided."_s, u"invalid_request_error"_s, {},
            u"invalid_api_key"_s};
    return {status, u"The practice model was asked to fail."_s,
        status >= 500 ? u"server_error"_s : u"invalid_request_error"_s, {}, {}};
}

} // namespace

/// One streamed answer; deleted with its reply.
class Recital : public QObject {
public:
    Recital(
        Completion completion, Speech speech, bool cut, const ModelFaults &faults, HttpReply *reply)
        : QObject(reply)
        , m_completion(std::move(completion))
        , m_speech(std::move(speech))
        , m_cutAt(cut ? m_speech.tokens.size() / 2 : -1)
        , m_tokenMs(faults.tokenMs)
        , m_reply(reply)
    {
        m_timer.setSingleShot(true);
        m_timer.callOnTimeout(this, [this] { speak(); });
        m_reply->open(200,
            {{"Content-Type", "text/event-stream; charset=utf-8"}, {"Cache-Control", "no-cache"}});
        m_reply->write(m_completion.roleEvent());
        m_timer.start(faults.firstTokenMs);
    }

private:
    void speak()
    {
        if (m_next == m_cutAt)
            return m_reply->cut();
        if (m_next == m_speech.tokens.size())
            return end();
        m_reply->write(m_completion.textEvent(m_speech.tokens.at(m_next++)));
        m_timer.start(m_tokenMs);
    }
    void end()
    {
        m_reply->write(m_completion.finishEvent(m_speech.finishReason));
        if (m_completion.usageAsked)
            m_reply->write(m_completion.usageEvent(m_speech.tokens.size()));
        m_reply->write(Completion::doneEvent());
        m_reply->finish();
    }

    Completion m_completion;
    Speech m_speech;
    qsizetype m_cutAt;
    qsizetype m_next = 0;
    int m_tokenMs;
    HttpReply *m_reply;
    QTimer m_timer;
};

class LanguageModel::Server {
public:
    Server()
        : http([this](const IncomingRequest &request, HttpReply *reply) { handle(request, reply); })
    {
    }
    void handle(const IncomingRequest &request, HttpReply *reply);
    void complete(const IncomingRequest &request, HttpReply *reply);
    void answer(const CompletionRequest &request, HttpReply *reply);
    QJsonObject modelJson() const;
    static void refuse(const ModelError &error, HttpReply *reply);

    ModelFaults faults;
    int requests = 0;
    int streams = 0;
    int failures = 0;
    qint64 started = readClock().wall.count() / 1000;
    QByteArray lastRequest;
    HttpServer http;
};

void LanguageModel::Server::refuse(const ModelError &error, HttpReply *reply)
{
    HttpResponse response = jsonAnswer(error.status, error.toJson());
    if (error.status == 429)
        response.headers.set("Retry-After", "1");
    reply->send(response);
}

void LanguageModel::Server::handle(const IncomingRequest &request, HttpReply *reply)
{
    const QByteArray path = request.target.split('?').first();
    const QByteArray model = QByteArray("/v1/models/") + modelId;
    const bool posts = path == "/v1/chat/completions";
    if (!posts && path != "/v1/models" && path != model) {
        refuse(
            {404,
                u"Unknown request URL: %1 %2. The practice model knows /v1/models and /v1/chat/completions."_s
                    .arg(QString::fromLatin1(request.method), QString::fromLatin1(path)),
                u"invalid_request_error"_s, {}, u"unknown_url"_s},
            reply);
    } else if (request.method != (posts ? "POST" : "GET")) {
        refuse({405,
                   u"Not allowed to %1 on %2."_s.arg(
                       QString::fromLatin1(request.method), QString::fromLatin1(path)),
                   u"invalid_request_error"_s, {}, u"method_not_supported"_s},
            reply);
    } else if (posts) {
        complete(request, reply);
    } else {
        const QJsonObject json = path == model
            ? modelJson()
            : QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, QJsonArray{modelJson()}}};
        reply->send(jsonAnswer(200, QJsonDocument(json).toJson(QJsonDocument::Compact)));
    }
}

void LanguageModel::Server::complete(const IncomingRequest &request, HttpReply *reply)
{
    ++requests;
    lastRequest = request.body;
    if (faults.failEvery > 0 && ++failures % faults.failEvery == 0)
        return refuse(injectedError(faults.failStatus), reply);
    const QByteArray type = request.headers.value("Content-Type").split(';').first().trimmed();
    if (type.compare("application/json", Qt::CaseInsensitive) != 0) {
        return refuse({415,
                          u"Unsupported content type: '%1'. This API method only accepts "
                          u"'application/json' requests."_s.arg(QString::fromLatin1(type)),
                          u"invalid_request_error"_s, {}, u"unsupported_content_type"_s},
            reply);
    }
    const auto read = readCompletion(request.body);
    if (const auto *error = std::get_if<ModelError>(&read))
        return refuse(*error, reply);
    const auto &wanted = std::get<CompletionRequest>(read);
    if (wanted.model != QLatin1StringView(modelId)) {
        return refuse({404,
                          u"The model `%1` does not exist or you do not have access to it."_s.arg(
                              wanted.model),
                          u"invalid_request_error"_s, {}, u"model_not_found"_s},
            reply);
    }
    answer(wanted, reply);
}

void LanguageModel::Server::answer(const CompletionRequest &request, HttpReply *reply)
{
    const Completion completion{u"chatcmpl-"_s + QUuid::createUuid().toString(QUuid::Id128),
        readClock().wall.count() / 1000, request.model, promptTokens(request),
        request.includeUsage};
    const Speech speech = speechFor(request, faults.answer);
    if (request.stream) {
        bool cut = faults.cutEvery > 0 && ++streams % faults.cutEvery == 0;
        if (faults.cutNext > 0) {
            --faults.cutNext;
            cut = true;
        }
        new Recital(completion, speech, cut, faults, reply);
        return;
    }
    const QByteArray json =
        completion.whole(speech.tokens.join(QString()), speech.tokens.size(), speech.finishReason);
    // As long as it would take to stream.
    const auto wait = faults.firstTokenMs + faults.tokenMs * static_cast<int>(speech.tokens.size());
    QTimer::singleShot(wait, reply, [reply, json] { reply->send(jsonAnswer(200, json)); });
}

QJsonObject LanguageModel::Server::modelJson() const
{
    return {
        {u"id"_s, QString::fromLatin1(modelId)},
        {u"object"_s, u"model"_s},
        {u"created"_s, started},
        {u"owned_by"_s, u"loopflow"_s},
    };
}

LanguageModel::LanguageModel(QObject *parent)
    : QObject(parent)
    , m_server(std::make_unique<Server>())
{
}

LanguageModel::~LanguageModel() = default;

Result<void> LanguageModel::start()
{
    return m_server->http.listen();
}

QUrl LanguageModel::baseUrl() const
{
    return QUrl(u"http://127.0.0.1:%1/v1"_s.arg(m_server->http.port()));
}

ModelFaults &LanguageModel::faults()
{
    return m_server->faults;
}

int LanguageModel::requests() const
{
    return m_server->requests;
}

QByteArray LanguageModel::lastRequest() const
{
    return m_server->lastRequest;
}

} // namespace loopflow::practice
