// The practice server in this process: host/practice.h by DiscordServer and LanguageModel.
// Here, because core/practice knows nothing of the host, nor the host of core/practice.
#pragma once

#include "core/host/practice.h"
#include "core/practice/discordserver.h"
#include "core/practice/languagemodel.h"

namespace loopflow {

class LocalPractice final : public Practice {
    Q_OBJECT
public:
    explicit LocalPractice(QObject *parent = nullptr);
    Result<void> start() override;
    QUrl api() const override;
    QUrl gateway() const override;
    QUrl model() const override;
    PracticeBot addBot(const QString &name) override;
    bool isBotToken(const Secret &token) const override;
    void join(discord::UserId bot) override;
    discord::ChannelId dm(discord::UserId bot) override;
    discord::UserId person() const override;
    Secret personToken() const override;
    Result<discord::MessageId> say(discord::ChannelId dm, const QString &text) override;
    Result<void> edit(discord::MessageId message, const QString &text) override;
    Result<void> erase(discord::MessageId message) override;
    void setFault(PracticeFault fault, discord::UserId bot) override;
    PracticeFault fault() const override { return m_fault; }

    practice::DiscordServer &discord() { return m_discord; }
    practice::LanguageModel &languageModel() { return m_model; }

private:
    void clearFaults();

    practice::DiscordServer m_discord;
    practice::LanguageModel m_model;
    practice::DiscordServer::Account m_person;
    PracticeFault m_fault = PracticeFault::None;
    bool m_started = false;
};

} // namespace loopflow
