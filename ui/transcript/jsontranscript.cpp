#include "ui/transcript/jsontranscript.h"

#include "core/base/secretmask.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

QJsonValue idOf(quint64 id)
{
    return QString::number(id); // beyond what a double holds
}

QJsonValue timeOf(qint64 ms)
{
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs) : QJsonValue();
}

/// Sets what is known: not null, not empty, not false.
void set(QJsonObject &object, const QString &key, const QJsonValue &value)
{
    const bool known = !value.isNull() && !value.isUndefined() && value != QJsonValue(QString())
        && value != QJsonValue(false) && value != QJsonValue(QJsonArray());
    if (known)
        object.insert(key, value);
}

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

QString nameOf(IgnoreReason reason)
{
    switch (reason) {
    case IgnoreReason::WrittenByBot:
        return u"written by a bot"_s;
    case IgnoreReason::SystemLine:
        return u"system line"_s;
    case IgnoreReason::WrittenWhileClosed:
        return u"written while closed"_s;
    case IgnoreReason::NotForMates:
        return u"not for mates"_s;
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

QJsonObject messageObject(const ConversationRow &row)
{
    const discord::Message &message = row.message;
    QJsonObject object{{u"kind"_s, u"message"_s}, {u"id"_s, idOf(message.id.value)},
        {u"at"_s, timeOf(message.written().count())}, {u"author"_s, message.authorName()},
        {u"authorId"_s, idOf(message.author.id.value)}, {u"text"_s, message.content}};
    QJsonArray files;
    for (const discord::Attachment &file : message.attachments)
        files.append(QJsonObject{{u"name"_s, file.filename}, {u"type"_s, file.contentType}, {u"bytes"_s, file.size}});
    set(object, u"attachments"_s, files);
    if (message.replyTo)
        object.insert(u"replyTo"_s, idOf(message.replyTo.value));
    if (row.edited)
        set(object, u"edited"_s, timeOf(message.editedMs));
    if (row.ignored)
        object.insert(u"ignored"_s, nameOf(*row.ignored));
    return object;
}

QJsonObject turnObject(const TurnView &turn, const QString &mate)
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

} // namespace

JsonTranscript::JsonTranscript(TranscriptHead head)
    : m_head(std::move(head))
{
}

QByteArray JsonTranscript::begin()
{
    QJsonObject head{{u"format"_s, u"loopflow-conversation"_s}, {u"version"_s, 1},
        {u"mate"_s, m_head.mate}, {u"channel"_s, idOf(m_head.channel.value)}, {u"written"_s, timeOf(m_head.writtenMs)}};
    set(head, u"person"_s, m_head.person);
    // The rows are the last key, so that they can be written one by one.
    QByteArray open = written(head);
    open.chop(1);
    return open + ",\"rows\":[";
}

QByteArray JsonTranscript::row(const ConversationRow &row)
{
    QJsonObject object;
    if (!row.note.isEmpty())
        object = {{u"kind"_s, u"note"_s}, {u"at"_s, timeOf(row.atMs)}, {u"text"_s, row.note}};
    else
        object = row.turn ? turnObject(*row.turn, m_head.mate) : messageObject(row);
    if (row.textless)
        object.insert(u"textRecorded"_s, false);
    if (row.deleted)
        object.insert(u"deleted"_s, row.deletedMs > 0 ? timeOf(row.deletedMs) : QJsonValue(true));
    const QByteArray separator = m_first ? "\n" : ",\n";
    m_first = false;
    return separator + written(object);
}

QByteArray JsonTranscript::end()
{
    return "\n]}\n";
}

} // namespace loopflow
