#include "ui/inspector/conversationpane.h"

#include "core/host/practice.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/conversationview.h"
#include "ui/inspector/links.h"
#include "ui/practice/messageinput.h"
#include "ui/widgets/panes.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

// What a person does in the conversation: a message's menu, and talking with a practice mate.

namespace loopflow {

// ---- practice -------------------------------------------------------------------------------------------

void ConversationPane::send(const QString &text)
{
    const auto conversation = m_model->shown();
    if (!conversation || !m_services.practice)
        return;
    if (m_editing) {
        const auto edited = m_services.practice->edit(*m_editing, text);
        refuse(edited ? QString() : edited.error().message);
        if (edited)
            m_input->finish();
        return;
    }
    const auto said = m_services.practice->say(conversation->channel, text);
    refuse(said ? QString() : said.error().message);
    if (!said)
        return;
    m_input->finish();
    m_view->jumpToNewest();
}

void ConversationPane::startOver()
{
    const auto conversation = m_model->shown();
    if (!conversation || !m_services.practice)
        return;
    const auto said = m_services.practice->say(conversation->channel, QStringLiteral("/new"));
    refuse(said ? QString() : said.error().message);
    m_view->jumpToNewest();
    focusInput();
}

void ConversationPane::refuse(const QString &sentence)
{
    m_refusal->setText(sentence);
    m_refusal->setVisible(!sentence.isEmpty());
}

void ConversationPane::edit(discord::MessageId message, const QString &text)
{
    m_input->finish();
    m_editing = message;
    m_input->startEditing(text);
}

void ConversationPane::editLast()
{
    for (int row = m_model->rowCount() - 1; row >= 0 && m_isPractice; --row) {
        const ConversationRow &content = m_model->row(row);
        const bool own = !content.turn && content.note.isEmpty() && !content.deleted
            && content.message.author.id == m_services.practice->person();
        if (own)
            return edit(content.message.id, content.message.content);
    }
}

void ConversationPane::erase(discord::MessageId message)
{
    const auto erased = m_services.practice->erase(message);
    refuse(erased ? QString() : erased.error().message);
    if (m_editing == message)
        m_input->finish();
}

// ---- a message's menu -----------------------------------------------------------------------------------

void ConversationPane::fillMenu(int row, QMenu *menu)
{
    const ConversationRow &content = m_model->row(row);
    const auto add = [&](const char *name, const QString &words, auto slot) {
        menu->addAction(words, this, slot)->setObjectName(QString::fromLatin1(name));
    };
    if (content.turn) {
        const TurnId turn = content.turn->id;
        add("replayTurn", tr("Replay this turn…"), [this, turn] { Q_EMIT replayWanted(turn, {}); });
    }
    const bool hasPictures = !m_model->text(row).cards.isEmpty() && m_services.pictures;
    if (hasPictures && !m_view->showsPictures())
        add("showPictures", tr("Show pictures in this conversation"), [this] { setShowsPictures(true); });
    const discord::MessageId message = content.turn ? content.turn->posted.value(0) : content.message.id;
    if (m_isPractice) {
        addOwnMessage(row, menu);
    } else if (message) {
        const QString link = QStringLiteral("https://discord.com/channels/@me/%1/%2")
                                 .arg(m_model->shown()->channel.toString(), message.toString());
        menu->addSeparator();
        add("copyMessageLink", tr("Copy link to message in Discord"),
            [link] { QGuiApplication::clipboard()->setText(link); });
        add("openInDiscord", tr("Open in Discord"), [this, link] { openLink(link, {}, this); });
    }
}

void ConversationPane::addOwnMessage(int row, QMenu *menu)
{
    const ConversationRow &content = m_model->row(row);
    const bool own = !content.turn && content.note.isEmpty() && !content.deleted
        && content.message.author.id == m_services.practice->person();
    if (!own)
        return;
    menu->addSeparator();
    const auto add = [&](const char *name, const QString &words, auto slot) {
        menu->addAction(words, this, slot)->setObjectName(QString::fromLatin1(name));
    };
    const discord::Message message = content.message;
    add("editOwn", tr("Edit message"), [this, message] { edit(message.id, message.content); });
    add("eraseOwn", tr("Delete message"), [this, message] { erase(message.id); });
}

} // namespace loopflow
