// A whole application in memory for a window to stand on, with events to show.
// A temporary database, secrets in memory, an empty environment; nothing of the person's own is
// touched.
#pragma once

#include "app/application.h"
#include "core/base/logbook.h"
#include "ui/uiservices.h"

#include <QPersistentModelIndex>
#include <QSize>

namespace loopflow::test {

class Desk {
public:
    /// `keychain` null: one in memory.
    explicit Desk(QProcessEnvironment environment = {}, std::unique_ptr<SecretStore> keychain = {});

    UiServices services();
    Application &app() { return *m_app; }
    MateStore &mates() { return m_app->mates(); }
    ConversationLog &log() { return m_app->log(); }
    LogBook &logBook() { return m_logBook; }

    /// A mate with a bot and a model; paused, so that nothing is started.
    Mate addMate(const QString &name, const QString &prompt = QStringLiteral("You are helpful."));

    /// Changes the record as no program of ours would, by a statement on its table `event`.
    void spoil(const QString &statement);

    /// What happens from here on happened so long ago; time goes on from there.
    void goBack(Milliseconds ago) { m_lag = ago; }
    void pass(Milliseconds time) { m_lag -= time; }
    /// From here on only pass() moves the time.
    void stopClock();

    discord::Message message(
        discord::ChannelId channel, const QString &author, const QString &text);
    /// A person wrote in the mate's direct message.
    discord::Message seen(
        const ConversationId &conversation, const QString &author, const QString &text);
    TurnId begin(const ConversationId &conversation, const discord::Message &asked);
    void stream(const ConversationId &conversation, TurnId turn, const QString &text);
    /// The reply is whole after that time, with tokens and a price, posted and done.
    void complete(const ConversationId &conversation, TurnId turn, const QString &text, Milliseconds took = {});
    void fail(const ConversationId &conversation, TurnId turn, const QString &sentence);

private:
    TimePoint now() const;

    std::unique_ptr<Application> m_app;
    LogBook m_logBook;
    qint64 m_nextId = 0;
    Milliseconds m_lag{};
    std::optional<TimePoint> m_stopped;
};

/// The size in which pictures of the window are taken: LOOPFLOW_SCREENSHOT_SIZE, 1280x800 without it.
QSize pictureSize();

/// The only child of that type and name; fails the process when there is none.
template <class T> T *find(QObject *parent, const char *name)
{
    T *found = parent->findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("there is no %s", name);
    return found;
}

} // namespace loopflow::test
