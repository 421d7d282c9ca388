<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>QObject</name>
    <message>
        <source>The bot has no picture. Choose one for the mate.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenCheck</name>
    <message>
        <source>%1 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message Content is on: the mate can read the channel around a mention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message Content is off: the mate would read direct messages and mentions, but not the channel around them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interactions come over the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interactions endpoint is set, so commands go there and never reach Loopflow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 starts left today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discord lets this bot sign in only %1 more times within the next %2. See whether another program starts it over and over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requires OAuth2 Code Grant is on, so the invite links do not work. Switch it off in the developer portal under Bot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the application&apos;s owner can invite this bot. To let others, switch Public Bot on in the developer portal under Bot.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spoiler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview&apos;s picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>filterfield</name>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>links</name>
    <message>
        <source>Open link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads to another site than it shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows %1 and opens %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
    <message>
        <source>asked to try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is too large. Choose one of at most 12,000 pixels a side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is no picture that Loopflow can read. Choose a PNG, JPEG or WebP.</source>
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
    <message>
        <source>This question is being answered already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question was deleted on Discord, so there is nothing to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loopflow is closing. Try again when it is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::AttentionButton</name>
    <message>
        <source>%1. Click to go there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::BotCard</name>
    <message>
        <source>in no server yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered in %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::CheckList</name>
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
        <source>This is another bot than the one %1 had. Its conversations stay with the old bot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on Message Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the interactions endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
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
    <message>
        <source>Direct message with %1, %2 not looked at: %3</source>
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
    <message>
        <source>%1
Press Enter to try again.</source>
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
    <message>
        <source>Faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have something go wrong, and see what the mate does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins a new conversation: what was said before is not given to the model any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show pictures in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link to message in Discord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Discord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete message</source>
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
        <source>Copy with name and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1</source>
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
    <message>
        <source>Use Discord instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting the bot up…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::DataSection</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder, retention, deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days that the record is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was recorded of conversations is deleted when it is older; 0 keeps it for good. Discord&apos;s own messages are never touched. Default: 30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop has no program that shows folders. The path above can be copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was recorded of conversations and turns. Mates, prompts and settings stay, and so does what was said on Discord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
