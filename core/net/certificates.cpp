#include "core/net/certificates.h"

#include "core/base/core.h"

#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QSslCertificate>

namespace loopflow {

namespace {

constexpr qint64 largest = 4 * 1024 * 1024;

QString nameOf(const QSslCertificate &certificate)
{
    const QString name = certificate.subjectDisplayName();
    return name.isEmpty() ? Core::tr("a certificate without a name") : name;
}

Error invalid(const QString &sentence) { return {ErrorCode::Invalid, sentence}; }

} // namespace

Result<Certificates> readCertificates(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage,
            Core::tr("The file %1 cannot be read (%2). Choose another one.").arg(path, file.errorString())};
    if (file.size() > largest)
        return invalid(Core::tr("The file %1 is too large for a list of certificates. Choose another one.").arg(path));
    const QByteArray bytes = file.readAll();
    const QList<QSslCertificate> found = QSslCertificate::fromData(bytes, QSsl::Pem);
    if (found.isEmpty())
        return invalid(Core::tr("The file %1 holds no certificate in PEM form, which begins with “-----BEGIN "
                                "CERTIFICATE-----”. A file in DER form becomes one by “openssl x509 -inform der -in "
                                "FILE -out FILE.pem”.")
                           .arg(path));
    Certificates all;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QSslCertificate &certificate : found) {
        if (certificate.expiryDate() < now)
            return invalid(Core::tr("%1 expired on %2. Ask for a newer file.").arg(nameOf(certificate),
                QLocale().toString(certificate.expiryDate().date(), QLocale::ShortFormat)));
        all.pem += certificate.toPem();
        all.names.append(nameOf(certificate));
    }
    return all;
}

} // namespace loopflow
