<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Avatar</name>
    <message>
        <source>This picture is too large. Choose one of at most 12,000 pixels a side.</source>
        <translation>Dieses Bild ist zu groß. Eines mit höchstens 12.000 Pixeln pro Seite wählen.</translation>
    </message>
    <message>
        <source>This file is no picture that Loopflow can read. Choose a PNG, JPEG or WebP.</source>
        <translation>Diese Datei ist kein Bild, das Loopflow lesen kann. Ein PNG, JPEG oder WebP wählen.</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Sprachnachricht</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Sticker</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Umfrage</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>spoiler</source>
        <translation>Spoiler</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Preview&apos;s picture</source>
        <translation>Bild der Vorschau</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhang</translation>
    </message>
</context>
<context>
    <name>filterfield</name>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
</context>
<context>
    <name>links</name>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>This link leads to another site than it shows.</source>
        <translation>Dieser Link führt zu einer anderen Seite, als er zeigt.</translation>
    </message>
    <message>
        <source>It shows %1 and opens %2.</source>
        <translation>Er zeigt %1 und öffnet %2.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>loopflow::AttentionButton</name>
    <message>
        <source>%1. Click to go there.</source>
        <translation>%1. Ein Klick führt dorthin.</translation>
    </message>
</context>
<context>
    <name>loopflow::BotCard</name>
    <message>
        <source>in no server yet</source>
        <translation>noch auf keinem Server</translation>
    </message>
    <message>
        <source>1 server</source>
        <translation>1 Server</translation>
    </message>
    <message>
        <source>%1 servers</source>
        <translation>%1 Server</translation>
    </message>
    <message>
        <source>%1 answered in %2 ms</source>
        <translation>%1 antwortete in %2 ms</translation>
    </message>
</context>
<context>
    <name>loopflow::CheckList</name>
    <message>
        <source>The token is valid, and it is a bot.</source>
        <translation>Das Token ist gültig und gehört einem Bot.</translation>
    </message>
    <message>
        <source>No other mate here uses this bot.</source>
        <translation>Kein anderer Mate hier benutzt diesen Bot.</translation>
    </message>
    <message>
        <source>%1 uses this bot already. Every mate needs a bot of its own: make another application in the portal.</source>
        <translation>%1 benutzt diesen Bot bereits. Jeder Mate braucht einen eigenen Bot: Legen Sie im Portal eine weitere Anwendung an.</translation>
    </message>
    <message>
        <source>This is another bot than the one %1 had. Its conversations stay with the old bot.</source>
        <translation>Dies ist ein anderer Bot als der, den %1 hatte. Die Gespräche bleiben beim alten Bot.</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Switch on Message Content</source>
        <translation>Message Content einschalten</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the interactions endpoint</source>
        <translation>Den Interactions Endpoint entfernen</translation>
    </message>
    <message>
        <source>Open portal</source>
        <translation>Portal öffnen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
</context>
<context>
    <name>loopflow::ConversationExport</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 ließ sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>The conversation was written to %1.</source>
        <translation>Das Gespräch steht in %1.</translation>
    </message>
    <message>
        <source>One recorded event could not be read.</source>
        <translation>Ein aufgezeichnetes Ereignis war nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 recorded events could not be read.</source>
        <translation>%1 aufgezeichnete Ereignisse waren nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>loopflow::ConversationListModel</name>
    <message>
        <source>someone</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Direct message · %1</source>
        <translation>Direktnachricht · %1</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>Direct message with %1: %2</source>
        <translation>Direktnachricht mit %1: %2</translation>
    </message>
    <message>
        <source>Direct message with %1, %2 not looked at: %3</source>
        <translation>Direktnachricht mit %1, %2 ungelesen: %3</translation>
    </message>
</context>
<context>
    <name>loopflow::ConversationLoader</name>
    <message>
        <source>One recorded event could not be read; the rest is shown.</source>
        <translation>Ein aufgezeichnetes Ereignis ließ sich nicht lesen; der Rest wird gezeigt.</translation>
    </message>
    <message>
        <source>%1 recorded events could not be read; the rest is shown.</source>
        <translation>%1 aufgezeichnete Ereignisse ließen sich nicht lesen; der Rest wird gezeigt.</translation>
    </message>
</context>
<context>
    <name>loopflow::ConversationModel</name>
    <message>
        <source>prompt v%1 · %2</source>
        <translation>Prompt v%1 · %2</translation>
    </message>
    <message>
        <source>%1
Press Enter to try again.</source>
        <translation>%1
Mit der Eingabetaste erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>loopflow::ConversationPane</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Read and change this mate&apos;s prompt</source>
        <translation>Den Prompt dieses Mates lesen und ändern</translation>
    </message>
    <message>
        <source>Practice · direct message with %1</source>
        <translation>Übung · Direktnachricht mit %1</translation>
    </message>
    <message>
        <source>Direct message · %1</source>
        <translation>Direktnachricht · %1</translation>
    </message>
    <message>
        <source>someone</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Write to %1 as you</source>
        <translation>An %1 schreiben</translation>
    </message>
    <message>
        <source>Message to %1</source>
        <translation>Nachricht an %1</translation>
    </message>
    <message>
        <source>nothing leaves this computer but the question to the model</source>
        <translation>nur die Frage an das Modell verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Have something go wrong, and see what the mate does</source>
        <translation>Etwas schiefgehen lassen und sehen, was der Mate tut</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Begins a new conversation: what was said before is not given to the model any more</source>
        <translation>Beginnt ein neues Gespräch: Was vorher gesagt wurde, erhält das Modell nicht mehr</translation>
    </message>
    <message>
        <source>Show pictures in this conversation</source>
        <translation>Bilder in diesem Gespräch zeigen</translation>
    </message>
    <message>
        <source>Copy link to message in Discord</source>
        <translation>Link zur Nachricht in Discord kopieren</translation>
    </message>
    <message>
        <source>Open in Discord</source>
        <translation>In Discord öffnen</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Delete message</source>
        <translation>Nachricht löschen</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Watch this conversation again</source>
        <translation>Dieses Gespräch noch einmal ansehen</translation>
    </message>
    <message>
        <source>Replays</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Replay…</source>
        <translation>Wiederholen…</translation>
    </message>
    <message>
        <source>Ask the model again, as it was or with changes (F5). Nothing is posted.</source>
        <translation>Das Modell noch einmal fragen, wie es war oder geändert (F5). Nichts wird gepostet.</translation>
    </message>
    <message>
        <source>Replays %1</source>
        <translation>Wiederholungen %1</translation>
    </message>
    <message>
        <source>text is not recorded</source>
        <translation>Text wird nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Replay this turn…</source>
        <translation>Diese Antwort wiederholen…</translation>
    </message>
</context>
<context>
    <name>loopflow::ConversationView</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>%1 new, jump to the newest</source>
        <translation>%1 neu, zur neuesten Nachricht springen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy with name and time</source>
        <translation>Mit Name und Zeit kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Look into this turn</source>
        <translation>Diese Antwort ansehen</translation>
    </message>
    <message>
        <source>Why was this not answered?</source>
        <translation>Warum wurde das nicht beantwortet?</translation>
    </message>
    <message>
        <source>Looking for it further back…</source>
        <translation>Es wird weiter hinten gesucht…</translation>
    </message>
