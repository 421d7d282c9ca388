#include "core/llm/requestparts.h"

#include <QJsonDocument>

#include <algorithm>

namespace loopflow::llm {
namespace {

HttpRequest requestTo(const Endpoint &endpoint, const QString &path, const Headers &headers)
{
    HttpRequest request;
    const auto query = path.indexOf(u'?');
    request.url = endpoint.baseUrl;
    request.url.setPath(endpoint.baseUrl.path() + path.left(query));
    if (query >= 0)
        request.url.setQuery(path.sliced(query + 1));
    request.headers = headers;
    request.headers.set("Accept", "application/json");
    return request;
}

void addOwnHeaders(HttpRequest &request, const Endpoint &endpoint)
{
    for (const auto &[name, value] : endpoint.extraHeaders.lines())
        request.headers.set(name, value);
}

} // namespace

HttpRequest postRequest(
    const Endpoint &endpoint, const QString &path, const QJsonObject &body, const Headers &headers)
{
    HttpRequest request = requestTo(endpoint, path, headers);
    request.method = "POST";
    request.headers.set("Content-Type", "application/json");
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    addOwnHeaders(request, endpoint);
    return request;
}

HttpRequest getRequest(const Endpoint &endpoint, const QString &path, const Headers &headers)
{
    HttpRequest request = requestTo(endpoint, path, headers);
    addOwnHeaders(request, endpoint);
    return request;
}

QByteArray headerValue(const Secret &key)
{
    QByteArray value = key.reveal();
    // A line end would smuggle in a second header (and QNetworkRequest refuses it).
    value.removeIf([](char c) { return c <= ' ' || c == 0x7f; });
    return value;
}

} // namespace loopflow::llm
