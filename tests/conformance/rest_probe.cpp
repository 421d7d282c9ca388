// Every Discord call that Loopflow makes, as JSON lines on stdout: {"method", "path", "body"}.
// Sends nothing; the judges check the bodies against Discord's schema and send them to the practice
// server. Usage: rest_probe CHANNEL MESSAGE USER (ids)
#include "core/discord/rest.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace loopflow::discord;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList ids = app.arguments().sliced(1);
    if (ids.size() != 3) {
        std::fputs("Usage: rest_probe CHANNEL MESSAGE USER\n", stderr);
        return 2;
    }
    const auto channel = ChannelId::fromString(ids[0]);
    const auto message = MessageId::fromString(ids[1]);
    const QList<RestRequest> calls{
        rest::me(),
        rest::application(),
        rest::gatewayBot(),
        rest::openDm(UserId::fromString(ids[2])),
        rest::messagesBefore(channel, {}, 100),
        rest::messagesBefore(channel, message, 50),
        rest::messagesAfter(channel, message, 1),
        rest::typing(channel),
        rest::createMessage(channel, {u"plain"_s, {}, u"q.1.1"_s}),
        rest::createMessage(channel, {u"a reply"_s, message, u"q.1.2"_s}),
        rest::createMessage(channel, {u"a reply to nothing"_s, {1}, u"q.1.3"_s}),
        rest::createMessage(channel, {QString(2000, u'x'), message, QString(25, u'n')}),
        rest::createMessage(
            channel, {u"@everyone <@%1> \u00e9\U0001F600"_s.arg(ids[2]), {}, u"q.1.4"_s}),
        rest::editMessage(channel, message, u"edited"_s),
        rest::setFlags(withMessageContent(1 << 15 | 1 << 23)),
        rest::unsetInteractionsEndpoint(),
        rest::setUsername(u"Maya"_s),
        rest::setAvatar("a picture"),
    };
    for (const RestRequest &call : calls) {
        const QJsonObject line{
            {u"method"_s, QString::fromLatin1(call.method)},
            {u"path"_s, call.path},
            {u"body"_s, QString::fromUtf8(call.body)},
        };
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    }
    return 0;
}