</context>
<context>
    <name>loopflow::Core</name>
    <message>
        <source>Line %1 of %2 is no header. Write each as “Name: value” on a line of its own.</source>
        <translation>Zeile %1 von %2 ist kein Header. Jeden als „Name: Wert“ in eine eigene Zeile schreiben.</translation>
    </message>
    <message>
        <source>a rate limit of the model</source>
        <translation>ein Ratenlimit des Modells</translation>
    </message>
    <message>
        <source>a rate limit for the history</source>
        <translation>ein Ratenlimit für den Verlauf</translation>
    </message>
    <message>
        <source>a rate limit for the reply</source>
        <translation>ein Ratenlimit für die Antwort</translation>
    </message>
    <message>
        <source>history</source>
        <translation>den Verlauf</translation>
    </message>
    <message>
        <source>the model, which is thinking</source>
        <translation>das Modell, das nachdenkt</translation>
    </message>
    <message>
        <source>Discord</source>
        <translation>Discord</translation>
    </message>
    <message>
        <source>the next try</source>
        <translation>den nächsten Versuch</translation>
    </message>
    <message>
        <source>asked to try again</source>
        <translation>erneuter Versuch verlangt</translation>
    </message>
    <message>
        <source>direct message</source>
        <translation>Direktnachricht</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>das Modell</translation>
    </message>
    <message>
        <source>A recorded event (%1) cannot be read: its payload is damaged. It is left out.</source>
        <translation>Ein aufgezeichnetes Ereignis (%1) ist nicht lesbar: Sein Inhalt ist beschädigt. Es wird ausgelassen.</translation>
    </message>
    <message>
        <source>A recorded event (%2) cannot be read: its field “%1” is damaged. It is left out.</source>
        <translation>Ein aufgezeichnetes Ereignis (%2) ist nicht lesbar: Sein Feld „%1“ ist beschädigt. Es wird ausgelassen.</translation>
    </message>
    <message>
        <source>A recorded event (%1) cannot be read: this version of Loopflow does not know it. It is left out.</source>
        <translation>Ein aufgezeichnetes Ereignis (%1) ist nicht lesbar: Diese Version von Loopflow kennt es nicht. Es wird ausgelassen.</translation>
    </message>
    <message>
        <source>written by a bot</source>
        <translation>von einem Bot geschrieben</translation>
    </message>
    <message>
        <source>a system line of Discord&apos;s</source>
        <translation>eine Systemzeile von Discord</translation>
    </message>
    <message>
        <source>written while Loopflow was closed</source>
        <translation>geschrieben, während Loopflow geschlossen war</translation>
    </message>
    <message>
        <source>not meant for this mate</source>
        <translation>nicht für diesen Mate bestimmt</translation>
    </message>
    <message>
        <source>The model declined to answer. It gave no reason.</source>
        <translation>Das Modell hat die Antwort verweigert. Es nannte keinen Grund.</translation>
    </message>
    <message>
        <source>The model declined to answer. %1</source>
        <translation>Das Modell hat die Antwort verweigert. %1</translation>
    </message>
    <message>
        <source>The model used up its token limit before it wrote anything. Raise the mate&apos;s token limit or lower its reasoning effort.</source>
        <translation>Das Modell hat sein Tokenlimit verbraucht, bevor es etwas schrieb. Das Tokenlimit des Mates erhöhen oder den Denkaufwand senken.</translation>
    </message>
    <message>
        <source>The model answered with nothing.</source>
        <translation>Das Modell hat eine leere Antwort gegeben.</translation>
    </message>
    <message>
        <source>It was written too long ago: this computer was offline.</source>
        <translation>Zu lange her: Dieser Computer war offline.</translation>
    </message>
    <message>
        <source>more messages</source>
        <translation>weitere Nachrichten</translation>
    </message>
    <message>
        <source>the person, who is typing</source>
        <translation>die Person, die gerade schreibt</translation>
    </message>
    <message>
        <source>Discord had an unknown problem with this connection; Loopflow reconnects.</source>
        <translation>Discord hatte ein unbekanntes Problem mit dieser Verbindung; Loopflow verbindet neu.</translation>
    </message>
    <message>
        <source>Discord did not know an opcode that Loopflow sent. That is a bug in Loopflow: please report it. Loopflow reconnects.</source>
        <translation>Discord kannte einen Opcode nicht, den Loopflow gesendet hat. Das ist ein Fehler in Loopflow, der gemeldet werden sollte. Loopflow verbindet neu.</translation>
    </message>
    <message>
        <source>Discord could not read a message that Loopflow sent. That is a bug in Loopflow: please report it. Loopflow reconnects.</source>
        <translation>Discord konnte eine Nachricht nicht lesen, die Loopflow gesendet hat. Das ist ein Fehler in Loopflow, der gemeldet werden sollte. Loopflow verbindet neu.</translation>
    </message>
    <message>
        <source>Discord no longer knows this session; Loopflow signs in again.</source>
        <translation>Discord kennt diese Sitzung nicht mehr; Loopflow meldet sich neu an.</translation>
    </message>
    <message>
        <source>Discord refused the token. Reset it in the developer portal (Bot › Reset Token) and give this mate the new one.</source>
        <translation>Discord hat das Token abgelehnt. Im Entwicklerportal zurücksetzen (Bot › Reset Token) und das neue bei diesem Mate eintragen.</translation>
    </message>
    <message>
        <source>Discord says this connection had signed in already; Loopflow signs in again.</source>
        <translation>Discord meldet, dass diese Verbindung schon angemeldet war; Loopflow meldet sich neu an.</translation>
    </message>
    <message>
        <source>Discord cannot continue this session; Loopflow signs in again.</source>
        <translation>Discord kann diese Sitzung nicht fortsetzen; Loopflow meldet sich neu an.</translation>
    </message>
    <message>
        <source>Loopflow sent too much at once to Discord; it waits a moment and reconnects.</source>
        <translation>Loopflow hat Discord zu viel auf einmal gesendet; es wartet einen Moment und verbindet neu.</translation>
    </message>
    <message>
        <source>The session with Discord timed out; Loopflow signs in again.</source>
        <translation>Die Sitzung mit Discord ist abgelaufen; Loopflow meldet sich neu an.</translation>
    </message>
    <message>
        <source>Discord refused the shard number. That is a bug in Loopflow: please report it.</source>
        <translation>Discord hat die Shard-Nummer abgelehnt. Das ist ein Fehler in Loopflow, der gemeldet werden sollte.</translation>
    </message>
    <message>
        <source>This bot is in more servers than one connection may serve (2,500). Loopflow cannot run bots of that size: remove it from servers, or use another bot for this mate.</source>
        <translation>Dieser Bot ist auf mehr Servern, als eine Verbindung bedienen darf (2.500). So große Bots kann Loopflow nicht betreiben: den Bot von Servern entfernen oder für diesen Mate einen anderen nehmen.</translation>
    </message>
    <message>
        <source>Discord no longer accepts the gateway version that this Loopflow speaks. Update Loopflow.</source>
        <translation>Discord nimmt die Gateway-Version dieses Loopflow nicht mehr an. Loopflow aktualisieren.</translation>
    </message>
    <message>
        <source>Discord does not know an intent that was asked for. Check the intents in this mate&apos;s settings.</source>
        <translation>Discord kennt einen angeforderten Intent nicht. Die Intents in den Einstellungen dieses Mates prüfen.</translation>
    </message>
    <message>
        <source>Discord does not allow this bot an intent that was asked for. Switch it on in the developer portal (Bot › Privileged Gateway Intents), then start the mate again.</source>
        <translation>Discord gestattet diesem Bot einen angeforderten Intent nicht. Ihn im Entwicklerportal einschalten (Bot › Privileged Gateway Intents), dann den Mate neu starten.</translation>
    </message>
    <message>
        <source>The connection to Discord was lost; Loopflow reconnects.</source>
        <translation>Die Verbindung zu Discord ist abgebrochen; Loopflow verbindet neu.</translation>
    </message>
    <message>
        <source>Discord closed the connection (code %1); Loopflow reconnects.</source>
        <translation>Discord hat die Verbindung geschlossen (Code %1); Loopflow verbindet neu.</translation>
    </message>
    <message>
        <source>Discord does not let this bot read all messages (Message Content), so it goes on without: it reads direct messages and messages that mention it. To change that, switch on Message Content Intent in the developer portal (Bot › Privileged Gateway Intents) and start the mate again.</source>
        <translation>Discord lässt diesen Bot nicht alle Nachrichten lesen (Message Content). Er arbeitet ohne weiter und liest Direktnachrichten sowie Nachrichten, die ihn erwähnen. Um das zu ändern, Message Content Intent im Entwicklerportal einschalten (Bot › Privileged Gateway Intents) und den Mate neu starten.</translation>
    </message>
    <message>
        <source>Discord did not say where its gateway is; Loopflow asks again.</source>
        <translation>Discord hat nicht gesagt, wo sein Gateway ist; Loopflow fragt noch einmal.</translation>
    </message>
    <message>
        <source>This computer was asleep; Loopflow reconnects.</source>
        <translation>Dieser Computer war im Ruhezustand; Loopflow verbindet neu.</translation>
    </message>
    <message>
        <source>Discord asked for a new connection; Loopflow reconnects.</source>
        <translation>Discord hat um eine neue Verbindung gebeten; Loopflow verbindet neu.</translation>
    </message>
    <message>
        <source>Discord does not continue this session now; Loopflow signs in again in a moment.</source>
        <translation>Discord setzt diese Sitzung gerade nicht fort; Loopflow meldet sich gleich neu an.</translation>
    </message>
    <message>
        <source>Discord sent something that Loopflow cannot read; Loopflow reconnects.</source>
        <translation>Discord hat etwas gesendet, das Loopflow nicht lesen kann; Loopflow verbindet neu.</translation>
    </message>
    <message>
        <source>Discord did not answer; Loopflow tries again.</source>
        <translation>Discord hat nicht geantwortet; Loopflow versucht es erneut.</translation>
    </message>
    <message>
        <source>Discord stopped answering; Loopflow reconnects.</source>
        <translation>Discord antwortet nicht mehr; Loopflow verbindet neu.</translation>
    </message>
    <message>
        <source>This mate signed in to Discord %1 times within a day, and at 1,000 Discord resets the token. Loopflow waits %2 seconds before the next time. See whether another program uses this token, or why the mate starts so often.</source>
        <translation>Dieser Mate hat sich an einem Tag %1-mal bei Discord angemeldet, und bei 1.000 setzt Discord das Token zurück. Loopflow wartet %2 Sekunden bis zum nächsten Mal. Prüfen, ob ein anderes Programm dieses Token benutzt oder warum der Mate so oft startet.</translation>
    </message>
    <message>
        <source>This mate signed in to Discord %1 times within a day, and at 1,000 Discord resets the token. Loopflow waits %2 minutes before the next time. See whether another program uses this token, or why the mate starts so often.</source>
        <translation>Dieser Mate hat sich an einem Tag %1-mal bei Discord angemeldet, und bei 1.000 setzt Discord das Token zurück. Loopflow wartet %2 Minuten bis zum nächsten Mal. Prüfen, ob ein anderes Programm dieses Token benutzt oder warum der Mate so oft startet.</translation>
    </message>
    <message>
        <source>This mate signed in to Discord %1 times within a day, and at 1,000 Discord resets the token. Loopflow waits %2 hours before the next time. See whether another program uses this token, or why the mate starts so often.</source>
        <translation>Dieser Mate hat sich an einem Tag %1-mal bei Discord angemeldet, und bei 1.000 setzt Discord das Token zurück. Loopflow wartet %2 Stunden bis zum nächsten Mal. Prüfen, ob ein anderes Programm dieses Token benutzt oder warum der Mate so oft startet.</translation>
    </message>
    <message>
        <source>Discord sent a message of more than 64 MiB. Loopflow reconnects.</source>
        <translation>Discord hat eine Nachricht von mehr als 64 MiB gesendet. Loopflow verbindet neu.</translation>
    </message>
    <message>
        <source>Discord sent compressed data that cannot be read. Loopflow reconnects.</source>
        <translation>Discord hat komprimierte Daten gesendet, die nicht lesbar sind. Loopflow verbindet neu.</translation>
    </message>
    <message>
        <source>Paste the bot&apos;s token. A bot&apos;s token is in the developer portal under Bot, behind Reset Token.</source>
        <translation>Das Token des Bots einfügen. Es steht im Entwicklerportal unter Bot, hinter Reset Token.</translation>
    </message>
    <message>
        <source>This is the application&apos;s client secret, which a mate does not need. A bot&apos;s token is in the developer portal under Bot, behind Reset Token.</source>
        <translation>Das ist das Client Secret der Anwendung, das ein Mate nicht braucht. Das Token eines Bots steht im Entwicklerportal unter Bot, hinter Reset Token.</translation>
    </message>
    <message>
        <source>This is the application&apos;s public key, not a token. A bot&apos;s token is in the developer portal under Bot, behind Reset Token.</source>
        <translation>Das ist der Public Key der Anwendung, kein Token. Das Token eines Bots steht im Entwicklerportal unter Bot, hinter Reset Token.</translation>
    </message>
    <message>
        <source>This is an application or user id, not a token. A bot&apos;s token is in the developer portal under Bot, behind Reset Token.</source>
        <translation>Das ist die ID einer Anwendung oder Person, kein Token. Das Token eines Bots steht im Entwicklerportal unter Bot, hinter Reset Token.</translation>
    </message>
    <message>
        <source>This is a person&apos;s own token, which Discord forbids programs to use. A bot&apos;s token is in the developer portal under Bot, behind Reset Token.</source>
        <translation>Das ist das eigene Token einer Person, dessen Verwendung Discord Programmen verbietet. Das Token eines Bots steht im Entwicklerportal unter Bot, hinter Reset Token.</translation>
    </message>
    <message>
        <source>This is an OAuth2 access token, which stands for a person. A bot&apos;s token is in the developer portal under Bot, behind Reset Token.</source>
        <translation>Das ist ein OAuth2-Zugriffstoken, das für eine Person steht. Das Token eines Bots steht im Entwicklerportal unter Bot, hinter Reset Token.</translation>
    </message>
    <message>
        <source>This is only a part of a bot&apos;s token, or more than one. Copy it again, whole.</source>
        <translation>Das ist nur ein Teil eines Bot-Tokens oder mehr als eines. Noch einmal vollständig kopieren.</translation>
    </message>
    <message>
        <source>This is not a bot&apos;s token. A bot&apos;s token is in the developer portal under Bot, behind Reset Token.</source>
        <translation>Das ist kein Bot-Token. Das Token eines Bots steht im Entwicklerportal unter Bot, hinter Reset Token.</translation>
    </message>
    <message>
        <source>Paste the bot&apos;s token.</source>
        <translation>Das Token des Bots einfügen.</translation>
    </message>
    <message>
        <source>Discord sent %1. It was left out; look for a newer Loopflow if this happens again.</source>
        <translation>Discord hat %1 gesendet. Das wurde ausgelassen; falls es wieder geschieht, nach einem neueren Loopflow sehen.</translation>
    </message>
    <message>
        <source>a user without an id</source>
        <translation>ein Benutzerkonto ohne ID</translation>
    </message>
    <message>
        <source>a message without an id or a channel</source>
        <translation>eine Nachricht ohne ID oder Kanal</translation>
    </message>
    <message>
        <source>a message without an author</source>
        <translation>eine Nachricht ohne Absender</translation>
    </message>
    <message>
        <source>a message that is not a JSON object</source>
        <translation>eine Nachricht, die kein JSON-Objekt ist</translation>
    </message>
    <message>
        <source>a history that is not a list of messages</source>
        <translation>einen Verlauf, der keine Liste von Nachrichten ist</translation>
    </message>
    <message>
        <source>a deletion that is not a JSON object</source>
        <translation>eine Löschung, die kein JSON-Objekt ist</translation>
    </message>
    <message>
        <source>a deletion without an id or a channel</source>
        <translation>eine Löschung ohne ID oder Kanal</translation>
    </message>
    <message>
        <source>a typing notice that is not a JSON object</source>
        <translation>einen Tipphinweis, der kein JSON-Objekt ist</translation>
    </message>
    <message>
        <source>a typing notice without a channel or a user</source>
        <translation>einen Tipphinweis ohne Kanal oder Person</translation>
    </message>
    <message>
        <source>Discord knows no such application. Check in the developer portal that it still exists.</source>
        <translation>Discord kennt keine solche Anwendung. Im Entwicklerportal prüfen, ob es sie noch gibt.</translation>
    </message>
    <message>
        <source>This channel no longer exists on Discord. Write to the mate in another one.</source>
        <translation>Diesen Kanal gibt es auf Discord nicht mehr. Dem Mate in einem anderen schreiben.</translation>
    </message>
    <message>
        <source>The mate is no longer in this server. Invite it again if it should be there.</source>
        <translation>Der Mate ist nicht mehr auf diesem Server. Ihn neu einladen, falls er dort sein soll.</translation>
    </message>
    <message>
        <source>This person is no longer in the server. Invite them again to reach them there.</source>
        <translation>Diese Person ist nicht mehr auf dem Server. Sie neu einladen, um sie dort zu erreichen.</translation>
    </message>
    <message>
        <source>The message no longer exists on Discord. Write it again if it still matters.</source>
        <translation>Die Nachricht gibt es auf Discord nicht mehr. Sie neu schreiben, falls sie noch wichtig ist.</translation>
    </message>
    <message>
        <source>Discord knows no such person. Check whether the account was deleted.</source>
        <translation>Discord kennt keine solche Person. Prüfen, ob das Konto gelöscht wurde.</translation>
    </message>
    <message>
        <source>Discord knows no such emoji. Choose another one.</source>
        <translation>Discord kennt kein solches Emoji. Ein anderes wählen.</translation>
    </message>
    <message>
        <source>Discord no longer takes this answer, because its command is too old. Send a message instead.</source>
        <translation>Discord nimmt diese Antwort nicht mehr an, weil ihr Befehl zu alt ist. Stattdessen eine Nachricht senden.</translation>
    </message>
    <message>
        <source>The command was answered too late for Discord. Use it again, or send a message.</source>
        <translation>Der Befehl wurde für Discord zu spät beantwortet. Ihn noch einmal geben oder eine Nachricht senden.</translation>
    </message>
    <message>
        <source>Discord does not let bots do this. Do it with a person&apos;s account.</source>
        <translation>Discord erlaubt Bots das nicht. Es mit dem Konto einer Person tun.</translation>
    </message>
    <message>
        <source>The token belongs to another application. Paste the token of this mate&apos;s own bot.</source>
        <translation>Das Token gehört zu einer anderen Anwendung. Das Token des Bots dieses Mates einfügen.</translation>
    </message>
    <message>
        <source>The channel is in slow mode. Wait for its pause to end, then try again.</source>
        <translation>Der Kanal ist im Slow Mode. Das Ende der Pause abwarten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Too much is being written in this channel. Wait a minute, then try again.</source>
        <translation>In diesem Kanal wird zu viel geschrieben. Eine Minute warten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Too much is being written in this server. Wait a minute, then try again.</source>
        <translation>Auf diesem Server wird zu viel geschrieben. Eine Minute warten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Discord allows no more edits of this old message for now. Post a new message instead.</source>
        <translation>Discord erlaubt vorerst keine weiteren Änderungen dieser alten Nachricht. Stattdessen eine neue senden.</translation>
    </message>
    <message>
        <source>Discord wants the account that owns this bot to be verified first. Verify it in Discord&apos;s settings.</source>
        <translation>Discord verlangt, dass das Konto, dem dieser Bot gehört, erst verifiziert wird. Das geht in den Einstellungen von Discord.</translation>
    </message>
    <message>
        <source>The mate opened too many direct messages in a short time. Wait ten minutes, then try again.</source>
        <translation>Der Mate hat in kurzer Zeit zu viele Direktnachrichten eröffnet. Zehn Minuten warten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Discord finds this too large. Send less at once.</source>
        <translation>Das ist Discord zu groß. Weniger auf einmal senden.</translation>
    </message>
    <message>
        <source>Nothing can be written in a forum itself. Open a post in it and write there.</source>
        <translation>In ein Forum selbst lässt sich nichts schreiben. Darin einen Beitrag öffnen und dort schreiben.</translation>
    </message>
    <message>
        <source>This command was answered already. Use it again for another answer.</source>
        <translation>Dieser Befehl wurde schon beantwortet. Für eine weitere Antwort noch einmal geben.</translation>
    </message>
    <message>
        <source>Discord is overloaded here. Wait a minute, then try again.</source>
        <translation>Discord ist hier überlastet. Eine Minute warten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Discord allows no more answers to this command. Use it again, or send a message.</source>
        <translation>Discord erlaubt keine weiteren Antworten auf diesen Befehl. Ihn noch einmal geben oder eine Nachricht senden.</translation>
    </message>
    <message>
        <source>Discord&apos;s shield blocked this request. Look for a newer Loopflow, or try another network.</source>
        <translation>Der Schutzschild von Discord hat diese Anfrage blockiert. Nach einem neueren Loopflow sehen oder ein anderes Netz versuchen.</translation>
    </message>
    <message>
        <source>The mate cannot see this channel. Give it the View Channel permission there, or invite it again.</source>
        <translation>Der Mate sieht diesen Kanal nicht. Ihm dort die Berechtigung View Channel geben oder ihn neu einladen.</translation>
    </message>
    <message>
        <source>Discord lets a bot edit only its own messages. Post a new message instead.</source>
        <translation>Discord lässt einen Bot nur eigene Nachrichten bearbeiten. Stattdessen eine neue senden.</translation>
    </message>
    <message>
        <source>Discord posts no empty messages. Write something, then try again.</source>
        <translation>Discord sendet keine leeren Nachrichten. Etwas schreiben, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>This person takes no direct messages from the mate. They can allow them in the privacy settings of a server that both are in, or unblock the bot.</source>
        <translation>Diese Person nimmt vom Mate keine Direktnachrichten an. Sie kann sie in den Privatsphäre-Einstellungen eines gemeinsamen Servers erlauben oder die Blockierung des Bots aufheben.</translation>
    </message>
    <message>
        <source>No text can be written in this channel. Write to the mate in a text channel.</source>
        <translation>In diesen Kanal lässt sich kein Text schreiben. Dem Mate in einem Textkanal schreiben.</translation>
    </message>
    <message>
        <source>The mate lacks a permission in this channel. Allow it to view the channel, send messages and read message history, or invite it again with Loopflow&apos;s link.</source>
        <translation>Dem Mate fehlt in diesem Kanal eine Berechtigung. Ihm erlauben, den Kanal zu sehen, Nachrichten zu senden und den Verlauf zu lesen, oder ihn mit dem Link von Loopflow neu einladen.</translation>
    </message>
    <message>
        <source>Discord does not allow this in a channel of this kind. Use a text channel.</source>
        <translation>Discord erlaubt das in einem Kanal dieser Art nicht. Einen Textkanal benutzen.</translation>
    </message>
    <message>
        <source>The file is too large for Discord. Send a smaller one or a link to it.</source>
        <translation>Die Datei ist für Discord zu groß. Eine kleinere oder einen Link darauf senden.</translation>
    </message>
    <message>
        <source>The thread is archived. Write in it, or unarchive it, and try again.</source>
        <translation>Der Thread ist archiviert. Darin schreiben oder die Archivierung aufheben, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Discord could not read Loopflow&apos;s request. Look for a newer Loopflow.</source>
        <translation>Discord konnte die Anfrage von Loopflow nicht lesen. Nach einem neueren Loopflow sehen.</translation>
    </message>
    <message>
        <source>The mate shares no server with this person. Invite it to one of their servers, or have them add it with the personal link.</source>
        <translation>Der Mate hat mit dieser Person keinen gemeinsamen Server. Ihn auf einen ihrer Server einladen oder sie bitten, ihn mit dem persönlichen Link hinzuzufügen.</translation>
    </message>
    <message>
        <source>Discord is overloaded. Wait a minute, then try again.</source>
        <translation>Discord ist überlastet. Eine Minute warten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The mate may not read the history of this channel, so it cannot reply. Give it the Read Message History permission.</source>
        <translation>Der Mate darf den Verlauf dieses Kanals nicht lesen und kann daher nicht antworten. Ihm die Berechtigung Read Message History geben.</translation>
    </message>
    <message>
        <source>The message has a thread already. Write there.</source>
        <translation>Die Nachricht hat schon einen Thread. Dort schreiben.</translation>
    </message>
    <message>
        <source>The thread is locked. Ask a moderator to unlock it.</source>
        <translation>Der Thread ist gesperrt. Die Moderation bitten, ihn zu entsperren.</translation>
    </message>
    <message>
        <source>The server has as many active threads as Discord allows. Archive one, then try again.</source>
        <translation>Der Server hat so viele aktive Threads, wie Discord erlaubt. Einen archivieren, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The mate cannot read the message to forward. Give it the Read Message History permission.</source>
        <translation>Der Mate kann die weiterzuleitende Nachricht nicht lesen. Ihm die Berechtigung Read Message History geben.</translation>
    </message>
    <message>
        <source>The server&apos;s AutoMod blocked the text. Change its rules, or ask in another way.</source>
        <translation>Die AutoMod des Servers hat den Text blockiert. Ihre Regeln ändern oder anders fragen.</translation>
    </message>
    <message>
        <source>Discord blocked the text because of a link that it takes for harmful. Leave the link out.</source>
        <translation>Discord hat den Text wegen eines Links blockiert, den es für schädlich hält. Den Link weglassen.</translation>
    </message>
    <message>
        <source>Discord limits uploads in this server for now. Send text only.</source>
        <translation>Discord beschränkt auf diesem Server vorerst das Hochladen. Nur Text senden.</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund genannt</translation>
    </message>
    <message>
        <source>Discord did not accept this (%1). Correct it, then try again.</source>
        <translation>Discord hat das nicht angenommen (%1). Berichtigen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The bot&apos;s name was changed too often. Wait an hour, then try again.</source>
        <translation>Der Name des Bots wurde zu oft geändert. Eine Stunde warten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The bot&apos;s picture was changed too often, or Discord cannot read it. Wait ten minutes, or choose a PNG or JPEG.</source>
        <translation>Das Bild des Bots wurde zu oft geändert, oder Discord kann es nicht lesen. Zehn Minuten warten oder ein PNG oder JPEG wählen.</translation>
    </message>
    <message>
        <source>Discord&apos;s shield refuses this computer&apos;s address for now (%1). Wait until the pause is over, and look for mates whose token or permissions are refused.</source>
        <translation>Der Schutzschild von Discord weist die Adresse dieses Computers vorerst ab (%1). Das Ende der Pause abwarten und nach Mates sehen, deren Token oder Berechtigungen abgelehnt werden.</translation>
    </message>
    <message>
        <source>The server does not answer as Discord does (404). Check the address of the API.</source>
        <translation>Der Server antwortet nicht wie Discord (404). Die Adresse der API prüfen.</translation>
    </message>
    <message>
        <source>The server does not answer as Discord does (%1). Check the address of the API and the proxy.</source>
        <translation>Der Server antwortet nicht wie Discord (%1). Die Adresse der API und den Proxy prüfen.</translation>
    </message>
    <message>
        <source>Discord does not allow this (%1). Check the mate&apos;s permissions.</source>
        <translation>Discord erlaubt das nicht (%1). Die Berechtigungen des Mates prüfen.</translation>
    </message>
    <message>
        <source>Discord does not know this (%1). Check whether it was deleted.</source>
        <translation>Discord kennt das nicht (%1). Prüfen, ob es gelöscht wurde.</translation>
    </message>
    <message>
        <source>Discord says that this was done already (%1). Look there before you try again.</source>
        <translation>Laut Discord ist das schon geschehen (%1). Dort nachsehen, bevor ein neuer Versuch beginnt.</translation>
    </message>
    <message>
        <source>Discord asks this mate to slow down. Wait a minute, then try again.</source>
        <translation>Discord bittet diesen Mate, langsamer zu sein. Eine Minute warten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Discord refused the request (%1, %2). Look for a newer Loopflow if it happens again.</source>
        <translation>Discord hat die Anfrage abgelehnt (%1, %2). Falls es wieder geschieht, nach einem neueren Loopflow sehen.</translation>
    </message>
    <message>
        <source>Discord refused the bot&apos;s token. Reset it in the developer portal under Bot, and paste the new one.</source>
        <translation>Discord hat das Token des Bots abgelehnt. Im Entwicklerportal unter Bot zurücksetzen und das neue einfügen.</translation>
    </message>
    <message>
        <source>Discord has a problem of its own (%1). Try again in a minute, or look at discordstatus.com.</source>
        <translation>Discord hat selbst ein Problem (%1). In einer Minute erneut versuchen oder auf discordstatus.com nachsehen.</translation>
    </message>
    <message>
        <source>Discord refuses too many requests from this computer, so its mates rest for ten minutes, lest it shut out this address. Look for a mate whose token or permissions are refused.</source>
        <translation>Discord lehnt zu viele Anfragen dieses Computers ab. Damit es diese Adresse nicht aussperrt, ruhen seine Mates zehn Minuten. Nach einem Mate sehen, dessen Token oder Berechtigungen abgelehnt werden.</translation>
    </message>
    <message>
        <source>The server answered something that is not a JSON object. Check that its address is the one of a Discord API.</source>
        <translation>Der Server hat mit etwas geantwortet, das kein JSON-Objekt ist. Prüfen, ob seine Adresse die einer Discord-API ist.</translation>
    </message>
    <message>
        <source>The server answered with an application that has no id. Check that its address is the one of a Discord API.</source>
        <translation>Der Server hat mit einer Anwendung ohne ID geantwortet. Prüfen, ob seine Adresse die einer Discord-API ist.</translation>
    </message>
    <message>
        <source>The server answered without a usable gateway address. Check that its address is the one of a Discord API.</source>
        <translation>Der Server hat ohne brauchbare Gateway-Adresse geantwortet. Prüfen, ob seine Adresse die einer Discord-API ist.</translation>
    </message>
    <message>
        <source>The message was deleted.</source>
        <translation>Die Nachricht wurde gelöscht.</translation>
    </message>
    <message>
        <source>This question is being answered already.</source>
        <translation>Diese Frage wird gerade beantwortet.</translation>
    </message>
    <message>
        <source>The question was deleted on Discord, so there is nothing to answer.</source>
        <translation>Die Frage wurde auf Discord gelöscht; es gibt nichts zu beantworten.</translation>
    </message>
    <message>
        <source>Loopflow is closing. Try again when it is open.</source>
        <translation>Loopflow wird gerade beendet. Erneut versuchen, wenn es wieder läuft.</translation>
    </message>
    <message>
        <source>The bot has no picture. Choose one for the mate.</source>
        <translation>Der Bot hat kein Bild. Eines für den Mate wählen.</translation>
    </message>
    <message>
        <source>The bot&apos;s picture is too large. Choose one for the mate.</source>
        <translation>Das Bild des Bots ist zu groß. Eines für den Mate wählen.</translation>
    </message>
    <message>
        <source>The running Loopflow ended before it had answered. Try again.</source>
        <translation>Das laufende Loopflow endete, bevor es geantwortet hatte. Erneut versuchen.</translation>
    </message>
    <message>
        <source>The running Loopflow does not answer. Wait until it does, or end it, then try again.</source>
        <translation>Das laufende Loopflow antwortet nicht. Warten, bis es antwortet, oder es beenden, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The path %1 is too long for a socket.</source>
        <translation>Der Pfad %1 ist für einen Socket zu lang.</translation>
    </message>
    <message>
        <source>No Loopflow can be reached at %1 (%2).</source>
        <translation>Unter %1 ist kein Loopflow zu erreichen (%2).</translation>
    </message>
    <message>
        <source>The Loopflow that uses the folder %1 runs as another user. Only that user can talk to it.</source>
        <translation>Das Loopflow, das den Ordner %1 benutzt, läuft unter einem anderen Benutzerkonto. Nur dieses kann mit ihm sprechen.</translation>
    </message>
    <message>
        <source>What answers at %1 is no Loopflow.</source>
        <translation>Was unter %1 antwortet, ist kein Loopflow.</translation>
    </message>
    <message>
        <source>The running Loopflow is version %1, this one is %2, and they do not understand each other. Quit the running one and start it again.</source>
        <translation>Das laufende Loopflow hat die Version %1, dieses hier %2, und die beiden verstehen einander nicht. Das laufende beenden und neu starten.</translation>
    </message>
    <message>
        <source>What came over the control socket is no message of Loopflow.</source>
        <translation>Was über den Steuerungs-Socket kam, ist keine Nachricht von Loopflow.</translation>
    </message>
    <message>
        <source>That is more than the running Loopflow takes at once. Do it in smaller steps.</source>
        <translation>Das ist mehr, als das laufende Loopflow auf einmal annimmt. In kleineren Schritten vorgehen.</translation>
    </message>
    <message>
        <source>Other processes cannot reach this Loopflow, because %1 could not be opened (%2).</source>
        <translation>Andere Prozesse können dieses Loopflow nicht erreichen, weil sich %1 nicht öffnen ließ (%2).</translation>
    </message>
    <message>
        <source>Other processes cannot reach this Loopflow, because %1 could not be made (%2).</source>
        <translation>Andere Prozesse können dieses Loopflow nicht erreichen, weil sich %1 nicht anlegen ließ (%2).</translation>
    </message>
    <message>
        <source>something else has that name</source>
        <translation>etwas anderes trägt diesen Namen</translation>
    </message>
    <message>
        <source>No Loopflow listens for the folder %1.</source>
        <translation>Für den Ordner %1 nimmt kein Loopflow Befehle entgegen.</translation>
    </message>
    <message>
        <source>the provider&apos;s headers</source>
        <translation>den Headern des Anbieters</translation>
    </message>
    <message>
        <source>The provider “%1” is not known. Choose another one in the mate&apos;s settings.</source>
        <translation>Der Anbieter „%1“ ist nicht bekannt. In den Einstellungen des Mates einen anderen wählen.</translation>
    </message>
    <message>
        <source>%1 has no usual address. Type the server&apos;s in the mate&apos;s settings.</source>
        <translation>%1 hat keine übliche Adresse. Die des Servers in den Einstellungen des Mates eintragen.</translation>
    </message>
    <message>
        <source>LOOPFLOW_DISCORD_API is not the address of a Discord API. Set it to one such as https://discord.com/api/v10, or remove it.</source>
        <translation>LOOPFLOW_DISCORD_API ist nicht die Adresse einer Discord-API. Eine wie https://discord.com/api/v10 setzen oder die Variable entfernen.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Session ended by you · resumed after %1, nothing lost</source>
        <translation>Sitzung von Ihnen beendet · nach %1 fortgesetzt, nichts verloren</translation>
    </message>
    <message>
        <source>Session ended by you · a new one after %1</source>
        <translation>Sitzung von Ihnen beendet · nach %1 eine neue</translation>
    </message>
    <message>
        <source>Connection dropped by you · resumed after %1, nothing lost</source>
        <translation>Verbindung von Ihnen getrennt · nach %1 fortgesetzt, nichts verloren</translation>
    </message>
    <message>
        <source>Connection dropped by you · a new session after %1</source>
        <translation>Verbindung von Ihnen getrennt · nach %1 eine neue Sitzung</translation>
    </message>
    <message>
        <source>Requests refused by you (429) · the mate gave up</source>
        <translation>Anfragen von Ihnen abgelehnt (429) · der Mate gab auf</translation>
    </message>
    <message>
        <source>Requests refused by you (429) · waited %1, then answered once</source>
        <translation>Anfragen von Ihnen abgelehnt (429) · %1 gewartet, dann einmal geantwortet</translation>
    </message>
    <message>
        <source>Requests refused by you (429) · the answer had to wait for none of them</source>
        <translation>Anfragen von Ihnen abgelehnt (429) · die Antwort musste auf keine warten</translation>
    </message>
    <message>
        <source>Writes failed by you (502) · the mate gave up</source>
        <translation>Schreiben von Ihnen gestört (502) · der Mate gab auf</translation>
    </message>
    <message>
        <source>Writes failed by you (502) · answered once, after one failure</source>
        <translation>Schreiben von Ihnen gestört (502) · nach einem Fehlschlag einmal geantwortet</translation>
    </message>
    <message>
        <source>Writes failed by you (502) · answered once, after %1 failures</source>
        <translation>Schreiben von Ihnen gestört (502) · nach %1 Fehlschlägen einmal geantwortet</translation>
    </message>
    <message>
        <source>Model slowed down by you · no word came</source>
        <translation>Modell von Ihnen gebremst · kein Wort kam</translation>
    </message>
    <message>
        <source>Model slowed down by you · first words after %1</source>
        <translation>Modell von Ihnen gebremst · erste Wörter nach %1</translation>
    </message>
    <message>
        <source>Reply cut by you · the mate gave up</source>
        <translation>Antwort von Ihnen abgeschnitten · der Mate gab auf</translation>
    </message>
    <message>
        <source>Reply cut by you · asked %1 times, answered once</source>
        <translation>Antwort von Ihnen abgeschnitten · %1-mal gefragt, einmal geantwortet</translation>
    </message>
    <message>
        <source>Reply cut by you · answered once all the same</source>
        <translation>Antwort von Ihnen abgeschnitten · trotzdem einmal geantwortet</translation>
    </message>
    <message>
        <source>Model overloaded by you · asked %1 times, then said so in the conversation</source>
        <translation>Modell von Ihnen überlastet · %1-mal gefragt, dann im Gespräch gemeldet</translation>
    </message>
    <message>
        <source>Model overloaded by you · asked %1 times, then answered</source>
        <translation>Modell von Ihnen überlastet · %1-mal gefragt, dann geantwortet</translation>
    </message>
    <message>
        <source>There is no key for %1. Set %2 or save the key in Loopflow.</source>
        <translation>Für %1 gibt es keinen Schlüssel. %2 setzen oder den Schlüssel in Loopflow speichern.</translation>
    </message>
    <message>
        <source>There is no .md file in this folder, and no character card.</source>
        <translation>In diesem Ordner ist weder eine .md-Datei noch eine Charakterkarte.</translation>
    </message>
    <message>
        <source>“%1” was taken from %2 already. Rename one of the two.</source>
        <translation>„%1“ wurde schon aus %2 übernommen. Eines der beiden umbenennen.</translation>
    </message>
    <message>
        <source>It is larger than %1 MB.</source>
        <translation>Größer als %1 MB.</translation>
    </message>
    <message>
        <source>No token was found. Unlock the keychain, paste the token again, or set %1.</source>
        <translation>Es wurde kein Token gefunden. Den Schlüsselbund entsperren, das Token neu einfügen oder %1 setzen.</translation>
    </message>
    <message>
        <source>The mate is not connected yet. Try again in a moment.</source>
        <translation>Der Mate ist noch nicht verbunden. In Kürze erneut versuchen.</translation>
    </message>
    <message>
        <source>This token belongs to another bot than the one %1 was set up with. Paste the right one.</source>
        <translation>Dieses Token gehört zu einem anderen Bot als dem, mit dem %1 eingerichtet wurde. Das richtige einfügen.</translation>
    </message>
    <message>
        <source>the temperature</source>
        <translation>die Temperatur</translation>
    </message>
    <message>
        <source>top p</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>the reasoning effort “%1”</source>
        <translation>den Denkaufwand „%1“</translation>
    </message>
    <message>
        <source>a reasoning effort</source>
        <translation>einen Denkaufwand</translation>
    </message>
    <message>
        <source>a limit of the reply&apos;s tokens</source>
        <translation>ein Limit für die Tokens der Antwort</translation>
    </message>
    <message>
        <source>Choose a provider first.</source>
        <translation>Erst einen Anbieter wählen.</translation>
    </message>
    <message>
        <source>Choose a model first, or type its name.</source>
        <translation>Erst ein Modell wählen oder seinen Namen eintragen.</translation>
    </message>
    <message>
        <source>%1 takes no more requests for now. Try again in %2 s.</source>
        <translation>%1 nimmt vorerst keine Anfragen mehr an. In %2 s erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 answered in %2 s, but the limit of its tokens left no room for a word: its thoughts count, too. Set at least 4,096 tokens, or leave the field empty.</source>
        <translation>%1 hat in %2 s geantwortet, aber das Tokenlimit ließ keinen Platz für ein Wort: Auch seine Gedanken zählen. Mindestens 4.096 Tokens setzen oder das Feld leer lassen.</translation>
    </message>
    <message>
        <source>%1 answered in %2 s; it declined the test question.</source>
        <translation>%1 hat in %2 s geantwortet und die Testfrage abgelehnt.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 answered in %2 s, but does not take %3; Loopflow leaves that out from now on.</source>
        <translation>%1 hat in %2 s geantwortet, nimmt aber %3 nicht an; Loopflow lässt das ab jetzt weg.</translation>
    </message>
    <message>
        <source>%1 answered in %2 s.</source>
        <translation>%1 hat in %2 s geantwortet.</translation>
    </message>
    <message>
        <source>%1 has no model “%2”. It has %3.</source>
        <translation>%1 hat kein Modell „%2“. Vorhanden: %3.</translation>
    </message>
    <message>
        <source>The server did not say whose token this is. Check that its address is the one of a Discord API.</source>
        <translation>Der Server hat nicht gesagt, wem dieses Token gehört. Prüfen, ob seine Adresse die einer Discord-API ist.</translation>
    </message>
    <message>
        <source>The server refused this token: it was reset since, or it is a person&apos;s. Reset the token in the developer portal under Bot, and paste the new one.</source>
        <translation>Der Server hat dieses Token abgelehnt: Es wurde inzwischen zurückgesetzt oder gehört einer Person. Das Token im Entwicklerportal unter Bot zurücksetzen und das neue einfügen.</translation>
    </message>
    <message>
        <source>This token belongs to a person, not to a bot. Make an application in the developer portal and paste the token of its bot.</source>
        <translation>Dieses Token gehört einer Person, keinem Bot. Im Entwicklerportal eine Anwendung anlegen und das Token ihres Bots einfügen.</translation>
    </message>
    <message>
        <source>The bot keeps the name %1. %2</source>
        <translation>Der Bot behält den Namen %1. %2</translation>
    </message>
    <message>
        <source>The bot keeps the picture it has. %1</source>
        <translation>Der Bot behält sein bisheriges Bild. %1</translation>
    </message>
    <message>
        <source>Switch on Message Content Intent in the developer portal under Bot, then check again.</source>
        <translation>Message Content Intent im Entwicklerportal unter Bot einschalten, dann erneut prüfen.</translation>
    </message>
    <message>
        <source>Empty Interactions Endpoint URL in the developer portal under General Information, then check again.</source>
        <translation>Interactions Endpoint URL im Entwicklerportal unter General Information leeren, dann erneut prüfen.</translation>
    </message>
    <message>
        <source>This picture&apos;s address has expired. Open the message in Discord to see it.</source>
        <translation>Die Adresse dieses Bildes ist abgelaufen. Die Nachricht in Discord öffnen, um es zu sehen.</translation>
    </message>
    <message>
        <source>The picture did not come (HTTP %1). Try again in a moment.</source>
        <translation>Das Bild kam nicht (HTTP %1). In Kürze erneut versuchen.</translation>
    </message>
    <message>
        <source>What is there is no picture. Open the message in Discord to see it.</source>
        <translation>Unter dieser Adresse ist kein Bild. Die Nachricht in Discord öffnen, um es zu sehen.</translation>
    </message>
    <message>
        <source>The picture is larger than 8 MB. Open it in Discord.</source>
        <translation>Das Bild ist größer als 8 MB. In Discord öffnen.</translation>
    </message>
    <message>
        <source>Loopflow loads pictures from Discord&apos;s own servers only. Open the message in Discord to see this one.</source>
        <translation>Loopflow lädt Bilder nur von den Servern von Discord. Die Nachricht in Discord öffnen, um dieses zu sehen.</translation>
    </message>
    <message>
        <source>It could not be read: %1.</source>
        <translation>Nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>%1 answers, but does not say where its gateway is, as a Discord does. Check the path: a Discord&apos;s usually ends with /api/v10.</source>
        <translation>%1 antwortet, sagt aber nicht wie ein Discord, wo sein Gateway ist. Den Pfad prüfen: Der eines Discord endet meist auf /api/v10.</translation>
    </message>
    <message>
        <source>%1 answers with status %2 where a Discord says where its gateway is. Check the path: a Discord&apos;s usually ends with /api/v10.</source>
        <translation>%1 antwortet mit Status %2, wo ein Discord sagt, wo sein Gateway ist. Den Pfad prüfen: Der eines Discord endet meist auf /api/v10.</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>answering %1</source>
        <translation>beantwortet %1</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>verbindet neu</translation>
    </message>
    <message>
        <source>reconnects in %1 s</source>
        <translation>verbindet in %1 s neu</translation>
    </message>
    <message>
        <source>finishing %1</source>
        <translation>beendet noch %1</translation>
    </message>
    <message>
        <source>The mate is paused. Start it, then try again.</source>
        <translation>Der Mate ist pausiert. Ihn starten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>Message Content is on: the mate can read the channel around a mention.</source>
        <translation>Message Content ist an: Der Mate kann den Kanal rund um eine Erwähnung lesen.</translation>
    </message>
    <message>
        <source>Message Content is off: the mate would read direct messages and mentions, but not the channel around them.</source>
        <translation>Message Content ist aus: Der Mate würde Direktnachrichten und Erwähnungen lesen, aber nicht den Kanal darum herum.</translation>
    </message>
    <message>
        <source>Interactions come over the gateway.</source>
        <translation>Interaktionen kommen über das Gateway.</translation>
    </message>
    <message>
        <source>An interactions endpoint is set, so commands go there and never reach Loopflow.</source>
        <translation>Ein Endpunkt für Interaktionen ist gesetzt; Befehle gehen dorthin und erreichen Loopflow nie.</translation>
    </message>
    <message>
        <source>%1 of %2 starts left today.</source>
        <translation>%1 von %2 Starts heute übrig.</translation>
    </message>
    <message>
        <source>Discord lets this bot sign in only %1 more times within the next %2. See whether another program starts it over and over.</source>
        <translation>Discord lässt diesen Bot in den nächsten %2 nur noch %1-mal anmelden. Prüfen, ob ein anderes Programm ihn immer wieder startet.</translation>
    </message>
    <message>
        <source>Requires OAuth2 Code Grant is on, so the invite links do not work. Switch it off in the developer portal under Bot.</source>
        <translation>Requires OAuth2 Code Grant ist an, daher funktionieren die Einladungslinks nicht. Im Entwicklerportal unter Bot ausschalten.</translation>
    </message>
    <message>
        <source>Only the application&apos;s owner can invite this bot. To let others, switch Public Bot on in the developer portal under Bot.</source>
        <translation>Nur wem die Anwendung gehört, kann diesen Bot einladen. Damit andere es können, Public Bot im Entwicklerportal unter Bot einschalten.</translation>
    </message>
    <message>
        <source>%1&apos;s reply was broken on its way. Try again in a moment.</source>
        <translation>%1: Die Antwort wurde unterwegs beschädigt. In Kürze erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 did not answer with a chat reply. Check the provider&apos;s address.</source>
        <translation>%1 hat nicht mit einer Chat-Antwort geantwortet. Die Adresse des Anbieters prüfen.</translation>
    </message>
    <message>
        <source>%1&apos;s reply broke off before its end. Try again in a moment.</source>
        <translation>%1: Die Antwort brach vor ihrem Ende ab. In Kürze erneut versuchen.</translation>
    </message>
    <message>
        <source>It said: “%1”</source>
        <translation>Wortlaut: „%1“</translation>
    </message>
    <message>
        <source>The conversation is too long for the model: %1 tokens of at most %2. Shorten the prompt or lower the mate&apos;s history budget.</source>
        <translation>Das Gespräch ist für das Modell zu lang: %1 Tokens von höchstens %2. Den Prompt kürzen oder das Verlaufslimit des Mates senken.</translation>
    </message>
    <message>
        <source>The model takes no system prompt of its own.</source>
        <translation>Das Modell nimmt keinen eigenen System-Prompt an.</translation>
    </message>
    <message>
        <source>The model wants the reasoning field on earlier replies.</source>
        <translation>Das Modell verlangt bei früheren Antworten das Feld für Gedanken.</translation>
    </message>
    <message>
        <source>The model does not take the parameter “%1”. Remove it from the mate&apos;s settings or choose another model.</source>
        <translation>Das Modell nimmt den Parameter „%1“ nicht an. Ihn aus den Einstellungen des Mates entfernen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>In Kürze erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation>In %1 s erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again in %1 minutes.</source>
        <translation>In %1 Minuten erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again in %1 hours.</source>
        <translation>In %1 Stunden erneut versuchen.</translation>
    </message>
    <message>
        <source>The conversation is too long for the model. Shorten the prompt or lower the mate&apos;s history budget.</source>
        <translation>Das Gespräch ist für das Modell zu lang. Den Prompt kürzen oder das Verlaufslimit des Mates senken.</translation>
    </message>
    <message>
        <source>The model does not take a parameter of this mate.</source>
        <translation>Das Modell nimmt einen Parameter dieses Mates nicht an.</translation>
    </message>
    <message>
        <source>%1 refused the API key. Check the key in the settings or in its environment variable.</source>
        <translation>%1 hat den API-Schlüssel abgelehnt. Den Schlüssel in den Einstellungen oder in seiner Umgebungsvariable prüfen.</translation>
    </message>
    <message>
        <source>The account at %1 has no credit left or reached its limit. Check its plan and billing there.</source>
        <translation>%1: Das Konto hat kein Guthaben mehr oder sein Limit erreicht. Tarif und Abrechnung dort prüfen.</translation>
    </message>
    <message>
        <source>%1 does not allow this. Check what the key may do, or choose another model.</source>
        <translation>%1 erlaubt das nicht. Prüfen, was der Schlüssel darf, oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>%1 does not have this model. Choose another one in the mate&apos;s settings.</source>
        <translation>%1 hat dieses Modell nicht. In den Einstellungen des Mates ein anderes wählen.</translation>
    </message>
    <message>
        <source>%1 has nothing at this address. Check the provider&apos;s address and the model&apos;s name.</source>
        <translation>%1 hat unter dieser Adresse nichts. Die Adresse des Anbieters und den Namen des Modells prüfen.</translation>
    </message>
    <message>
        <source>%1 takes no more requests for now.</source>
        <translation>%1 nimmt vorerst keine Anfragen mehr an.</translation>
    </message>
    <message>
        <source>%1 took too long to answer.</source>
        <translation>%1 hat zu lange für die Antwort gebraucht.</translation>
    </message>
    <message>
        <source>%1 was busy with a conflicting request.</source>
        <translation>%1 war mit einer widersprechenden Anfrage beschäftigt.</translation>
    </message>
    <message>
        <source>%1 is overloaded.</source>
        <translation>%1 ist überlastet.</translation>
    </message>
    <message>
        <source>%1 failed to answer.</source>
        <translation>%1 konnte nicht antworten.</translation>
    </message>
    <message>
        <source>%1 refused the request. Check the mate&apos;s model and parameters.</source>
        <translation>%1 hat die Anfrage abgelehnt. Modell und Parameter des Mates prüfen.</translation>
    </message>
    <message>
        <source>It said no more than HTTP %1.</source>
        <translation>Mehr als HTTP %1 wurde nicht gesagt.</translation>
    </message>
    <message>
        <source>%1 sent the request to another address, which Loopflow does not follow with a key. Check the provider&apos;s address.</source>
        <translation>%1 hat die Anfrage an eine andere Adresse verwiesen; mit einem Schlüssel folgt Loopflow ihr nicht. Die Adresse des Anbieters prüfen.</translation>
    </message>
    <message>
        <source>The price list is broken at byte %1: %2.</source>
        <translation>Die Preisliste ist bei Byte %1 fehlerhaft: %2.</translation>
    </message>
    <message>
        <source>The price list has no “models”. Use the form of the built-in one.</source>
        <translation>Die Preisliste hat kein „models“. Die Form der eingebauten benutzen.</translation>
    </message>
    <message>
        <source>%1 did not answer with a list of models. Check the provider&apos;s address, or type the model&apos;s name.</source>
        <translation>%1 hat nicht mit einer Modellliste geantwortet. Die Adresse des Anbieters prüfen oder den Namen des Modells eintragen.</translation>
    </message>
    <message>
        <source>%1 failed in the middle of its reply. Try again in a moment.</source>
        <translation>%1 ist mitten in der Antwort ausgefallen. In Kürze erneut versuchen.</translation>
    </message>
    <message>
        <source>The provider</source>
        <translation>Der Anbieter</translation>
    </message>
    <message>
        <source>The practice model</source>
        <translation>Das Übungsmodell</translation>
    </message>
    <message>
        <source>“%1” is not an address. Type one such as http://localhost:11434/v1.</source>
        <translation>„%1“ ist keine Adresse. Eine wie http://localhost:11434/v1 eintragen.</translation>
    </message>
    <message>
        <source>The address is empty. Type one such as http://localhost:11434/v1.</source>
        <translation>Die Adresse ist leer. Eine wie http://localhost:11434/v1 eintragen.</translation>
    </message>
    <message>
        <source>The address holds a user name or password. Leave it out and store the key instead.</source>
        <translation>Die Adresse enthält Benutzername oder Passwort. Beides weglassen und stattdessen den Schlüssel speichern.</translation>
    </message>
    <message>
        <source>The character in this picture is damaged (its checksum is wrong). Download the card again.</source>
        <translation>Der Charakter in diesem Bild ist beschädigt (seine Prüfsumme stimmt nicht). Die Karte neu herunterladen.</translation>
    </message>
    <message>
        <source>The character in this picture is damaged (it is not Base64). Download the card again.</source>
        <translation>Der Charakter in diesem Bild ist beschädigt (er ist nicht Base64). Die Karte neu herunterladen.</translation>
    </message>
    <message>
        <source>This picture ends in the middle. Download the card again.</source>
        <translation>Dieses Bild hört mittendrin auf. Die Karte neu herunterladen.</translation>
    </message>
    <message>
        <source>This picture has no character in it. Choose the card&apos;s original file; messengers often remove what is hidden in a picture.</source>
        <translation>In diesem Bild steckt kein Charakter. Die Originaldatei der Karte wählen; Messenger entfernen oft, was in einem Bild verborgen ist.</translation>
    </message>
    <message>
        <source>The card does not say the character&apos;s name.</source>
        <translation>Die Karte nennt den Namen des Charakters nicht.</translation>
    </message>
    <message>
        <source>The card says nothing of “%1”: no description, personality or prompt.</source>
        <translation>Die Karte sagt nichts über „%1“: keine Beschreibung, keine Persönlichkeit, kein Prompt.</translation>
    </message>
    <message>
        <source>Its greeting was left out: a mate speaks when it is spoken to.</source>
        <translation>Die Begrüßung wurde weggelassen: Ein Mate spricht, wenn er angesprochen wird.</translation>
    </message>
    <message>
        <source>Its lorebook (%1 entries) was left out: a mate knows its prompt and the conversation.</source>
        <translation>Das Lorebook (%1 Einträge) wurde weggelassen: Ein Mate kennt seinen Prompt und das Gespräch.</translation>
    </message>
    <message>
        <source>The card is not one JSON object.</source>
        <translation>Die Karte ist kein einzelnes JSON-Objekt.</translation>
    </message>
    <message>
        <source>The card is not readable JSON (%1, at byte %2). Download it again.</source>
        <translation>Die Karte ist kein lesbares JSON (%1, bei Byte %2). Sie neu herunterladen.</translation>
    </message>
    <message>
        <source>This is JSON, but no character card: it has no name.</source>
        <translation>Das ist JSON, aber keine Charakterkarte: Es hat keinen Namen.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>this is not UTF-8 text. Save the file as UTF-8 and import it again.</source>
        <translation>Das ist kein UTF-8-Text. Die Datei als UTF-8 speichern und neu importieren.</translation>
    </message>
    <message>
        <source>a second title was left out; the name is “%1” from line %2.</source>
        <translation>Ein zweiter Titel wurde weggelassen; es gilt der Name „%1“ aus Zeile %2.</translation>
    </message>
    <message>
        <source>text before the first section was left out.</source>
        <translation>Text vor dem ersten Abschnitt wurde weggelassen.</translation>
    </message>
    <message>
        <source>a code block begins here and never ends; everything after it counts as code.</source>
        <translation>Hier beginnt ein Codeblock, der nie endet; alles danach gilt als Code.</translation>
    </message>
    <message>
        <source>the section “%1” is here a second time (first in line %2). Keep one of them.</source>
        <translation>Den Abschnitt „%1“ gibt es hier ein zweites Mal (zuerst in Zeile %2). Einen davon behalten.</translation>
    </message>
    <message>
        <source>this is not a section. Write exactly “## System Prompt”.</source>
        <translation>Das ist kein Abschnitt. Genau „## System Prompt“ schreiben.</translation>
    </message>
    <message>
        <source>the file ends without a section “## System Prompt”. Add one and write the mate&apos;s prompt below it.</source>
        <translation>Die Datei endet ohne einen Abschnitt „## System Prompt“. Einen hinzufügen und darunter den Prompt des Mates schreiben.</translation>
    </message>
    <message>
        <source>the section “%1” is not one that Loopflow knows; it was kept at the end of the prompt.</source>
        <translation>Den Abschnitt „%1“ kennt Loopflow nicht; er wurde ans Ende des Prompts gesetzt.</translation>
    </message>
    <message>
        <source>“Priorities” was read as the provider “%1”.</source>
        <translation>„Priorities“ wurde als der Anbieter „%1“ gelesen.</translation>
    </message>
    <message>
        <source>“%1” names no provider that Loopflow knows; choose one in the mate&apos;s settings.</source>
        <translation>„%1“ nennt keinen Anbieter, den Loopflow kennt; in den Einstellungen des Mates einen wählen.</translation>
    </message>
    <message>
        <source>“Priorities” was left out, because there is a section “Provider”.</source>
        <translation>„Priorities“ wurde weggelassen, weil es einen Abschnitt „Provider“ gibt.</translation>
    </message>
    <message>
        <source>Line 1: there is no title “# Name”; the mate is named after its file.</source>
        <translation>Zeile 1: Es gibt keinen Titel „# Name“; der Mate heißt wie seine Datei.</translation>
    </message>
    <message>
        <source>the system prompt is empty. Write the mate&apos;s prompt below this line.</source>
        <translation>Der System-Prompt ist leer. Unter diese Zeile den Prompt des Mates schreiben.</translation>
    </message>
    <message>
        <source>a certificate without a name</source>
        <translation>Ein Zertifikat ohne Namen</translation>
    </message>
    <message>
        <source>The file %1 cannot be read (%2). Choose another one.</source>
        <translation>Die Datei %1 ist nicht lesbar (%2). Eine andere wählen.</translation>
    </message>
    <message>
        <source>The file %1 is too large for a list of certificates. Choose another one.</source>
        <translation>Die Datei %1 ist für eine Liste von Zertifikaten zu groß. Eine andere wählen.</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate in PEM form, which begins with “-----BEGIN CERTIFICATE-----”. A file in DER form becomes one by “openssl x509 -inform der -in FILE -out FILE.pem”.</source>
        <translation>Die Datei %1 enthält kein Zertifikat in PEM-Form; dieses beginnt mit „-----BEGIN CERTIFICATE-----“. Eine Datei in DER-Form wird dazu mit „openssl x509 -inform der -in FILE -out FILE.pem“.</translation>
    </message>
    <message>
        <source>%1 expired on %2. Ask for a newer file.</source>
        <translation>%1 ist am %2 abgelaufen. Um eine neuere Datei bitten.</translation>
    </message>
    <message>
        <source>“%1” is not a web address. It must begin with https:// or http://.</source>
        <translation>„%1“ ist keine Webadresse. Sie muss mit https:// oder http:// beginnen.</translation>
    </message>
    <message>
        <source>The header “%1” holds a line break. Check the key or token that was pasted.</source>
        <translation>Der Header „%1“ enthält einen Zeilenumbruch. Den eingefügten Schlüssel oder das Token prüfen.</translation>
    </message>
    <message>
        <source>%1 did not answer. Check the network connection.</source>
        <translation>%1 hat nicht geantwortet. Die Netzwerkverbindung prüfen.</translation>
    </message>
    <message>
        <source>%1 refused the connection. Check that the server runs and its address is right.</source>
        <translation>%1 hat die Verbindung abgelehnt. Prüfen, ob der Server läuft und seine Adresse stimmt.</translation>
    </message>
    <message>
        <source>The server %1 was not found. Check its address and the network connection.</source>
        <translation>Der Server %1 wurde nicht gefunden. Seine Adresse und die Netzwerkverbindung prüfen.</translation>
    </message>
    <message>
        <source>No secure connection to %1: %2. Check the computer&apos;s clock and whether a proxy replaces certificates.</source>
        <translation>Keine sichere Verbindung zu %1: %2. Die Uhr des Computers prüfen und ob ein Proxy Zertifikate ersetzt.</translation>
    </message>
    <message>
        <source>The proxy let no connection to %1 through. Check the proxy settings.</source>
        <translation>Der Proxy hat keine Verbindung zu %1 durchgelassen. Die Proxy-Einstellungen prüfen.</translation>
    </message>
    <message>
        <source>The connection to %1 broke before an answer came. Check the network connection.</source>
        <translation>Die Verbindung zu %1 brach ab, bevor eine Antwort kam. Die Netzwerkverbindung prüfen.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 MiB and was not read to its end.</source>
        <translation>Die Antwort von %1 ist größer als %2 MiB und wurde nicht zu Ende gelesen.</translation>
    </message>
    <message>
        <source>The connection to %1 broke before its answer was whole. Try again.</source>
        <translation>Die Verbindung zu %1 brach ab, bevor die Antwort vollständig war. Erneut versuchen.</translation>
    </message>
    <message>
        <source>The answer of %1 took longer than %2. Try again.</source>
        <translation>Die Antwort von %1 dauerte länger als %2. Erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2. Try again.</source>
        <translation>%1 hat innerhalb von %2 nicht geantwortet. Erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 sent nothing more for %2. Try again.</source>
        <translation>%1 hat %2 lang nichts mehr gesendet. Erneut versuchen.</translation>
    </message>
    <message>
        <source>The request to %1 was cancelled.</source>
        <translation>Die Anfrage an %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>A newer request took this one&apos;s place.</source>
        <translation>Eine neuere Anfrage hat diese ersetzt.</translation>
    </message>
    <message>
        <source>The folder %1 could not be made. Choose another one with --data-dir.</source>
        <translation>Der Ordner %1 ließ sich nicht anlegen. Mit --data-dir einen anderen wählen.</translation>
    </message>
    <message>
        <source>The folder %1 belongs to someone else. Choose another one with --data-dir.</source>
        <translation>Der Ordner %1 gehört einem anderen Benutzerkonto. Mit --data-dir einen anderen wählen.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written to (%2). Make it yours, or choose another folder with --data-dir.</source>
        <translation>In die Datei %1 lässt sich nicht schreiben (%2). Sie übernehmen oder mit --data-dir einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The database could not be prepared</source>
        <translation>Die Datenbank ließ sich nicht vorbereiten</translation>
    </message>
    <message>
        <source>The database %1 could not be opened</source>
        <translation>Die Datenbank %1 ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>The database could not be written</source>
        <translation>In die Datenbank ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source>Make the data folder writable.</source>
        <translation>Den Datenordner beschreibbar machen.</translation>
    </message>
    <message>
        <source>Another program is using the database: close it.</source>
        <translation>Ein anderes Programm benutzt die Datenbank: es schließen.</translation>
    </message>
    <message>
        <source>The disk is full: free some space.</source>
        <translation>Der Datenträger ist voll: Platz schaffen.</translation>
    </message>
    <message>
        <source>The database is damaged: stop Loopflow and put a copy of it back, or move it away.</source>
        <translation>Die Datenbank ist beschädigt: Loopflow beenden und eine Kopie zurücklegen oder sie verschieben.</translation>
    </message>
    <message>
        <source>The mate may have been removed meanwhile.</source>
        <translation>Der Mate wurde vielleicht inzwischen entfernt.</translation>
    </message>
    <message>
        <source>Look at the disk and the data folder.</source>
        <translation>Den Datenträger und den Datenordner prüfen.</translation>
    </message>
    <message>
        <source>The database %1 is damaged (%2) and was left as it is. Put a copy of it back, or move it away to start afresh.</source>
        <translation>Die Datenbank %1 ist beschädigt (%2) und blieb, wie sie ist. Eine Kopie zurücklegen oder sie verschieben, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>The database %1 was written by a newer version of Loopflow (its form is %2, this version knows %3) and was left as it is. Install the newer version, or choose another folder with --data-dir.</source>
        <translation>Die Datenbank %1 stammt von einer neueren Version von Loopflow (ihre Form ist %2, diese Version kennt %3) und blieb, wie sie ist. Die neuere Version installieren oder mit --data-dir einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The database %1 could not be read</source>
        <translation>Die Datenbank %1 ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>The database %1 cannot be read (%2). Make it yours, or choose another folder with --data-dir.</source>
        <translation>Die Datenbank %1 ist nicht lesbar (%2). Sie übernehmen oder mit --data-dir einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>it is no SQLite file</source>
        <translation>keine SQLite-Datei</translation>
    </message>
    <message>
        <source>it was cut off</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>The record could not be written</source>
        <translation>Die Aufzeichnung ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source>The record could not be read</source>
        <translation>Die Aufzeichnung ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>The conversations could not be read</source>
        <translation>Die Gespräche ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>What was read could not be noted</source>
        <translation>Das Gelesene ließ sich nicht vermerken</translation>
    </message>
    <message>
        <source>The costs could not be read</source>
        <translation>Die Kosten ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>What the prompt&apos;s versions did could not be read</source>
        <translation>Was die Versionen des Prompts taten, ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>The turns could not be counted</source>
        <translation>Die Antworten ließen sich nicht zählen</translation>
    </message>
    <message>
        <source>Old records could not be removed</source>
        <translation>Alte Aufzeichnungen ließen sich nicht entfernen</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to (%2). Make it writable, or choose another one with --data-dir.</source>
        <translation>In den Ordner %1 lässt sich nicht schreiben (%2). Ihn beschreibbar machen oder mit --data-dir einen anderen wählen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be locked (%2). Choose one on a local disk with --data-dir.</source>
        <translation>Der Ordner %1 lässt sich nicht sperren (%2). Mit --data-dir einen auf einem lokalen Datenträger wählen.</translation>
    </message>
    <message>
        <source>Another Loopflow is using the folder %1. Use that one, stop it, or choose another folder with --data-dir.</source>
        <translation>Ein anderes Loopflow benutzt den Ordner %1. Dieses benutzen, es beenden oder mit --data-dir einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Another Loopflow (process %2) is using the folder %1. Use that one, stop it, or choose another folder with --data-dir.</source>
        <translation>Ein anderes Loopflow (Prozess %2) benutzt den Ordner %1. Dieses benutzen, es beenden oder mit --data-dir einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The reply could not be saved, because its question is not open any more. It is not posted.</source>
        <translation>Die Antwort ließ sich nicht speichern, weil ihre Frage nicht mehr offen ist. Sie wird nicht gesendet.</translation>
    </message>
    <message>
        <source>The question could not be saved</source>
        <translation>Die Frage ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>Old questions could not be removed</source>
        <translation>Alte Fragen ließen sich nicht entfernen</translation>
    </message>
    <message>
        <source>The reply could not be saved</source>
        <translation>Die Antwort ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>The reply&apos;s draft could not be erased</source>
        <translation>Der Entwurf der Antwort ließ sich nicht löschen</translation>
    </message>
    <message>
        <source>The posted part could not be noted</source>
        <translation>Der gesendete Teil ließ sich nicht vermerken</translation>
    </message>
    <message>
        <source>The answered question could not be noted</source>
        <translation>Die beantwortete Frage ließ sich nicht vermerken</translation>
    </message>
    <message>
        <source>The question could not be opened again</source>
        <translation>Die Frage ließ sich nicht wieder öffnen</translation>
    </message>
    <message>
        <source>The tries at a question could not be read</source>
        <translation>Die Versuche zu einer Frage ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>The answered questions could not be read</source>
        <translation>Die beantworteten Fragen ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>The open questions could not be read</source>
        <translation>Die offenen Fragen ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>The posted parts could not be read</source>
        <translation>Die gesendeten Teile ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>The place in the channel could not be saved</source>
        <translation>Die Stelle im Kanal ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>The places in the channels could not be read</source>
        <translation>Die Stellen in den Kanälen ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>The session could not be saved</source>
        <translation>Die Sitzung ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>The session could not be forgotten</source>
        <translation>Die Sitzung ließ sich nicht löschen</translation>
    </message>
    <message>
        <source>The session could not be read</source>
        <translation>Die Sitzung ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>The login could not be counted</source>
        <translation>Die Anmeldung ließ sich nicht zählen</translation>
    </message>
    <message>
        <source>Old logins could not be forgotten</source>
        <translation>Alte Anmeldungen ließen sich nicht löschen</translation>
    </message>
    <message>
        <source>The logins could not be counted</source>
        <translation>Die Anmeldungen ließen sich nicht zählen</translation>
    </message>
    <message>
        <source>The posted part could not be noted, because its draft is gone.</source>
        <translation>Der gesendete Teil ließ sich nicht vermerken, weil sein Entwurf fehlt.</translation>
    </message>
    <message>
        <source>Start or unlock the system&apos;s keyring and try again.</source>
        <translation>Den Schlüsselbund des Systems starten oder entsperren und erneut versuchen.</translation>
    </message>
    <message>
        <source>Start or unlock the system&apos;s keyring and try again, or start Loopflow with %1 in its environment.</source>
        <translation>Den Schlüsselbund des Systems starten oder entsperren und erneut versuchen, oder Loopflow mit %1 in seiner Umgebung starten.</translation>
    </message>
    <message>
        <source>The keychain could not be read (%1).</source>
        <translation>Der Schlüsselbund ließ sich nicht lesen (%1).</translation>
    </message>
    <message>
        <source>The keychain did not take the secret (%1).</source>
        <translation>Der Schlüsselbund hat das Geheimnis nicht angenommen (%1).</translation>
    </message>
    <message>
        <source>The keychain did not remove the secret (%1).</source>
        <translation>Der Schlüsselbund hat das Geheimnis nicht entfernt (%1).</translation>
    </message>
    <message>
        <source>The record could not be counted</source>
        <translation>Die Aufzeichnung ließ sich nicht zählen</translation>
    </message>
    <message>
        <source>The disk could not be given back what was deleted</source>
        <translation>Der Platz des Gelöschten ließ sich nicht freigeben</translation>
    </message>
    <message>
        <source>The mates could not be read</source>
        <translation>Die Mates ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>The mate could not be saved</source>
        <translation>Der Mate ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>The mates&apos; order could not be saved</source>
        <translation>Die Reihenfolge der Mates ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>The mate could not be removed</source>
        <translation>Der Mate ließ sich nicht entfernen</translation>
    </message>
    <message>
        <source>The prompts could not be read</source>
        <translation>Die Prompts ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>The prompt&apos;s versions could not be read</source>
        <translation>Die Versionen des Prompts ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>The prompt could not be saved</source>
        <translation>Der Prompt ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>The mates&apos; pictures could not be read</source>
        <translation>Die Bilder der Mates ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>The mate&apos;s picture could not be saved</source>
        <translation>Das Bild des Mates ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>The version&apos;s name could not be saved</source>
        <translation>Der Name der Version ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>The prompt&apos;s draft could not be read</source>
        <translation>Der Entwurf des Prompts ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>The prompt&apos;s draft could not be kept</source>
        <translation>Der Entwurf des Prompts ließ sich nicht behalten</translation>
    </message>
    <message>
        <source>The prompt&apos;s draft could not be removed</source>
        <translation>Der Entwurf des Prompts ließ sich nicht entfernen</translation>
    </message>
    <message>
        <source>What was learnt about the models could not be read</source>
        <translation>Das über die Modelle Gelernte ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>What was learnt about the model could not be saved</source>
        <translation>Das über das Modell Gelernte ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>This mate was removed meanwhile.</source>
        <translation>Dieser Mate wurde inzwischen entfernt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a mate&apos;s identifier. Use letters a to z, digits, &quot;-&quot; and &quot;_&quot;.</source>
        <translation>„%1“ kann nicht die Kennung eines Mates sein. Buchstaben von a bis z, Ziffern, „-“ und „_“ benutzen.</translation>
    </message>
    <message>
        <source>There is already a mate &quot;%1&quot;. Choose another identifier.</source>
        <translation>Es gibt schon einen Mate „%1“. Eine andere Kennung wählen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and the mate &quot;%2&quot; would both take their token from %3. Choose an identifier that differs in more than &quot;-&quot; and &quot;_&quot;.</source>
        <translation>„%1“ und der Mate „%2“ würden ihr Token beide aus %3 nehmen. Eine Kennung wählen, die sich in mehr als „-“ und „_“ unterscheidet.</translation>
    </message>
    <message>
        <source>This bot is already used by the mate &quot;%1&quot;. Create another application for this one, or remove that mate.</source>
        <translation>Diesen Bot benutzt schon der Mate „%1“. Für diesen hier eine andere Anwendung anlegen oder jenen entfernen.</translation>
    </message>
    <message>
        <source>This version was removed meanwhile.</source>
        <translation>Diese Version wurde inzwischen entfernt.</translation>
    </message>
    <message>
        <source>A part of the record is damaged or was removed.</source>
        <translation>Ein Teil der Aufzeichnung ist beschädigt oder wurde entfernt.</translation>
    </message>
    <message>
        <source>%1 takes a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>%1 nimmt eine ganze Zahl von %2 bis %3, nicht „%4“.</translation>
    </message>
    <message>
        <source>%1 takes an address that begins with https:// or http://, not &quot;%2&quot;.</source>
        <translation>%1 nimmt eine Adresse, die mit https:// oder http:// beginnt, nicht „%2“.</translation>
    </message>
    <message>
        <source>An address that begins with http:// must be on this computer: tokens would cross the network for all to read. Use https://.</source>
        <translation>Eine Adresse, die mit http:// beginnt, muss auf diesem Computer sein: Tokens gingen sonst für alle lesbar durchs Netz. https:// benutzen.</translation>
    </message>
    <message>
        <source>the headers</source>
        <translation>den Headern</translation>
    </message>
    <message>
        <source>“%1” looks as if it held a secret, and headers are kept where anybody can read them. Save a key as the provider&apos;s key.</source>
        <translation>„%1“ sieht aus, als enthielte es ein Geheimnis, und Header liegen da, wo alle sie lesen können. Einen Schlüssel als Schlüssel des Anbieters speichern.</translation>
    </message>
    <message>
        <source>Discord&apos;s gateway cannot go through a proxy that is itself reached by https. Type the address that begins with http:// or socks5://.</source>
        <translation>Das Gateway von Discord kann nicht durch einen Proxy gehen, der selbst über https erreicht wird. Die Adresse eintragen, die mit http:// oder socks5:// beginnt.</translation>
    </message>
    <message>
        <source>A proxy is an address with a port, such as http://proxy.example.org:3128 or socks5://127.0.0.1:1080.</source>
        <translation>Ein Proxy ist eine Adresse mit einem Port, etwa http://proxy.example.org:3128 oder socks5://127.0.0.1:1080.</translation>
    </message>
    <message>
        <source>Leave the password out of the proxy&apos;s address; it goes to the keychain.</source>
        <translation>Das Passwort in der Adresse des Proxys weglassen; es gehört in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>The settings could not be read</source>
        <translation>Die Einstellungen ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;. The settings are %2, and provider.NAME.url and provider.NAME.headers.</source>
        <translation>Es gibt keine Einstellung „%1“. Vorhanden sind %2 sowie provider.NAME.url und provider.NAME.headers.</translation>
    </message>
    <message>
        <source>The provider “%1” is not known.</source>
        <translation>Der Anbieter „%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 takes a whole path that begins with /, not &quot;%2&quot;.</source>
        <translation>%1 nimmt einen vollständigen Pfad, der mit / beginnt, nicht „%2“.</translation>
    </message>
    <message>
        <source>The setting could not be saved</source>
        <translation>Die Einstellung ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>What this turn read from Discord is missing from the record, so it cannot be run again. Choose another turn.</source>
        <translation>Was diese Antwort von Discord gelesen hat, fehlt in der Aufzeichnung; sie lässt sich deshalb nicht wiederholen. Eine andere Antwort wählen.</translation>
    </message>
    <message>
        <source>What this turn was asked is missing from the record, so it cannot be run again. Choose another turn.</source>
        <translation>Worauf diese Antwort antworten sollte, fehlt in der Aufzeichnung; sie lässt sich deshalb nicht wiederholen. Eine andere Antwort wählen.</translation>
    </message>
    <message>
        <source>There is no such turn in the record. It may have been removed; choose another one.</source>
        <translation>Diese Antwort steht nicht in der Aufzeichnung. Vielleicht wurde sie entfernt; eine andere wählen.</translation>
    </message>
    <message>
        <source>A part of what was recorded of this turn is damaged, or of a newer Loopflow, so it cannot be run again. Choose another turn.</source>
        <translation>Ein Teil der Aufzeichnung dieser Antwort ist beschädigt oder stammt von einem neueren Loopflow; sie lässt sich deshalb nicht wiederholen. Eine andere Antwort wählen.</translation>
    </message>
    <message>
        <source>How this turn began is missing from the record, so it cannot be run again. Choose another turn.</source>
        <translation>Der Anfang dieser Antwort fehlt in der Aufzeichnung; sie lässt sich deshalb nicht wiederholen. Eine andere Antwort wählen.</translation>
    </message>
    <message>
        <source>This turn asked no model, so there is nothing to run again. Choose another turn.</source>
        <translation>Für diese Antwort wurde kein Modell gefragt, es gibt also nichts zu wiederholen. Eine andere Antwort wählen.</translation>
    </message>
    <message>
        <source>The mate of this turn was deleted, so it cannot be run again. Choose a turn of another mate.</source>
        <translation>Der Mate dieser Antwort wurde gelöscht; sie lässt sich deshalb nicht wiederholen. Eine Antwort eines anderen Mates wählen.</translation>
    </message>
    <message>
        <source>Loopflow was closed.</source>
        <translation>Loopflow wurde geschlossen.</translation>
    </message>
    <message>
        <source>The mate was deleted.</source>
        <translation>Der Mate wurde gelöscht.</translation>
    </message>
    <message>
        <source>The replay was cancelled.</source>
        <translation>Die Wiederholung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The turn could not be read</source>
        <translation>Die Antwort ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>The mark could not be read</source>
        <translation>Die Bewertung ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>The marks could not be read</source>
        <translation>Die Bewertungen ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>The mark could not be saved</source>
        <translation>Die Bewertung ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>This replay is no longer in the record. Run it again to mark it.</source>
        <translation>Diese Wiederholung steht nicht mehr in der Aufzeichnung. Sie zum Bewerten noch einmal ausführen.</translation>
    </message>
    <message>
        <source>The replays could not be read</source>
        <translation>Die Wiederholungen ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>The turns could not be read</source>
        <translation>Die Antworten ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>%1 tokens in, %2 out: %3</source>
        <translation>%1 Token hinein, %2 heraus: %3</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>prompt v%1, %2, answers %3</source>
        <translation>Prompt v%1, %2, beantwortet %3</translation>
    </message>
    <message>
        <source>messages: %1, older ones exist</source>
        <translation>Nachrichten: %1, es gibt ältere</translation>
    </message>
    <message>
        <source>messages: %1</source>
        <translation>Nachrichten: %1</translation>
    </message>
    <message>
        <source>try %1, about %2 tokens, %3 bytes to %4</source>
        <translation>Versuch %1, etwa %2 Token, %3 Bytes an %4</translation>
    </message>
    <message>
        <source>%1 waits %2 ms</source>
        <translation>%1 wartet %2 ms</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>denkt nach</translation>
    </message>
    <message>
        <source>part %1, withheld: a replay posts nothing</source>
        <translation>Teil %1, zurückgehalten: Eine Wiederholung postet nichts</translation>
    </message>
    <message>
        <source>part %1 as message %2</source>
        <translation>Teil %1 als Nachricht %2</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>It was not answered because a bot wrote it; mates answer people.</source>
        <translation>Nicht beantwortet, weil ein Bot das geschrieben hat; Mates antworten Menschen.</translation>
    </message>
    <message>
        <source>It was not answered because it is a line of Discord&apos;s own, not a person&apos;s message.</source>
        <translation>Nicht beantwortet, weil es eine Zeile von Discord selbst ist, nicht die Nachricht eines Menschen.</translation>
    </message>
    <message>
        <source>It was not answered because it was written while Loopflow was closed, too long ago to be answered by itself.</source>
        <translation>Nicht beantwortet, weil es geschrieben wurde, während Loopflow geschlossen war, und zu lange her ist, um von selbst beantwortet zu werden.</translation>
    </message>
    <message>
        <source>It was not answered because it was not meant for this mate.</source>
        <translation>Nicht beantwortet, weil es nicht für diesen Mate gedacht war.</translation>
    </message>
    <message>
        <source>[a picture: %1, %2 KB]</source>
        <translation>[ein Bild: %1, %2 KB]</translation>
    </message>
    <message>
        <source>[a picture]</source>
        <translation>[ein Bild]</translation>
    </message>
    <message>
        <source>[a picture: %1]</source>
        <translation>[ein Bild: %1]</translation>
    </message>
    <message>
        <source>[something else than text: %1]</source>
        <translation>[etwas anderes als Text: %1]</translation>
    </message>
    <message>
        <source>The request holds no list of messages; it is shown as it was recorded.</source>
        <translation>Die Anfrage enthält keine Liste von Nachrichten; sie wird so gezeigt, wie sie aufgezeichnet wurde.</translation>
    </message>
    <message>
        <source>The request is not JSON; it is shown as it was recorded.</source>
        <translation>Die Anfrage ist kein JSON; sie wird so gezeigt, wie sie aufgezeichnet wurde.</translation>
    </message>
    <message>
        <source>The provider&apos;s rate limit held the request back.</source>
        <translation>Das Ratenlimit des Anbieters hielt die Anfrage zurück.</translation>
    </message>
    <message>
        <source>Discord&apos;s rate limit held the history back.</source>
        <translation>Das Ratenlimit von Discord hielt den Verlauf zurück.</translation>
    </message>
    <message>
        <source>Discord&apos;s rate limit held the reply back.</source>
        <translation>Das Ratenlimit von Discord hielt die Antwort zurück.</translation>
    </message>
    <message>
        <source>The same person wrote again: the turn began anew.</source>
        <translation>Dieselbe Person schrieb noch einmal: Die Antwort begann von vorn.</translation>
    </message>
    <message>
        <source>The message was edited: the turn began anew.</source>
        <translation>Die Nachricht wurde bearbeitet: Die Antwort begann von vorn.</translation>
    </message>
    <message>
        <source>A message was deleted: the turn began anew.</source>
        <translation>Eine Nachricht wurde gelöscht: Die Antwort begann von vorn.</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>erstes Token</translation>
    </message>
    <message>
        <source>last token</source>
        <translation>letztes Token</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>neuer Versuch</translation>
    </message>
    <message>
        <source>rate limit</source>
        <translation>Ratenlimit</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>Neubeginn</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>posted</source>
        <translation>gepostet</translation>
    </message>
    <message>
        <source>Held back while the person was typing.</source>
        <translation>Zurückgehalten, während die Person tippte.</translation>
    </message>
    <message>
        <source>The mate waits so long for more messages before it answers.</source>
        <translation>So lange wartet der Mate auf weitere Nachrichten, bevor er antwortet.</translation>
    </message>
    <message>
        <source>Looked in the channel which parts of the reply are there.</source>
        <translation>Im Kanal nachgesehen, welche Teile der Antwort schon da sind.</translation>
    </message>
    <message>
        <source>Messages that Discord gave: %1.</source>
        <translation>Nachrichten, die Discord gab: %1.</translation>
    </message>
    <message>
        <source>Sent about %1 tokens to %2.</source>
        <translation>Etwa %1 Token an %2 gesendet.</translation>
    </message>
    <message>
        <source>A replay: nothing was posted.</source>
        <translation>Eine Wiederholung: Es wurde nichts gepostet.</translation>
    </message>
    <message>
        <source>A line of Loopflow&apos;s own was posted, for the model gave no answer.</source>
        <translation>Eine Zeile von Loopflow selbst wurde gepostet, denn das Modell gab keine Antwort.</translation>
    </message>
    <message>
        <source>Messages that were posted: %1.</source>
        <translation>Gepostete Nachrichten: %1.</translation>
    </message>
    <message>
        <source>The mate had no connection to Discord.</source>
        <translation>Der Mate hatte keine Verbindung zu Discord.</translation>
    </message>
    <message>
        <source>The reply was written before Loopflow was closed; it was posted without asking the model again.</source>
        <translation>Die Antwort war geschrieben, bevor Loopflow geschlossen wurde; sie wurde gepostet, ohne das Modell noch einmal zu fragen.</translation>
    </message>
    <message>
        <source>A replay of a turn of the record; nothing is posted.</source>
        <translation>Eine Wiederholung einer aufgezeichneten Antwort; nichts wird gepostet.</translation>
    </message>
    <message>
        <source>Answered because somebody asked for another try.</source>
        <translation>Beantwortet, weil jemand einen neuen Versuch verlangte.</translation>
    </message>
    <message>
        <source>It is a direct message from a person, which is always answered.</source>
        <translation>Es ist die Direktnachricht eines Menschen; sie wird immer beantwortet.</translation>
    </message>
    <message>
        <source>Answered because it is a direct message from a person.</source>
        <translation>Beantwortet, weil es die Direktnachricht eines Menschen ist.</translation>
    </message>
    <message>
        <source>Answers because it is a direct message from a person.</source>
        <translation>Antwortet, weil es die Direktnachricht eines Menschen ist.</translation>
    </message>
    <message>
        <source>Nothing was answered: %1</source>
        <translation>Nichts wurde geantwortet: %1</translation>
    </message>
    <message>
        <source>It failed: %1</source>
        <translation>Es schlug fehl: %1</translation>
    </message>
    <message>
        <source>The request is too long to be taken apart; it is shown as it was recorded.</source>
        <translation>Die Anfrage ist zu lang, um zerlegt zu werden; sie wird so gezeigt, wie sie aufgezeichnet wurde.</translation>
    </message>
    <message>
        <source>One message fits the budget of %1 tokens; %2 older ones were left out.</source>
        <translation>Eine Nachricht passt in das Budget von %1 Token; %2 ältere wurden weggelassen.</translation>
    </message>
    <message>
        <source>%1 messages fit the budget of %2 tokens; %3 older ones were left out.</source>
        <translation>%1 Nachrichten passen in das Budget von %2 Token; %3 ältere wurden weggelassen.</translation>
    </message>
    <message>
        <source>The newest %1 messages were given to the model; the mate&apos;s settings fetch no older ones.</source>
        <translation>Die neuesten %1 Nachrichten bekam das Modell; die Einstellungen des Mates holen keine älteren.</translation>
    </message>
    <message>
        <source>The message is all that the conversation holds.</source>
        <translation>Die Nachricht ist alles, was das Gespräch enthält.</translation>
    </message>
    <message>
        <source>All %1 messages of the conversation fit the budget of %2 tokens.</source>
        <translation>Alle %1 Nachrichten des Gesprächs passen in das Budget von %2 Token.</translation>
    </message>
    <message>
        <source>“|” needs something on both of its sides: one or the other is looked for.</source>
        <translation>„|“ braucht auf beiden Seiten etwas: Gesucht wird das eine oder das andere.</translation>
    </message>
    <message>
        <source>This quotation mark is not closed. Put another one where the phrase ends.</source>
        <translation>Dieses Anführungszeichen ist nicht geschlossen. Ein zweites gehört ans Ende der Wendung.</translation>
    </message>
    <message>
        <source>“-” leaves out what follows it. Write a word or a filter right behind it.</source>
        <translation>„-“ lässt weg, was ihm folgt. Direkt dahinter gehört ein Wort oder ein Filter.</translation>
    </message>
    <message>
        <source>Letters or digits are needed here: signs alone cannot be found.</source>
        <translation>Hier braucht es Buchstaben oder Ziffern: Zeichen allein lassen sich nicht finden.</translation>
    </message>
    <message>
        <source>There is no filter “%1:”. There are from:, mate:, in:, is:, has:, before: and after:. To look for the text, put it into quotation marks.</source>
        <translation>Es gibt keinen Filter „%1:“. Es gibt from:, mate:, in:, is:, has:, before: und after:. Wer den Text sucht, setzt ihn in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A name is missing behind the colon.</source>
        <translation>Hinter dem Doppelpunkt fehlt ein Name.</translation>
    </message>
    <message>
        <source>“is:” takes failed, slow, ignored or replayed.</source>
        <translation>„is:“ nimmt failed, slow, ignored oder replayed.</translation>
    </message>
    <message>
        <source>“has:” takes attachment.</source>
        <translation>„has:“ nimmt attachment.</translation>
    </message>
    <message>
        <source>A day is needed here: 2026-05-01, today, yesterday, or how long ago, such as 12h, 7d or 2w.</source>
        <translation>Hier braucht es einen Tag: 2026-05-01, today, yesterday, oder wie lange es her ist, etwa 12h, 7d oder 2w.</translation>
    </message>
    <message>
        <source>What can be searched for could not be noted</source>
        <translation>Was sich suchen lässt, ließ sich nicht festhalten</translation>
    </message>
    <message>
        <source>The search could not be read</source>
        <translation>Die Suche ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>Deleted words could not be taken out of the search</source>
        <translation>Gelöschte Wörter ließen sich nicht aus der Suche nehmen</translation>
    </message>
    <message>
        <source>The record could not be searched</source>
        <translation>Die Aufzeichnung ließ sich nicht durchsuchen</translation>
    </message>
    <message>
        <source>%1 tokens in, %2 out</source>
        <translation>%1 Token hinein, %2 heraus</translation>
    </message>
    <message>
        <source>try %1, about %2 tokens to %3</source>
        <translation>Versuch %1, etwa %2 Token an %3</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 Zeichen</translation>
    </message>
    <message>
        <source>The text of this turn was not recorded, so it cannot be run again. To have this mate&apos;s next turns recorded whole, switch off “Record no text” in the Mates menu.</source>
        <translation>Der Text dieser Antwort wurde nicht aufgezeichnet; sie lässt sich deshalb nicht wiederholen. Damit die nächsten Antworten dieses Mates ganz aufgezeichnet werden, „Keinen Text aufzeichnen“ im Menü Mates ausschalten.</translation>
    </message>
    <message>
        <source>This turn was recorded by another version of Loopflow, which built its request in another way, so it cannot be run again as it was. Change something about it, or choose a newer turn.</source>
        <translation>Diese Antwort hat eine andere Version von Loopflow aufgezeichnet, die ihre Anfrage anders baute; unverändert lässt sie sich deshalb nicht wiederholen. Etwas daran ändern oder eine neuere Antwort wählen.</translation>
    </message>
    <message>
        <source>What {{%1}} stood for was not recorded with this turn, so it cannot be run with a prompt that names it. Choose another turn, or a prompt without it.</source>
        <translation>Wofür {{%1}} stand, wurde mit dieser Antwort nicht aufgezeichnet; mit einem Prompt, der es nennt, lässt sie sich deshalb nicht wiederholen. Eine andere Antwort wählen oder einen Prompt ohne diese Variable.</translation>
    </message>
    <message>
        <source>It was refused as invalid.</source>
        <translation>Es wurde als ungültig abgelehnt.</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>Der Server war nicht erreichbar.</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>Es kam rechtzeitig keine Antwort.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The token or the key was refused.</source>
        <translation>Das Token oder der Schlüssel wurde abgelehnt.</translation>
    </message>
    <message>
        <source>It was not permitted.</source>
        <translation>Es war nicht erlaubt.</translation>
    </message>
    <message>
        <source>What was asked for was not there.</source>
        <translation>Was verlangt wurde, gab es nicht.</translation>
    </message>
    <message>
        <source>A rate limit was reached.</source>
        <translation>Ein Ratenlimit war erreicht.</translation>
    </message>
    <message>
        <source>The server was not available.</source>
        <translation>Der Server war nicht verfügbar.</translation>
    </message>
    <message>
        <source>The answer was cut short.</source>
        <translation>Die Antwort brach ab.</translation>
    </message>
    <message>
        <source>The request was too long for the model.</source>
        <translation>Die Anfrage war für das Modell zu lang.</translation>
    </message>
    <message>
        <source>The model refused a parameter.</source>
        <translation>Das Modell lehnte einen Parameter ab.</translation>
    </message>
    <message>
        <source>The database could not be used.</source>
        <translation>Die Datenbank ließ sich nicht benutzen.</translation>
    </message>
    <message>
        <source>The keychain could not be used.</source>
        <translation>Der Schlüsselbund ließ sich nicht benutzen.</translation>
    </message>
    <message>
        <source>Something else was in its way.</source>
        <translation>Etwas anderes stand im Weg.</translation>
    </message>
    <message>
        <source>Text was not recorded</source>
        <translation>Text wurde nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>%1 The exact words were not recorded.</source>
        <translation>%1 Der genaue Wortlaut wurde nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>The text of this request was not recorded: the mate is set to record none.</source>
        <translation>Der Text dieser Anfrage wurde nicht aufgezeichnet: Für den Mate ist eingestellt, keinen aufzuzeichnen.</translation>
    </message>
    <message>
        <source>Deleted text could not be taken out of the database&apos;s log</source>
        <translation>Gelöschter Text ließ sich nicht aus dem Protokoll der Datenbank nehmen</translation>
    </message>
    <message>
        <source>The record could not be deleted</source>
        <translation>Die Aufzeichnung ließ sich nicht löschen</translation>
    </message>
