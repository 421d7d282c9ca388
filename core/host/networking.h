// Keeps the way in which connections leave as the settings want it: proxy, its password, extra certificates.
// New connections go by a change at once; those that are there stay.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QObject>

#include <functional>

namespace loopflow {

class Credentials;
class HttpClient;
class Settings;

class Networking : public QObject {
    Q_OBJECT
public:
    /// All of them outlive this.
    Networking(HttpClient *http, Settings *settings, Credentials *credentials, QObject *parent = nullptr);

    /// Runs `then` as soon as the password is known that the proxy wants; inside this call when none is needed.
    void whenReady(QObject *context, std::function<void()> then);
    /// Whether the settings name a proxy with a user.
    bool wantsPassword() const;
    /// To the keychain; an empty one removes it there.
    void savePassword(Secret password, QObject *context, Callback<bool> callback);
    /// Why the settings do not hold as they are, e.g. a file that is gone; empty else.
    const QString &problem() const { return m_problem; }
    /// The names of the certificates in a file, before it is chosen; errors are those of readCertificates().
    static Result<QStringList> certificatesIn(const QString &path);

Q_SIGNALS:
    /// The route was set anew; `problem()` may be another.
    void applied();

private:
    void apply();
    void setRoute(Secret password);

    HttpClient *m_http;
    Settings *m_settings;
    Credentials *m_credentials;
    QString m_problem;
    bool m_ready = false;
};

} // namespace loopflow
