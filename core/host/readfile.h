// A file that a person named, as it was read where that person is.
// Whoever takes it judges it; here is only what was there.
#pragma once

#include <QByteArray>
#include <QString>

namespace loopflow {

struct ReadFile {
    QString path; ///< as it was named
    QByteArray bytes;
    QString problem; ///< the sentence that says why it could not be read; empty: it was
    bool found = false; ///< in a folder that was named, not named itself
    bool operator==(const ReadFile &) const = default;
};

/// Reads at most `limit` bytes and one more, so that whoever takes it sees that it is too long; a pipe has no size.
ReadFile readFile(const QString &path, qint64 limit);

} // namespace loopflow
