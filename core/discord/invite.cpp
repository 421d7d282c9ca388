#include "core/discord/invite.h"

#include "core/base/core.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QUrlQuery>

namespace loopflow::discord {

using namespace Qt::StringLiterals;

namespace {

QUrl authorizePage(ApplicationId application, const QString &scopes)
{
    QUrl url(u"https://discord.com/oauth2/authorize"_s);
    QUrlQuery query;
    query.addQueryItem(u"client_id"_s, application.toString());
    query.addQueryItem(u"scope"_s, scopes);
    url.setQuery(query);
    return url;
}

void addQueryItem(QUrl &url, const QString &key, const QString &value)
{
    QUrlQuery query(url);
    query.addQueryItem(key, value);
    url.setQuery(query);
}

bool matches(QStringView text, const QString &pattern)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
    return expression.match(text.toString()).hasMatch();
}

QStringView withoutPrefix(QStringView text, QStringView prefix)
{
    return text.startsWith(prefix, Qt::CaseInsensitive) ? text.mid(prefix.size()) : text;
}

/// Blanks at the ends, those without width too: pages like to add them to what is copied.
QStringView withoutBlanks(QStringView text)
{
    const auto isBlank = [](QChar c) {
        return c.isSpace() || c == u'\u200b' || c == u'\u2060' || c == u'\ufeff';
    };
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

/// What else of the portal (or of a browser) it is; None when it is none of these.
TokenMistake knownMistake(QStringView text)
{
    // OAuth2 access tokens have 30 characters, client secrets 32.
    if (text.startsWith(u"Bearer ", Qt::CaseInsensitive) || matches(text, u"[A-Za-z0-9]{30}"_s))
        return TokenMistake::AccessToken;
    if (text.startsWith(u"mfa."))
        return TokenMistake::PersonsToken;
    if (matches(text, u"[0-9]{15,20}"_s))
        return TokenMistake::AnId;
    if (matches(text, u"[0-9A-Fa-f]{64}"_s))
        return TokenMistake::PublicKey;
    if (matches(text, u"[A-Za-z0-9_-]{32}"_s))
        return TokenMistake::ClientSecret;
    return TokenMistake::None;
}

QString explain(TokenMistake mistake)
{
    switch (mistake) {
    case TokenMistake::None:
        return {};
    case TokenMistake::Empty:
        return Core::tr("Paste the bot's token. A bot's token is in the developer portal under Bot, behind Reset "
                        "Token.");
    case TokenMistake::ClientSecret:
        return Core::tr("This is the application's client secret, which a mate does not need. A bot's token is in "
                        "the developer portal under Bot, behind Reset Token.");
    case TokenMistake::PublicKey:
        return Core::tr("This is the application's public key, not a token. A bot's token is in the developer portal "
                        "under Bot, behind Reset Token.");
    case TokenMistake::AnId:
        return Core::tr("This is an application or user id, not a token. A bot's token is in the developer portal "
                        "under Bot, behind Reset Token.");
    case TokenMistake::PersonsToken:
        return Core::tr("This is a person's own token, which Discord forbids programs to use. A bot's token is in "
                        "the developer portal under Bot, behind Reset Token.");
    case TokenMistake::AccessToken:
        return Core::tr("This is an OAuth2 access token, which stands for a person. A bot's token is in the "
                        "developer portal under Bot, behind Reset Token.");
    case TokenMistake::Incomplete:
        return Core::tr("This is only a part of a bot's token, or more than one. Copy it again, whole.");
    case TokenMistake::NotAToken:
        return Core::tr("This is not a bot's token. A bot's token is in the developer portal under Bot, behind Reset "
                        "Token.");
    }
    Q_UNREACHABLE();
}

} // namespace

QUrl serverInvite(ApplicationId application)
{
    QUrl url = authorizePage(application, u"bot applications.commands"_s);
    addQueryItem(url, u"permissions"_s, QString::number(invitePermissions));
    addQueryItem(url, u"integration_type"_s, u"0"_s);
    return url;
}

QUrl personalInvite(ApplicationId application)
{
    QUrl url = authorizePage(application, u"applications.commands"_s);
    addQueryItem(url, u"integration_type"_s, u"1"_s);
    return url;
}

QUrl developerPortal() { return QUrl(u"https://discord.com/developers/applications"_s); }

TokenMistake tokenMistakeIn(QStringView pasted, bool forDiscord)
{
    const QString token = trimmedToken(pasted);
    if (token.isEmpty())
        return TokenMistake::Empty;
    if (!forDiscord)
        return TokenMistake::None;
    if (const TokenMistake mistake = knownMistake(token); mistake != TokenMistake::None)
        return mistake;
    static const QString shape = u"[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{6,}\\.[A-Za-z0-9_-]{27,}"_s;
    if (!botOfToken(token))
        return TokenMistake::NotAToken;
    return matches(token, shape) ? TokenMistake::None : TokenMistake::Incomplete;
}

QString tokenMistake(QStringView pasted, bool forDiscord)
{
    const TokenMistake mistake = tokenMistakeIn(pasted, forDiscord);
    if (mistake == TokenMistake::Empty && !forDiscord)
        return Core::tr("Paste the bot's token.");
    return explain(mistake);
}

QString trimmedToken(QStringView pasted)
{
    return withoutBlanks(withoutPrefix(withoutBlanks(pasted), u"Bot ")).toString();
}

UserId botOfToken(QStringView token)
{
    const qsizetype dot = token.indexOf(u'.');
    const QByteArray first = token.left(dot < 0 ? token.size() : dot).toUtf8();
    constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const auto decoded = QByteArray::fromBase64Encoding(
        first, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    // The decoder forgives stray bits at the end; writing it again does not.
    if (!decoded || (*decoded).toBase64(form) != first)
        return {};
    const QString digits = QString::fromLatin1(*decoded);
    return matches(digits, u"[0-9]{17,20}"_s) ? UserId::fromString(digits) : UserId();
}

} // namespace loopflow::discord
