// Tries a mate's model with one tiny request, and says in a sentence how it went.
// Sends what a turn would send (provider, address, key, parameters), never a conversation; learns what is refused.
#pragma once

#include "core/mate/mate.h"

#include <QObject>

namespace loopflow {

class Credentials;
class LlmClient;
class MateStore;

class ModelTest : public QObject {
    Q_OBJECT
public:
    /// All outlive this.
    ModelTest(LlmClient *llm, Credentials *credentials, MateStore *mates, QObject *parent = nullptr);

    /// `mate` need not be saved. The value is a sentence such as "m answered in 0.8 s."; errors are sentences with a
    /// next step. The callback never runs inside this call; deleting `context` aborts the request.
    void run(const Mate &mate, QObject *context, Callback<QString> callback);

private:
    LlmClient *m_llm;
    Credentials *m_credentials;
    MateStore *m_mates;
};

} // namespace loopflow
