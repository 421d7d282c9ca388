#include "core/host/catchup.h"

#include "core/base/backoff.h"
#include "core/base/log.h"
#include "core/net/restclient.h"

#include <QTimer>

#include <algorithm>

namespace loopflow {

using namespace std::chrono_literals;

namespace {
constexpr int pageSize = 100;
constexpr Backoff backoff{1s, 60s};
} // namespace

Catchup::Catchup(RestClient *rest, QObject *parent)
    : QObject(parent)
    , m_rest(rest)
{
}

void Catchup::read(discord::ChannelId channel, discord::MessageId after)
{
    const auto running = m_reading.constFind(channel);
    if (running != m_reading.constEnd())
        after = std::min(after, running->after);
    m_reading.insert(channel, {after, ++m_generation, 0});
    fetch(channel);
}

void Catchup::fetch(discord::ChannelId channel)
{
    const Reading reading = m_reading.value(channel);
    discord::RestRequest request = discord::rest::messagesAfter(channel, reading.after, pageSize);
    m_rest->send(std::move(request), this, [this, channel, reading](const RestAnswer &answer) {
        const auto current = m_reading.find(channel);
        if (current == m_reading.end() || current->generation != reading.generation)
            return; // started anew meanwhile
        Result<QList<discord::Message>> page = answer.failure
            ? Result<QList<discord::Message>>(answer.failure->error)
            : discord::parseMessages(answer.response.body);
        if (!page) {
            if (answer.failure && !answer.failure->retryable) {
                qCWarning(logHost) << "catching up is not possible:" << page.error().message;
                return finish(channel);
            }
            QTimer::singleShot(backoff.wait(current->failures++, systemRandom()), this, [this, channel, reading] {
                if (m_reading.value(channel).generation == reading.generation)
                    fetch(channel);
            });
            return;
        }
        std::reverse(page->begin(), page->end());
        if (!page->isEmpty())
            current->after = page->constLast().id;
        for (const discord::Message &message : std::as_const(*page))
            Q_EMIT found(message);
        if (page->size() < pageSize)
            finish(channel);
        else
            fetch(channel);
    });
}

void Catchup::finish(discord::ChannelId channel)
{
    m_reading.remove(channel);
    Q_EMIT done(channel);
}

} // namespace loopflow
