// Setting a mate up, step by step: who it is, its bot, and starting it.
// Decides what is still missing and in which order things are saved; the dialog only shows it.
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
    bool isSaved() const { return m_mate.id != MateId{}; }

    /// What is wrong with a name; empty: nothing.
    QString nameMistake(const QString &name) const;
    void setWho(const QString &name, const QString &prompt, const ModelChoice &model);
    /// Puts the mate into the list as it is, paused.
    Result<void> keepForLater();

    /// What is wrong with the pasted text before anyone is asked; empty: it may be a token.
    QString tokenMistake(const QString &pasted) const;
    /// Asks Discord; checked() or refused() follows. An earlier question is forgotten.
    void check(const QString &pasted);
    void forgetToken();
    const std::optional<TokenCheck> &checkedToken() const { return m_check; }
    /// The name of the mate here that has this bot already; empty for none.
    QString usedBy() const;
    /// The token is another bot's than the one this mate had.
    bool isAnotherBot() const;
    bool canFinish() const { return m_check.has_value() && usedBy().isEmpty(); }

    /// Saves mate and token and starts the mate; finished() or failed() follows.
    void finish();

Q_SIGNALS:
    void checked();
    void refused(const QString &sentence);
    void finished();
    void failed(const QString &sentence);

private:
    Result<void> save();
    void start();
    Result<QUrl> home() const;

    UiServices m_services;
    Mate m_mate;
    QString m_prompt;
    Secret m_token;
    std::optional<TokenCheck> m_check;
    int m_question = 0; ///< only the newest check counts
};

} // namespace loopflow
