// A whole Loopflow against practice servers that outlive it: it can be stopped, lost and started again.
// The person is Ana; the mate is Maya, whose words a test can choose.
#pragma once

#include "app/application.h"
#include "core/practice/discordserver.h"
#include "core/practice/languagemodel.h"

#include <QTemporaryDir>

#include <memory>

namespace loopflow::test {

class World {
public:
    World();
    ~World();
    Q_DISABLE_COPY_MOVE(World)

    practice::DiscordServer discord;
    practice::LanguageModel model;
    practice::DiscordServer::Account ana;
    practice::DiscordServer::Account maya;
    discord::ChannelId dm;
    /// Settings for every start.
    QList<std::pair<QString, QString>> settings;
    QString token; ///< what LOOPFLOW_TOKEN_MAYA holds; Maya's at first
    static constexpr auto key = "sk-secret-of-the-tests";

    /// Starts Loopflow on the data folder and waits until Maya is online (unless she cannot be).
    void start(bool untilOnline = true);
    /// As SIGTERM does: running replies are finished, the session is kept.
    void stop();
    /// As if the process were gone: nothing is finished, nobody is told.
    void lose();
    Application &app() { return *m_app; }
    MateId mate() const { return m_mate; }
    QString folder() const { return m_folder.path(); }
    MateState state() { return m_app->supervisor().state(m_mate); }

    discord::MessageId say(const QString &text);
    /// What Maya posted in the DM, oldest first.
    QList<QJsonObject> posts() const;
    QStringList replies() const;
    /// Waits until Maya has posted so many messages; false after 15 s.
    bool untilReplies(qsizetype count);
    /// Waits until no turn runs and nothing is open in the journal; false after 15 s.
    bool untilQuiet();
    /// The newest request's messages as "role: text".
    QStringList modelSaw() const;
    /// The events of the record.
    QList<LogRecord> recorded();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Application> m_app;
    MateId m_mate{};
};

} // namespace loopflow::test
