// Records of turns as they come: a history, a request body made of it, an answer with its cost.
#pragma once

#include "core/conversation/eventjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace loopflow::test {

inline const ConversationId talk{MateId{1}, {4000}};
inline constexpr double sampleCost = 0.25;

/// Message number `n` of the conversation; people and the mate take turns.
inline discord::Message sampleMessage(int n)
{
    static const QStringList words =
        QStringLiteral("the deploy failed again because of a timeout in region two can you "
                       "look at its log and tell me what to roll back before lunch")
            .split(QLatin1Char(' '));
    discord::Message message;
    message.id = discord::MessageId::at(Milliseconds(1'700'000'000'000 + n * 60'000LL));
    message.channel = talk.channel;
    message.author.id = {n % 2 == 0 ? quint64{77} : quint64{88}};
    message.author.username = n % 2 == 0 ? QStringLiteral("ana_k") : QStringLiteral("maya");
    message.author.globalName = n % 2 == 0 ? QStringLiteral("Ana") : QString();
    message.author.bot = n % 2 != 0;
    quint32 seed = static_cast<quint32>(n) * 2654435761u;
    for (int i = 0; i < 25; ++i) {
        seed = seed * 1664525 + 1013904223;
        message.content += words[static_cast<qsizetype>(seed >> 16) % words.size()] + QLatin1Char(' ');
    }
    message.content += QString::number(n);
    return message;
}

/// The body of a chat request for these messages.
inline QByteArray sampleBody(const QString &prompt, const QList<discord::Message> &history)
{
    QJsonArray messages{QJsonObject{
        {QStringLiteral("role"), QStringLiteral("system")}, {QStringLiteral("content"), prompt}}};
    for (const discord::Message &message : history) {
        messages.append(QJsonObject{
            {QStringLiteral("role"), message.author.bot ? QStringLiteral("assistant") : QStringLiteral("user")},
            {QStringLiteral("content"), message.content}});
    }
    return QJsonDocument(
        QJsonObject{{QStringLiteral("messages"), messages},
            {QStringLiteral("model"), QStringLiteral("m")}, {QStringLiteral("stream"), true}})
        .toJson(QJsonDocument::Compact);
}

/// A turn that answers message number `newest` with the hundred before it as history.
inline QList<LogRecord> sampleTurn(qint64 seq, TurnId turn, int newest)
{
    const discord::Message question = sampleMessage(2 * (newest / 2));
    QList<discord::Message> history;
    for (int n = std::max(0, newest - 100); n < newest; ++n)
        history.append(sampleMessage(n));
    TurnStarted started;
    started.asked = {question};
    started.channel = talk.channel;
    started.promptText = QStringLiteral("You are Maya, an infrastructure engineer. Be brief. ").repeated(60);
    ResponseCompleted completed;
    completed.reply.text = QStringLiteral("An answer\nin two lines.");
    completed.reply.usage.cost = sampleCost;
    RequestSent sent;
    sent.body = sampleBody(started.promptText, history + QList{question});
    QList<LogRecord> records{{0, {}, talk, {}, ChannelEvent(MessageSeen{question})}};
    for (const TurnEvent &event : {TurnEvent(started), TurnEvent(TypingShown{}),
             TurnEvent(HistoryFetched{HistoryPurpose::Context, history, true}), TurnEvent(sent),
             TurnEvent(DeltaReceived{completed.reply.text, false}), TurnEvent(completed),
             TurnEvent(PartPosted{0, {99}, false}), TurnEvent(TurnFinished{})})
        records.append({0, {}, talk, turn, event});
    for (LogRecord &record : records) {
        record.seq = seq;
        record.at = {Milliseconds(seq), Milliseconds(1'700'000'000'000 + seq)};
        ++seq;
    }
    return records;
}

} // namespace loopflow::test