</context>
<context>
    <name>loopflow::CreateDialog</name>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Discord</source>
        <translation>Discord</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Einladen</translation>
    </message>
    <message>
        <source>Create mate</source>
        <translation>Mate anlegen</translation>
    </message>
    <message>
        <source>Use the practice server instead</source>
        <translation>Stattdessen Übungsserver</translation>
    </message>
    <message>
        <source>Finish later</source>
        <translation>Später fortsetzen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Discard this mate and what you wrote?</source>
        <translation>Diesen Mate und alle Eingaben verwerfen?</translation>
    </message>
    <message>
        <source>Use Discord instead</source>
        <translation>Stattdessen Discord</translation>
    </message>
    <message>
        <source>Setting the bot up…</source>
        <translation>Der Bot wird eingerichtet…</translation>
    </message>
</context>
<context>
    <name>loopflow::DataSection</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Folder, retention, deletion</source>
        <translation>Ordner, Fristen, Löschen</translation>
    </message>
    <message>
        <source>Days that the record is kept</source>
        <translation>Aufbewahrung in Tagen</translation>
    </message>
    <message>
        <source>What was recorded of conversations is deleted when it is older; 0 keeps it for good. Discord&apos;s own messages are never touched. Default: 30.</source>
        <translation>Ältere Aufzeichnungen von Gesprächen werden gelöscht; 0 behält sie für immer. Die Nachrichten in Discord bleiben unberührt. Vorgabe: 30.</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>The desktop has no program that shows folders. The path above can be copied.</source>
        <translation>Der Desktop hat kein Programm, das Ordner zeigt. Der Pfad oben lässt sich kopieren.</translation>
    </message>
    <message>
        <source>Delete all records</source>
        <translation>Alle Aufzeichnungen löschen</translation>
    </message>
    <message>
        <source>Everything that was recorded of conversations and turns. Mates, prompts and settings stay, and so does what was said on Discord.</source>
        <translation>Alles, was von Gesprächen und Antworten aufgezeichnet wurde. Mates, Prompts und Einstellungen bleiben, ebenso alles, was auf Discord gesagt wurde.</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>Alles löschen…</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Löschvorgang</translation>
    </message>
    <message>
        <source>Records deleted</source>
        <translation>Gelöschte Aufzeichnungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1
