// Reads what was written in a channel while the gateway could not tell.
// Pages from a message on until one is not full; tries again while Discord is unwell.
#pragma once

#include "core/discord/message.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace loopflow {

class RestClient;

class Catchup : public QObject {
    Q_OBJECT
public:
    /// `rest` outlives this.
    explicit Catchup(RestClient *rest, QObject *parent = nullptr);

    /// Reads what is newer than `after`. Again for a channel that is being read: from the older of the two.
    void read(discord::ChannelId channel, discord::MessageId after);
    bool isReading(discord::ChannelId channel) const { return m_reading.contains(channel); }

Q_SIGNALS:
    /// Oldest first, page by page.
    void found(const loopflow::discord::Message &message);
    /// Everything was read, or reading is not allowed there.
    void done(loopflow::discord::ChannelId channel);

private:
    struct Reading {
        discord::MessageId after;
        int generation = 0;
        int failures = 0;
    };
    void fetch(discord::ChannelId channel);
    void finish(discord::ChannelId channel);

    RestClient *m_rest;
    QHash<discord::ChannelId, Reading> m_reading;
    int m_generation = 0;
};

} // namespace loopflow
