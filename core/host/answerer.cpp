#include "core/host/answerer.h"

#include "core/base/core.h"
#include "core/base/log.h"
#include "core/conversation/log.h"
#include "core/conversation/prompt.h"
#include "core/conversation/replyrule.h"
#include "core/discord/messagetext.h"
#include "core/host/credentials.h"
#include "core/host/retry.h"
#include "core/host/turnrunner.h"
#include "core/llm/modelparameters.h"
#include "core/store/matestore.h"
#include "core/store/settings.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype seenPerChannel = 2000;

bool isNewConversation(const discord::Message &message)
{
    return message.content.trimmed() == u"/new";
}

} // namespace

Answerer::Answerer(HostServices services, LiveServices live, MateId mate, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_live(live)
    , m_mate(mate)
{
}

Answerer::~Answerer() = default;

// ---- after a restart ------------------------------------------------------------------------------------

Result<void> Answerer::takeUp()
{
    Result<QList<OpenQuestion>> open = m_services.journal->unsettled(m_mate);
    if (!open)
        return open.error();
    QSet<discord::MessageId> drafted;
    for (const OpenQuestion &question : std::as_const(*open)) {
        if (!question.draft) {
            m_awaited.insert(question.message, question.channel);
            continue;
        }
        m_seen[question.channel].insert(question.message);
        if (drafted.contains(question.message))
            continue; // its draft answers several questions and is queued already
        QList<discord::Message> asked;
        for (const discord::MessageId id : question.draftQuestions) {
            drafted.insert(id);
            discord::Message message; // its text is not needed: the reply is written
            message.id = id;
            message.channel = question.channel;
            message.author.id = question.author;
            asked.append(message);
        }
        TurnStarted setup = setupFor(asked);
        setup.draft = question.draft;
        setup.draftMayBePosted = true;
        m_queues[{question.channel, question.author}].drafts.append(std::move(setup));
    }
    std::vector<Place> places;
    for (const auto &[place, queue] : m_queues)
        places.push_back(place);
    for (const Place &place : places)
        startNext(place);
    return {};
}

QHash<discord::ChannelId, discord::MessageId> Answerer::awaited() const
{
    QHash<discord::ChannelId, discord::MessageId> from;
    for (auto it = m_awaited.cbegin(); it != m_awaited.cend(); ++it) {
        const discord::MessageId before{it.key().value - 1};
        const auto known = from.constFind(it.value());
        from.insert(it.value(), known == from.cend() ? before : std::min(before, *known));
    }
    return from;
}

void Answerer::giveUpAwaited(discord::ChannelId channel)
{
    QList<discord::MessageId> gone;
    for (auto it = m_awaited.cbegin(); it != m_awaited.cend(); ++it) {
        if (it.value() == channel)
            gone.append(it.key());
    }
    for (const discord::MessageId id : std::as_const(gone)) {
        m_awaited.remove(id);
        m_services.log->append(conversation(channel), MessageDeleted{id});
    }
    if (!gone.isEmpty())
        settle(gone);
}

// ---- messages -------------------------------------------------------------------------------------------

bool Answerer::see(const discord::Message &message)
{
    const std::optional<Mate> mate = m_services.mates->mate(m_mate);
    if (!mate || message.author.id == mate->bot)
        return true;
    QSet<discord::MessageId> &seen = m_seen[message.channel];
    if (seen.contains(message.id))
        return true;
    const bool awaited = m_awaited.contains(message.id);
    if (!awaited && m_services.journal->isSettled(m_mate, message.channel, message.id)) {
        seen.insert(message.id);
        return true;
    }
    const ReplyDecision decision = decideReply(message, mate->bot, isTooOld(message.id));
    if (std::holds_alternative<NotOurs>(decision))
        return true;
    const auto *ignored = std::get_if<IgnoreReason>(&decision);
    if (!ignored) {
        const Result<void> kept
            = m_services.journal->open(m_mate, message.channel, message.id, message.author.id);
        if (!kept) {
            Q_EMIT broken(kept.error());
            return false;
        }
    }
    if (seen.size() > seenPerChannel)
        seen.clear(); // the journal still knows the newest ones
    seen.insert(message.id);
    m_awaited.remove(message.id);
    m_services.log->append(conversation(message.channel), MessageSeen{message});
    if (ignored) {
        m_services.log->append(conversation(message.channel), MessageIgnored{message.id, *ignored});
        if (awaited)
            settle({message.id});
    } else {
        ask(message);
    }
    return true;
}

void Answerer::ask(const discord::Message &message)
{
    const Place place{message.channel, message.author.id};
    Queue &queue = m_queues[place];
    if (queue.active && queue.waiting.empty() && !isNewConversation(message)) {
        QList<discord::Message> asked = queue.active->turn().setup().asked;
        asked.append(message);
        std::sort(asked.begin(), asked.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
        if (queue.active->restart(asked, RestartReason::NewerMessage))
            return;
    }
    queue.waiting.insert_or_assign(message.id, message);
    startNext(place);
}

void Answerer::edited(const discord::Message &message)
{
    if (message.guild || message.editedMs == 0)
        return; // a link preview arrived, a pin was set
    for (auto &[place, queue] : m_queues) {
        if (place.channel != message.channel || place.person != message.author.id)
            continue;
        if (const auto waiting = queue.waiting.find(message.id); waiting != queue.waiting.end())
            waiting->second = message;
        if (!queue.active)
            continue;
        QList<discord::Message> asked = queue.active->turn().setup().asked;
        for (discord::Message &one : asked) {
            if (one.id != message.id || one.editedMs == message.editedMs)
                continue;
            one = message;
            queue.active->restart(asked, RestartReason::Edited);
            break;
        }
    }
    if (m_seen.value(message.channel).contains(message.id))
        m_services.log->append(conversation(message.channel), MessageEdited{message});
}

void Answerer::deleted(const discord::DeletedMessage &message)
{
    if (message.guild)
        return;
    m_services.log->append(conversation(message.channel), MessageDeleted{message.id});
    for (auto &[place, queue] : m_queues) {
        if (place.channel != message.channel)
            continue;
        if (queue.waiting.erase(message.id) > 0)
            settle({message.id});
        if (!queue.active || !queue.active->turn().questions().contains(message.id))
            continue;
        QList<discord::Message> rest = queue.active->turn().setup().asked;
        rest.removeIf([&](const discord::Message &one) { return one.id == message.id; });
        const bool stopped = rest.isEmpty() ? queue.active->cancel(Core::tr("The message was deleted."))
                                            : queue.active->restart(rest, RestartReason::Deleted);
        if (stopped)
            settle({message.id});
    }
}

void Answerer::typed(const discord::Typing &typing)
{
    const auto queue = m_queues.find({typing.channel, typing.user});
    if (queue != m_queues.end() && queue->second.active)
        queue->second.active->personTyped();
}

void Answerer::setOnline(bool online)
{
    if (std::exchange(m_online, online) == online)
        return;
    for (auto &[place, queue] : m_queues) {
        if (queue.active)
            queue.active->setOnline(online);
    }
}

void Answerer::stopTaking() { m_taking = false; }

// ---- another try ----------------------------------------------------------------------------------------

void Answerer::retry(
    discord::ChannelId channel, const QList<discord::MessageId> &questions, Callback<void> callback)
{
    if (std::any_of(questions.cbegin(), questions.cend(),
            [this](discord::MessageId question) { return isBeingAnswered(question); }))
        return callback(Error{ErrorCode::Conflict, Core::tr("This question is being answered already.")});
    for (const discord::MessageId question : questions)
        m_retrying.insert(question);
    readAgain(m_live.rest, channel, questions, this,
        [this, channel, questions, callback](const Result<QuestionsNow> &now) {
            for (const discord::MessageId question : questions)
                m_retrying.remove(question);
            callback(now ? askAgain(channel, questions, *now) : Result<void>(now.error()));
        });
}

bool Answerer::isBeingAnswered(discord::MessageId question) const
{
    return m_retrying.contains(question) || m_awaited.contains(question)
        || std::any_of(m_queues.cbegin(), m_queues.cend(), [question](const auto &entry) {
               const Queue &queue = entry.second;
               return queue.waiting.contains(question)
                   || (queue.active && queue.active->turn().questions().contains(question));
           });
}

Result<void> Answerer::askAgain(
    discord::ChannelId channel, const QList<discord::MessageId> &questions, const QuestionsNow &now)
{
    QList<discord::MessageId> there;
    for (const discord::Message &message : now.messages)
        there.append(message.id);
    for (const discord::MessageId question : questions) {
        if (!there.contains(question))
            m_services.log->append(conversation(channel), MessageDeleted{question});
    }
    if (there.isEmpty())
        return Error{ErrorCode::NotFound,
            Core::tr("The question was deleted on Discord, so there is nothing to answer.")};
    if (!m_taking)
        return Error{ErrorCode::Cancelled, Core::tr("Loopflow is closing. Try again when it is open.")};
    const Place place{channel, now.messages.constFirst().author.id};
    if (const auto opened = m_services.journal->reopen(m_mate, channel, there, place.person, now.newest); !opened)
        return opened;
    for (const discord::Message &message : now.messages) {
        m_seen[channel].insert(message.id);
        m_queues[place].waiting.insert_or_assign(message.id, message);
    }
    startNext(place);
    return {};
}

// ---- turns ----------------------------------------------------------------------------------------------

// Several messages in a row get one answer; "/new" stands alone.
void Answerer::startNext(const Place &place)
{
    Queue &queue = m_queues[place];
    if (queue.active || !m_taking)
        return;
    if (!queue.drafts.isEmpty())
        return run(place, queue.drafts.takeFirst());
    QList<discord::Message> asked;
    while (!queue.waiting.empty()) {
        const bool alone = isNewConversation(queue.waiting.begin()->second);
        if (alone && !asked.isEmpty())
            break;
        asked.append(queue.waiting.begin()->second);
        queue.waiting.erase(queue.waiting.begin());
        if (alone)
            break;
    }
    if (asked.isEmpty()) {
        m_queues.erase(place);
        return;
    }
    TurnStarted setup = setupFor(asked);
    if (isNewConversation(asked.constFirst()))
        setup.draft = Draft{{discord::newConversationMarker()}, setup.attempt, true};
    run(place, std::move(setup));
}

void Answerer::run(const Place &place, TurnStarted setup)
{
    const std::optional<Mate> mate = m_services.mates->mate(m_mate);
    Q_ASSERT(mate);
    auto runner = std::make_unique<TurnRunner>(m_services.log, conversation(place.channel),
        std::make_unique<LiveEffects>(m_live, *mate, place.channel));
    connect(runner.get(), &TurnRunner::finished, this, [this, place] {
        m_queues[place].active.release()->deleteLater();
        --m_running;
        startNext(place);
        Q_EMIT runningChanged();
    });
    TurnRunner *active = runner.get();
    m_queues[place].active = std::move(runner);
    ++m_running;
    Q_EMIT runningChanged();
    active->start(std::move(setup));
    if (!m_online)
        active->setOnline(false);
}

TurnStarted Answerer::setupFor(const QList<discord::Message> &asked) const
{
    const std::optional<Mate> mate = m_services.mates->mate(m_mate);
    Q_ASSERT(mate);
    const PromptVersion prompt = m_services.mates->prompt(m_mate);
    const Settings &settings = *m_services.settings;
    const Result<llm::Endpoint> endpoint = m_services.credentials->endpoint(*mate);
    const QDateTime now = QDateTime::currentDateTime();

    TurnStarted setup;
    setup.asked = asked;
    setup.channel = asked.constFirst().channel;
    setup.bot = mate->bot;
    setup.promptText = prompt.text;
    setup.promptVersion = prompt.number;
    setup.variables
        = variableValues(now, mate->name, asked.constLast().authorName(), {}, u"direct message"_s);
    setup.provider = mate->provider;
    setup.baseUrl = endpoint ? endpoint->baseUrl.toString() : mate->baseUrl;
    setup.model = mate->model;
    setup.traits = m_services.mates->traits(setup.baseUrl, mate->model);
    setup.parameters = endpoint
        ? llm::takenParameters(mate->parameters, llm::parametersOf(*endpoint, mate->model, setup.traits))
        : mate->parameters;
    setup.historyMessages = settings.isSet(u"history.messages"_s)
        ? static_cast<int>(settings.number(u"history.messages"_s))
        : mate->historyMessages;
    setup.historyTokens = settings.isSet(u"history.tokens"_s)
        ? static_cast<int>(settings.number(u"history.tokens"_s))
        : mate->historyTokens;
    setup.mergeWaitMs = mate->mergeWaitMs;
    setup.answerWithinMs = settings.number(u"answer.within"_s) * 1000;
    const QuestionTry tries = m_services.journal->tryAt(m_mate, asked.constLast().id);
    setup.attempt = tries.number;
    setup.postsAfter = tries.postsAfter;
    return setup;
}

void Answerer::settle(const QList<discord::MessageId> &questions)
{
    if (const Result<void> kept = m_services.journal->settle(m_mate, questions); !kept)
        qCWarning(logHost) << kept.error().message;
}

bool Answerer::isTooOld(discord::MessageId message) const
{
    const Milliseconds within(m_services.settings->number(u"answer.within"_s) * 1000);
    return readClock().wall - message.created() > within;
}

} // namespace loopflow