The database takes %2 and holds %3.</source>
        <translation>%1
Die Datenbank belegt %2 und enthält %3.</translation>
    </message>
    <message>
        <source>1 recorded event</source>
        <translation>1 aufgezeichnetes Ereignis</translation>
    </message>
    <message>
        <source>%1 recorded events</source>
        <translation>%1 aufgezeichnete Ereignisse</translation>
    </message>
    <message>
        <source>The oldest is of %1.</source>
        <translation>Das älteste ist vom %1.</translation>
    </message>
    <message>
        <source>Another folder is chosen at the start, with --data-dir.</source>
        <translation>Ein anderer Ordner wird beim Start mit --data-dir gewählt.</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>This cannot be undone. Conversations can no longer be looked at or replayed here. What was said on Discord stays there, and mates go on answering from it.</source>
        <translation>Das lässt sich nicht rückgängig machen. Gespräche lassen sich hier dann weder ansehen noch wiederholen. Was auf Discord gesagt wurde, bleibt dort, und die Mates antworten weiter daraus.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>1 recorded event was deleted.</source>
        <translation>1 aufgezeichnetes Ereignis wurde gelöscht.</translation>
    </message>
    <message>
        <source>%1 recorded events were deleted.</source>
        <translation>%1 aufgezeichnete Ereignisse wurden gelöscht.</translation>
    </message>
