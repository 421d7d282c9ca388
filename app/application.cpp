#include "app/application.h"

#include "core/base/log.h"
#include "core/store/keychainsecretstore.h"

namespace loopflow {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What can fail, made before the rest.
struct Application::Ground {
    QProcessEnvironment environment;
    std::unique_ptr<QTemporaryDir> temporaryFolder;
    std::unique_ptr<Database> database;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<SecretStore> keychain;
};

QString folderOf(const Setup &setup)
{
    return setup.dataFolder.isEmpty() ? defaultDataFolder() : setup.dataFolder;
}

Result<std::unique_ptr<Application>> Application::open(Setup setup)
{
    std::unique_ptr<QTemporaryDir> temporaryFolder;
    QString folder = folderOf(setup);
    if (setup.temporary) {
        temporaryFolder = std::make_unique<QTemporaryDir>();
        if (!temporaryFolder->isValid()) {
            return Error{ErrorCode::Storage,
                u"No temporary folder could be made (%1). Free some space, or name a folder with --data-dir."_s.arg(
                    temporaryFolder->errorString())};
        }
        folder = temporaryFolder->path();
    }
    auto database = Database::open(folder);
    if (!database)
        return database.error();
    auto settings = std::make_unique<Settings>(database->get());
    for (const auto &[key, value] : std::as_const(setup.settings)) {
        if (const auto set = settings->setForThisRun(key, value); !set)
            return Error{ErrorCode::Invalid, set.error().message};
    }
    auto keychain = setup.keychain ? std::move(setup.keychain) : std::make_unique<KeychainSecretStore>();
    std::unique_ptr<Application> application(new Application({std::move(setup.environment),
        std::move(temporaryFolder), std::move(*database), std::move(settings), std::move(keychain)}));
    if (!application->m_mates.loaded())
        return application->m_mates.loaded().error(); // running without some mates would look as if they were lost
    return application;
}

Application::Application(Ground ground)
    : m_temporaryFolder(std::move(ground.temporaryFolder))
    , m_database(std::move(ground.database))
    , m_settings(std::move(ground.settings))
    , m_mates(m_database.get())
    , m_journal(m_database.get())
    , m_record(m_database.get())
    , m_search(m_database.get(), &m_record)
    , m_log(m_record.lastSeq(), m_record.lastTurn())
    , m_keychain(std::move(ground.keychain))
    , m_credentials(m_keychain.get(), std::move(ground.environment), m_settings.get())
    , m_networking(&m_http, m_settings.get(), &m_credentials)
    , m_llm(&m_http)
    , m_modelTest(&m_llm, &m_credentials, &m_mates)
    , m_localModels(&m_http, &m_credentials)
    , m_onboarding(&m_http, &m_breakers)
    , m_faultTeller(&m_practice, &m_mates, &m_log)
    , m_pictures(&m_http)
    , m_supervisor({&m_http, &m_llm, &m_log, &m_mates, &m_journal, m_settings.get(), &m_credentials, &m_breakers})
    , m_health({&m_supervisor, &m_mates, &m_log, &m_record, &m_http, &m_breakers})
    , m_replayer({&m_llm, &m_log, &m_record, &m_mates, &m_credentials})
    , m_replayMarks(m_database.get(), &m_record)
    , m_oldRecords(&m_record)
{
    m_record.setRecordsText([this](MateId id) {
        const auto mate = m_mates.mate(id);
        return mate && mate->recordsText; // of one that was removed meanwhile: nothing
    });
    QObject::connect(&m_log, &ConversationLog::appended, &m_record, &LogStore::append);
    QObject::connect(&m_mates, &MateStore::promptSaved, &m_log,
        [this](MateId mate, int number) { m_log.append(mate, PromptSaved{number}); });
    QObject::connect(&m_record, &LogStore::failed, &m_record,
        [](const Error &error) { qCWarning(logStore).noquote() << error.message; });
    QObject::connect(
        m_settings.get(), &Settings::changed, &m_supervisor, [this](const QString &key) { goBySetting(key); });
    QObject::connect(&m_oldRecords, &RecordEraser::finished, &m_oldRecords, [](const Result<qint64> &removed) {
        if (!removed)
            qCWarning(logStore).noquote() << removed.error().message;
    });
    QObject::connect(&m_mates, &MateStore::removed, &m_search, &SearchStore::catchUp);
    QObject::connect(&m_retention, &QTimer::timeout, &m_retention, [this] { removeOldRecords(); });
}

Application::~Application() = default;

void Application::startMates()
{
    m_networking.whenReady(&m_supervisor, [this] { m_supervisor.startAll(); });
    // After the mates are on their way: an old record can take a while to shorten.
    QTimer::singleShot(5s, &m_retention, [this] { removeOldRecords(); });
    m_retention.start(24h);
    QTimer::singleShot(1s, &m_search, &SearchStore::catchUp);
}

void Application::restartMate(MateId mate)
{
    const auto known = m_mates.mate(mate);
    if (m_retention.isActive() && known && !known->paused)
        m_supervisor.start(mate);
}

void Application::removeOldRecords()
{
    const qint64 days = m_settings->number(u"record.days"_s);
    if (days <= 0)
        return;
    const auto before = readClock().wall - std::chrono::hours(24 * days);
    m_oldRecords.startBefore(before.count());
}

/// What does not ask the settings each time.
void Application::goBySetting(const QString &key)
{
    if (key == u"record.days"_s)
        removeOldRecords();
    if (key != u"discord.api"_s)
        return;
    for (const Mate &mate : m_mates.mates()) {
        if (mate.home.isEmpty() && m_supervisor.state(mate.id).phase != MatePhase::Paused)
            m_supervisor.start(mate.id);
    }
}

void Application::listModels(const QString &provider, const QString &baseUrl, QObject *context,
    Callback<QStringList> callback)
{
    Mate mate;
    mate.provider = provider;
    mate.baseUrl = baseUrl;
    const auto endpoint = m_credentials.endpoint(mate);
    if (!endpoint) {
        QTimer::singleShot(0, context, [callback, error = endpoint.error()] { callback(error); });
        return;
    }
    m_credentials.key(provider, context, [this, provider, endpoint = *endpoint, context, callback](Result<Secret> key) {
        if (!key && llm::needsKey(endpoint)) {
            callback(key.error());
            return;
        }
        m_llm.models(llm::dialect(endpoint.provider), endpoint, key ? key->clone() : Secret(), context,
            [this, provider, callback](Result<QList<llm::Model>> models) {
                if (!models) {
                    if (models.error().code == ErrorCode::Unauthorized)
                        m_credentials.forgetKey(provider);
                    callback(models.error());
                    return;
                }
                QStringList ids;
                for (const llm::Model &model : std::as_const(*models))
                    ids.append(model.id);
                callback(ids);
            });
    });
}

} // namespace loopflow
