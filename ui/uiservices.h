// What the window asks: the stores, the log and the host, by pointer.
// The composition root fills it once; nothing in it is owned here, and all of it outlives the
// window.
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QStringList>

#include <functional>

class QObject;

namespace loopflow {

class ConversationLog;
class Credentials;
class LocalModels;
class Health;
class LogBook;
class LogStore;
struct Mate;
class MateStore;
class Networking;
class Onboarding;
class Pictures;
class Practice;
class ReplayMarks;
class Replayer;
class SearchStore;
class Settings;
class Supervisor;

/// A provider that a mate can use.
struct ProviderChoice {
    QString id; ///< Mate::provider
    QString name; ///< for people
    QString keyVariable; ///< the environment variable that would hold its key; empty: none
    bool local = false; ///< runs on one's own computer and needs no key
    bool operator==(const ProviderChoice &) const = default;
};

/// Asks a provider for the ids of its models, at `baseUrl` or (when empty) at its usual address.
using ModelLister = std::function<void(const QString &provider, const QString &baseUrl,
    QObject *context, Callback<QStringList> callback)>;

/// Asks whether a Discord answers at that API address; the answer is the address without a trailing slash.
using ServerCheck = std::function<void(const QString &address, QObject *context, Callback<QString> callback)>;
/// Sends one tiny request as the mate's replies are sent; the value is a sentence. Deleting `context` cancels.
using ModelTester =
    std::function<void(const Mate &mate, QObject *context, Callback<QString> callback)>;

struct UiServices {
    MateStore *mates = nullptr;
    Supervisor *supervisor = nullptr;
    ConversationLog *log = nullptr;
    LogStore *record = nullptr;
    SearchStore *search = nullptr;
    Replayer *replayer = nullptr;
    ReplayMarks *replayMarks = nullptr;
    Settings *settings = nullptr;
    Credentials *credentials = nullptr;
    LocalModels *localModels = nullptr; ///< null: none are looked for
    Onboarding *onboarding = nullptr;
    Health *health = nullptr;
    LogBook *logBook = nullptr;
    Networking *networking = nullptr;
    ServerCheck checkServer;
    QString dataFolder;
    QStringList languages; ///< there are texts in, ISO 639 codes
    Pictures *pictures = nullptr; ///< null: no picture can be shown
    Practice *practice = nullptr; ///< null: no practice server in this process
    QList<ProviderChoice> providers; ///< in the order people should see them
    ModelLister listModels; ///< null: only the models that are known at build time are offered
    ModelTester testModel; ///< null: a model cannot be tested
};

} // namespace loopflow