</context>
<context>
    <name>loopflow::DesktopNotices</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>loopflow::DesktopPart</name>
    <message>
        <source>Loopflow goes on in the tray</source>
        <translation>Loopflow läuft im Infobereich weiter</translation>
    </message>
    <message>
        <source>Its mates keep answering. Quit from the tray&apos;s menu, or switch this off in the settings.</source>
        <translation>Die Mates antworten weiter. Beenden lässt sich Loopflow im Menü des Infobereichs, abschalten lässt sich dies in den Einstellungen.</translation>
    </message>
</context>
<context>
    <name>loopflow::DiffView</name>
    <message>
        <source>1 unchanged line</source>
        <translation>1 unveränderte Zeile</translation>
    </message>
    <message>
        <source>%1 unchanged lines</source>
        <translation>%1 unveränderte Zeilen</translation>
    </message>
    <message>
        <source>1 word added</source>
        <translation>1 Wort hinzugefügt</translation>
    </message>
    <message>
        <source>%1 words added</source>
        <translation>%1 Wörter hinzugefügt</translation>
    </message>
    <message>
        <source>1 word removed</source>
        <translation>1 Wort entfernt</translation>
    </message>
    <message>
        <source>%1 words removed</source>
        <translation>%1 Wörter entfernt</translation>
    </message>
    <message>
        <source>%1 word</source>
        <translation>%1 Wort</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 Wörter</translation>
    </message>
</context>
<context>
    <name>loopflow::DiscordSection</name>
    <message>
        <source>Discord</source>
        <translation>Discord</translation>
    </message>
    <message>
        <source>Server, compression</source>
        <translation>Server, Kompression</translation>
    </message>
    <message>
        <source>Discord-compatible server</source>
        <translation>Discord-kompatibler Server</translation>
    </message>
    <message>
        <source>The address of an API in place of Discord&apos;s own. Mates without an address of their own connect there, with their tokens. It must be https, or on this computer. Default: https://discord.com/api/v10.</source>
        <translation>Die Adresse einer API anstelle der von Discord. Mates ohne eigene Adresse verbinden sich dorthin, mit ihren Tokens. Sie muss mit https beginnen oder auf diesem Computer liegen. Vorgabe: https://discord.com/api/v10.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Check and use</source>
        <translation>Prüfen und nutzen</translation>
    </message>
    <message>
        <source>Use Discord</source>
        <translation>Discord nutzen</translation>
    </message>
    <message>
        <source>Compress the gateway&apos;s events</source>
        <translation>Ereignisse des Gateways komprimieren</translation>
    </message>
    <message>
        <source>Takes a tenth of the traffic and a little more work. Holds from each mate&apos;s next connection on. Default: on.</source>
        <translation>Braucht ein Zehntel des Datenverkehrs und etwas mehr Rechenzeit. Gilt für jeden Mate ab der nächsten Verbindung. Vorgabe: ein.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>Discord is used. Running mates connect anew.</source>
        <translation>Discord wird benutzt. Laufende Mates verbinden sich neu.</translation>
    </message>
    <message>
        <source>The server answers and is used. Running mates connect anew.</source>
        <translation>Der Server antwortet und wird benutzt. Laufende Mates verbinden sich neu.</translation>
    </message>
</context>
<context>
    <name>loopflow::DiscordStep</name>
    <message>
        <source>Bot token</source>
        <translation>Bot-Token</translation>
    </message>
    <message>
        <source>Use this bot instead of the one the mate had</source>
        <translation>Diesen Bot anstelle des bisherigen benutzen</translation>
    </message>
    <message>
        <source>Every mate is a bot of its own. Make an application in the developer portal, open its Bot page, choose Reset Token, and paste the token here.</source>
        <translation>Jeder Mate ist ein eigener Bot. Legen Sie im Entwicklerportal eine Anwendung an, öffnen Sie deren Seite „Bot“, wählen Sie „Reset Token“ und fügen Sie das Token hier ein.</translation>
    </message>
    <message>
        <source>Open developer portal</source>
        <translation>Entwicklerportal öffnen</translation>
    </message>
    <message>
        <source>Bot token, kept in the system keychain</source>
        <translation>Bot-Token, im Schlüsselbund des Systems aufbewahrt</translation>
    </message>
    <message>
        <source>Use this mate&apos;s name and picture for the bot</source>
        <translation>Name und Bild dieses Mates für den Bot benutzen</translation>
    </message>
    <message>
        <source>A bot was made on the practice server, which is on this computer. It works like on Discord, and is forgotten at exit, as is the mate that uses it.</source>
        <translation>Auf dem Übungsserver, der auf diesem Computer läuft, wurde ein Bot angelegt. Er arbeitet wie auf Discord und wird beim Beenden vergessen, ebenso der Mate, der ihn benutzt.</translation>
    </message>
    <message>
        <source>Bot token, kept in memory only</source>
        <translation>Bot-Token, nur im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Asking whose token this is…</source>
        <translation>Es wird gefragt, wem das Token gehört…</translation>
    </message>
    <message>
        <source>The blanks and the word Bot around the token are left out.</source>
        <translation>Leerzeichen und das Wort „Bot“ um das Token werden weggelassen.</translation>
    </message>
</context>
<context>
    <name>loopflow::EventModel</name>
    <message>
        <source>+%1 ms</source>
        <translation>+%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was es sagt</translation>
    </message>
</context>
<context>
    <name>loopflow::EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>The chosen event</source>
        <translation>Das gewählte Ereignis</translation>
    </message>
    <message>
        <source>Copy event</source>
        <translation>Ereignis kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen event as JSON</source>
        <translation>Das gewählte Ereignis als JSON kopieren</translation>
    </message>
    <message>
        <source>The event is very long: its beginning is shown; Copy gives all.</source>
        <translation>Das Ereignis ist sehr lang: Sein Anfang wird gezeigt; Kopieren gibt alles.</translation>
    </message>
</context>
<context>
    <name>loopflow::ExportDoor</name>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Writing the conversation: %1 %</source>
        <translation>Das Gespräch wird geschrieben: %1 %</translation>
    </message>
    <message>
        <source>Export the conversation</source>
        <translation>Gespräch exportieren</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export turn…</source>
        <translation>Antwort exportieren…</translation>
    </message>
    <message>
        <source>Write all that is known of this turn into a file</source>
        <translation>Alles, was von dieser Antwort bekannt ist, in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Export the turn</source>
        <translation>Antwort exportieren</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The turn was written to %1.</source>
        <translation>Die Antwort wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>One recorded event could not be read.</source>
        <translation>Ein aufgezeichnetes Ereignis war nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 recorded events could not be read.</source>
        <translation>%1 aufgezeichnete Ereignisse waren nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>loopflow::FaultMenu</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>connection dropped</source>
        <translation>Verbindung getrennt</translation>
    </message>
    <message>
        <source>session ended</source>
        <translation>Sitzung beendet</translation>
    </message>
    <message>
        <source>requests refused (429)</source>
        <translation>Anfragen abgelehnt (429)</translation>
    </message>
    <message>
        <source>writes fail (502)</source>
        <translation>Schreiben scheitert (502)</translation>
    </message>
    <message>
        <source>slow model</source>
        <translation>langsames Modell</translation>
    </message>
    <message>
        <source>cut reply</source>
        <translation>abgeschnittene Antwort</translation>
    </message>
    <message>
        <source>overloaded model</source>
        <translation>überlastetes Modell</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>Everything works as it should.</source>
        <translation>Alles arbeitet, wie es soll.</translation>
    </message>
    <message>
        <source>&amp;Drop the connection</source>
        <translation>&amp;Verbindung trennen</translation>
    </message>
    <message>
        <source>Cuts the mate&apos;s gateway connection now, as a network failure does.</source>
        <translation>Trennt die Gateway-Verbindung des Mates jetzt, wie es ein Netzwerkausfall tut.</translation>
    </message>
    <message>
        <source>&amp;End the session</source>
        <translation>&amp;Sitzung beenden</translation>
    </message>
    <message>
        <source>Has Discord forget the mate&apos;s gateway session now, so that nothing can be resumed.</source>
        <translation>Lässt Discord die Gateway-Sitzung des Mates jetzt vergessen, sodass sich nichts fortsetzen lässt.</translation>
    </message>
    <message>
        <source>&amp;Refuse requests (429)</source>
        <translation>&amp;Anfragen ablehnen (429)</translation>
    </message>
    <message>
        <source>Discord answers the mate&apos;s next three requests with 429, to be tried again a second later.</source>
        <translation>Discord beantwortet die nächsten drei Anfragen des Mates mit 429: eine Sekunde später erneut versuchen.</translation>
    </message>
    <message>
        <source>&amp;Fail writes (502)</source>
        <translation>S&amp;chreiben scheitern lassen (502)</translation>
    </message>
    <message>
        <source>Discord answers the next three writes with 502: nothing tells whether they took effect.</source>
        <translation>Discord beantwortet die nächsten drei Schreibzugriffe mit 502: Nichts verrät, ob sie gewirkt haben.</translation>
    </message>
    <message>
        <source>&amp;Slow model</source>
        <translation>Modell ver&amp;langsamen</translation>
    </message>
    <message>
        <source>The first word of the next answer takes five seconds.</source>
        <translation>Das erste Wort der nächsten Antwort braucht fünf Sekunden.</translation>
    </message>
    <message>
        <source>&amp;Cut the reply</source>
        <translation>Antwort a&amp;bschneiden</translation>
    </message>
    <message>
        <source>The model&apos;s next answer ends in its middle.</source>
        <translation>Die nächste Antwort des Modells endet mittendrin.</translation>
    </message>
    <message>
        <source>&amp;Overload the model</source>
        <translation>&amp;Modell überlasten</translation>
    </message>
    <message>
        <source>The model answers 503 to all that the next message makes the mate ask.</source>
        <translation>Das Modell antwortet mit 503 auf alles, was der Mate zur nächsten Nachricht fragt.</translation>
    </message>
    <message>
        <source>This copy asks a model of its own, which cannot be made to fail from here.</source>
        <translation>Diese Kopie fragt ein eigenes Modell, das sich von hier aus nicht stören lässt.</translation>
    </message>
</context>
<context>
    <name>loopflow::FindBar</name>
    <message>
        <source>Match upper and lower case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in the prompt</source>
        <translation>Im Prompt suchen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>%1 replaced</source>
        <translation>%1 ersetzt</translation>
    </message>
</context>
<context>
    <name>loopflow::GotoField</name>
    <message>
        <source>Go to a mate or conversation</source>
        <translation>Zu Mate oder Gespräch gehen</translation>
    </message>
</context>
<context>
    <name>loopflow::GotoModel</name>
    <message>
        <source>Practice · %1</source>
        <translation>Übung · %1</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>with %1: %2</source>
        <translation>mit %1: %2</translation>
    </message>
</context>
<context>
    <name>loopflow::GotoPalette</name>
    <message>
        <source>Found</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation>Nichts hier heißt so.</translation>
    </message>
    <message>
        <source>Go to a mate, a conversation or an action</source>
        <translation>Zu Mate, Gespräch oder Aktion gehen</translation>
    </message>
</context>
<context>
    <name>loopflow::HealthModel</name>
    <message>
        <source>Mate</source>
        <translation>Mate</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>Heartbeat</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>Abbrüche</translation>
    </message>
    <message>
        <source>Identifies left</source>
        <translation>Identifies</translation>
    </message>
    <message>
        <source>Rate-limit waits</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Turns today</source>
        <translation>Runden heute</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Discord sent no event since the mate was started.</source>
        <translation>Discord hat seit dem Start des Mates kein Ereignis gesendet.</translation>
    </message>
    <message>
        <source>How long Discord took to answer the last heartbeat.</source>
        <translation>Wie lange Discord für die Antwort auf den letzten Heartbeat brauchte.</translation>
    </message>
    <message>
        <source>How often the connection was lost while online, since the mate was started.</source>
        <translation>Wie oft die Verbindung seit dem Start des Mates verloren ging, während er online war.</translation>
    </message>
    <message>
        <source>New sessions that Discord allows within 24 hours, of 1,000. Resumed connections take none.</source>
        <translation>Neue Sitzungen, die Discord innerhalb von 24 Stunden noch erlaubt, von 1.000. Fortgesetzte Verbindungen verbrauchen keine.</translation>
    </message>
    <message>
        <source>Held back by Discord&apos;s limits: %1. By the provider&apos;s: %2.</source>
        <translation>Aufgehalten durch Limits von Discord: %1. Durch Limits des Anbieters: %2.</translation>
    </message>
    <message>
        <source>Questions that the mate began to answer since midnight.</source>
        <translation>Fragen, die der Mate seit Mitternacht zu beantworten begann.</translation>
    </message>
    <message>
        <source>Of these, how many ended without an answer.</source>
        <translation>Wie viele davon ohne Antwort endeten.</translation>
    </message>
    <message>
        <source>No error since Loopflow was started.</source>
        <translation>Kein Fehler seit dem Start von Loopflow.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: no error since Loopflow was started.</source>
        <translation>%1: kein Fehler seit dem Start von Loopflow.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>loopflow::HealthPage</name>
    <message>
        <source>Health of the mates</source>
        <translation>Zustand der Mates</translation>
    </message>
    <message>
        <source>How the process is</source>
        <translation>Zustand des Prozesses</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy the selected mates, or all, with the line about the process</source>
        <translation>Die gewählten Mates oder alle kopieren, mit der Zeile über den Prozess</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Last problem of the selected mate</source>
        <translation>Letztes Problem des gewählten Mates</translation>
    </message>
    <message>
        <source>There is no mate yet. How each one is doing appears here.</source>
        <translation>Es gibt noch keinen Mate. Hier erscheint, wie es jedem geht.</translation>
    </message>
    <message>
        <source>Select a mate to see its last problem; Enter opens it.</source>
        <translation>Wählen Sie einen Mate, um sein letztes Problem zu sehen; die Eingabetaste öffnet ihn.</translation>
    </message>
    <message>
        <source>Memory %1</source>
        <translation>Speicher %1</translation>
    </message>
    <message>
        <source>1 request in flight</source>
        <translation>1 laufende Anfrage</translation>
    </message>
    <message>
        <source>%1 requests in flight</source>
        <translation>%1 laufende Anfragen</translation>
    </message>
    <message>
        <source>Request breaker closed</source>
        <translation>Anfragesicherung geschlossen</translation>
    </message>
    <message>
        <source>Request breaker open: mates rest</source>
        <translation>Anfragesicherung offen: Mates ruhen</translation>
    </message>
    <message>
        <source>Database %1</source>
        <translation>Datenbank %1</translation>
    </message>
    <message>
        <source>1 recorded event</source>
        <translation>1 aufgezeichnetes Ereignis</translation>
    </message>
    <message>
        <source>%1 recorded events</source>
        <translation>%1 aufgezeichnete Ereignisse</translation>
    </message>
    <message>
        <source>The request breaker stops the mates of a server for ten minutes when it refuses too many requests.</source>
        <translation>Die Anfragesicherung hält die Mates eines Servers zehn Minuten an, wenn er zu viele Anfragen ablehnt.</translation>
    </message>
