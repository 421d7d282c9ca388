// What Discord has now of questions that are to be answered once more.
// Only reads; whether and how they are answered is the Answerer's business.
#pragma once

#include "core/base/result.h"
#include "core/discord/message.h"

class QObject;

namespace loopflow {

class RestClient;

struct QuestionsNow {
    QList<discord::Message> messages; ///< those that are still there, in the order they were asked for
    discord::MessageId newest; ///< in the channel; what a new try posts comes after it
};

/// `rest` and `context` outlive the calls, or nothing is called back.
void readAgain(RestClient *rest, discord::ChannelId channel, const QList<discord::MessageId> &questions,
    QObject *context, Callback<QuestionsNow> callback);

} // namespace loopflow
