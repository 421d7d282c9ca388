#include "core/conversation/eventjson.h"
#include "core/base/core.h"
#include "core/conversation/eventfields.h"

#include <QJsonDocument>

namespace loopflow {

namespace {

template <class Event>
constexpr QByteArrayView kindName; // no definition: an event without a name does not compile

#define LOOPFLOW_KIND(Event)                                                                       \
    template <>                                                                                    \
    constexpr QByteArrayView kindName<Event> { #Event }
LOOPFLOW_KIND(MessageSeen);
LOOPFLOW_KIND(MessageEdited);
LOOPFLOW_KIND(MessageDeleted);
LOOPFLOW_KIND(MessageIgnored);
LOOPFLOW_KIND(NoteAdded);
LOOPFLOW_KIND(ConnectionChanged);
LOOPFLOW_KIND(PromptSaved);
LOOPFLOW_KIND(MateFailed);
LOOPFLOW_KIND(TurnStarted);
LOOPFLOW_KIND(TypingShown);
LOOPFLOW_KIND(HistoryFetched);
LOOPFLOW_KIND(RequestSent);
LOOPFLOW_KIND(RequestFailed);
LOOPFLOW_KIND(RateLimited);
LOOPFLOW_KIND(DeltaReceived);
LOOPFLOW_KIND(ResponseCompleted);
LOOPFLOW_KIND(PartPosted);
LOOPFLOW_KIND(WriteFailed);
LOOPFLOW_KIND(NoticePosted);
LOOPFLOW_KIND(TurnRestarted);
LOOPFLOW_KIND(PersonTyped);
LOOPFLOW_KIND(ConnectivityChanged);
LOOPFLOW_KIND(TurnCancelled);
LOOPFLOW_KIND(TurnFailed);
LOOPFLOW_KIND(TurnFinished);
#undef LOOPFLOW_KIND

/// `sentence` has a place for the event's kind.
Error brokenRecord(const QByteArray &kind, const QString &sentence)
{
    return {ErrorCode::Invalid, sentence.arg(QString::fromUtf8(kind))};
}

template <class Event>
Result<LogEvent> read(const QByteArray &kind, const QByteArray &payload, auto wrap)
{
    QJsonParseError problem;
    const QJsonDocument json = QJsonDocument::fromJson(payload, &problem);
    if (!json.isObject())
        return brokenRecord(
            kind, Core::tr("A recorded event (%1) cannot be read: its payload is damaged. It is left out."));
    Event event;
    EventReader reader(json.object());
    describe(reader, event);
    if (!reader.brokenField().isEmpty())
        return brokenRecord(kind,
            Core::tr("A recorded event (%2) cannot be read: its field “%1” is damaged. It is left out.")
                .arg(reader.brokenField()));
    return LogEvent(wrap(std::move(event)));
}

/// Tries the events of one family; nothing when the kind is none of them.
template <class... Events>
std::optional<Result<LogEvent>> readOneOf(
    std::type_identity<std::variant<Events...>>, const QByteArray &kind, const QByteArray &payload)
{
    std::optional<Result<LogEvent>> found;
    const auto attempt = [&]<class Event>(std::type_identity<Event>) {
        if (kind != kindName<Event>)
            return false;
        found = read<Event>(kind, payload,
            [](Event event) { return std::variant<Events...>(std::move(event)); });
        return true;
    };
    (attempt(std::type_identity<Events>{}) || ...);
    return found;
}

/// Calls `use` with the event itself.
auto visitEvent(const LogEvent &event, const auto &use)
{
    return std::visit([&](const auto &family) { return std::visit(use, family); }, event);
}

} // namespace

QByteArray kindOf(const LogEvent &event)
{
    return visitEvent(event, []<class Event>(const Event &) {
        return QByteArray::fromRawData(kindName<Event>.data(), kindName<Event>.size());
    });
}

QByteArray payloadOf(const LogEvent &event)
{
    return visitEvent(event, [](const auto &it) {
        return QJsonDocument(EventWriter::objectOf(it)).toJson(QJsonDocument::Compact);
    });
}

Result<LogEvent> eventFrom(const QByteArray &kind, const QByteArray &payload)
{
    if (auto event = readOneOf(std::type_identity<ChannelEvent>{}, kind, payload))
        return *std::move(event);
    if (auto event = readOneOf(std::type_identity<MateEvent>{}, kind, payload))
        return *std::move(event);
    if (auto event = readOneOf(std::type_identity<TurnEvent>{}, kind, payload))
        return *std::move(event);
    return brokenRecord(kind,
        Core::tr("A recorded event (%1) cannot be read: this version of Loopflow does not know it. It is left out."));
}

} // namespace loopflow