</context>
<context>
    <name>loopflow::ImportDoor</name>
    <message>
        <source>Import mates</source>
        <translation>Mates importieren</translation>
    </message>
    <message>
        <source>Mate files and character cards (*.md *.png *.json);;All files (*)</source>
        <translation>Mate-Dateien und Charakterkarten (*.md *.png *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a folder of mates</source>
        <translation>Einen Ordner mit Mates importieren</translation>
    </message>
</context>
<context>
    <name>loopflow::InviteStep</name>
    <message>
        <source>Link for a server</source>
        <translation>Link für einen Server</translation>
    </message>
    <message>
        <source>Link for a person</source>
        <translation>Link für eine Person</translation>
    </message>
    <message>
        <source>For a server</source>
        <translation>Für einen Server</translation>
    </message>
    <message>
        <source>Someone who manages the server opens it; the mate asks for the least it needs.</source>
        <translation>Wer den Server verwaltet, öffnet ihn; der Mate verlangt nur, was er braucht.</translation>
    </message>
    <message>
        <source>For a person</source>
        <translation>Für eine Person</translation>
    </message>
    <message>
        <source>Adds the mate to one person&apos;s own apps, to talk in direct messages.</source>
        <translation>Fügt den Mate den Apps einer Person hinzu, für Direktnachrichten.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Öffnen: %1</translation>
    </message>
    <message>
        <source>%1 stays paused until a model is chosen on its prompt page.</source>
        <translation>%1 bleibt pausiert, bis auf der Prompt-Seite ein Modell gewählt ist.</translation>
    </message>
    <message>
        <source>Join the practice server</source>
        <translation>Übungsserver beitreten</translation>
    </message>
    <message>
        <source>Say hello</source>
        <translation>Hallo sagen</translation>
    </message>
    <message>
        <source>For the practice server</source>
        <translation>Für den Übungsserver</translation>
    </message>
    <message>
        <source>Brings the mate in, as its invite link does on Discord.</source>
        <translation>Holt den Mate herein wie der Einladungslink auf Discord.</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>Für Sie</translation>
    </message>
    <message>
        <source>Writes to the mate in its direct message; it answers there.</source>
        <translation>Schreibt dem Mate eine Direktnachricht; er antwortet dort.</translation>
    </message>
    <message>
        <source>Waiting for the first message to %1</source>
        <translation>Wartet auf die erste Nachricht an %1</translation>
    </message>
    <message>
        <source>%1 is online</source>
        <translation>%1 ist online</translation>
    </message>
    <message>
        <source>%1 is in 1 server</source>
        <translation>%1 ist auf 1 Server</translation>
    </message>
    <message>
        <source>%1 is in %2 servers</source>
        <translation>%1 ist auf %2 Servern</translation>
    </message>
    <message>
        <source>Waiting for %1 to join a server; a person&apos;s own apps need none</source>
        <translation>Wartet, bis %1 einem Server beitritt; die Apps einer Person brauchen keinen</translation>
    </message>
    <message>
        <source>The first message to %1 arrived</source>
        <translation>Die erste Nachricht an %1 ist da</translation>
    </message>
    <message>
        <source>Hello</source>
        <translation>Hallo</translation>
    </message>
</context>
<context>
    <name>loopflow::JsonView</name>
    <message>
        <source>The first 200 KB of %1 are shown; Copy gives all.</source>
        <translation>Die ersten 200 KB von %1 werden gezeigt; Kopieren liefert alles.</translation>
    </message>
</context>
<context>
    <name>loopflow::KeyRow</name>
    <message>
        <source>Add key…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>%1 key</source>
        <translation>Schlüssel für %1</translation>
    </message>
    <message>
        <source>Add key for %1</source>
        <translation>Schlüssel für %1 hinzufügen</translation>
    </message>
    <message>
        <source>%1: key found in %2</source>
        <translation>%1: Schlüssel in %2 gefunden</translation>
    </message>
    <message>
        <source>%1: key found in the keychain</source>
        <translation>%1: Schlüssel im Schlüsselbund gefunden</translation>
    </message>
    <message>
        <source>%1: no key yet; set %2 or add one here</source>
        <translation>%1: kein Schlüssel in %2 oder hier</translation>
    </message>
</context>
<context>
    <name>loopflow::Leaving</name>
    <message>
        <source>Quit now</source>
        <translation>Sofort beenden</translation>
    </message>
    <message>
        <source>What is not answered yet is answered after the next start.</source>
        <translation>Was noch nicht beantwortet ist, wird nach dem nächsten Start beantwortet.</translation>
    </message>
    <message>
        <source>Finishing one reply…</source>
        <translation>Eine Antwort wird abgeschlossen…</translation>
    </message>
    <message>
        <source>Finishing %1 replies…</source>
        <translation>%1 Antworten werden abgeschlossen…</translation>
    </message>
    <message>
        <source>Quit Loopflow</source>
        <translation>Loopflow beenden</translation>
    </message>
    <message>
        <source>One reply is being written.</source>
        <translation>Eine Antwort wird gerade geschrieben.</translation>
    </message>
    <message>
        <source>%1 replies are being written.</source>
        <translation>%1 Antworten werden gerade geschrieben.</translation>
    </message>
    <message>
        <source>Loopflow can finish first, which takes 30 seconds at most. What is not answered then is answered after the next start.</source>
        <translation>Loopflow kann sie erst abschließen, das dauert höchstens 30 Sekunden. Was dann noch nicht beantwortet ist, wird nach dem nächsten Start beantwortet.</translation>
    </message>
    <message>
        <source>Finish and quit</source>
        <translation>Abwarten und beenden</translation>
    </message>
</context>
<context>
    <name>loopflow::LiveRegion</name>
    <message>
        <source>Announcements</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>loopflow::LogModel</name>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>loopflow::LogView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Least level</source>
        <translation>Mindeststufe</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>Protokoll filtern</translation>
    </message>
    <message>
        <source>Filter by text or category</source>
        <translation>Text oder Bereich</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Jump to the newest line and follow</source>
        <translation>Zur neuesten Zeile springen und folgen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause: lines that come meanwhile are shown afterwards</source>
        <translation>Pause: Zeilen, die inzwischen kommen, werden danach gezeigt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation>Die gewählten Zeilen oder alle gezeigten kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save the lines that are shown to a file</source>
        <translation>Die gezeigten Zeilen in einer Datei speichern</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the view; the log file keeps every line</source>
        <translation>Die Ansicht leeren; die Protokolldatei behält jede Zeile</translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Nothing was logged yet. What mates and connections do appears here.</source>
        <translation>Noch nichts protokolliert. Hier erscheint, was Mates und Verbindungen tun.</translation>
    </message>
    <message>
        <source>No line is of that level and holds that text.</source>
        <translation>Keine Zeile dieser Stufe enthält diesen Text.</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Logs (*.log);;All files (*)</source>
        <translation>Protokolle (*.log);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The log could not be saved: %1. Choose another place.</source>
        <translation>Das Protokoll ließ sich nicht speichern: %1. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The log was saved to %1.</source>
        <translation>Das Protokoll wurde in %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>loopflow::MainWindow</name>
    <message>
        <source>About Loopflow</source>
        <translation>Über Loopflow</translation>
    </message>
    <message>
        <source>Loopflow %1 runs language model mates on Discord.</source>
        <translation>Loopflow %1 betreibt Mates mit Sprachmodellen auf Discord.</translation>
    </message>
</context>
<context>
    <name>loopflow::MateActions</name>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>%1 was deleted, but its token may still be in the keychain: %2</source>
        <translation>%1 wurde gelöscht, aber das Token ist vielleicht noch im Schlüsselbund: %2</translation>
    </message>
    <message>
        <source>This Loopflow was started without a practice server.</source>
        <translation>Dieses Loopflow wurde ohne Übungsserver gestartet.</translation>
    </message>
    <message>
        <source>One more line like these was left out.</source>
        <translation>Eine weitere Zeile dieser Art wurde ausgelassen.</translation>
    </message>
    <message>
        <source>%1 more lines like these were left out.</source>
        <translation>%1 weitere Zeilen dieser Art wurden ausgelassen.</translation>
    </message>
    <message>
        <source>One mate was imported.</source>
        <translation>Ein Mate wurde importiert.</translation>
    </message>
    <message>
        <source>%1 mates were imported.</source>
        <translation>%1 Mates wurden importiert.</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 Kopie</translation>
    </message>
    <message>
        <source>The import was undone.</source>
        <translation>Der Import wurde rückgängig gemacht.</translation>
    </message>
    <message>
        <source>The import was undone, but for what was changed since: %1.</source>
        <translation>Der Import wurde rückgängig gemacht, außer bei seither Geändertem: %1.</translation>
    </message>
</context>
<context>
    <name>loopflow::MateCommands</name>
    <message>
        <source>Delete mate</source>
        <translation>Mate löschen</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Its prompt versions, its recorded conversations and its token in the keychain are deleted. What was said on Discord stays there.</source>
        <translation>Die Versionen des Prompts, die aufgezeichneten Gespräche und das Token im Schlüsselbund werden gelöscht. Was auf Discord gesagt wurde, bleibt dort.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>loopflow::MateListModel</name>
    <message>
        <source>%1, %2, %3 not looked at</source>
        <translation>%1, %2, %3 ungelesen</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>The mate is online</source>
        <translation>Der Mate ist online</translation>
    </message>
    <message>
        <source>All %1 mates are online</source>
        <translation>Alle %1 Mates sind online</translation>
    </message>
    <message>
        <source>%1 of %2 online</source>
        <translation>%1 von %2 online</translation>
    </message>
    <message>
        <source>1 mate</source>
        <translation>1 Mate</translation>
    </message>
    <message>
        <source>%1 mates</source>
        <translation>%1 Mates</translation>
    </message>
    <message>
        <source>A mate needs a name; %1 keeps its own.</source>
        <translation>Ein Mate braucht einen Namen; %1 behält seinen.</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>%1 needs you</source>
        <translation>%1 braucht Hilfe</translation>
    </message>
    <message>
        <source>%1 need you</source>
        <translation>%1 brauchen Hilfe</translation>
    </message>
</context>
<context>
    <name>loopflow::MateNews</name>
    <message>
        <source>%1 went offline and reconnects by itself.</source>
        <translation>%1 ist offline und verbindet sich selbst neu.</translation>
    </message>
    <message>
        <source>%1 is online again.</source>
        <translation>%1 ist wieder online.</translation>
    </message>
    <message>
        <source>A reply of %1 failed. %2</source>
        <translation>Eine Antwort von %1 ist fehlgeschlagen. %2</translation>
    </message>
    <message>
        <source>%1 needs you</source>
        <translation>%1 braucht Hilfe</translation>
    </message>
    <message>
        <source>%1 needs you. %2</source>
        <translation>%1 braucht Hilfe. %2</translation>
    </message>
</context>
<context>
    <name>loopflow::MatePane</name>
    <message>
        <source>Mates</source>
        <translation>Mates</translation>
    </message>
    <message>
        <source>+ Create mate</source>
        <translation>+ Mate anlegen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Filter mates</source>
        <translation>Mates filtern</translation>
    </message>
    <message>
        <source>Filter by name or state</source>
        <translation>Name oder Status</translation>
    </message>
</context>
<context>
    <name>loopflow::MateSetup</name>
    <message>
        <source>Give the mate a name.</source>
        <translation>Geben Sie dem Mate einen Namen.</translation>
    </message>
    <message>
        <source>A name needs at least one letter or digit.</source>
        <translation>Ein Name braucht mindestens einen Buchstaben oder eine Ziffer.</translation>
    </message>
    <message>
        <source>There is a mate named %1 already. Choose another name.</source>
        <translation>Es gibt bereits einen Mate namens %1. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 You can also set %2 and start Loopflow again.</source>
        <translation>%1 Sie können auch %2 setzen und Loopflow neu starten.</translation>
    </message>
    <message>
        <source>The practice server</source>
        <translation>Der Übungsserver</translation>
    </message>
    <message>
        <source>Discord</source>
        <translation>Discord</translation>
    </message>
    <message>
        <source>This token is not one of the practice server&apos;s, and a real bot&apos;s token is never sent to it. Choose Use Discord instead for a real one.</source>
        <translation>Dieses Token ist keines des Übungsservers, und das Token eines echten Bots wird nie an ihn gesendet. Wählen Sie für einen echten Bot „Stattdessen Discord“.</translation>
    </message>
    <message>
        <source>No model was chosen, so the practice model answers.</source>
        <translation>Es wurde kein Modell gewählt, deshalb antwortet das Übungsmodell.</translation>
    </message>
    <message>
        <source>There is no key for the model, so the practice model answers.</source>
        <translation>Für das Modell gibt es keinen Schlüssel, deshalb antwortet das Übungsmodell.</translation>
    </message>
</context>
<context>
    <name>loopflow::MessageDelegate</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>loopflow::MessageInput</name>
    <message>
        <source>Enter sends</source>
        <translation>Eingabetaste sendet</translation>
    </message>
    <message>
        <source>Enter saves · Esc gives up</source>
        <translation>Eingabetaste speichert · Esc bricht ab</translation>
    </message>
</context>
<context>
    <name>loopflow::ModelForm</name>
    <message>
        <source>Add key…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Choose a model or type its name</source>
        <translation>Modell wählen oder Namen eingeben</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The provider&apos;s usual address</source>
        <translation>Die übliche Adresse des Anbieters</translation>
    </message>
    <message>
        <source>Choose a provider</source>
        <translation>Anbieter wählen</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>Adresse des Dienstes</translation>
    </message>
    <message>
        <source>Runs on this computer and needs no key.</source>
        <translation>Läuft auf diesem Computer und braucht keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Looking for a key…</source>
        <translation>Ein Schlüssel wird gesucht…</translation>
    </message>
    <message>
        <source>Key found in %1.</source>
        <translation>Schlüssel aus %1.</translation>
    </message>
    <message>
        <source>Key found in the keychain.</source>
        <translation>Schlüssel aus dem Schlüsselbund.</translation>
    </message>
    <message>
        <source>No key for %1 in the environment or the keychain.</source>
        <translation>Kein Schlüssel für %1 in der Umgebung oder im Schlüsselbund.</translation>
    </message>
    <message>
        <source>%1M tokens</source>
        <translation>%1 Mio. Tokens</translation>
    </message>
    <message>
        <source>%1K tokens</source>
        <translation>%1 Tsd. Tokens</translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation>%1 Eingabe</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>%1 Ausgabe</translation>
    </message>
    <message>
        <source>Read the provider&apos;s list of models again</source>
        <translation>Die Modellliste des Anbieters neu lesen</translation>
    </message>
    <message>
        <source>The provider names no models. Type the model&apos;s name.</source>
        <translation>Der Anbieter nennt keine Modelle. Geben Sie den Namen des Modells ein.</translation>
    </message>
    <message>
        <source>%1 The models shown are those that Loopflow knows; you can type any name.</source>
        <translation>%1 Gezeigt werden die Modelle, die Loopflow kennt; jeder andere Name lässt sich eingeben.</translation>
    </message>
    <message>
        <source>needs no key</source>
        <translation>braucht keinen Schlüssel</translation>
    </message>
    <message>
        <source>key from %1</source>
        <translation>nutzt %1</translation>
    </message>
    <message>
        <source>key from the keychain</source>
        <translation>Schlüssel aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>no key yet</source>
        <translation>noch kein Schlüssel</translation>
    </message>
</context>
<context>
    <name>loopflow::ModelPanel</name>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Sends one tiny request, as a reply would be sent.</source>
        <translation>Sendet eine winzige Anfrage, so wie für eine Antwort.</translation>
    </message>
    <message>
        <source>Settings of the model</source>
        <translation>Modelleinstellungen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>Choose a provider</source>
        <translation>Anbieter wählen</translation>
    </message>
    <message>
        <source>effort %1</source>
        <translation>Denkaufwand %1</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>Temperatur %1</translation>
    </message>
    <message>
        <source>top p %1</source>
        <translation>Top p %1</translation>
    </message>
    <message>
        <source>at most %1 tokens</source>
        <translation>höchstens %1 Tokens</translation>
    </message>
    <message>
        <source>The model&apos;s own parameters</source>
        <translation>Parameter des Modells</translation>
    </message>
    <message>
        <source>history %1 messages, %2 tokens</source>
        <translation>Verlauf %1 Nachrichten, %2 Tokens</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>Der Test wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt…</translation>
    </message>
    <message>
        <source>Asking %1… %2 s</source>
        <translation>%1 wird gefragt… %2 s</translation>
    </message>
</context>
<context>
    <name>loopflow::NetworkSection</name>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Proxy, certificates</source>
        <translation>Proxy, Zertifikate</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>Der des Systems</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Dieser</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>What Discord and the providers are reached through. This computer itself is always reached directly. Holds for new connections. Default: the system&apos;s, as the environment or the desktop says.</source>
        <translation>Darüber werden Discord und die Anbieter erreicht, dieser Computer selbst stets direkt. Gilt für neue Verbindungen. Vorgabe: der des Systems, wie die Umgebung oder der Desktop ihn nennt.</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>http://proxy.example.org:3128 or socks5://…</source>
        <translation>http://proxy.example.org:3128 oder socks5://…</translation>
    </message>
    <message>
        <source>User of the proxy</source>
        <translation>Benutzer des Proxys</translation>
    </message>
    <message>
        <source>User, if it wants one</source>
        <translation>Benutzer, falls verlangt</translation>
    </message>
    <message>
        <source>The proxy&apos;s address and user</source>
        <translation>Adresse und Benutzer des Proxys</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>Passwort des Proxys</translation>
    </message>
    <message>
        <source>For the user above. It goes to the system keychain.</source>
        <translation>Für den Benutzer oben. Es kommt in den Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the proxy&apos;s password; an empty one removes it</source>
        <translation>Das Passwort des Proxys speichern; ein leeres entfernt es</translation>
    </message>
    <message>
        <source>Certificates to trust</source>
        <translation>Vertrauenswürdige Zertifikate</translation>
    </message>
    <message>
        <source>A PEM file of authorities that are trusted besides the system&apos;s, for a proxy or server with a certificate of your organisation. Holds for new connections. Default: none.</source>
        <translation>Eine PEM-Datei mit Zertifizierungsstellen, die zusätzlich zu denen des Systems gelten, für Proxys oder Server mit einem Zertifikat der eigenen Organisation. Gilt für neue Verbindungen. Vorgabe: keine.</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Choose certificates</source>
        <translation>Zertifikate wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Type the proxy&apos;s address. Until then the one before holds.</source>
        <translation>Geben Sie die Adresse des Proxys ein. Bis dahin gilt der bisherige.</translation>
    </message>
    <message>
        <source>Saved. New connections go by it.</source>
        <translation>Gespeichert. Gilt für neue Verbindungen.</translation>
    </message>
    <message>
        <source>Saved in the keychain.</source>
        <translation>Im Schlüsselbund gespeichert.</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, aus %2</translation>
    </message>
</context>
<context>
    <name>loopflow::NewMateSection</name>
    <message>
        <source>New mates</source>
        <translation>Neue Mates</translation>
    </message>
    <message>
        <source>Model, history</source>
        <translation>Modell, Verlauf</translation>
    </message>
    <message>
        <source>The first with a key</source>
        <translation>Der erste mit Schlüssel</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Who answers for mates that you make from now on. Default: the first whose key is in the environment.</source>
        <translation>Wer für künftig angelegte Mates antwortet. Vorgabe: der erste, dessen Schlüssel in der Umgebung steht.</translation>
    </message>
    <message>
        <source>Chosen for each mate</source>
        <translation>Für jeden Mate gewählt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The model of that provider. Default: chosen for each mate.</source>
        <translation>Das Modell dieses Anbieters. Vorgabe: für jeden Mate gewählt.</translation>
    </message>
    <message>
        <source>Messages of history</source>
        <translation>Nachrichten im Verlauf</translation>
    </message>
    <message>
        <source>How many messages of the conversation a new mate reads for an answer, 1 to 300. Default: 100.</source>
        <translation>Wie viele Nachrichten des Gesprächs ein neuer Mate für eine Antwort liest, 1 bis 300. Vorgabe: 100.</translation>
    </message>
    <message>
        <source>Tokens of history</source>
        <translation>Tokens im Verlauf</translation>
    </message>
    <message>
        <source>How much of that history fits into a request; what is older is left out. 100 to 1,000,000. Default: 8,000.</source>
        <translation>Wie viel von diesem Verlauf in eine Anfrage passt; Älteres entfällt. 100 bis 1.000.000. Vorgabe: 8.000.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
</context>
<context>
    <name>loopflow::NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>loopflow::ParameterForm</name>
    <message>
        <source>Model&apos;s own</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>Denkaufwand</translation>
    </message>
    <message>
        <source>How much the model thinks before it answers. More takes longer and costs more.</source>
        <translation>Wie viel das Modell vor der Antwort nachdenkt. Mehr dauert länger und kostet mehr.</translation>
    </message>
    <message>
        <source>Longest reply</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>History messages</source>
        <translation>Verlaufslänge</translation>
    </message>
    <message>
        <source>History budget</source>
        <translation>Verlaufsbudget</translation>
    </message>
    <message>
        <source>Wait for more</source>
        <translation>Auf mehr warten</translation>
    </message>
    <message>
        <source>A fixed wait for further messages of the same person before the mate answers.</source>
        <translation>Eine feste Wartezeit auf weitere Nachrichten derselben Person, bevor der Mate antwortet.</translation>
    </message>
    <message>
        <source>0.01 to 1. Lower leaves out unlikely words. Change this or the temperature, not both.</source>
        <translation>0,01 bis 1. Niedriger lässt unwahrscheinliche Wörter weg. Nur dies oder die Temperatur ändern, nicht beides.</translation>
    </message>
    <message>
        <source>1 to %1. Read from Discord for every reply.</source>
        <translation>1 bis %1 Nachrichten. Wird für jede Antwort aus Discord gelesen.</translation>
    </message>
    <message>
        <source>Tokens of history in a request; the oldest messages are left out.</source>
        <translation>Tokens des Verlaufs in einer Anfrage; die ältesten Nachrichten entfallen.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>1.5 s</source>
        <translation>1,5 s</translation>
    </message>
    <message>
        <source>3 s</source>
        <translation>3 s</translation>
    </message>
    <message>
        <source>0 to %1. Lower is steadier, higher more varied.</source>
        <translation>0 bis %1. Niedriger ist stetiger, höher vielfältiger.</translation>
    </message>
    <message>
        <source>Tokens, 1 to %1; thinking counts, too.</source>
        <translation>Tokens, 1 bis %1; Denken zählt mit.</translation>
    </message>
    <message>
        <source>Tokens; thinking counts, too.</source>
        <translation>Tokens; Denken zählt mit.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>%1 (not taken)</source>
        <translation>%1 (nicht angenommen)</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>reasoning effort</source>
        <translation>Denkaufwand</translation>
    </message>
    <message>
        <source>Not offered, because %1 does not take it: %2.</source>
        <translation>Fehlt hier, weil %1 es nicht annimmt: %2.</translation>
    </message>
    <message>
        <source>Type a number from %1 to %2.</source>
        <translation>Geben Sie eine Zahl von %1 bis %2 ein.</translation>
    </message>
    <message>
        <source>Type a number from %1 to %2, or leave the field empty.</source>
        <translation>Geben Sie eine Zahl von %1 bis %2 ein oder lassen Sie das Feld leer.</translation>
    </message>
</context>
<context>
    <name>loopflow::PictureShelf</name>
    <message>
        <source>This picture cannot be shown here. Open the message in Discord.</source>
        <translation>Dieses Bild lässt sich hier nicht zeigen. Öffnen Sie die Nachricht in Discord.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Lädt…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>loopflow::PictureWell</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Click to choose a picture, or drop one here. Delete takes it away.</source>
        <translation>Mit einem Klick ein Bild wählen oder eines hier ablegen. Entf nimmt es weg.</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Bild entfernen</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild wählen</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>The file could not be read: %1.</source>
        <translation>Die Datei ließ sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>This file is too large for a picture. Choose a smaller one.</source>
        <translation>Diese Datei ist zu groß für ein Bild. Wählen Sie eine kleinere.</translation>
    </message>
</context>
<context>
    <name>loopflow::PlaybackBar</name>
    <message>
        <source>One event back (Left)</source>
        <translation>Ein Ereignis zurück (Links)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>One event on (Right)</source>
        <translation>Ein Ereignis weiter (Rechts)</translation>
    </message>
    <message>
        <source>Skip waits</source>
        <translation>Ohne Pausen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Moment of the playback</source>
        <translation>Zeitpunkt der Wiedergabe</translation>
    </message>
    <message>
        <source>Speed of the playback</source>
        <translation>Geschwindigkeit der Wiedergabe</translation>
    </message>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Waits of more than a second and a half are cut short</source>
        <translation>Pausen von mehr als anderthalb Sekunden werden gekürzt</translation>
    </message>
    <message>
        <source>Back to the conversation as it is now (Esc)</source>
        <translation>Zurück zum Gespräch, wie es jetzt ist (Esc)</translation>
    </message>
    <message>
        <source>Nothing was recorded of this conversation, so there is nothing to play.</source>
        <translation>Von diesem Gespräch wurde nichts aufgezeichnet; es gibt nichts abzuspielen.</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 events</source>
        <translation>%1 · %2 von %3 Ereignissen</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Leertaste)</translation>
    </message>
    <message>
        <source>Reading the record: %1 events</source>
        <translation>Aufzeichnung wird gelesen: %1 Ereignisse</translation>
    </message>
</context>
<context>
    <name>loopflow::PracticeStatus</name>
    <message>
        <source>Practice server on 127.0.0.1 · Faults: %1</source>
        <translation>Übungsserver auf 127.0.0.1 · Störungen: %1</translation>
    </message>
</context>
<context>
    <name>loopflow::PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>What is stored where</source>
        <translation>Was wo gespeichert ist</translation>
    </message>
    <message>
        <source>On Discord</source>
        <translation>Auf Discord</translation>
    </message>
    <message>
        <source>Conversations live there. For each answer Loopflow reads the history from Discord anew; deleting a message there takes it out of what a mate knows.</source>
        <translation>Dort liegen die Gespräche. Für jede Antwort liest Loopflow den Verlauf neu aus Discord; was dort gelöscht wird, weiß ein Mate nicht mehr.</translation>
    </message>
    <message>
        <source>With the provider of the model</source>
        <translation>Beim Anbieter des Modells</translation>
    </message>
    <message>
        <source>Each question is sent there with the mate&apos;s prompt and as much history as its budget allows, and nothing else. What the provider keeps of it is up to the provider. A model on this computer sends nothing out.</source>
        <translation>Jede Frage wird mit dem Prompt des Mates und so viel Verlauf, wie das Budget erlaubt, dorthin gesendet, sonst nichts. Was der Anbieter davon behält, liegt bei ihm. Ein Modell auf diesem Computer sendet nichts hinaus.</translation>
    </message>
    <message>
        <source>In the data folder</source>
        <translation>Im Datenordner</translation>
    </message>
    <message>
        <source>In the system keychain</source>
        <translation>Im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Bot tokens, providers&apos; keys and the proxy&apos;s password, under the name loopflow. They are in no file of Loopflow and never in its log.</source>
        <translation>Bot-Tokens, Schlüssel der Anbieter und das Passwort des Proxys, unter dem Namen loopflow. Sie stehen in keiner Datei von Loopflow und nie im Protokoll.</translation>
    </message>
    <message>
        <source>In the desktop&apos;s settings for this window</source>
        <translation>In den Einstellungen des Desktops für dieses Fenster</translation>
    </message>
    <message>
        <source>The window&apos;s size and place, the theme and the switches under Window.</source>
        <translation>Größe und Ort des Fensters, das Farbschema und die Schalter unter „Fenster“.</translation>
    </message>
    <message>
        <source>Nowhere else</source>
        <translation>Nirgends sonst</translation>
    </message>
    <message>
        <source>Loopflow sends no usage data and looks for no updates.</source>
        <translation>Loopflow sendet keine Nutzungsdaten und sucht keine Aktualisierungen.</translation>
    </message>
    <message>
        <source>%1 holds mates, prompts, these settings and the record of conversations, in a database that only your user may read, and the log. The record is deleted after the days that Data says; a conversation&apos;s or a mate&apos;s is deleted in the menus Conversation and Mates. What is deleted is overwritten.</source>
        <translation>%1 enthält Mates, Prompts, diese Einstellungen und die Aufzeichnung der Gespräche in einer Datenbank, die nur Ihr Benutzer lesen darf, und das Protokoll. Die Aufzeichnung wird nach den Tagen gelöscht, die unter Daten stehen; die eines Gesprächs oder eines Mates in den Menüs Gespräch und Mates. Gelöschtes wird überschrieben.</translation>
    </message>
    <message>
        <source>Not even in the data folder</source>
        <translation>Nicht einmal im Datenordner</translation>
    </message>
    <message>
        <source>With “Record no text” in the Mates menu, no word that people or a mate write is recorded of the mate&apos;s conversations, and no name: only times, counts, costs and Discord&apos;s ids. A reply that is about to be posted is kept until Discord has it, so that a crash loses none; the window shows what is said while it is said.</source>
        <translation>Mit „Keinen Text aufzeichnen“ im Menü Mates wird von den Gesprächen des Mates kein Wort aufgezeichnet, das Menschen oder der Mate schreiben, und kein Name: nur Zeiten, Anzahlen, Kosten und Discords Kennungen. Eine Antwort, die gleich gepostet wird, bleibt gespeichert, bis Discord sie hat, damit ein Absturz keine verliert; das Fenster zeigt, was gesagt wird, während es gesagt wird.</translation>
    </message>
</context>
<context>
    <name>loopflow::PromptEditor</name>
    <message>
        <source>The day of the message</source>
        <translation>Der Tag der Nachricht</translation>
    </message>
    <message>
        <source>The time of the message</source>
        <translation>Die Uhrzeit der Nachricht</translation>
    </message>
    <message>
        <source>The mate&apos;s name</source>
        <translation>Der Name des Mates</translation>
    </message>
    <message>
        <source>Who wrote the message</source>
        <translation>Wer die Nachricht schrieb</translation>
    </message>
    <message>
        <source>The server; nothing in a direct message</source>
        <translation>Der Server; leer in einer Direktnachricht</translation>
    </message>
    <message>
        <source>Where the message was written</source>
        <translation>Wo die Nachricht geschrieben wurde</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
</context>
<context>
    <name>loopflow::PromptPage</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Try on the practice server</source>
        <translation>Auf Übungsserver testen</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Who the mate is and how it answers.</source>
        <translation>Wer der Mate ist und wie er antwortet.</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>%1 · prompt</source>
        <translation>%1 · Prompt</translation>
    </message>
    <message>
        <source>Unsaved prompt</source>
        <translation>Ungespeicherter Prompt</translation>
    </message>
    <message>
        <source>The prompt has changes that are not saved. Save them as a new version?</source>
        <translation>Der Prompt hat nicht gespeicherte Änderungen. Sollen sie als neue Version gespeichert werden?</translation>
    </message>
    <message>
        <source>%1 answers with %2 from the next message on.</source>
        <translation>%1 antwortet ab der nächsten Nachricht mit %2.</translation>
    </message>
    <message>
        <source>Prompt v%1 is live from the next message on.</source>
        <translation>Prompt v%1 gilt ab der nächsten Nachricht.</translation>
    </message>
    <message>
        <source>● unsaved</source>
        <translation>● ungespeichert</translation>
    </message>
    <message>
        <source>about %1 tokens</source>
        <translation>etwa %1 Tokens</translation>
    </message>
    <message>
        <source>v%1 is live</source>
        <translation>v%1 ist aktiv</translation>
    </message>
    <message>
        <source>Save as v%1</source>
        <translation>v%1 speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>The prompt as the model gets it (Ctrl+E)</source>
        <translation>Der Prompt, wie das Modell ihn erhält (Strg+E)</translation>
    </message>
    <message>
        <source>Ctrl+Space variables</source>
        <translation>Strg+Leertaste: Variablen</translation>
    </message>
    <message>
        <source>Settings of the model</source>
        <translation>Modelleinstellungen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>&amp;Ersetzen…</translation>
    </message>
    <message>
        <source>Ctrl+H</source>
        <translation>Ctrl+H</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>F3</source>
        <translation>F3</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <source>Shift+F3</source>
        <translation>Shift+F3</translation>
    </message>
    <message>
        <source>&amp;Insert variable</source>
        <translation>&amp;Variable einfügen</translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation>Ctrl+Space</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>V&amp;orschau</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>&amp;Compare with the live version</source>
        <translation>Mit aktiver Version ver&amp;gleichen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>Rena&amp;me version</source>
        <translation>Version &amp;umbenennen</translation>
    </message>
    <message>
        <source>Shift+F2</source>
        <translation>Shift+F2</translation>
    </message>
    <message>
        <source>Settings of the m&amp;odel</source>
        <translation>&amp;Modelleinstellungen</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>&amp;Test the model</source>
        <translation>Modell &amp;testen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Größere Schri&amp;ft</translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation>Ctrl++</translation>
    </message>
    <message>
        <source>Ctrl+=</source>
        <translation>Ctrl+=</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>&amp;Kleinere Schrift</translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation>Ctrl+-</translation>
    </message>
    <message>
        <source>&amp;Usual size of text</source>
        <translation>&amp;Normale Schriftgröße</translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation>Ctrl+0</translation>
    </message>
    <message>
        <source>The model&apos;s settings have changes that are not saved. Save them?</source>
        <translation>Die Modelleinstellungen haben nicht gespeicherte Änderungen. Sollen sie gespeichert werden?</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Entwurf behalten</translation>
    </message>
    <message>
        <source>Correct the marked field first; nothing was saved.</source>
        <translation>Berichtigen Sie erst das markierte Feld; es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>v%1 is in the editor. Save it to make it live; Ctrl+Z takes it back.</source>
        <translation>v%1 steht im Editor. Speichern macht die Version aktiv; Strg+Z nimmt sie zurück.</translation>
    </message>
    <message>
        <source>v%1 is the live prompt&apos;s text already.</source>
        <translation>Der aktive Prompt hat bereits den Text von v%1.</translation>
    </message>
    <message>
        <source>Text file</source>
        <translation>Textdatei</translation>
    </message>
    <message>
        <source>Take the text of %1 into the prompt?</source>
        <translation>Den Text von %1 in den Prompt übernehmen?</translation>
    </message>
    <message>
        <source>It can stand in place of the whole prompt, or where the cursor is.</source>
        <translation>Er kann den ganzen Prompt ersetzen oder an der Schreibmarke eingefügt werden.</translation>
    </message>
    <message>
        <source>Replace the prompt</source>
        <translation>Prompt ersetzen</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
