// Where the next gateway connection goes: the resume address, the ordinary one, or to be asked for.
// Never leads from an encrypted address to an unencrypted one.
// Spec: docs "Gateway › Connecting", "Gateway › Resuming".
#pragma once

#include <QUrl>

#include <optional>

namespace loopflow::discord {

class GatewayAddress final {
public:
    /// `url` is the ordinary address, without a query; may be empty when it is not known yet.
    GatewayAddress(QUrl url, bool compress);

    static bool isUsable(const QUrl &url);
    /// Whether a session that began at the ordinary address may be resumed there (its Resume holds
    /// the token).
    bool mayLeadTo(const QUrl &resumeUrl) const;

    /// A freshly fetched ordinary address. After failed connections it also proves that the network
    /// works.
    void refresh(const QUrl &url);
    void noteFailure();
    void noteHello();

    /// The address to connect to, with query; none when the ordinary one must be fetched first.
    /// `resumeUrl` is empty when no session is held.
    std::optional<QUrl> next(const QUrl &resumeUrl) const;

private:
    QUrl withQuery(QUrl url) const;

    QUrl m_url;
    bool m_compress;
    int m_failures = 0; ///< connections in a row that never came to Hello
    int m_refreshes = 0; ///< because of failures, since the last Hello
};

} // namespace loopflow::discord
