// Mates, conversations and what was said in them, to be searched.
// One event a second.
#pragma once

#include "core/store/logstore.h"
#include "core/store/searchquery.h"
#include "tests/unit/store/storefixture.h"

#include <QFile>

namespace loopflow::test {

using namespace Qt::StringLiterals;

inline constexpr qint64 dawn = 1'700'000'000'000;

/// Mates, conversations and what was said, one event a second.
struct Scene {
    Scene()
    {
        mates = std::make_unique<MateStore>(store.database.get());
        maya = addMate(*mates, u"maya"_s);
        kaito = addMate(*mates, u"kaito"_s);
        open();
    }
    void open() { record = std::make_unique<LogStore>(store.database.get()); }

    void log(const ConversationId &conversation, LogEvent event, TurnId turn = {})
    {
        ++seq;
        record->append({seq, {Milliseconds(seq * 1000), Milliseconds(dawn + seq * 1000)}, conversation, turn,
            std::move(event)});
    }
    discord::Message message(const ConversationId &conversation, const QString &author, const QString &text)
    {
        discord::Message message;
        message.id = {static_cast<quint64>(5000 + seq)};
        message.channel = conversation.channel;
        message.author.id = {77};
        message.author.username = author;
        message.content = text;
        return message;
    }
    discord::Message say(const ConversationId &conversation, const QString &author, const QString &text)
    {
        const discord::Message said = message(conversation, author, text);
        log(conversation, ChannelEvent(MessageSeen{said}));
        return said;
    }
    TurnId begin(const ConversationId &conversation, const discord::Message &asked, std::optional<TurnId> replayOf = {})
    {
        TurnStarted started;
        started.asked = {asked};
        started.replayOf = replayOf;
        const TurnId turn{++turns};
        log(conversation, TurnEvent(started), turn);
        return turn;
    }
    void answer(const ConversationId &conversation, TurnId turn, const QString &text, qint64 afterSeconds = 1)
    {
        ResponseCompleted completed;
        completed.reply.text = text;
        log(conversation, TurnEvent(completed), turn);
        seq += afterSeconds;
        log(conversation, TurnEvent(TurnFinished{}), turn);
    }
    void fail(const ConversationId &conversation, TurnId turn, const QString &sentence)
    {
        log(conversation, TurnEvent(TurnFailed{u"model"_s, {ErrorCode::Unavailable, sentence}}), turn);
    }
    Result<SearchPage> page(const QString &text, qint64 before = 0, int limit = 50)
    {
        if (const auto written = record->flush(); !written)
            return written.error();
        const auto parsed = parseSearch(text, dawn + 40 * 24 * 3'600'000LL);
        if (const auto *mistake = std::get_if<SearchMistake>(&parsed))
            return mistake->error;
        SearchQuery query(store.database->sql(), std::get<SearchExpression>(parsed), before, limit);
        while (true) {
            const auto whole = query.step();
            if (!whole)
                return whole.error();
            if (*whole)
                return query.page();
        }
    }
    /// The texts that are found, newest first.
    QString found(const QString &text)
    {
        const auto one = page(text, 0, 1000);
        if (!one)
            return one.error().message;
        QStringList texts;
        for (const SearchHit &hit : one->hits)
            texts.append(hit.text);
        return texts.join(u" / "_s);
    }
    bool fileHas(const QByteArray &bytes) const
    {
        for (const QString &name : {u"loopflow.sqlite"_s, u"loopflow.sqlite-wal"_s}) {
            QFile file(store.folder.filePath(name));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
                return true;
        }
        return false;
    }

    StoreFixture store;
    std::unique_ptr<MateStore> mates;
    MateId maya{};
    MateId kaito{};
    std::unique_ptr<LogStore> record;
    qint64 seq = 0;
    qint64 turns = 0;
};

/// A conversation each, with an answered, a failed, a slow and an ignored message.
struct BusyScene : Scene {
    BusyScene()
    {
        dm = {maya, {100}};
        other = {kaito, {200}};
        const auto asked = say(dm, u"ana_k"_s, u"why does the Uploader hang"_s);
        answer(dm, begin(dm, asked), u"The disk is full."_s);
        const auto again = say(other, u"lee"_s, u"deploy it"_s);
        fail(other, begin(other, again), u"The provider was overloaded."_s);
        const auto slow = say(other, u"lee"_s, u"take your time"_s);
        answer(other, begin(other, slow), u"Größe: 42"_s, 20);
        const auto old = say(dm, u"Zoë"_s, u"old news"_s);
        log(dm, ChannelEvent(MessageIgnored{old.id, IgnoreReason::WrittenWhileClosed}));
    }
    ConversationId dm;
    ConversationId other;
};

} // namespace loopflow::test
