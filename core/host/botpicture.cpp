#include "core/host/botpicture.h"

#include "core/base/core.h"
#include "core/discord/rest.h"
#include "core/net/httpclient.h"
#include "core/net/useragent.h"

namespace loopflow {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype largest = 2 * 1024 * 1024;
constexpr HttpTimeouts patience{10s, 10s, 20s};

Error noPicture()
{
    return {ErrorCode::NotFound, Core::tr("The bot has no picture. Choose one for the mate.")};
}

/// One download; dies with its context.
class Download final : public QObject {
public:
    Download(HttpClient *http, HttpRequest request, QObject *context, Callback<QByteArray> callback)
        : QObject(context)
        , m_callback(std::move(callback))
        , m_stream(http->stream(std::move(request), this, patience))
    {
        connect(m_stream, &HttpStream::opened, this,
            [this](const HttpResponse &head) { m_found = head.isSuccess(); });
        connect(m_stream, &HttpStream::chunk, this, &Download::take);
        connect(m_stream, &HttpStream::finished, this, &Download::finish);
    }

private:
    void take(const QByteArray &bytes)
    {
        m_bytes += bytes;
        if (m_bytes.size() > largest)
            m_stream->abort();
    }

    void finish(const Result<void> &result)
    {
        deleteLater();
        const auto callback = std::move(m_callback);
        if (m_bytes.size() > largest)
            callback(Error{ErrorCode::TooLong,
                Core::tr("The bot's picture is too large. Choose one for the mate.")});
        else if (!result)
            callback(result.error());
        else if (!m_found || m_bytes.isEmpty())
            callback(noPicture());
        else
            callback(m_bytes);
    }

    Callback<QByteArray> m_callback;
    HttpStream *m_stream;
    QByteArray m_bytes;
    bool m_found = false;
};

} // namespace

void fetchBotPicture(HttpClient *http, const QUrl &api, const discord::User &bot, QObject *context,
    Callback<QByteArray> callback)
{
    if (bot.avatar.isEmpty()) {
        QMetaObject::invokeMethod(
            context, [callback = std::move(callback)] { callback(noPicture()); },
            Qt::QueuedConnection);
        return;
    }
    new Download(http,
        {"GET", discord::avatarAddress(api, bot), {{"User-Agent", discordUserAgent()}}, {}},
        context, std::move(callback));
}

} // namespace loopflow
