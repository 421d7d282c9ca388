#include "ui/settings/privacysection.h"

namespace loopflow {

PrivacySection::PrivacySection(const UiServices &services, QWidget *parent)
    : SettingsSection(tr("Privacy"), tr("What is stored where"), parent)
{
    add(new SettingRow(tr("On Discord"),
        tr("Conversations live there. For each answer Loopflow reads the history from Discord anew; deleting a message "
           "there takes it out of what a mate knows."),
        column()));
    add(new SettingRow(tr("With the provider of the model"),
        tr("Each question is sent there with the mate's prompt and as much history as its budget allows, and nothing "
           "else. What the provider keeps of it is up to the provider. A model on this computer sends nothing out."),
        column()));
    add(new SettingRow(tr("In the data folder"),
        tr("%1 holds mates, prompts, these settings and the record of conversations, in a database that only your user "
           "may read, and the log. The record is deleted after the days that Data says; a conversation's or a mate's is "
           "deleted in the menus Conversation and Mates. What is deleted is overwritten.")
            .arg(services.dataFolder),
        column()));
    add(new SettingRow(tr("Not even in the data folder"),
        tr("With “Record no text” in the Mates menu, no word that people or a mate write is recorded of the mate's "
           "conversations, and no name: only times, counts, costs and Discord's ids. A reply that is about to be posted "
           "is kept until Discord has it, so that a crash loses none; the window shows what is said while it is said."),
        column()));
    add(new SettingRow(tr("In the system keychain"),
        tr("Bot tokens, providers' keys and the proxy's password, under the name loopflow. They are in no file of "
           "Loopflow and never in its log."),
        column()));
    add(new SettingRow(tr("In the desktop's settings for this window"),
        tr("The window's size and place, the theme and the switches under Window."), column()));
    add(new SettingRow(tr("Nowhere else"),
        tr("Loopflow sends no usage data and looks for no updates."), column()));
}

} // namespace loopflow
