#include "core/host/pictures.h"

#include "core/base/core.h"
#include "core/net/httpclient.h"

#include <QPointer>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

// What Discord serves people's pictures from, and what it re-serves other sites' pictures from.
bool isDiscordsPictureHost(const QString &host)
{
    static const QStringList hosts{u"cdn.discordapp.com"_s, u"media.discordapp.net"_s,
        u"images-ext-1.discordapp.net"_s, u"images-ext-2.discordapp.net"_s};
    return hosts.contains(host);
}

bool isPicture(const Headers &headers)
{
    static const QByteArrayList types{"image/png", "image/jpeg", "image/gif", "image/webp"};
    return types.contains(headers.value("Content-Type").split(';').first().trimmed().toLower());
}

std::optional<Error> whyNot(const HttpResponse &head)
{
    if (head.status == 403 || head.status == 404)
        return Error{ErrorCode::NotFound,
            Core::tr("This picture's address has expired. Open the message in Discord to see it.")};
    if (!head.isSuccess())
        return Error{ErrorCode::Unavailable,
            Core::tr("The picture did not come (HTTP %1). Try again in a moment.").arg(head.status)};
    if (!isPicture(head.headers))
        return Error{ErrorCode::Invalid,
            Core::tr("What is there is no picture. Open the message in Discord to see it.")};
    if (head.headers.value("Content-Length").toLongLong() > Pictures::largest)
        return Error{ErrorCode::TooLong, Core::tr("The picture is larger than 8 MB. Open it in Discord.")};
    return {};
}

/// One fetch; deletes itself, and its stream with it.
class Fetch : public QObject {
public:
    Fetch(HttpClient *http, const QUrl &address, QObject *context, Callback<QByteArray> callback)
        : QObject(http)
        , m_context(context)
        , m_callback(std::move(callback))
    {
        HttpRequest request;
        request.url = address;
        auto *stream = http->stream(std::move(request), this);
        connect(stream, &HttpStream::opened, this, [this, stream](const HttpResponse &head) {
            m_refused = whyNot(head);
            if (m_refused)
                stream->abort();
        });
        connect(stream, &HttpStream::chunk, this, [this, stream](const QByteArray &bytes) {
            m_bytes += bytes;
            if (m_bytes.size() <= Pictures::largest)
                return;
            m_refused = Error{ErrorCode::TooLong, Core::tr("The picture is larger than 8 MB. Open it in Discord.")};
            stream->abort();
        });
        connect(stream, &HttpStream::finished, this, [this](const Result<void> &result) {
            deleteLater();
            if (!m_context)
                return;
            if (m_refused)
                m_callback(*m_refused);
            else if (!result)
                m_callback(result.error());
            else
                m_callback(m_bytes);
        });
    }

private:
    QPointer<QObject> m_context;
    Callback<QByteArray> m_callback;
    QByteArray m_bytes;
    std::optional<Error> m_refused;
};

} // namespace

Pictures::Pictures(HttpClient *http, QObject *parent)
    : QObject(parent)
    , m_http(http)
{
}

bool Pictures::mayFetch(const QUrl &address, const QUrl &home)
{
    if (!address.isValid() || !address.userInfo().isEmpty())
        return false;
    if (address.scheme() == u"https" && address.port(443) == 443 && isDiscordsPictureHost(address.host()))
        return true;
    return !home.isEmpty() && address.scheme() == home.scheme() && address.host() == home.host()
        && address.port() == home.port();
}

void Pictures::fetch(const QUrl &address, const QUrl &home, QObject *context, Callback<QByteArray> callback)
{
    if (mayFetch(address, home)) {
        new Fetch(m_http, address, context, std::move(callback));
        return;
    }
    const Error refused{ErrorCode::Forbidden,
        Core::tr("Loopflow loads pictures from Discord's own servers only. Open the message in Discord to see this "
                 "one.")};
    QMetaObject::invokeMethod(context, [callback, refused] { callback(refused); }, Qt::QueuedConnection);
}

} // namespace loopflow
