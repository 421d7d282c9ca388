// Setting a mate up, step by step: who it is, its bot, and starting it.
// Decides what is still missing and in which order things are saved; the dialog only shows it.
// A real token goes to its own server only, a practice token to the practice server only.
#pragma once

#include "core/base/secret.h"
#include "core/host/onboarding.h"
#include "core/mate/mate.h"
#include "ui/create/modelform.h"
#include "ui/uiservices.h"

#include <QObject>

#include <optional>

namespace loopflow {

class MateSetup final : public QObject {
    Q_OBJECT
public:
    /// A new mate, or one that is in the store and lacks something (or needs another token).
    MateSetup(UiServices services, std::optional<MateId> existing, QObject *parent = nullptr);

    const Mate &mate() const { return m_mate; }
    const QString &prompt() const { return m_prompt; }
    const QByteArray &picture() const { return m_picture; }
    bool isSaved() const { return m_mate.id != MateId{}; }

    /// What is wrong with a name; empty: nothing.
    QString nameMistake(const QString &name) const;
    void setWho(const QString &name, const QString &prompt, const QByteArray &picture,
        const ModelChoice &model);
    /// Puts the mate into the list as it is, paused; never the one on the practice server.
    Result<void> keepForLater();

    /// The practice server in place of Discord: makes a bot there and answers its token. A mate
    /// that is in the list stays as it is; a copy of it goes to practice.
    Result<Secret> usePractice();
    void useDiscord();
    bool isPractice() const { return m_mate.practice; }
    /// Who is asked, for sentences: "Discord", "The practice server", a server's name.
    QString serverName() const;

    /// What is wrong with the pasted text before anyone is asked; empty: it may be a token.
    QString tokenMistake(const QString &pasted) const;
    /// Asks the server; checked() or refused() follows. An earlier question is forgotten.
    void check(const QString &pasted);
    void forgetToken();
    const std::optional<TokenCheck> &checkedToken() const { return m_check; }
    /// Change something at the server; checked() or changeRefused() follows.
    void switchOnMessageContent();
    void unsetInteractionsEndpoint();
    /// The picture that the checked bot has; empty until it came, or for none.
    const QByteArray &botPicture() const { return m_botPicture; }
    /// The name of the mate here that has this bot already; empty for none.
    QString usedBy() const;
    /// The token is another bot's than the one this mate had.
    bool isAnotherBot() const;
    bool canFinish() const { return m_check.has_value() && usedBy().isEmpty(); }

    /// Saves mate and token, gives the bot the mate's name and picture when `dressBot`, and starts
    /// the mate; finished() or failed() follows.
    void finish(bool dressBot);
    /// What did not work at the end, though the mate is set up; a sentence each.
    const QStringList &remarks() const { return m_remarks; }

Q_SIGNALS:
    void checked();
    void refused(const QString &sentence);
    void changeRefused(loopflow::Aspect aspect, const QString &sentence);
    void botPictureChanged();
    void finished();
    void failed(const QString &sentence);

private:
    Result<void> save();
    void chooseModel(std::function<void()> next);
    void saveToken(bool dressBot);
    void dress();
    void start();
    void take(Result<TokenCheck> answer, std::optional<Aspect> changed);
    Callback<TokenCheck> takeLater(std::optional<Aspect> changed);
    void fetchBotPicture();
    Result<QUrl> home() const;

    UiServices m_services;
    Mate m_mate;
    Mate m_original; ///< while practising: the mate as it goes to Discord
    QString m_prompt;
    QByteArray m_picture;
    Secret m_token;
    std::optional<TokenCheck> m_check;
    QByteArray m_botPicture;
    QStringList m_remarks;
    int m_question = 0; ///< only the newest check counts
};

} // namespace loopflow
