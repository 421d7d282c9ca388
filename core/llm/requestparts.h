// The parts of a request that both dialects make alike: address, headers, body bytes, key.
// Pure; knows no dialect's field names.
#pragma once

#include "core/llm/provider.h"

#include <QJsonObject>

namespace loopflow::llm {

/// A POST of JSON to the endpoint's address with `path` ("/messages") behind it. The endpoint's own
/// headers come last and win.
HttpRequest postRequest(const Endpoint &endpoint, const QString &path, const QJsonObject &body,
    const Headers &headers = {});
HttpRequest getRequest(const Endpoint &endpoint, const QString &path, const Headers &headers = {});
/// The key as it may stand in a header: without the line ends and spaces that came along when it
/// was pasted.
QByteArray headerValue(const Secret &key);

} // namespace loopflow::llm
