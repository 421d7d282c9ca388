// An OpenAI-compatible model server on loopback that is no AI and says so.
// It answers with the prompt and the history it was given, so that a newcomer sees what a model
// gets.
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace loopflow::practice {

struct ModelFaults {
    int firstTokenMs = 0;
    int tokenMs = 15; ///< between tokens
    int failEvery = 0; ///< every n-th chat request answers failStatus
    int failStatus = 503;
    int cutEvery = 0; ///< every n-th stream is cut in the middle
    int cutNext = 0; ///< so many of the next streams are cut, too; counts down
    QString answer; ///< instead of its own words; for tests
};

class LanguageModel : public QObject {
    Q_OBJECT
public:
    explicit LanguageModel(QObject *parent = nullptr);
    ~LanguageModel() override;
    Result<void> start();
    QUrl baseUrl() const; ///< …/v1
    ModelFaults &faults();
    int requests() const; ///< how many chat requests were answered or refused
    QByteArray lastRequest() const; ///< the newest chat request's body, as it came

    static constexpr const char *modelId = "practice";

private:
    class Server;
    std::unique_ptr<Server> m_server;
};

} // namespace loopflow::practice
