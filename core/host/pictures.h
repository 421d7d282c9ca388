// Fetches the pictures of messages, when a person asks to see one; nothing is fetched before.
// Only from Discord's own servers or the mate's home, at most 8 MB, image types only; no token goes along.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

namespace loopflow {

class HttpClient;

class Pictures : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 largest = 8 * 1024 * 1024; ///< bytes

    /// `http` outlives this.
    explicit Pictures(HttpClient *http, QObject *parent = nullptr);

    /// Whether a picture may be fetched from there: https from Discord's picture hosts, or the very server of `home`
    /// (a mate's Discord-compatible one; empty for Discord).
    static bool mayFetch(const QUrl &address, const QUrl &home);
    /// The picture's bytes, not decoded. Errors: Forbidden for an address that mayFetch() refuses, TooLong, Invalid for
    /// what is no picture, NotFound when the address expired, and what HttpClient says.
    void fetch(const QUrl &address, const QUrl &home, QObject *context, Callback<QByteArray> callback);

private:
    HttpClient *m_http;
};

} // namespace loopflow
