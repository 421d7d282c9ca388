// The desktop's keychain as it can be on a system: working, locked, or not there.
// Holds nothing.
#pragma once

#include "core/store/secretstore.h"

#include <QTimer>

namespace loopflow::test {

class Keychain final : public SecretStore {
public:
    enum Mood { Working, LockedUp, Absent };
    explicit Keychain(Mood mood)
        : m_mood(mood)
    {
    }
    void read(const QString &, QObject *context, Callback<Secret> callback) override
    {
        QTimer::singleShot(0, context, [mood = m_mood, callback] {
            if (mood == Absent)
                callback(Error{ErrorCode::Keychain, QStringLiteral("There is none.")});
            else
                callback(Secret());
        });
    }
    void write(const QString &, Secret, QObject *context, Callback<bool> callback) override
    {
        QTimer::singleShot(0, context, [mood = m_mood, callback] {
            if (mood == Working)
                callback(true);
            else
                callback(Error{ErrorCode::Keychain, QStringLiteral("It is locked.")});
        });
    }
    void remove(const QString &, QObject *, Callback<bool>) override { }

private:
    Mood m_mood;
};

} // namespace loopflow::test