</context>
<context>
    <name>loopflow::PromptPreview</name>
    <message>
        <source>Filled in for</source>
        <translation>Ausgefüllt für</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation>Vorschau schließen</translation>
    </message>
    <message>
        <source>Close the preview (Esc)</source>
        <translation>Vorschau schließen (Esc)</translation>
    </message>
    <message>
        <source>As the model gets it for</source>
        <translation>Wie das Modell ihn erhält für</translation>
    </message>
    <message>
        <source>Prompt with its variables filled in</source>
        <translation>Prompt mit ausgefüllten Variablen</translation>
    </message>
    <message>
        <source>Ana</source>
        <translation>Ana</translation>
    </message>
    <message>
        <source>Example team</source>
        <translation>Beispielteam</translation>
    </message>
    <message>
        <source>%1 in a direct message</source>
        <translation>%1 in einer Direktnachricht</translation>
    </message>
    <message>
        <source>%1 in %2 of “%3”</source>
        <translation>%1 in %2 von „%3“</translation>
    </message>
    <message>
        <source>Nothing fills {{%1}}; it stays as it is written.</source>
        <translation>Nichts füllt {{%1}} aus; es bleibt so stehen.</translation>
    </message>
    <message>
        <source>Nothing fills %1 names; they stay as they are written.</source>
        <translation>Nichts füllt %1 Namen aus; sie bleiben so stehen.</translation>
    </message>
</context>
<context>
    <name>loopflow::PromptVersionModel</name>
    <message>
        <source>1 word</source>
        <translation>1 Wort</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 Wörter</translation>
    </message>
    <message>
        <source>live</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>1 turn</source>
        <translation>1 Antwort</translation>
    </message>
    <message>
        <source>%1 turns</source>
        <translation>%1 Antworten</translation>
    </message>
    <message>
        <source>Draft against v%1</source>
        <translation>Entwurf zu v%1</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>ungespeichert</translation>
    </message>
    <message>
        <source>not saved · %1</source>
        <translation>ungespeichert · %1</translation>
    </message>
</context>
<context>
    <name>loopflow::ProviderRow</name>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Address. Mates with an address of their own keep it.</source>
        <translation>Adresse. Mates mit eigener Adresse behalten ihre.</translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation>Adresse von %1</translation>
    </message>
    <message>
        <source>The provider&apos;s usual address</source>
        <translation>Die übliche Adresse des Anbieters</translation>
    </message>
    <message>
        <source>The one in %1</source>
        <translation>Die aus %1</translation>
    </message>
    <message>
        <source>Extra headers, “Name: value” on a line of its own. Secrets are refused: they belong in the key.</source>
        <translation>Weitere Header, je Zeile „Name: Wert“. Geheimnisse werden abgelehnt: Sie gehören in den Schlüssel.</translation>
    </message>
    <message>
        <source>Extra headers for %1</source>
        <translation>Weitere Header für %1</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 testen</translation>
    </message>
    <message>
        <source>Asks %1 for its list of models, with this key, address and headers</source>
        <translation>Fragt %1 nach der Modellliste, mit diesem Schlüssel, dieser Adresse und diesen Headern</translation>
    </message>
    <message>
        <source>Key. It goes to the system keychain.</source>
        <translation>Schlüssel. Er kommt in den Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>%1 key</source>
        <translation>Schlüssel für %1</translation>
    </message>
    <message>
        <source>Save key</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the key of %1</source>
        <translation>Den Schlüssel von %1 speichern</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the key of %1 from the keychain</source>
        <translation>Den Schlüssel von %1 aus dem Schlüsselbund entfernen</translation>
    </message>
    <message>
        <source>Key from %1 in the environment.</source>
        <translation>Schlüssel aus %1 in der Umgebung.</translation>
    </message>
    <message>
        <source>Looking for a key…</source>
        <translation>Ein Schlüssel wird gesucht…</translation>
    </message>
    <message>
        <source>Key in the keychain.</source>
        <translation>Schlüssel im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Runs on this computer and needs no key.</source>
        <translation>Läuft auf diesem Computer und braucht keinen Schlüssel.</translation>
    </message>
    <message>
        <source>No key. Add one here if the server wants it.</source>
        <translation>Kein Schlüssel. Verlangt der Server einen, lässt er sich hier hinzufügen.</translation>
    </message>
    <message>
        <source>No key. Add one here, or set %1.</source>
        <translation>Kein Schlüssel. Fügen Sie hier einen hinzu oder setzen Sie %1.</translation>
    </message>
    <message>
        <source>Paste or type the key first.</source>
        <translation>Fügen Sie erst den Schlüssel ein.</translation>
    </message>
    <message>
        <source>The key was saved in the keychain.</source>
        <translation>Der Schlüssel wurde im Schlüsselbund gespeichert.</translation>
    </message>
    <message>
        <source>The key was removed from the keychain.</source>
        <translation>Der Schlüssel wurde aus dem Schlüsselbund entfernt.</translation>
    </message>
    <message>
        <source>Saved. It holds from the next message on.</source>
        <translation>Gespeichert. Gilt ab der nächsten Nachricht.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt…</translation>
    </message>
    <message>
        <source>%1 answered in %2 with %3.</source>
        <translation>%1 antwortete in %2: %3.</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>1 Modell</translation>
    </message>
    <message>
        <source>%1 models</source>
        <translation>%1 Modelle</translation>
    </message>
    <message>
        <source>No key in %1, and the keychain cannot be read.</source>
        <translation>Kein Schlüssel in %1, und der Schlüsselbund ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The keychain cannot be read.</source>
        <translation>Der Schlüsselbund ist nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>loopflow::ProviderSection</name>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Keys, addresses, headers</source>
        <translation>Schlüssel, Adressen, Header</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>The keychain cannot be read, so keys are found in the environment only. Unlock it, or start GNOME Keyring or KWallet, and start Loopflow again.</source>
        <translation>Der Schlüsselbund ist nicht lesbar; Schlüssel werden nur in der Umgebung gefunden. Den Schlüsselbund entsperren oder GNOME Keyring oder KWallet starten, dann Loopflow neu starten.</translation>
    </message>
</context>
<context>
    <name>loopflow::PulseText</name>
    <message>
        <source>heartbeat %1</source>
        <translation>Heartbeat %1</translation>
    </message>
    <message>
        <source>last event %1</source>
        <translation>letztes Ereignis %1</translation>
    </message>
</context>
<context>
    <name>loopflow::RecordDoor</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete its record up to now…</source>
        <translation>Bisherige Aufzeichnung löschen…</translation>
    </message>
    <message>
        <source>From now on conversations with %1 are recorded with their text, and so is the history that its answers read, also where it is older.</source>
        <translation>Ab jetzt werden Gespräche mit %1 mit ihrem Text aufgezeichnet, ebenso der Verlauf, den die Antworten lesen, auch wo er älter ist.</translation>
    </message>
    <message>
        <source>From now on nothing that people or %1 write is recorded, only times and counts. What was recorded before is still there; should it be deleted, too?</source>
        <translation>Ab jetzt wird nichts aufgezeichnet, was Menschen oder %1 schreiben, nur Zeiten und Anzahlen. Was vorher aufgezeichnet wurde, ist noch da; soll es auch gelöscht werden?</translation>
    </message>
    <message>
        <source>Delete what is recorded of the conversation of %1 with %2?</source>
        <translation>Aufzeichnung des Gesprächs von %1 mit %2 löschen?</translation>
    </message>
    <message>
        <source>someone</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>Delete a conversation&apos;s record</source>
        <translation>Aufzeichnung eines Gesprächs löschen</translation>
    </message>
    <message>
        <source>This cannot be undone. Its messages, replies and turns, also those that were run again, can no longer be looked at, searched or replayed here. What was said on Discord stays there: %1 goes on answering from it, and what is written from now on is recorded anew.</source>
        <translation>Das lässt sich nicht rückgängig machen. Nachrichten und Antworten, auch die Wiederholungen, lassen sich hier nicht mehr ansehen, durchsuchen oder wiederholen. Was auf Discord gesagt wurde, bleibt dort: %1 antwortet weiter daraus, und was von jetzt an geschrieben wird, wird neu aufgezeichnet.</translation>
    </message>
    <message>
        <source>Delete a mate&apos;s record</source>
        <translation>Aufzeichnung eines Mates löschen</translation>
    </message>
    <message>
        <source>Delete all that is recorded of %1?</source>
        <translation>Alles löschen, was von %1 aufgezeichnet ist?</translation>
    </message>
    <message>
        <source>This cannot be undone. None of its conversations can be looked at, searched or replayed here any more. The mate, its prompt and its settings stay. What was said on Discord stays there: %1 goes on answering from it, and what is written from now on is recorded anew.</source>
        <translation>Das lässt sich nicht rückgängig machen. Keines der Gespräche lässt sich hier noch ansehen, durchsuchen oder wiederholen. Der Mate, sein Prompt und seine Einstellungen bleiben. Was auf Discord gesagt wurde, bleibt dort: %1 antwortet weiter daraus, und was von jetzt an geschrieben wird, wird neu aufgezeichnet.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Another record is being deleted. Wait until that is done, or cancel it.</source>
        <translation>Eine andere Aufzeichnung wird gerade gelöscht. Warten, bis das fertig ist, oder es abbrechen.</translation>
    </message>
    <message>
        <source>Deleting the record: %1 %</source>
        <translation>Aufzeichnung wird gelöscht: %1 %</translation>
    </message>
    <message>
        <source>The record is deleted; its words are being taken out of the search.</source>
        <translation>Die Aufzeichnung ist gelöscht; ihre Wörter werden aus der Suche genommen.</translation>
    </message>
    <message>
        <source>1 recorded event was deleted.</source>
        <translation>1 aufgezeichnetes Ereignis wurde gelöscht.</translation>
    </message>
    <message>
        <source>%1 recorded events were deleted.</source>
        <translation>%1 aufgezeichnete Ereignisse wurden gelöscht.</translation>
    </message>
</context>
<context>
    <name>loopflow::ReplayList</name>
    <message>
        <source>This turn was not run again yet. A replay asks the model the same again, or with another prompt or model, and shows both answers side by side. Nothing is posted.</source>
        <translation>Diese Antwort wurde noch nicht wiederholt. Eine Wiederholung fragt das Modell noch einmal dasselbe oder mit anderem Prompt oder Modell und zeigt beide Antworten nebeneinander. Nichts wird gepostet.</translation>
    </message>
    <message>
        <source>Replay…</source>
        <translation>Wiederholen…</translation>
    </message>
</context>
<context>
    <name>loopflow::ReplayModel</name>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>streams</source>
        <translation>läuft ein</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>One recorded event could not be read; the rest is shown.</source>
        <translation>Ein aufgezeichnetes Ereignis ließ sich nicht lesen; der Rest wird gezeigt.</translation>
    </message>
    <message>
        <source>%1 recorded events could not be read; the rest is shown.</source>
        <translation>%1 aufgezeichnete Ereignisse ließen sich nicht lesen; der Rest wird gezeigt.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>Replays</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
</context>
<context>
    <name>loopflow::ReplayPage</name>
    <message>
        <source>Change from this run</source>
        <translation>Von diesem Lauf aus ändern</translation>
    </message>
    <message>
        <source>What is run again</source>
        <translation>Was wiederholt wird</translation>
    </message>
    <message>
        <source>How often each turn is run</source>
        <translation>Wie oft jede Antwort wiederholt wird</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Back to the conversations (Esc)</source>
        <translation>Zurück zu den Gesprächen (Esc)</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exakt</translation>
    </message>
    <message>
        <source>Takes the changes back: asks the very same again</source>
        <translation>Nimmt die Änderungen zurück: fragt genau dasselbe noch einmal</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Asks the model again (F5). Nothing is posted.</source>
        <translation>Fragt das Modell noch einmal (F5). Nichts wird gepostet.</translation>
    </message>
    <message>
        <source>Runs done</source>
        <translation>Fertige Läufe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Saves the prompt that is set above.</source>
        <translation>Speichert den Prompt, der oben eingestellt ist.</translation>
    </message>
    <message>
        <source>Saves the prompt that run %1 was asked with.</source>
        <translation>Speichert den Prompt, mit dem Lauf %1 gefragt wurde.</translation>
    </message>
    <message>
        <source>This turn</source>
        <translation>Diese Antwort</translation>
    </message>
    <message>
        <source>The whole conversation</source>
        <translation>Das ganze Gespräch</translation>
    </message>
    <message>
        <source>The last %1 turns of %2</source>
        <translation>Die letzten %1 Antworten von %2</translation>
    </message>
    <message>
        <source>No turn of it was answered by a model, or the record does not reach back so far. There is nothing to run again.</source>
        <translation>Keine Antwort darin kam von einem Modell, oder die Aufzeichnung reicht nicht so weit zurück. Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>Replay · %1</source>
        <translation>Wiederholung · %1</translation>
    </message>
    <message>
        <source>someone</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>Replay · %1 and %2 · %3</source>
        <translation>Wiederholung · %1 und %2 · %3</translation>
    </message>
    <message>
        <source>estimating…</source>
        <translation>wird geschätzt…</translation>
    </message>
    <message>
        <source>estimate %1</source>
        <translation>geschätzt %1</translation>
    </message>
    <message>
        <source>nothing to run</source>
        <translation>nichts zu wiederholen</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>and %1 of unknown price</source>
        <translation>und %1 mit unbekanntem Preis</translation>
    </message>
    <message>
        <source>1 turn cannot be run again</source>
        <translation>1 Antwort lässt sich nicht wiederholen</translation>
    </message>
    <message>
        <source>%1 turns cannot be run again</source>
        <translation>%1 Antworten lassen sich nicht wiederholen</translation>
    </message>
    <message>
        <source>with changes · nothing is posted</source>
        <translation>geändert · nichts wird gepostet</translation>
    </message>
    <message>
        <source>exact · nothing is posted</source>
        <translation>exakt · nichts wird gepostet</translation>
    </message>
    <message>
        <source>Run %1 turns again</source>
        <translation>%1 Antworten wiederholen</translation>
    </message>
    <message>
        <source>Save as %1&apos;s prompt</source>
        <translation>Als Prompt von %1 speichern</translation>
    </message>
    <message>
        <source>1 turn was answered. Run it again, and choose a run below to compare.</source>
        <translation>Es gibt 1 Antwort. Sie wiederholen und unten einen Lauf zum Vergleichen wählen.</translation>
    </message>
    <message>
        <source>%1 turns were answered. Run them again, and choose a run below to compare.</source>
        <translation>Es gibt %1 Antworten. Sie wiederholen und unten einen Lauf zum Vergleichen wählen.</translation>
    </message>
    <message>
        <source>%1 of %2 runs done</source>
        <translation>%1 von %2 Läufen fertig</translation>
    </message>
    <message>
        <source>%1 without an answer</source>
        <translation>%1 ohne Antwort</translation>
    </message>
    <message>
        <source>%1 spent</source>
        <translation>%1 ausgegeben</translation>
    </message>
    <message>
        <source>Saved as %1&apos;s prompt v%2; it is live with the next message.</source>
        <translation>Als Prompt v%2 von %1 gespeichert; er gilt ab der nächsten Nachricht.</translation>
    </message>
</context>
<context>
    <name>loopflow::ReplayPair</name>
    <message>
        <source>What was answered</source>
        <translation>Was geantwortet wurde</translation>
    </message>
    <message>
        <source>What the replay answers</source>
        <translation>Was die Wiederholung antwortet</translation>
    </message>
    <message>
        <source>What the replay answered differently</source>
        <translation>Was die Wiederholung anders antwortete</translation>
    </message>
    <message>
        <source>&amp;Better</source>
        <translation>&amp;Besser</translation>
    </message>
    <message>
        <source>This run is better than what was answered</source>
        <translation>Dieser Lauf ist besser als die Antwort</translation>
    </message>
    <message>
        <source>&amp;Worse</source>
        <translation>&amp;Schlechter</translation>
    </message>
    <message>
        <source>This run is worse than what was answered</source>
        <translation>Dieser Lauf ist schlechter als die Antwort</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz…</translation>
    </message>
    <message>
        <source>Keep a few words with this run</source>
        <translation>Ein paar Worte zu diesem Lauf festhalten</translation>
    </message>
    <message>
        <source>Note on this run</source>
        <translation>Notiz zu diesem Lauf</translation>
    </message>
    <message>
        <source>What do you think of it?</source>
        <translation>Was halten Sie davon?</translation>
    </message>
    <message>
        <source>%1 to first token</source>
        <translation>%1 bis zum ersten Token</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Waits for %1.</source>
        <translation>Wartet: %1.</translation>
    </message>
    <message>
        <source>Run it again, and what the model says this time appears here. Nothing is posted.</source>
        <translation>Beim Wiederholen erscheint hier, was das Modell diesmal sagt. Nichts wird gepostet.</translation>
    </message>
    <message>
        <source>the same words</source>
        <translation>dieselben Wörter</translation>
    </message>
</context>
<context>
    <name>loopflow::ReplaySetup</name>
    <message>
        <source>Change the prompt for the replay</source>
        <translation>Den Prompt für die Wiederholung ändern</translation>
    </message>
    <message>
        <source>Change the model or its parameters for the replay</source>
        <translation>Das Modell oder seine Parameter für die Wiederholung ändern</translation>
    </message>
    <message>
        <source>Prompt of the replay</source>
        <translation>Prompt der Wiederholung</translation>
    </message>
    <message>
        <source>Changed here</source>
        <translation>Hier geändert</translation>
    </message>
    <message>
        <source>Text of the prompt for the replay</source>
        <translation>Text des Prompts für die Wiederholung</translation>
    </message>
    <message>
        <source>Model of the replay</source>
        <translation>Modell der Wiederholung</translation>
    </message>
    <message>
        <source>Another model or other parameters</source>
        <translation>Anderes Modell oder andere Parameter</translation>
    </message>
    <message>
        <source>history 1 message, as recorded</source>
        <translation>Verlauf 1 Nachricht, wie aufgezeichnet</translation>
    </message>
    <message>
        <source>history %1 messages, as recorded</source>
        <translation>Verlauf %1 Nachrichten, wie aufgezeichnet</translation>
    </message>
    <message>
        <source>each with its own history, as recorded</source>
        <translation>jede mit ihrem Verlauf, wie aufgezeichnet</translation>
    </message>
    <message>
        <source>As recorded (%1)</source>
        <translation>Wie aufgezeichnet (%1)</translation>
    </message>
    <message>
        <source>As recorded, each turn its own</source>
        <translation>Wie aufgezeichnet, jede Antwort ihren eigenen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>v%1 · live</source>
        <translation>v%1 · aktiv</translation>
    </message>
    <message>
        <source>Each turn is asked with the prompt it had. Choose a version above, or write one here.</source>
        <translation>Jede Antwort wird mit ihrem damaligen Prompt wiederholt. Oben eine Version wählen oder hier einen schreiben.</translation>
    </message>
    <message>
        <source>as recorded</source>
        <translation>wie aufgezeichnet</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Prompt: %1</source>
        <translation>Prompt: %1</translation>
    </message>
    <message>
        <source> (other parameters)</source>
        <translation> (andere Parameter)</translation>
    </message>
    <message>
        <source> (another provider)</source>
        <translation> (anderer Anbieter)</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
</context>
<context>
    <name>loopflow::ReplyPage</name>
    <message>
        <source>the model was done</source>
        <translation>das Modell war fertig</translation>
    </message>
    <message>
        <source>the token limit was reached</source>
        <translation>das Tokenlimit war erreicht</translation>
    </message>
    <message>
        <source>the model declined</source>
        <translation>das Modell lehnte ab</translation>
    </message>
    <message>
        <source>another reason</source>
        <translation>ein anderer Grund</translation>
    </message>
    <message>
        <source>The reply as the model wrote it</source>
        <translation>Die Antwort, wie das Modell sie schrieb</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>Was gezählt wurde</translation>
    </message>
    <message>
        <source>The model wrote nothing.</source>
        <translation>Das Modell schrieb nichts.</translation>
    </message>
    <message>
        <source>The model has not begun to write. Its words appear here as they come.</source>
        <translation>Das Modell hat noch nicht zu schreiben begonnen. Seine Worte erscheinen hier, sobald sie kommen.</translation>
    </message>
    <message>
        <source>The model thought before it wrote; its thoughts are not kept.</source>
        <translation>Das Modell dachte nach, bevor es schrieb; seine Gedanken werden nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>It declined: %1</source>
        <translation>Es lehnte ab: %1</translation>
    </message>
    <message>
        <source>stopped because</source>
        <translation>beendet, weil</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>tokens in</source>
        <translation>Token hinein</translation>
    </message>
    <message>
        <source>from a cache</source>
        <translation>aus einem Cache</translation>
    </message>
    <message>
        <source>written to a cache</source>
        <translation>in einen Cache geschrieben</translation>
    </message>
    <message>
        <source>tokens out</source>
        <translation>Token heraus</translation>
    </message>
    <message>
        <source>of which thinking</source>
        <translation>davon Nachdenken</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>The text of this reply was not recorded: the mate is set to record none.</source>
        <translation>Der Text dieser Antwort wurde nicht aufgezeichnet: Für den Mate ist eingestellt, keinen aufzuzeichnen.</translation>
    </message>
</context>
<context>
    <name>loopflow::RequestList</name>
    <message>
        <source>The request&apos;s messages</source>
        <translation>Die Nachrichten der Anfrage</translation>
    </message>
</context>
<context>
    <name>loopflow::RequestModel</name>
    <message>
        <source>… The rest is not shown; Copy gives all.</source>
        <translation>… Der Rest wird nicht gezeigt; Kopieren liefert alles.</translation>
    </message>
    <message>
        <source>the question</source>
        <translation>die Frage</translation>
    </message>
    <message>
        <source>%1 messages merged</source>
        <translation>%1 Nachrichten vereint</translation>
    </message>
    <message>
        <source>ids %1</source>
        <translation>IDs %1</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>Nachricht %1</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>the mate</source>
        <translation>der Mate</translation>
    </message>
    <message>
        <source>1 older message, %1 tokens: over the budget of %2</source>
        <translation>1 ältere Nachricht, %1 Token: über dem Budget von %2</translation>
    </message>
    <message>
        <source>%1 older messages, %2 tokens: over the budget of %3</source>
        <translation>%1 ältere Nachrichten, %2 Token: über dem Budget von %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2 tokens: %3</source>
        <translation>%1, %2 Token: %3</translation>
    </message>
    <message>
        <source>Enter closes it</source>
        <translation>Die Eingabetaste klappt es zu</translation>
    </message>
    <message>
        <source>Enter shows all of it</source>
        <translation>Die Eingabetaste zeigt alles</translation>
    </message>
</context>
<context>
    <name>loopflow::RequestPage</name>
    <message>
        <source>The request&apos;s body</source>
        <translation>Der Inhalt der Anfrage</translation>
    </message>
    <message>
        <source>Which try</source>
        <translation>Welcher Versuch</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Copy a command that sends these bytes again; it takes the key from the environment</source>
        <translation>Einen Befehl kopieren, der diese Bytes noch einmal sendet; den Schlüssel nimmt er aus der Umgebung</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Copy the body as it was sent</source>
        <translation>Den Inhalt so kopieren, wie er gesendet wurde</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Show the body as it was sent</source>
        <translation>Den Inhalt so zeigen, wie er gesendet wurde</translation>
    </message>
    <message>
        <source>Try %1 of %2</source>
        <translation>Versuch %1 von %2</translation>
    </message>
    <message>
        <source>Nothing was sent to a model yet. The request appears here as soon as it is.</source>
        <translation>Noch wurde nichts an ein Modell gesendet. Die Anfrage erscheint hier, sobald es so weit ist.</translation>
    </message>
    <message>
        <source>exact request, as sent to %1</source>
        <translation>genaue Anfrage, wie an %1 gesendet</translation>
    </message>
    <message>
        <source>%1 tokens in, %2 from cache</source>
        <translation>%1 Token hinein, %2 aus dem Cache</translation>
    </message>
    <message>
        <source>%1 tokens in</source>
        <translation>%1 Token hinein</translation>
    </message>
    <message>
        <source>key •••••</source>
        <translation>Schlüssel •••••</translation>
    </message>
</context>
<context>
    <name>loopflow::RowDelegate</name>
    <message>
        <source>Name of %1</source>
        <translation>Name von %1</translation>
    </message>
</context>
<context>
    <name>loopflow::SearchField</name>
    <message>
        <source>Search all mates</source>
        <translation>Alle Mates durchsuchen</translation>
    </message>
    <message>
        <source>Words or filters</source>
        <translation>Wörter oder Filter</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>What it can go on with</source>
        <translation>Womit es weitergehen kann</translation>
    </message>
</context>
<context>
    <name>loopflow::SearchModel</name>
    <message>
        <source>A mate that was removed</source>
        <translation>Ein entfernter Mate</translation>
    </message>
    <message>
        <source>someone</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>loopflow::SearchPane</name>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Finds messages and replies of all mates, newest first.

uploader – words that begin so
&quot;disk full&quot; – as it stands
-noise – without it
full | empty – one or the other

from:ana  mate:maya  in:lee
is:failed  is:slow  is:ignored  is:replayed
has:attachment
after:7d  before:2026-05-01</source>
        <translation>Findet Nachrichten und Antworten aller Mates, die neuesten zuerst.

uploader – Wörter, die so beginnen
&quot;disk full&quot; – genau so
-noise – ohne dieses Wort
full | empty – das eine oder das andere

from:ana  mate:maya  in:lee
is:failed  is:slow  is:ignored  is:replayed
has:attachment
after:7d  before:2026-05-01</translation>
    </message>
    <message>
        <source>Search · All mates</source>
        <translation>Suche · Alle Mates</translation>
    </message>
    <message>
        <source>Nothing is found. Fewer words, or only their beginnings, find more.</source>
        <translation>Nichts gefunden. Weniger Wörter, oder nur ihr Anfang, finden mehr.</translation>
    </message>
    <message>
        <source>More than %1 found</source>
        <translation>Mehr als %1 gefunden</translation>
    </message>
    <message>
        <source>1 found</source>
        <translation>1 gefunden</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>Older messages are being made searchable, %1 % so far. Until that is done, not all is found.</source>
        <translation>Ältere Nachrichten werden durchsuchbar gemacht, bisher %1 %. Bis dahin wird nicht alles gefunden.</translation>
    </message>
