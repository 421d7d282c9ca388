// The live conversation with its title, and the line to write in when it is a practice mate's.
// What a person writes goes to the practice server only, never to Discord.
#pragma once

#include "core/conversation/event.h"
#include "ui/uiservices.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QStackedWidget;

namespace loopflow {

class ConversationModel;
class ConversationView;
class MessageInput;
class Text;

class ConversationPane final : public QWidget {
    Q_OBJECT
public:
    explicit ConversationPane(const UiServices &services, QWidget *parent = nullptr);

    /// `person`: who the mate talks with. `practice`: the person can write here.
    void show(
        const ConversationId &conversation, const Mate &mate, const QString &person, bool practice);
    /// Nothing to show: `sentence` says what will appear here.
    void showNothing(const QString &sentence);
    ConversationView *view() const { return m_view; }
    std::optional<ConversationId> shown() const;
    /// Puts the cursor where a person writes to a practice mate.
    void focusInput();

Q_SIGNALS:
    void promptWanted();

private:
    QWidget *makeHeader();
    QWidget *makePractice();
    void updateMeta();
    void send(const QString &text);

    UiServices m_services;
    ConversationModel *m_model;
    ConversationView *m_view;
    QStackedWidget *m_stack;
    Text *m_title;
    Text *m_meta;
    Text *m_empty;
    Text *m_trouble;
    QPushButton *m_promptButton;
    QWidget *m_practice;
    MessageInput *m_input;
    Text *m_refusal;
    bool m_isPractice = false;
};

} // namespace loopflow
