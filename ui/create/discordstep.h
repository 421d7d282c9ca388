// Second step of Create mate: the bot's token, and what Discord says of it.
// Holds the token only in its field; MateSetup checks and keeps it.
#pragma once

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace loopflow {

class MateSetup;
class SecretField;
class Text;

class DiscordStep final : public QWidget {
    Q_OBJECT
public:
    explicit DiscordStep(MateSetup *setup, QWidget *parent = nullptr);
    void clear();
    void say(const QString &sentence);
    /// The token was checked, and another bot was confirmed where it had to be.
    bool isReady() const;

Q_SIGNALS:
    void readyChanged();

private:
    void layOut();
    void layOutBot();
    void tokenChanged();
    void ask();
    void showCheck();
    void clearResults();
    void addResult(class MarkRow *row);

    MateSetup *m_setup;
    SecretField *m_token;
    Text *m_trouble;
    QWidget *m_bot;
    QWidget *m_avatar;
    Text *m_botName;
    Text *m_botMeta;
    QVBoxLayout *m_results;
    QCheckBox *m_anotherBot;
    QTimer m_typed;
};

} // namespace loopflow
