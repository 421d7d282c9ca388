#include "core/host/retry.h"

#include "core/net/restclient.h"

namespace loopflow {

namespace {

struct Reading {
    RestClient *rest = nullptr;
    discord::ChannelId channel;
    QList<discord::MessageId> left;
    QObject *context = nullptr;
    Callback<QuestionsNow> callback;
    QuestionsNow found;
};

Result<QList<discord::Message>> pageOf(const RestAnswer &answer)
{
    if (answer.failure)
        return answer.failure->error;
    return discord::parseMessages(answer.response.body);
}

// Messages can be read alone only by the one before them; what comes then is the question, or it is gone.
void readNext(Reading reading)
{
    if (reading.left.isEmpty())
        return reading.callback(reading.found);
    const discord::MessageId wanted = reading.left.takeFirst();
    discord::RestRequest request = discord::rest::messagesAfter(reading.channel, {wanted.value - 1}, 1);
    RestClient *rest = reading.rest;
    QObject *context = reading.context;
    rest->send(std::move(request), context,
        [reading = std::move(reading), wanted](const RestAnswer &answer) mutable {
            const auto page = pageOf(answer);
            if (!page)
                return reading.callback(page.error());
            if (!page->isEmpty() && page->constFirst().id == wanted)
                reading.found.messages.append(page->constFirst());
            readNext(std::move(reading));
        });
}

} // namespace

void readAgain(RestClient *rest, discord::ChannelId channel, const QList<discord::MessageId> &questions,
    QObject *context, Callback<QuestionsNow> callback)
{
    Reading reading{rest, channel, questions, context, std::move(callback), {}};
    rest->send(discord::rest::messagesBefore(channel, {}, 1), context,
        [reading = std::move(reading)](const RestAnswer &answer) mutable {
            const auto page = pageOf(answer);
            if (!page)
                return reading.callback(page.error());
            if (!page->isEmpty())
                reading.found.newest = page->constFirst().id;
            readNext(std::move(reading));
        });
}

} // namespace loopflow
