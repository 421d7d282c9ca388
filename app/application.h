// The composition root: makes everything a run needs, in order, and connects it.
// Decides nothing; whoever runs it (window, headless, a command) takes the parts.
#pragma once

#include "app/localpractice.h"
#include "core/conversation/log.h"
#include "core/discord/requestbreaker.h"
#include "core/host/credentials.h"
#include "core/host/faultteller.h"
#include "core/host/localmodels.h"
#include "core/host/health.h"
#include "core/host/networking.h"
#include "core/host/modeltest.h"
#include "core/host/onboarding.h"
#include "core/host/pictures.h"
#include "core/host/replayer.h"
#include "core/host/supervisor.h"
#include "core/net/httpclient.h"
#include "core/net/llmclient.h"
#include "core/store/database.h"
#include "core/store/journal.h"
#include "core/store/logstore.h"
#include "core/store/matestore.h"
#include "core/store/recorderaser.h"
#include "core/store/replaymarks.h"
#include "core/store/searchstore.h"
#include "core/store/settings.h"

#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTimer>

namespace loopflow {

/// What an application is made with.
struct Setup {
    QString dataFolder; ///< empty: the default one
    bool temporary = false; ///< a folder of its own that is gone afterwards; dataFolder is ignored
    QList<std::pair<QString, QString>> settings; ///< for this run
    QProcessEnvironment environment;
    std::unique_ptr<SecretStore> keychain; ///< null: the system's
};

/// The data folder that it names.
QString folderOf(const Setup &setup);

class Application {
public:
    /// Errors: the database's; ErrorCode::Invalid for a setting that is not known or does not take its value.
    static Result<std::unique_ptr<Application>> open(Setup setup);
    ~Application();
    Q_DISABLE_COPY_MOVE(Application)

    const QString &folder() const { return m_database->folder(); }
    const Database &database() const { return *m_database; }
    Settings &settings() { return *m_settings; }
    MateStore &mates() { return m_mates; }
    Journal &journal() { return m_journal; }
    LogStore &record() { return m_record; }
    SearchStore &search() { return m_search; }
    /// Another one, for who searches beside the window.
    SearchStore *newSearch(QObject *parent) { return new SearchStore(m_database.get(), &m_record, parent); }
    ConversationLog &log() { return m_log; }
    Credentials &credentials() { return m_credentials; }
    HttpClient &http() { return m_http; }
    Networking &networking() { return m_networking; }
    LlmClient &llm() { return m_llm; }
    LocalModels &localModels() { return m_localModels; }
    Onboarding &onboarding() { return m_onboarding; }
    ModelTest &modelTest() { return m_modelTest; }
    LocalPractice &practice() { return m_practice; }
    Pictures &pictures() { return m_pictures; }
    Supervisor &supervisor() { return m_supervisor; }
    Health &health() { return m_health; }
    Replayer &replayer() { return m_replayer; }
    ReplayMarks &replayMarks() { return m_replayMarks; }

    /// Starts the mates, and from then on keeps the record as short as the settings want it.
    void startMates();
    /// Connects a mate anew, with the token it has got; nothing where no mates run.
    void restartMate(MateId mate);
    /// Removes, slice by slice, what the record has kept longer than record.days; 0 days: nothing.
    void removeOldRecords();
    /// The ids of a provider's models, at `baseUrl` or (when empty) at its usual address.
    void listModels(const QString &provider, const QString &baseUrl, QObject *context,
        Callback<QStringList> callback);

private:
    struct Ground;
    void goBySetting(const QString &key);
    explicit Application(Ground ground);

    // Each needs some of those before it; destroyed in reverse.
    std::unique_ptr<QTemporaryDir> m_temporaryFolder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Settings> m_settings;
    MateStore m_mates;
    Journal m_journal;
    LogStore m_record;
    SearchStore m_search;
    ConversationLog m_log;
    std::unique_ptr<SecretStore> m_keychain;
    Credentials m_credentials;
    HttpClient m_http;
    Networking m_networking;
    LlmClient m_llm;
    ModelTest m_modelTest;
    LocalModels m_localModels;
    discord::RequestBreakers m_breakers;
    Onboarding m_onboarding;
    LocalPractice m_practice;
    FaultTeller m_faultTeller;
    Pictures m_pictures;
    Supervisor m_supervisor;
    Health m_health;
    Replayer m_replayer;
    ReplayMarks m_replayMarks;
    RecordEraser m_oldRecords;
    QTimer m_retention; ///< active while mates run
};

} // namespace loopflow
