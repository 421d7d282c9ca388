<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>loopflow</name>
    <message>
        <source>history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model, which is thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rate limit (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written by a bot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a system line of Discord&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written while Loopflow was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not meant for this mate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answering %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconnects in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finishing %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::Answerer</name>
    <message>
        <source>The message was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::ConversationListModel</name>
    <message>
        <source>someone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct message · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct message with %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::ConversationModel</name>
    <message>
        <source>One recorded event could not be read; the rest is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 recorded events could not be read; the rest is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt v%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::ConversationPane</name>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read and change this mate&apos;s prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice · direct message with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct message · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>someone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to %1 as you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing leaves this computer but the question to the model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::ConversationView</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new, jump to the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with name and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::CreateDialog</name>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create mate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the practice server instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard this mate and what you wrote?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::DiscordStep</name>
    <message>
        <source>Bot token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this bot instead of the one the mate had</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every mate is a bot of its own. Make an application in the developer portal, open its Bot page, choose Reset Token, and paste the token here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open developer portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bot token, kept in the system keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking Discord whose token this is…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bot %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is valid, and it is a bot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other mate here uses this bot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 uses this bot already. Every mate needs a bot of its own: make another application in the portal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 starts left today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is another bot than the one %1 had. Its conversations stay with the old bot.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::InviteStep</name>
    <message>
        <source>Link for a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone who manages the server opens it; the mate asks for the least it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds the mate to one person&apos;s own apps, to talk in direct messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first message to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first message arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stays paused until a model is chosen on its prompt page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is online.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::MainWindow</name>
    <message>
        <source>About Loopflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loopflow %1 runs language model mates on Discord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import mates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mate files (*.md);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete mate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its prompt versions, its recorded conversations and its token in the keychain are deleted. What was said on Discord stays there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::MateActions</name>
    <message>
        <source>%1 was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was deleted, but its token may still be in the keychain: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One mate imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mates imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large for a mate file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Loopflow was started without a practice server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::MateListModel</name>
    <message>
        <source>%1, %2, %3 not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused · no token yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused · no model chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mate is online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 mates are online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 mate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 needs you: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 need you: </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::MatePane</name>
    <message>
        <source>Mates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Create mate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::MateRunner</name>
    <message>
        <source>No token was found. Unlock the keychain, paste the token again, or set %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token belongs to another bot than the one %1 was set up with. Paste the right one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::MateSetup</name>
    <message>
        <source>Give the mate a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name needs at least one letter or digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a mate named %1 already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 You can also set %2 and start Loopflow again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::MessageInput</name>
    <message>
        <source>Enter sends</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::ModelForm</name>
    <message>
        <source>Add key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model or type its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s usual address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on this computer and needs no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for a key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key found in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key found in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key for %1 in the environment or the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::PromptPage</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try on the practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who the mate is and how it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in for every message; click to insert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt has changes that are not saved. Save them as a new version?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers with %2 from the next message on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt v%1 is live from the next message on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● unsaved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v%1 is live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as v%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::PromptVersionModel</name>
    <message>
        <source>1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live · %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::SecretField</name>
    <message>
        <source>Hold to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::WatchPage</name>
    <message>
        <source>Filter conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by person or text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversation yet. When someone writes to %1 on Discord, it appears here as it happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no bot yet. Finish its setup to talk with it on Discord.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::WelcomePage</name>
    <message>
        <source>Add key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: key found in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no key yet; set %2 or add one here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mates yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mate is a system prompt with a Discord bot of its own. Your team writes to it; you see everything here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create mate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a prompt, paste a bot token, invite it. About two minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it without Discord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A practice server on this computer: no account, no key, no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it on the practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import mates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loopflow&apos;s Markdown files, one per mate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import mates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: key found in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An app that was started from the desktop&apos;s menu does not see a shell&apos;s variables; a key that you add here goes to the system keychain. A model on this computer (Ollama, LM Studio, llama.cpp) needs none.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::WhoStep</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people call the mate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who the mate is and how it answers. You can change it at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown and text (*.md *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That file is too large for a prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::WindowActions</name>
    <message>
        <source>&amp;Create mate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import mates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try it on the practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Finish setup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rehearse on the practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jump to the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as a new version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Loopflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change &amp;token…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>row</name>
    <message>
        <source>-# Sticker: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-# Poll: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-# Voice message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-# Forwarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>streaming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why it answers: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ignored: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
