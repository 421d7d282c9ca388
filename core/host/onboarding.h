// Asks a server about a bot's token, and changes what a mate needs changed there.
// Keeps neither token nor answer. A refused token costs one invalid request, not three.
#pragma once

#include "core/base/secret.h"
#include "core/discord/requestbreaker.h"
#include "core/host/tokencheck.h"

#include <QObject>
#include <QUrl>

namespace loopflow {

class HttpClient;

/// A bot as it is after dress(), and what the server did not take.
struct DressedBot {
    discord::User bot;
    QStringList refusals; ///< a sentence each
};

class Onboarding : public QObject {
    Q_OBJECT
public:
    Onboarding(HttpClient *http, discord::RequestBreakers *breakers, QObject *parent = nullptr);
    /// Errors are sentences for the token field: refused, not a bot, server not reached, or what the pasted text
    /// is instead of a token.
    void check(const QUrl &api, const Secret &token, QObject *context, Callback<TokenCheck> callback);

    /// Switches Message Content on for the application that was checked, then checks anew. The error says what to do
    /// in the portal when the server refuses.
    void switchOnMessageContent(const QUrl &api, const Secret &token, const discord::Application &application,
        QObject *context, Callback<TokenCheck> callback);
    /// Takes the interactions endpoint away, so that interactions come over the gateway; else likewise.
    void unsetInteractionsEndpoint(
        const QUrl &api, const Secret &token, QObject *context, Callback<TokenCheck> callback);
    /// Gives the bot a name and, when there is one, a picture (PNG). One that is refused does not keep the other
    /// back. What the bot has already is not sent.
    void dress(const QUrl &api, const Secret &token, const discord::User &bot, const QString &name,
        const QByteArray &picture, QObject *context, std::function<void(const DressedBot &)> callback);
    /// The bot's own picture; see fetchBotPicture().
    void picture(const QUrl &api, const discord::User &bot, QObject *context, Callback<QByteArray> callback);

private:
    void change(const QUrl &api, const Secret &token, discord::RestRequest request, const QString &instead,
        QObject *context, Callback<TokenCheck> callback);
    class RestClient *clientFor(const QUrl &api, const Secret &token);

    HttpClient *m_http;
    discord::RequestBreakers *m_breakers;
};

} // namespace loopflow
