// Whose token it is: the bot's picture, its name, and how long its server took to say so.
// Only shows.
#pragma once

#include "core/host/tokencheck.h"

#include <QWidget>

namespace loopflow {

class Text;

class BotCard final : public QWidget {
    Q_OBJECT
public:
    explicit BotCard(QWidget *parent = nullptr);
    /// `server` is who answered, as a sentence's subject.
    void showBot(const TokenCheck &check, const QString &server);
    void showPicture(const QByteArray &picture);

private:
    QWidget *m_avatar;
    Text *m_name;
    Text *m_number;
    Text *m_answer;
};

} // namespace loopflow