</context>
<context>
    <name>loopflow::SecretField</name>
    <message>
        <source>Hold to show</source>
        <translation>Zeigen (halten)</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
</context>
<context>
    <name>loopflow::SettingsPage</name>
    <message>
        <source>No setting holds these words.</source>
        <translation>Keine Einstellung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
</context>
<context>
    <name>loopflow::ShareBar</name>
    <message>
        <source>prompt %1</source>
        <translation>Prompt %1</translation>
    </message>
    <message>
        <source>history %1</source>
        <translation>Verlauf %1</translation>
    </message>
    <message>
        <source>question %1</source>
        <translation>Frage %1</translation>
    </message>
    <message>
        <source>left of the budget %1</source>
        <translation>vom Budget übrig %1</translation>
    </message>
    <message>
        <source>Tokens by what they are for, estimated</source>
        <translation>Token nach ihrem Zweck, geschätzt</translation>
    </message>
    <message>
        <source>Estimated before the request is sent; what the provider counts may differ.
%1</source>
        <translation>Vor dem Senden der Anfrage geschätzt; der Anbieter zählt vielleicht anders.
%1</translation>
    </message>
</context>
<context>
    <name>loopflow::Surroundings</name>
    <message>
        <source>Keychain: looking…</source>
        <translation>Schlüsselbund: wird gesucht…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Local models: looking for Ollama, LM Studio and llama.cpp…</source>
        <translation>Lokale Modelle: Ollama, LM Studio und llama.cpp werden gesucht…</translation>
    </message>
    <message>
        <source>%1 is running here with 1 model</source>
        <translation>%1 läuft hier mit 1 Modell</translation>
    </message>
    <message>
        <source>%1 is running here with %2 models</source>
        <translation>%1 läuft hier mit %2 Modellen</translation>
    </message>
    <message>
        <source>%1 is running here, but has no model yet: load one there</source>
        <translation>%1 läuft hier, hat aber noch kein Modell: dort eines laden</translation>
    </message>
    <message>
        <source>Local models: no Ollama, LM Studio or llama.cpp is running on this computer</source>
        <translation>Lokale Modelle: weder Ollama noch LM Studio noch llama.cpp läuft hier</translation>
    </message>
    <message>
        <source>Keychain: ready for tokens and keys</source>
        <translation>Schlüsselbund: bereit für Tokens und Schlüssel</translation>
    </message>
    <message>
        <source>Keychain: locked. Unlock it and look again, or start Loopflow with each mate&apos;s token in LOOPFLOW_TOKEN_&lt;NAME&gt;.</source>
        <translation>Schlüsselbund: gesperrt. Entsperren Sie ihn und suchen Sie erneut, oder starten Sie Loopflow mit dem Token jedes Mates in LOOPFLOW_TOKEN_&lt;NAME&gt;.</translation>
    </message>
    <message>
        <source>Keychain: none found. Start GNOME Keyring or KWallet and look again, or start Loopflow with each mate&apos;s token in LOOPFLOW_TOKEN_&lt;NAME&gt;.</source>
        <translation>Schlüsselbund: keiner gefunden. Starten Sie GNOME Keyring oder KWallet und suchen Sie erneut, oder starten Sie Loopflow mit dem Token jedes Mates in LOOPFLOW_TOKEN_&lt;NAME&gt;.</translation>
    </message>
    <message>
        <source>An app that was started from the desktop&apos;s menu does not see a shell&apos;s variables; a key that you add here goes to the system keychain.</source>
        <translation>Eine über das Menü des Desktops gestartete App sieht die Variablen einer Shell nicht; ein hier hinzugefügter Schlüssel kommt in den Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Nothing here can answer yet. Add a provider&apos;s key, start a model on this computer, or practise with the built-in practice model, which needs neither. An app that was started from the desktop&apos;s menu does not see a shell&apos;s variables.</source>
        <translation>Hier kann noch nichts antworten. Fügen Sie den Schlüssel eines Anbieters hinzu, starten Sie ein Modell auf diesem Computer oder üben Sie mit dem eingebauten Übungsmodell, das beides nicht braucht. Eine über das Menü des Desktops gestartete App sieht die Variablen einer Shell nicht.</translation>
    </message>
</context>
<context>
    <name>loopflow::TextSetting</name>
    <message>
        <source>Given with --set for this run. What you save here holds from the next start.</source>
        <translation>Für diesen Lauf mit --set vorgegeben. Was hier gespeichert wird, gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Back to the default.</source>
        <translation>Zurück zur Vorgabe.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
</context>
<context>
    <name>loopflow::TimelineList</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
</context>
<context>
    <name>loopflow::TimelineModel</name>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>%1, failed</source>
        <translation>%1, fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>From %1 to %2 after the start.</source>
        <translation>Von %1 bis %2 nach dem Beginn.</translation>
    </message>
    <message>
        <source>The slowest step.</source>
        <translation>Der langsamste Schritt.</translation>
    </message>
</context>
<context>
    <name>loopflow::TimelinePage</name>
    <message>
        <source>tokens in</source>
        <translation>Token hinein</translation>
    </message>
    <message>
        <source>of which prompt</source>
        <translation>davon Prompt</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>aus dem Cache</translation>
    </message>
    <message>
        <source>tokens out</source>
        <translation>Token heraus</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>neue Versuche</translation>
    </message>
    <message>
        <source>Why it answered</source>
        <translation>Warum sie antwortete</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>The turn&apos;s beginning is not in the record; its events that can be read are under Events.</source>
        <translation>Der Anfang der Antwort ist nicht aufgezeichnet; was von ihr lesbar ist, steht unter Ereignisse.</translation>
    </message>
</context>
<context>
    <name>loopflow::Tray</name>
    <message>
        <source>Loopflow in the tray</source>
        <translation>Loopflow im Infobereich</translation>
    </message>
    <message>
        <source>Loopflow: %1</source>
        <translation>Loopflow: %1</translation>
    </message>
    <message>
        <source>Show Loopflow</source>
        <translation>Loopflow zeigen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 more mates</source>
        <translation>%1 weitere Mates</translation>
    </message>
</context>
<context>
    <name>loopflow::TurnPane</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>What to see of the turn</source>
        <translation>Was von der Antwort zu sehen ist</translation>
    </message>
    <message>
        <source>Close what is told of the turn</source>
        <translation>Schließen, was von der Antwort gezeigt wird</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>One recorded event could not be read; the rest is shown.</source>
        <translation>Ein aufgezeichnetes Ereignis konnte nicht gelesen werden; der Rest wird gezeigt.</translation>
    </message>
    <message>
        <source>%1 recorded events could not be read; the rest is shown.</source>
        <translation>%1 aufgezeichnete Ereignisse konnten nicht gelesen werden; der Rest wird gezeigt.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Events %1</source>
        <translation>Ereignisse %1</translation>
    </message>
    <message>
        <source>Reading a very long turn…</source>
        <translation>Eine sehr lange Antwort wird gelesen…</translation>
    </message>
</context>
<context>
    <name>loopflow::VersionCompare</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>Vergleich schließen</translation>
    </message>
    <message>
        <source>Back to the editor (Esc)</source>
        <translation>Zurück zum Editor (Esc)</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>In one column</source>
        <translation>Einspaltig</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Zweispaltig</translation>
    </message>
    <message>
        <source>These two are the same.</source>
        <translation>Die beiden sind gleich.</translation>
    </message>
    <message>
        <source>Only blanks or punctuation changed.</source>
        <translation>Nur Leer- oder Satzzeichen geändert.</translation>
    </message>
    <message>
        <source>Restore v%1</source>
        <translation>v%1 zurückholen</translation>
    </message>
    <message>
        <source>Puts v%1 into the editor; nothing is saved yet.</source>
        <translation>Holt v%1 in den Editor; gespeichert wird noch nichts.</translation>
    </message>
</context>
<context>
    <name>loopflow::VersionList</name>
    <message>
        <source>Name of the version</source>
        <translation>Name der Version</translation>
    </message>
    <message>
        <source>Name of v%1</source>
        <translation>Name von v%1</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Restore into the editor</source>
        <translation>In den &amp;Editor holen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Copy its &amp;text</source>
        <translation>&amp;Text kopieren</translation>
    </message>
</context>
<context>
    <name>loopflow::WatchPage</name>
    <message>
        <source>Filter conversations</source>
        <translation>Gespräche filtern</translation>
    </message>
    <message>
        <source>Filter by person or text</source>
        <translation>Person oder Text</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>%1 · Conversations</source>
        <translation>%1 · Gespräche</translation>
    </message>
    <message>
        <source>No conversation yet. When someone writes to %1 on Discord, it appears here as it happens.</source>
        <translation>Noch kein Gespräch. Sobald jemand auf Discord an %1 schreibt, erscheint es hier.</translation>
    </message>
    <message>
        <source>%1 has no bot yet. Finish its setup to talk with it on Discord.</source>
        <translation>%1 hat noch keinen Bot. Schließen Sie die Einrichtung ab, um auf Discord mit ihm zu sprechen.</translation>
    </message>
    <message>
        <source>%1 is paused. Start it, and what people write to it on Discord appears here as it happens.</source>
        <translation>%1 ist pausiert. Nach dem Start erscheint hier sofort, was auf Discord an ihn geschrieben wird.</translation>
    </message>
    <message>
        <source>Nothing here matches. Enter searches all mates, Esc clears the filter.</source>
        <translation>Hier passt nichts. Enter durchsucht alle Mates, Esc leert den Filter.</translation>
    </message>
</context>
<context>
    <name>loopflow::WelcomePage</name>
    <message>
        <source>No mates yet</source>
        <translation>Noch keine Mates</translation>
    </message>
    <message>
        <source>A mate is a system prompt with a Discord bot of its own. Your team writes to it; you see everything here.</source>
        <translation>Ein Mate ist ein System-Prompt mit eigenem Discord-Bot. Das Team schreibt an ihn; hier ist alles zu sehen.</translation>
    </message>
    <message>
        <source>Create mate</source>
        <translation>Mate anlegen</translation>
    </message>
    <message>
        <source>Write a prompt, paste a bot token, invite it. About two minutes.</source>
        <translation>Prompt, Bot-Token, Einladung: in etwa zwei Minuten.</translation>
    </message>
    <message>
        <source>Try it without Discord</source>
        <translation>Ohne Discord testen</translation>
    </message>
    <message>
        <source>A practice server on this computer: no account, no key, no network.</source>
        <translation>Lokaler Übungsserver: ohne Konto, Schlüssel oder Netz.</translation>
    </message>
    <message>
        <source>Try it on the practice server</source>
        <translation>Auf Übungsserver testen</translation>
    </message>
    <message>
        <source>Import mates</source>
        <translation>Mates importieren</translation>
    </message>
    <message>
        <source>Loopflow&apos;s Markdown files, one per mate.</source>
        <translation>Markdown-Dateien von Loopflow, eine je Mate.</translation>
    </message>
    <message>
        <source>Import mates…</source>
        <translation>Mates importieren…</translation>
    </message>
</context>
<context>
    <name>loopflow::WhoStep</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What people call the mate</source>
        <translation>Wie der Mate genannt wird</translation>
    </message>
    <message>
        <source>Prompt from</source>
        <translation>Prompt aus</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Who the mate is and how it answers. You can change it at any time.</source>
        <translation>Wer der Mate ist und wie er antwortet. Lässt sich jederzeit ändern.</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Starter: %1</source>
        <translation>Vorlage: %1</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <source>Choose a prompt</source>
        <translation>Prompt wählen</translation>
    </message>
    <message>
        <source>Markdown and text (*.md *.txt);;All files (*)</source>
        <translation>Markdown und Text (*.md *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>That file is too large for a prompt.</source>
        <translation>Diese Datei ist zu groß für einen Prompt.</translation>
    </message>
    <message>
        <source>The file could not be read: %1</source>
        <translation>Die Datei ließ sich nicht lesen: %1</translation>
    </message>
</context>
<context>
    <name>loopflow::WindowActions</name>
    <message>
        <source>&amp;Create mate…</source>
        <translation>Mate &amp;anlegen…</translation>
    </message>
    <message>
        <source>&amp;Import mates…</source>
        <translation>Mates &amp;importieren…</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>&amp;Try it on the practice server</source>
        <translation>Auf &amp;Übungsserver testen</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>&amp;Finish setup…</source>
        <translation>Einric&amp;htung abschließen…</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>&amp;Rehearse on the practice server</source>
        <translation>Auf Übungsser&amp;ver proben</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>L&amp;öschen…</translation>
    </message>
    <message>
        <source>Ctrl+Del</source>
        <translation>Ctrl+Del</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Filter conversations</source>
        <translation>Gespräche &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Copy message</source>
        <translation>Nachricht &amp;kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Jump to the newest</source>
        <translation>Zur &amp;neuesten Nachricht</translation>
    </message>
    <message>
        <source>Ctrl+End</source>
        <translation>Ctrl+End</translation>
    </message>
    <message>
        <source>&amp;Conversations</source>
        <translation>Ge&amp;spräche</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Ctrl+1</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>&amp;Prompt</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Ctrl+2</translation>
    </message>
    <message>
        <source>&amp;Save as a new version</source>
        <translation>&amp;Als neue Version speichern</translation>
    </message>
    <message>
        <source>&amp;About Loopflow</source>
        <translation>&amp;Über Loopflow</translation>
    </message>
    <message>
        <source>Follow the &amp;system</source>
        <translation>&amp;Wie das System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Mates</source>
        <translation>&amp;Mates</translation>
    </message>
    <message>
        <source>&amp;Conversation</source>
        <translation>&amp;Gespräch</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Change &amp;token…</source>
        <translation>To&amp;ken ändern…</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>&amp;Ordner importieren…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>&amp;Undo import</source>
        <translation>Import &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+I</source>
        <translation>Ctrl+Shift+I</translation>
    </message>
    <message>
        <source>In&amp;vite…</source>
        <translation>&amp;Einladen…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+V</source>
        <translation>Ctrl+Shift+V</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>Er&amp;neut versuchen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Y</source>
        <translation>Ctrl+Shift+Y</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Move u&amp;p</source>
        <translation>Na&amp;ch oben</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Up</source>
        <translation>Ctrl+Shift+Up</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Nach un&amp;ten</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Down</source>
        <translation>Ctrl+Shift+Down</translation>
    </message>
    <message>
        <source>&amp;Start all mates</source>
        <translation>Alle &amp;Mates starten</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Pause &amp;all mates</source>
        <translation>A&amp;lle Mates pausieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>&amp;Filter mates</source>
        <translation>Mates &amp;filtern</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Ctrl+Shift+F</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>&amp;Gehe zu…</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>P&amp;revious pane</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>Shift+F6</source>
        <translation>Shift+F6</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+R</source>
        <translation>Ctrl+Shift+R</translation>
    </message>
    <message>
        <source>&amp;Show pictures in this conversation</source>
        <translation>&amp;Bilder in diesem Gespräch zeigen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+M</source>
        <translation>Ctrl+Shift+M</translation>
    </message>
    <message>
        <source>&amp;Health and log</source>
        <translation>&amp;Zustand und Protokoll</translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation>Ctrl+3</translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Export conversation…</source>
        <translation>Gespräch &amp;exportieren…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation>Ctrl+Shift+L</translation>
    </message>
    <message>
        <source>&amp;Look into the turn</source>
        <translation>Antwort &amp;ansehen</translation>
    </message>
    <message>
        <source>Alt+Return</source>
        <translation>Alt+Return</translation>
    </message>
    <message>
        <source>Ctrl+Shift+G</source>
        <translation>Ctrl+Shift+G</translation>
    </message>
    <message>
        <source>Search &amp;all mates</source>
        <translation>Alle Mates &amp;durchsuchen</translation>
    </message>
    <message>
        <source>Record no te&amp;xt</source>
        <translation>Keinen Te&amp;xt aufzeichnen</translation>
    </message>
    <message>
        <source>Of this mate&apos;s conversations only times, counts and costs are kept on this computer, and no word of people or of the mate. Turns that are recorded so cannot be replayed.</source>
        <translation>Von den Gesprächen dieses Mates werden auf diesem Computer nur Zeiten, Anzahlen und Kosten aufgehoben, kein Wort von Menschen oder vom Mate. So aufgezeichnete Antworten lassen sich nicht wiederholen.</translation>
    </message>
    <message>
        <source>Delete its rec&amp;ord…</source>
        <translation>Auf&amp;zeichnung löschen…</translation>
    </message>
    <message>
        <source>Alt+Shift+Del</source>
        <translation>Alt+Shift+Del</translation>
    </message>
    <message>
        <source>&amp;Replay the turn…</source>
        <translation>Antwort &amp;wiederholen…</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Replay the con&amp;versation…</source>
        <translation>Gespräch w&amp;iederholen…</translation>
    </message>
    <message>
        <source>Ctrl+F5</source>
        <translation>Ctrl+F5</translation>
    </message>
    <message>
        <source>Replay the newest &amp;turns…</source>
        <translation>Neueste Ant&amp;worten wiederholen…</translation>
    </message>
    <message>
        <source>Shift+F5</source>
        <translation>Shift+F5</translation>
    </message>
    <message>
        <source>Export t&amp;urn…</source>
        <translation>Antwort exp&amp;ortieren…</translation>
    </message>
    <message>
        <source>Ctrl+Alt+E</source>
        <translation>Ctrl+Alt+E</translation>
    </message>
    <message>
        <source>&amp;Delete this conversation&apos;s record…</source>
        <translation>Aufzeichnung dieses Gesprächs &amp;löschen…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Del</source>
        <translation>Ctrl+Shift+Del</translation>
    </message>
</context>
<context>
    <name>loopflow::WindowSection</name>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Theme, language, tray</source>
        <translation>Farben, Sprache, Infobereich</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Light or dark. Default: as the desktop is.</source>
        <translation>Hell oder dunkel. Vorgabe: wie der Desktop.</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Closing the window leaves the mates online, with an icon in the tray. Without a tray, closing quits. Default: on.</source>
        <translation>Wird das Fenster geschlossen, bleiben die Mates online, mit einem Symbol im Infobereich. Ohne Infobereich beendet das Schließen Loopflow. Vorgabe: ein.</translation>
    </message>
    <message>
        <source>Notify of failures</source>
        <translation>Bei Fehlern benachrichtigen</translation>
    </message>
    <message>
        <source>A notification of the desktop when a mate needs you, such as for a refused token; once per cause. Default: on.</source>
        <translation>Eine Benachrichtigung des Desktops, wenn ein Mate Hilfe braucht, etwa bei einem abgelehnten Token; einmal je Ursache. Vorgabe: ein.</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of this window. Holds from the next start of Loopflow. Default: the system&apos;s.</source>
        <translation>Die dieses Fensters. Gilt ab dem nächsten Start von Loopflow. Vorgabe: die des Systems.</translation>
    </message>
    <message>
        <source>Saved. Quit Loopflow and start it again to see it.</source>
        <translation>Gespeichert. Wird nach einem Neustart von Loopflow sichtbar.</translation>
    </message>
</context>
<context>
    <name>matewords</name>
    <message>
        <source>Paused · no token yet</source>
        <translation>Pausiert · noch kein Token</translation>
    </message>
    <message>
        <source>Paused · no model chosen</source>
        <translation>Pausiert · kein Modell gewählt</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation>%1, %2 und %3</translation>
    </message>
    <message>
        <source>%1, %2 and %3 more</source>
        <translation>%1, %2 und %3 weitere</translation>
    </message>
</context>
<context>
    <name>promptfile</name>
    <message>
        <source>%1 could not be read: %2. Choose another file.</source>
        <translation>%1 ließ sich nicht lesen: %2. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MB, which is too much for a prompt. Choose a smaller file.</source>
        <translation>%1 ist größer als 1 MB, zu viel für einen Prompt. Wählen Sie eine kleinere Datei.</translation>
    </message>
    <message>
        <source>%1 is not a text file. Choose a Markdown or text file.</source>
        <translation>%1 ist keine Textdatei. Wählen Sie eine Markdown- oder Textdatei.</translation>
    </message>
</context>
<context>
    <name>row</name>
    <message>
        <source>-# Forwarded</source>
        <translation>-# Weitergeleitet</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>posting</source>
        <translation>sendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>1 retry</source>
        <translation>1 neuer Versuch</translation>
    </message>
    <message>
        <source>%1 retries</source>
        <translation>%1 neue Versuche</translation>
    </message>
    <message>
        <source>why it answers: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>ignored: %1</source>
        <translation>ignoriert: %1</translation>
    </message>
    <message>
        <source>a message that was deleted</source>
        <translation>eine gelöschte Nachricht</translation>
    </message>
    <message>
        <source>%1, something without text</source>
        <translation>%1, etwas ohne Text</translation>
    </message>
    <message>
        <source>Begun %1</source>
        <translation>Begonnen %1</translation>
    </message>
    <message>
        <source>Written %1</source>
        <translation>Geschrieben %1</translation>
    </message>
    <message>
        <source>Edited %1</source>
        <translation>Bearbeitet %1</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>Gelöscht %1</translation>
    </message>
    <message>
        <source>begun anew for a newer message</source>
        <translation>wegen neuerer Nachricht neu begonnen</translation>
    </message>
    <message>
        <source>begun anew for an edit</source>
        <translation>wegen Bearbeitung neu begonnen</translation>
    </message>
    <message>
        <source>begun anew after a deletion</source>
        <translation>nach Löschung neu begonnen</translation>
    </message>
    <message>
        <source>why it answered: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Answers %1</source>
        <translation>Antwort auf %1</translation>
    </message>
    <message>
        <source>someone</source>
        <translation>jemand</translation>
    </message>
</context>
<context>
    <name>timeaxis</name>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>transcript</name>
    <message>
        <source>A conversation of %1</source>
        <translation>Ein Gespräch von %1</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>Channel %1 on Discord, as Loopflow recorded it; written %2.</source>
        <translation>Kanal %1 auf Discord, wie Loopflow ihn aufgezeichnet hat; geschrieben %2.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was es sagt</translation>
    </message>
    <message>
        <source>The beginning of this turn is damaged, or of a newer Loopflow, so it cannot be exported. Choose another turn.</source>
        <translation>Der Anfang dieser Antwort ist beschädigt oder stammt von einem neueren Loopflow; sie lässt sich deshalb nicht exportieren. Eine andere Antwort wählen.</translation>
    </message>
    <message>
        <source>There is no such turn in the record. It may have been removed; choose another one.</source>
        <translation>Diese Antwort steht nicht in der Aufzeichnung. Vielleicht wurde sie entfernt; eine andere wählen.</translation>
    </message>
    <message>
        <source>A mate that was removed</source>
        <translation>Ein entfernter Mate</translation>
    </message>
</context>
<context>
    <name>turnpage</name>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>%1 tokens, %2 %</source>
        <translation>%1 Token, %2 %</translation>
    </message>
    <message>
        <source>The exact request, as sent to %1.</source>
        <translation>Die genaue Anfrage, wie sie an %1 ging.</translation>
    </message>
    <message>
        <source>As it was recorded</source>
        <translation>Wie sie aufgezeichnet wurde</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Request, try %1 of %2</source>
        <translation>Anfrage, Versuch %1 von %2</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>with changes</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>marked as better</source>
        <translation>als besser bewertet</translation>
    </message>
    <message>
        <source>marked as worse</source>
        <translation>als schlechter bewertet</translation>
    </message>
    <message>
        <source>Replay: turn %1</source>
        <translation>Wiederholung: Antwort %1</translation>
    </message>
    <message>
        <source>Turn %1, a replay of turn %2: nothing of it was posted.</source>
        <translation>Antwort %1, eine Wiederholung von Antwort %2: Nichts davon wurde gepostet.</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
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
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation>%1 Eingabe</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>%1 Ausgabe</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>a minute ago</source>
        <translation>vor einer Minute</translation>
    </message>
    <message>
        <source>%1 minutes ago</source>
        <translation>vor %1 Minuten</translation>
    </message>
    <message>
        <source>in a minute</source>
        <translation>in einer Minute</translation>
    </message>
    <message>
        <source>in %1 minutes</source>
        <translation>in %1 Minuten</translation>
    </message>
    <message>
        <source>an hour ago</source>
        <translation>vor einer Stunde</translation>
    </message>
    <message>
        <source>%1 hours ago</source>
        <translation>vor %1 Stunden</translation>
    </message>
    <message>
        <source>in an hour</source>
        <translation>in einer Stunde</translation>
    </message>
    <message>
        <source>in %1 hours</source>
        <translation>in %1 Stunden</translation>
    </message>
    <message>
        <source>a day ago</source>
        <translation>vor einem Tag</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>in a day</source>
        <translation>in einem Tag</translation>
    </message>
    <message>
        <source>in %1 days</source>
        <translation>in %1 Tagen</translation>
    </message>
    <message>
        <source>a month ago</source>
        <translation>vor einem Monat</translation>
    </message>
    <message>
        <source>%1 months ago</source>
        <translation>vor %1 Monaten</translation>
    </message>
    <message>
        <source>in a month</source>
        <translation>in einem Monat</translation>
    </message>
    <message>
        <source>in %1 months</source>
        <translation>in %1 Monaten</translation>
    </message>
    <message>
        <source>a year ago</source>
        <translation>vor einem Jahr</translation>
    </message>
    <message>
        <source>%1 years ago</source>
        <translation>vor %1 Jahren</translation>
    </message>
    <message>
        <source>in a year</source>
        <translation>in einem Jahr</translation>
    </message>
    <message>
        <source>in %1 years</source>
        <translation>in %1 Jahren</translation>
    </message>
    <message>
        <source>$%1</source>
        <translation>%1 $</translation>
    </message>
</context>
</TS>
