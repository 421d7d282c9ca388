#include "ui/transcript/jsontranscript.h"

#include "ui/transcript/jsonvalues.h"

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

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

QJsonObject messageObject(const ConversationRow &row)
{
    QJsonObject object = json::of(row.message);
    if (row.edited)
        json::set(object, u"edited"_s, json::timeOf(row.message.editedMs));
    if (row.ignored)
        object.insert(u"ignored"_s, nameOf(*row.ignored));
    return object;
}

} // namespace

JsonTranscript::JsonTranscript(TranscriptHead head)
    : m_head(std::move(head))
{
}

QByteArray JsonTranscript::begin()
{
    // The rows are the last key, so that they can be written one by one.
    QByteArray open = json::written(json::of(m_head, u"loopflow-conversation"_s));
    open.chop(1);
    return open + ",\"rows\":[";
}

QByteArray JsonTranscript::row(const ConversationRow &row)
{
    QJsonObject object;
    if (!row.note.isEmpty())
        object = {{u"kind"_s, u"note"_s}, {u"at"_s, json::timeOf(row.atMs)}, {u"text"_s, row.note}};
    else
        object = row.turn ? json::of(*row.turn, m_head.mate) : messageObject(row);
    if (row.textless)
        object.insert(u"textRecorded"_s, false);
    if (row.deleted)
        object.insert(u"deleted"_s, row.deletedMs > 0 ? json::timeOf(row.deletedMs) : QJsonValue(true));
    const QByteArray separator = m_first ? "\n" : ",\n";
    m_first = false;
    return separator + json::written(object);
}

QByteArray JsonTranscript::end()
{
    return "\n]}\n";
}

} // namespace loopflow
