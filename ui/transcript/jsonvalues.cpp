#include "ui/transcript/jsonvalues.h"

#include "core/base/secretmask.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace loopflow::json {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(TurnState state)
{
    switch (state) {
    case TurnState::Waiting:
        return u"waiting"_s;
    case TurnState::Streaming:
        return u"streaming"_s;
    case TurnState::Posting:
        return u"posting"_s;
    case TurnState::Done:
        return u"done"_s;
    case TurnState::Failed:
        return u"failed"_s;
    case TurnState::Cancelled:
        return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

QJsonArray idsOf(const QList<discord::MessageId> &messages)
{
    QJsonArray ids;
    for (const auto &message : messages)
        ids.append(idOf(message.value));
    return ids;
}

} // namespace

QJsonValue idOf(quint64 id)
{
    return QString::number(id); // beyond what a double holds
}

QJsonValue timeOf(qint64 ms)
{
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs) : QJsonValue();
}

void set(QJsonObject &object, const QString &key, const QJsonValue &value)
{
    const bool known = !value.isNull() && !value.isUndefined() && value != QJsonValue(QString())
        && value != QJsonValue(false) && value != QJsonValue(QJsonArray());
    if (known)
        object.insert(key, value);
}

QJsonObject of(const TranscriptHead &head, const QString &format)
{
    QJsonObject object{{u"format"_s, format}, {u"version"_s, 1}, {u"mate"_s, head.mate},
        {u"channel"_s, idOf(head.channel.value)}, {u"written"_s, timeOf(head.writtenMs)}};
    set(object, u"person"_s, head.person);
    return object;
}

QJsonObject of(const discord::Message &message)
{
    QJsonObject object{{u"kind"_s, u"message"_s}, {u"id"_s, idOf(message.id.value)},
        {u"at"_s, timeOf(message.written().count())}, {u"author"_s, message.authorName()},
        {u"authorId"_s, idOf(message.author.id.value)}, {u"text"_s, message.content}};
    QJsonArray files;
    for (const discord::Attachment &file : message.attachments)
        files.append(QJsonObject{{u"name"_s, file.filename}, {u"type"_s, file.contentType}, {u"bytes"_s, file.size}});
    set(object, u"attachments"_s, files);
    if (message.replyTo)
        object.insert(u"replyTo"_s, idOf(message.replyTo.value));
    return object;
}

QJsonObject of(const TurnView &turn, const QString &mate)
{
    QJsonObject object{{u"kind"_s, u"turn"_s}, {u"id"_s, qint64(turn.id)}, {u"at"_s, timeOf(turn.startedMs)},
        {u"author"_s, mate}, {u"state"_s, nameOf(turn.state)}, {u"text"_s, turn.text},
        {u"answers"_s, idsOf(turn.asked)}};
    set(object, u"error"_s, turn.error);
    set(object, u"posted"_s, idsOf(turn.posted));
    if (turn.promptVersion > 0)
        object.insert(u"promptVersion"_s, turn.promptVersion);
    set(object, u"model"_s, turn.model);
    set(object, u"requested"_s, timeOf(turn.requestMs));
    set(object, u"firstToken"_s, timeOf(turn.firstTokenMs));
    set(object, u"ended"_s, timeOf(turn.endedMs));
    if (turn.usage.input >= 0)
        object.insert(u"tokensIn"_s, turn.usage.input);
    if (turn.usage.output >= 0)
        object.insert(u"tokensOut"_s, turn.usage.output);
    if (turn.cost)
        object.insert(u"dollars"_s, *turn.cost);
    if (turn.retries > 0)
        object.insert(u"retries"_s, turn.retries);
    return object;
}

QByteArray written(const QJsonObject &object)
{
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return withoutSecrets(QString::fromUtf8(json)).toUtf8();
}

} // namespace loopflow::json
