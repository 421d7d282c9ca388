// Second step of Create mate: the bot's token, and what its server says of it.
// Holds the token only in its field; MateSetup checks and keeps it.
#pragma once

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QPushButton;

namespace loopflow {

class BotCard;
class CheckList;
class MateSetup;
class Secret;
class SecretField;
class Text;

class DiscordStep final : public QWidget {
    Q_OBJECT
public:
    explicit DiscordStep(MateSetup *setup, QWidget *parent = nullptr);
    void clear();
    void say(const QString &sentence);
    /// What is under way, in words that are no fault.
    void tell(const QString &sentence);
    /// The setup turned to the practice server or back; `token` is filled in and checked at once.
    void serverChanged(const Secret &token);
    /// The token was checked, and another bot was confirmed where it had to be.
    bool isReady() const;
    /// The bot is to get the mate's name and picture.
    bool dressesBot() const;

Q_SIGNALS:
    void readyChanged();

private:
    void layOut();
    void explainServer();
    void tokenChanged();
    void ask();
    void showCheck();
    void clearResults();

    MateSetup *m_setup;
    Text *m_intro;
    QPushButton *m_portal;
    Text *m_label;
    SecretField *m_token;
    Text *m_trouble;
    BotCard *m_bot;
    CheckList *m_list;
    QCheckBox *m_anotherBot;
    QCheckBox *m_dress;
    QTimer m_typed;
};

} // namespace loopflow
