// Checks a bot token with Discord: whose it is, and what is missing before a mate can run.
#pragma once

#include "core/base/secret.h"
#include "core/discord/requestbreaker.h"
#include "core/discord/rest.h"

#include <QObject>
#include <QUrl>

namespace loopflow {

class HttpClient;

/// What Discord says of a token.
struct TokenCheck {
    discord::User bot;
    discord::Application application;
    int startsLeft = 0; ///< identifies left today
    QUrl serverInvite;
    QUrl personalInvite;
    QStringList warnings; ///< sentences: code grant demanded, interactions endpoint set, few starts left
};

class Onboarding : public QObject {
    Q_OBJECT
public:
    Onboarding(HttpClient *http, discord::RequestBreakers *breakers, QObject *parent = nullptr);
    /// Errors are sentences for the token field: refused, not a bot, server not reached, or what the pasted text
    /// is instead of a token.
    void check(const QUrl &api, const Secret &token, QObject *context, Callback<TokenCheck> callback);

private:
    HttpClient *m_http;
    discord::RequestBreakers *m_breakers;
};

} // namespace loopflow
