// An HTTP request and its answer as values.
// Pure code makes and reads them; core/net is what sends them.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QUrl>

#include <utility>

namespace loopflow {

/// Header lines in order; names are compared without case (RFC 9110 §5.1).
class Headers {
public:
    Headers() = default;
    Headers(std::initializer_list<std::pair<QByteArray, QByteArray>> lines)
        : m_lines(lines)
    {
    }
    /// Replaces every line of that name.
    void set(const QByteArray &name, const QByteArray &value);
    /// The first value of that name; empty when absent.
    QByteArray value(QByteArrayView name) const;
    bool has(QByteArrayView name) const;
    const QList<std::pair<QByteArray, QByteArray>> &lines() const { return m_lines; }
    bool operator==(const Headers &) const = default;

private:
    QList<std::pair<QByteArray, QByteArray>> m_lines;
};

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    Headers headers;
    QByteArray body;
};

struct HttpResponse {
    int status = 0;
    Headers headers;
    QByteArray body;

    bool isSuccess() const { return status >= 200 && status < 300; }
};

} // namespace loopflow
