#include "core/net/httpclient.h"

#include "core/net/httpexchange.h"

namespace loopflow {

namespace {

/// Gathers one answer for a callback. Its context's death ends it.
class Call final : public QObject {
public:
    Call(QObject *context, Callback<HttpResponse> callback, QObject *parent)
        : QObject(parent)
        , m_context(context)
        , m_callback(std::move(callback))
    {
        connect(context, &QObject::destroyed, this, [this] { delete this; });
    }

    void follow(HttpStream *stream)
    {
        connect(stream, &HttpStream::opened, this,
            [this](const HttpResponse &head) { m_answer = head; });
        connect(stream, &HttpStream::chunk, this,
            [this](const QByteArray &bytes) { m_answer.body += bytes; });
        connect(stream, &HttpStream::finished, this, &Call::answer);
    }

private:
    void answer(const Result<void> &result)
    {
        // The callback may delete its context, or the HttpClient and so this.
        m_context->disconnect(this);
        deleteLater();
        const auto callback = std::move(m_callback);
        if (result)
            callback(std::move(m_answer));
        else
            callback(result.error());
    }

    QObject *m_context;
    Callback<HttpResponse> m_callback;
    HttpResponse m_answer;
};

} // namespace

HttpClient::HttpClient(QObject *parent)
    : QObject(parent)
    , m_loop(std::make_unique<CurlLoop>())
{
    m_loop->setRoute(&m_route);
}

HttpClient::~HttpClient() = default;

void HttpClient::send(
    HttpRequest request, QObject *context, Callback<HttpResponse> callback, HttpTimeouts timeouts)
{
    auto *call = new Call(context, std::move(callback), this);
    call->follow(
        new HttpExchange(m_loop.get(), request, timeouts, CurlTransfer::Encoding::Any, call));
}

HttpStream *HttpClient::stream(HttpRequest request, QObject *parent, HttpTimeouts timeouts)
{
    return new HttpExchange(
        m_loop.get(), request, timeouts, CurlTransfer::Encoding::Identity, parent);
}

void HttpClient::setRoute(Route route)
{
    m_route = std::move(route);
    m_loop->setRoute(&m_route);
}

int HttpClient::inFlight() const
{
    return m_loop->inFlight();
}

} // namespace loopflow
