#include "ui/inspector/rowtext.h"

#include "core/conversation/replyrule.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>

namespace loopflow {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("row", text);
}

QString attachmentLine(const discord::Attachment &file)
{
    return QStringLiteral("-# %1 · %2").arg(file.filename, fileSize(file.size));
}

/// What a message holds besides its text, a small line each: no picture is loaded.
QStringList extrasOf(const discord::Message &message)
{
    QStringList lines;
    for (const auto &file : message.attachments)
        lines << attachmentLine(file);
    for (const auto &file : message.snapshotAttachments)
        lines << attachmentLine(file);
    for (const QString &sticker : message.stickers)
        lines << say(QT_TRANSLATE_NOOP("row", "-# Sticker: %1")).arg(sticker);
    if (!message.pollQuestion.isEmpty())
        lines << say(QT_TRANSLATE_NOOP("row", "-# Poll: %1")).arg(message.pollQuestion);
    if (message.voice)
        lines << say(QT_TRANSLATE_NOOP("row", "-# Voice message"));
    for (const auto &embed : message.embeds) {
        if (!embed.title.isEmpty())
            lines << QStringLiteral("> %1").arg(embed.title);
    }
    return lines;
}

QString bodyOf(const discord::Message &message)
{
    QStringList parts;
    if (!message.content.isEmpty())
        parts << message.content;
    if (message.forward) {
        parts << say(QT_TRANSLATE_NOOP("row", "-# Forwarded"));
        if (!message.snapshotContent.isEmpty())
            parts << QStringLiteral("> ")
                    + QString(message.snapshotContent)
                          .replace(QLatin1Char('\n'), QStringLiteral("\n> "));
    }
    parts << extrasOf(message);
    return parts.join(QLatin1Char('\n'));
}

QString stateWord(const TurnView &turn)
{
    switch (turn.state) {
    case TurnState::Waiting:
        return say(QT_TRANSLATE_NOOP("row", "waiting for %1")).arg(turn.waitingFor);
    case TurnState::Streaming:
        return say(QT_TRANSLATE_NOOP("row", "streaming"));
    case TurnState::Posting:
        return say(QT_TRANSLATE_NOOP("row", "posting"));
    case TurnState::Done:
        return {};
    case TurnState::Failed:
        return say(QT_TRANSLATE_NOOP("row", "failed"));
    case TurnState::Cancelled:
        return say(QT_TRANSLATE_NOOP("row", "cancelled"));
    }
    Q_UNREACHABLE();
}

QString metaOf(const TurnView &turn, bool live, qint64 nowMs)
{
    QStringList parts;
    if (turn.promptVersion > 0)
        parts << QStringLiteral("v%1").arg(turn.promptVersion);
    if (live && turn.startedMs > 0)
        parts << say(QT_TRANSLATE_NOOP("row", "%1 so far")).arg(duration(nowMs - turn.startedMs));
    else if (turn.endedMs > 0)
        parts << duration(turn.endedMs - turn.startedMs);
    const QString tokens = tokensInOut(turn.usage.input, turn.usage.output);
    if (!tokens.isEmpty())
        parts << tokens;
    if (turn.cost)
        parts << say(QT_TRANSLATE_NOOP("row", "about %1")).arg(dollars(*turn.cost));
    if (turn.retries > 0)
        parts << counted(turn.retries, say(QT_TRANSLATE_NOOP("row", "1 retry")),
            say(QT_TRANSLATE_NOOP("row", "%1 retries")));
    if (live && !turn.why.isEmpty())
        parts << say(QT_TRANSLATE_NOOP("row", "why it answers: %1")).arg(turn.why);
    return parts.join(QStringLiteral("    "));
}

RowText turnText(const TurnView &turn, const QString &mateName, qint64 nowMs)
{
    RowText text;
    text.person = false;
    text.author = mateName;
    text.live = turn.state == TurnState::Waiting || turn.state == TurnState::Streaming
        || turn.state == TurnState::Posting;
    text.when = clockTime(turn.startedMs, nowMs);
    if (const QString state = stateWord(turn); !state.isEmpty())
        text.when += QStringLiteral(" · ") + state;
    text.body = turn.text;
    text.meta = metaOf(turn, text.live, nowMs);
    text.faded = turn.state == TurnState::Cancelled;
    // A cancelled turn has a reason; nothing went wrong.
    if (text.faded)
        text.meta = turn.error;
    else
        text.problem = turn.error;
    return text;
}

} // namespace

RowText textOf(const ConversationRow &row, const QString &mateName, qint64 nowMs)
{
    if (row.turn)
        return turnText(*row.turn, mateName, nowMs);
    RowText text;
    text.author = row.message.authorName();
    text.when = clockTime(row.message.written().count(), nowMs);
    if (row.deleted)
        text.when += QStringLiteral(" · ") + say(QT_TRANSLATE_NOOP("row", "deleted"));
    else if (row.edited)
        text.when += QStringLiteral(" · ") + say(QT_TRANSLATE_NOOP("row", "edited"));
    text.body = bodyOf(row.message);
    if (row.ignored)
        text.meta = say(QT_TRANSLATE_NOOP("row", "ignored: %1")).arg(explain(*row.ignored));
    text.faded = row.deleted || row.ignored.has_value();
    return text;
}

QString plainTextOf(const RowText &text)
{
    QStringList lines{QStringLiteral("%1, %2").arg(text.author, text.when)};
    for (const QString &part : {text.body, text.problem, text.meta}) {
        if (!part.isEmpty())
            lines << part;
    }
    return lines.join(QLatin1Char('\n'));
}

quint64 keyOf(const ConversationRow &row)
{
    // A snowflake never has the highest bit set before the year 2084.
    constexpr quint64 turnBit = quint64(1) << 63;
    return row.turn ? turnBit | quint64(row.turn->id) : row.message.id.value;
}

} // namespace loopflow
