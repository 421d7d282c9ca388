// The people and bots of the practice server: their tokens, profiles, applications and identify
// budgets. Holds no message and no socket.
#pragma once

#include "core/base/time.h"
#include "core/discord/id.h"
#include "core/practice/snowflakes.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <map>

namespace loopflow::practice {

/// What a bot's application has beside the bot. Spec: docs "Resources › Application".
struct Application {
    static constexpr int presenceLimited = 1 << 13;
    static constexpr int membersLimited = 1 << 15;
    static constexpr int messageContentLimited = 1 << 19;
    static constexpr int limitedIntents = presenceLimited | membersLimited | messageContentLimited;

    QString description;
    int flags = limitedIntents;
    bool isPublic = true;
    bool requiresCodeGrant = false;
    QString interactionsEndpoint; ///< empty: interactions come over the gateway
    QJsonArray tags;
    QJsonObject installParams; ///< empty: not set
    QJsonObject integrationTypes; ///< empty: not set
};

struct Account {
    discord::UserId id;
    QString username;
    QString globalName; ///< people only
    QString avatar; ///< hash; empty for none
    QByteArray picture; ///< the avatar itself
    QByteArray pictureFormat; ///< "png", "jpeg", "gif" or "webp"
    QString banner;
    QByteArray token;
    bool bot = false;
    Application application; ///< a bot's; its id is the bot's
    QList<Milliseconds> identifies; ///< steady times of the last 24 hours
    QList<Milliseconds> renames; ///< steady times of the last hour
    Milliseconds joined{0}; ///< since when it is in the practice server, Unix time; 0: it is not
    quint64 role = 0; ///< a bot's own role there
};

class Accounts {
public:
    static constexpr int identifiesPerDay = 1000;

    explicit Accounts(Snowflakes &snowflakes);

    Account &addPerson(const QString &name);
    Account &addBot(const QString &name);

    /// Null when unknown. Pointers stay good as long as this object.
    Account *find(discord::UserId id);
    const Account *find(discord::UserId id) const;
    Account *findByToken(const QByteArray &token);
    /// Who is in the practice server, the longest first.
    QList<const Account *> members() const;
    /// The owner of every application, and of the server.
    const Account &owner() const { return m_owner; }
    /// From now on no token opens this account.
    void revoke(Account &account);

    void noteIdentify(Account &account, TimePoint now);
    int identifiesLeft(const Account &account, TimePoint now) const;
    /// Until the oldest identify of the last day no longer counts; zero when there is none.
    Milliseconds identifiesReset(const Account &account, TimePoint now) const;

    /// As others see the account.
    QJsonObject userJson(const Account &account) const;
    /// As GET /users/@me and READY show it to itself.
    QJsonObject selfJson(const Account &account) const;
    QJsonObject applicationJson(const Account &bot) const;

private:
    Account &add(const QString &name, bool bot);

    Snowflakes &m_snowflakes;
    std::map<quint64, Account> m_accounts;
    Account m_owner; ///< of every application; no token opens it
};

} // namespace loopflow::practice
