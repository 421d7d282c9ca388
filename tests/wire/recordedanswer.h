// A real server's answer to a chat request, out of tests/data/captures, ready to be said again on a
// socket.
#pragma once

#include "core/base/http.h"

#include <QString>

namespace loopflow::test {

/// The files hold "#" lines, the head, and the body without chunk marks.
struct RecordedAnswer {
    explicit RecordedAnswer(const QString &name);
    static QStringList names();

    /// Whose dialect the request was in: "openai", "anthropic", or empty for another.
    QString provider() const;
    /// The answer in chunks of that size; without the last, empty one where the server was killed.
    QByteArray onWire(qsizetype piece) const;

    QByteArray note; ///< the "#" lines before it
    HttpResponse answer; ///< status 0: the server hung up before its head
    bool cut = false; ///< the server was killed meanwhile
};

} // namespace loopflow::test