The database takes %2 and holds %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 recorded event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 recorded events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest is of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another folder is chosen at the start, with --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone. Conversations can no longer be looked at or replayed here. What was said on Discord stays there, and mates go on answering from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 recorded event was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 recorded events were deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::DesktopNotices</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::DesktopPart</name>
    <message>
        <source>Loopflow goes on in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its mates keep answering. Quit from the tray&apos;s menu, or switch this off in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::DiffView</name>
    <message>
        <source>1 unchanged line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unchanged lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 words added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 words removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::DiscordSection</name>
    <message>
        <source>Discord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server, compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discord-compatible server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of an API in place of Discord&apos;s own. Mates without an address of their own connect there, with their tokens. It must be https, or on this computer. Default: https://discord.com/api/v10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check and use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Discord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compress the gateway&apos;s events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes a tenth of the traffic and a little more work. Holds from each mate&apos;s next connection on. Default: on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discord is used. Running mates connect anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answers and is used. Running mates connect anew.</source>
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
        <source>Use this mate&apos;s name and picture for the bot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bot was made on the practice server, which is on this computer. It works like on Discord, and is forgotten at exit, as is the mate that uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bot token, kept in memory only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking whose token this is…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The blanks and the word Bot around the token are left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::Download</name>
    <message>
        <source>The bot&apos;s picture is too large. Choose one for the mate.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::FaultMenu</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests refused (429)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes fail (502)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overloaded model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything works as it should.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drop the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts the mate&apos;s gateway connection now, as a network failure does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;End the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has Discord forget the mate&apos;s gateway session now, so that nothing can be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refuse requests (429)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discord answers the mate&apos;s next three requests with 429, to be tried again a second later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fail writes (502)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discord answers the next three writes with 502: nothing tells whether they took effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Slow model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first word of the next answer takes five seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cut the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s next answer ends in its middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overload the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model answers 503 to all that the next message makes the mate ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This copy asks a model of its own, which cannot be made to fail from here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::FaultTeller</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session ended by you · resumed after %1, nothing lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session ended by you · a new one after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection dropped by you · resumed after %1, nothing lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection dropped by you · a new session after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests refused by you (429) · the mate gave up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests refused by you (429) · waited %1, then answered once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests refused by you (429) · the answer had to wait for none of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes failed by you (502) · the mate gave up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes failed by you (502) · answered once, after one failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes failed by you (502) · answered once, after %1 failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model slowed down by you · no word came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model slowed down by you · first words after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply cut by you · the mate gave up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply cut by you · asked %1 times, answered once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply cut by you · answered once all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model overloaded by you · asked %1 times, then said so in the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model overloaded by you · asked %1 times, then answered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::FindBar</name>
    <message>
        <source>Match upper and lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 replaced</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::GotoField</name>
    <message>
        <source>Go to a mate or conversation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::GotoModel</name>
    <message>
        <source>Practice · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::GotoPalette</name>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a mate, a conversation or an action</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::HealthModel</name>
    <message>
        <source>Mate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifies left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate-limit waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discord sent no event since the mate was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long Discord took to answer the last heartbeat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the connection was lost while online, since the mate was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New sessions that Discord allows within 24 hours, of 1,000. Resumed connections take none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back by Discord&apos;s limits: %1. By the provider&apos;s: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions that the mate began to answer since midnight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these, how many ended without an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No error since Loopflow was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no error since Loopflow was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::HealthPage</name>
    <message>
        <source>Health of the mates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the process is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected mates, or all, with the line about the process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last problem of the selected mate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no mate yet. How each one is doing appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a mate to see its last problem; Enter opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 request in flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests in flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request breaker closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request breaker open: mates rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 recorded event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 recorded events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request breaker stops the mates of a server for ten minutes when it refuses too many requests.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::ImportDoor</name>
    <message>
        <source>Import mates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mate files and character cards (*.md *.png *.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder of mates</source>
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
        <source>%1 stays paused until a model is chosen on its prompt page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join the practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say hello</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings the mate in, as its invite link does on Discord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes to the mate in its direct message; it answers there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first message to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in 1 server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in %2 servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for %1 to join a server; a person&apos;s own apps need none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first message to %1 arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::KeyRow</name>
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
        <source>%1: key found in %2</source>
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
</context>
<context>
    <name>loopflow::Leaving</name>
    <message>
        <source>Quit now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not answered yet is answered after the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing one reply…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing %1 replies…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Loopflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One reply is being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 replies are being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loopflow can finish first, which takes 30 seconds at most. What is not answered then is answered after the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish and quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::LiveRegion</name>
    <message>
        <source>Announcements</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::LogModel</name>
    <message>
        <source>Debug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::LogView</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by text or category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to the newest line and follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause: lines that come meanwhile are shown afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the lines that are shown to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the view; the log file keeps every line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was logged yet. What mates and connections do appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line is of that level and holds that text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs (*.log);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log could not be saved: %1. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log was saved to %1.</source>
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
        <source>This Loopflow was started without a practice server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more line like these was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more lines like these were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One mate was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mates were imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was undone, but for what was changed since: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::MateCommands</name>
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
    <name>loopflow::MateListModel</name>
    <message>
        <source>%1, %2, %3 not looked at</source>
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
        <source>A mate needs a name; %1 keeps its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 need you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::MateNews</name>
    <message>
        <source>%1 went offline and reconnects by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is online again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reply of %1 failed. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs you. %2</source>
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
    <message>
        <source>Filter mates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name or state</source>
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
    <message>
        <source>The mate is not connected yet. Try again in a moment.</source>
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
    <message>
        <source>The practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token is not one of the practice server&apos;s, and a real bot&apos;s token is never sent to it. Choose Use Discord instead for a real one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model was chosen, so the practice model answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key for the model, so the practice model answers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::MessageDelegate</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::MessageInput</name>
    <message>
        <source>Enter sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter saves · Esc gives up</source>
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
    <message>
        <source>%1M tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1K tokens</source>
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
        <source>Read the provider&apos;s list of models again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider names no models. Type the model&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The models shown are those that Loopflow knows; you can type any name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key from the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::ModelPanel</name>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends one tiny request, as a reply would be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effort %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top p %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s own parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>history %1 messages, %2 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1… %2 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::NetworkSection</name>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy, certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Discord and the providers are reached through. This computer itself is always reached directly. Holds for new connections. Default: the system&apos;s, as the environment or the desktop says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>http://proxy.example.org:3128 or socks5://…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User of the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User, if it wants one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy&apos;s address and user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the user above. It goes to the system keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the proxy&apos;s password; an empty one removes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates to trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PEM file of authorities that are trusted besides the system&apos;s, for a proxy or server with a certificate of your organisation. Holds for new connections. Default: none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the proxy&apos;s address. Until then the one before holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. New connections go by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::NewMateSection</name>
    <message>
        <source>New mates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model, history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first with a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers for mates that you make from now on. Default: the first whose key is in the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen for each mate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model of that provider. Default: chosen for each mate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages of history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many messages of the conversation a new mate reads for an answer, 1 to 300. Default: 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of that history fits into a request; what is older is left out. 100 to 1,000,000. Default: 8,000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::Onboarding</name>
    <message>
        <source>The server did not say whose token this is. Check that its address is the one of a Discord API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused this token: it was reset since, or it is a person&apos;s. Reset the token in the developer portal under Bot, and paste the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token belongs to a person, not to a bot. Make an application in the developer portal and paste the token of its bot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bot keeps the name %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bot keeps the picture it has. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on Message Content Intent in the developer portal under Bot, then check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty Interactions Endpoint URL in the developer portal under General Information, then check again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::ParameterForm</name>
    <message>
        <source>Model&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the model thinks before it answers. More takes longer and costs more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed wait for further messages of the same person before the mate answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.01 to 1. Lower leaves out unlikely words. Change this or the temperature, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to %1. Read from Discord for every reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of history in a request; the oldest messages are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1.5 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to %1. Lower is steadier, higher more varied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens, 1 to %1; thinking counts, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens; thinking counts, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not taken)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reasoning effort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not offered, because %1 does not take it: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number from %1 to %2, or leave the field empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::PictureShelf</name>
    <message>
        <source>This picture cannot be shown here. Open the message in Discord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::PictureWell</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to choose a picture, or drop one here. Delete takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too large for a picture. Choose a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::Pictures</name>
    <message>
        <source>This picture&apos;s address has expired. Open the message in Discord to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture did not come (HTTP %1). Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is there is no picture. Open the message in Discord to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is larger than 8 MB. Open it in Discord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loopflow loads pictures from Discord&apos;s own servers only. Open the message in Discord to see this one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::PracticeStatus</name>
    <message>
        <source>Practice server on 127.0.0.1 · Faults: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stored where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On Discord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations live there. For each answer Loopflow reads the history from Discord anew; deleting a message there takes it out of what a mate knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the provider of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each question is sent there with the mate&apos;s prompt and as much history as its budget allows, and nothing else. What the provider keeps of it is up to the provider. A model on this computer sends nothing out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds mates, prompts, these settings and the record of conversations, in a database that only your user may read, and the log. The record is deleted after the days that Data says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the system keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bot tokens, providers&apos; keys and the proxy&apos;s password, under the name loopflow. They are in no file of Loopflow and never in its log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the desktop&apos;s settings for this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s size and place, the theme and the switches under Window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loopflow sends no usage data and looks for no updates.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::PromptEditor</name>
    <message>
        <source>The day of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mate&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who wrote the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server; nothing in a direct message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the message was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables</source>
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
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt as the model gets it (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Space variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+F3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Insert variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare with the live version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rena&amp;me version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the m&amp;odel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+=</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual size of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s settings have changes that are not saved. Save them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the marked field first; nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v%1 is in the editor. Save it to make it live; Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v%1 is the live prompt&apos;s text already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the text of %1 into the prompt?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can stand in place of the whole prompt, or where the cursor is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::PromptPreview</name>
    <message>
        <source>Filled in for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the preview (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the model gets it for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt with its variables filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in a direct message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 of “%3”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fills {{%1}}; it stays as it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fills %1 names; they stay as they are written.</source>
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
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft against v%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved · %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::ProviderRow</name>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address. Mates with an address of their own keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s usual address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra headers, “Name: value” on a line of its own. Secrets are refused: they belong in the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra headers for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks %1 for its list of models, with this key, address and headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key. It goes to the system keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the key of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the key of %1 from the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key from %1 in the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for a key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on this computer and needs no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key. Add one here if the server wants it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key. Add one here, or set %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste or type the key first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was saved in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was removed from the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. It holds from the next message on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered in %2 with %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::ProviderSection</name>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys, addresses, headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::PulseText</name>
    <message>
        <source>heartbeat %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last event %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::RowDelegate</name>
    <message>
        <source>Name of %1</source>
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
    <name>loopflow::SettingsPage</name>
    <message>
        <source>No setting holds these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::Supervisor</name>
    <message>
        <source>The mate is paused. Start it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::Surroundings</name>
    <message>
        <source>Keychain: looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local models: looking for Ollama, LM Studio and llama.cpp…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is running here with 1 model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is running here with %2 models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is running here, but has no model yet: load one there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local models: no Ollama, LM Studio or llama.cpp is running on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain: ready for tokens and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain: locked. Unlock it and look again, or start Loopflow with each mate&apos;s token in LOOPFLOW_TOKEN_&lt;NAME&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain: none found. Start GNOME Keyring or KWallet and look again, or start Loopflow with each mate&apos;s token in LOOPFLOW_TOKEN_&lt;NAME&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An app that was started from the desktop&apos;s menu does not see a shell&apos;s variables; a key that you add here goes to the system keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here can answer yet. Add a provider&apos;s key, start a model on this computer, or practise with the built-in practice model, which needs neither. An app that was started from the desktop&apos;s menu does not see a shell&apos;s variables.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::TextSetting</name>
    <message>
        <source>Given with --set for this run. What you save here holds from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::Tray</name>
    <message>
        <source>Loopflow in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loopflow: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Loopflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more mates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::VersionCompare</name>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the editor (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These two are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only blanks or punctuation changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore v%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts v%1 into the editor; nothing is saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::VersionList</name>
    <message>
        <source>Name of the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of v%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore into the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy its &amp;text</source>
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
    <message>
        <source>Nothing here matches. Esc clears the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is paused. Start it, and what people write to it on Discord appears here as it happens.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::WelcomePage</name>
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
    <message>
        <source>Import a &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+I</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In&amp;vite…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move u&amp;p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start all mates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause &amp;all mates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter mates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;revious pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+F6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show pictures in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Health and log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loopflow::WindowSection</name>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme, language, tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark. Default: as the desktop is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window leaves the mates online, with an icon in the tray. Without a tray, closing quits. Default: on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify of failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A notification of the desktop when a mate needs you, such as for a refused token; once per cause. Default: on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this window. Holds from the next start of Loopflow. Default: the system&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Quit Loopflow and start it again to see it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>matewords</name>
    <message>
        <source>Paused · no token yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused · no model chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 and %3 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>promptfile</name>
    <message>
        <source>%1 could not be read: %2. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than 1 MB, which is too much for a prompt. Choose a smaller file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a text file. Choose a Markdown or text file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>row</name>
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
    <message>
        <source>a message that was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, something without text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun anew for a newer message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun anew for an edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun anew after a deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why it answered: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers %1</source>
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
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a minute ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 minutes ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an hour ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hours ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a month ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 months ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a year ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 years ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 years</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
