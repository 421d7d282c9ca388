#include "core/conversation/rowarchive.h"

#include "core/conversation/eventfields.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace loopflow {

namespace {

constexpr int fastest = 1; // deflate level: texts get a third of their size, levels above take twice the time

} // namespace

template <class Way>
void describe(Way &way, Described<Way, TurnView> &it)
{
    int state = static_cast<int>(it.state);
    way("state"_L1, state);
    if constexpr (!Way::writes)
        it.state = static_cast<TurnState>(state);
    way("id"_L1, it.id);
    way("text"_L1, it.text);
    way("waitingFor"_L1, it.waitingFor);
    way("error"_L1, it.error);
    way("stage"_L1, it.stage);
    way("promptVersion"_L1, it.promptVersion);
    way("model"_L1, it.model);
    way("startedMs"_L1, it.startedMs);
    way("requestMs"_L1, it.requestMs);
    way("firstTokenMs"_L1, it.firstTokenMs);
    way("endedMs"_L1, it.endedMs);
    way("retries"_L1, it.retries);
    way("restarts"_L1, it.restarts);
    way("restartedFor"_L1, it.restartedFor);
    way("usage"_L1, it.usage);
    way("cost"_L1, it.cost);
    way("why"_L1, it.why);
    way("replayOf"_L1, it.replayOf);
    way("asked"_L1, it.asked);
    way("triedAgain"_L1, it.triedAgain);
    way("posted"_L1, it.posted);
}

template <class Way>
void describe(Way &way, Described<Way, ConversationRow> &it)
{
    way("turn"_L1, it.turn);
    way("note"_L1, it.note);
    if (!it.turn && it.note.isEmpty())
        way("message"_L1, it.message);
    way("seq"_L1, it.seq);
    way("atMs"_L1, it.atMs);
    way("edited"_L1, it.edited);
    way("deleted"_L1, it.deleted);
    way("deletedMs"_L1, it.deletedMs);
    way("ignored"_L1, it.ignored);
}

QByteArray packed(const QList<ConversationRow> &rows)
{
    QCborArray array;
    for (const ConversationRow &row : rows)
        array.append(QCborMap::fromJsonObject(EventWriter::objectOf(row)));
    return qCompress(QCborValue(array).toCbor(), fastest);
}

QList<ConversationRow> unpacked(const QByteArray &bytes)
{
    const QCborArray array = QCborValue::fromCbor(qUncompress(bytes)).toArray();
    QList<ConversationRow> rows;
    rows.reserve(array.size());
    for (const QCborValue &packedRow : array) {
        EventReader reader(packedRow.toMap().toJsonObject());
        describe(reader, rows.emplaceBack());
    }
    return rows;
}

} // namespace loopflow
