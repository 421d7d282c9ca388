// A file of certificates that a person wants to be trusted.
// Takes the certificates only: a private key in the same file is left there.
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace loopflow {

struct Certificates {
    QByteArray pem; ///< all of them, one after the other
    QStringList names; ///< for people, in the file's order
};

/// Errors are sentences for the field where the file was chosen: not there, not PEM, expired.
Result<Certificates> readCertificates(const QString &path);

} // namespace loopflow
