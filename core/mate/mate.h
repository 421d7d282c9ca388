// A mate: a name, a prompt and a Discord bot, with the model that answers and its limits.
// Plain data; whoever changes it saves it through MateStore.
#pragma once

#include "core/discord/id.h"
#include "core/llm/chat.h"

#include <QString>
#include <QUrl>

namespace loopflow {

/// The database's number of a mate; 0: not saved yet.
enum class MateId : qint64 {};
/// The database's number of a prompt version; 0: none.
enum class PromptId : qint64 {};

struct Mate {
    MateId id{};
    QString identifier; ///< unique; letters, digits, "-", "_": names the file and the environment variable
    QString name; ///< shown
    QString provider; ///< llm::KnownProvider::id
    QString model;
    QString baseUrl; ///< the provider's address where it is not the usual one; empty else
    llm::ChatParameters parameters;
    discord::UserId bot; ///< none until a token was checked
    discord::ApplicationId application;
    QString avatar; ///< the bot's avatar hash
    QUrl home; ///< the Discord API's base address; empty: the default (discord.com or LOOPFLOW_DISCORD_API)
    bool paused = false;
    bool practice = false; ///< lives on the practice server; forgotten at exit
    int historyMessages = 100; ///< read per turn, 1 to 300
    int historyTokens = 8000; ///< budget of the history within a request
    int mergeWaitMs = 0; ///< fixed wait for more messages: 0 (off), 1500 or 3000
    bool recordsText = true; ///< false: of its conversations only times and counts are recorded

    bool operator==(const Mate &) const = default;
};

/// One text of a mate's prompt. Versions are numbered from 1 and never change.
struct PromptVersion {
    PromptId id{};
    MateId mate{};
    int number = 0;
    QString text;
    qint64 savedMs = 0; ///< Unix ms
    QString name; ///< given by a person; may be empty

    bool operator==(const PromptVersion &) const = default;
};

/// The identifier that a name gives: lower case, everything but letters and digits made "-". Letters of
/// other scripts give a fingerprint: "мая" gives "mate-" and six hex digits. Empty for a name of nothing
/// but punctuation.
QString identifierOf(const QString &name);
/// LOOPFLOW_TOKEN_<IDENTIFIER>: upper case, every other character "_".
QString tokenVariable(const QString &identifier);

} // namespace loopflow
