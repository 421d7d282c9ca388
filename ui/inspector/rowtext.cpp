#include "ui/inspector/rowtext.h"

#include "core/conversation/replyrule.h"
#include "core/conversation/textless.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>

namespace loopflow {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("row", text);
}

QString quoted(const QString &text)
{
    return QStringLiteral("> ") + QString(text).replace(QLatin1Char('\n'), QStringLiteral("\n> "));
}

/// An embed as a quote: its words can be marked and its links followed like any other.
QString quoteOf(const discord::Embed &embed)
{
    QStringList lines;
    for (const QString &small : {embed.provider, embed.author}) {
        if (!small.isEmpty())
            lines << QStringLiteral("-# ") + small;
    }
    if (!embed.title.isEmpty()) {
        QString title = embed.title;
        title.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
        lines << (embed.url.isEmpty() ? QStringLiteral("**%1**").arg(title)
                                      : QStringLiteral("**[%1](%2)**").arg(title, embed.url));
    } else if (!embed.url.isEmpty()) {
        lines << embed.url;
    }
    if (!embed.description.isEmpty())
        lines << embed.description;
    for (const discord::EmbedField &field : embed.fields)
        lines << QStringLiteral("**%1**\n%2").arg(field.name, field.value);
    if (!embed.footer.isEmpty())
        lines << QStringLiteral("-# ") + embed.footer;
    return quoted(lines.join(QLatin1Char('\n')));
}

/// A preview of nothing but a picture, or of the very link that the text holds, says nothing more in words.
bool hasWords(const discord::Embed &embed)
{
    return !embed.title.isEmpty() || !embed.description.isEmpty() || !embed.fields.isEmpty();
}

QString bodyOf(const discord::Message &message)
{
    QStringList parts;
    if (!message.content.isEmpty())
        parts << message.content;
    if (message.forward) {
        parts << say(QT_TRANSLATE_NOOP("row", "-# Forwarded"));
        if (!message.snapshotContent.isEmpty())
            parts << quoted(message.snapshotContent);
    }
    for (const auto &embed : message.embeds + message.snapshotEmbeds) {
        if (hasWords(embed))
            parts << quoteOf(embed);
    }
    return parts.join(QLatin1Char('\n'));
}

QString referenceOf(const discord::Message &message)
{
    if (!message.replyTo)
        return {};
    if (message.replyAuthor.isEmpty())
        return say(QT_TRANSLATE_NOOP("row", "a message that was deleted"));
    return message.replyText.isEmpty()
        ? say(QT_TRANSLATE_NOOP("row", "%1, something without text")).arg(message.replyAuthor)
        : QStringLiteral("%1  %2").arg(message.replyAuthor, message.replyText);
}

QString timesOf(const ConversationRow &row)
{
    QStringList lines;
    const qint64 written = row.turn ? row.turn->startedMs : row.message.written().count();
    lines << (row.turn ? say(QT_TRANSLATE_NOOP("row", "Begun %1"))
                       : say(QT_TRANSLATE_NOOP("row", "Written %1")))
                 .arg(absoluteTime(written));
    if (row.edited && row.message.editedMs > 0)
        lines << say(QT_TRANSLATE_NOOP("row", "Edited %1")).arg(absoluteTime(row.message.editedMs));
    if (row.deleted && row.deletedMs > 0)
        lines << say(QT_TRANSLATE_NOOP("row", "Deleted %1")).arg(absoluteTime(row.deletedMs));
    return lines.join(QLatin1Char('\n'));
}

QString restartWord(RestartReason reason)
{
    switch (reason) {
    case RestartReason::NewerMessage:
        return say(QT_TRANSLATE_NOOP("row", "begun anew for a newer message"));
    case RestartReason::Edited:
        return say(QT_TRANSLATE_NOOP("row", "begun anew for an edit"));
    case RestartReason::Deleted:
        return say(QT_TRANSLATE_NOOP("row", "begun anew after a deletion"));
    }
    Q_UNREACHABLE();
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
    if (turn.restartedFor)
        parts << restartWord(*turn.restartedFor);
    if (!turn.why.isEmpty())
        parts << (live ? say(QT_TRANSLATE_NOOP("row", "why it answers: %1"))
                       : say(QT_TRANSLATE_NOOP("row", "why it answered: %1")))
                     .arg(turn.why);
    return parts.join(QStringLiteral("    "));
}

/// Stands in place of what was said, muted.
QString unrecorded()
{
    return QStringLiteral("-# ") + textlessWords();
}

/// A turn that is under way, or that failed, has nothing to say yet.
bool hasSpoken(const TurnView &turn)
{
    return turn.state == TurnState::Posting || turn.state == TurnState::Done;
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
    RowText text;
    if (!row.note.isEmpty()) {
        text.note = row.note;
        text.times = absoluteTime(row.atMs);
        return text;
    }
    if (row.turn) {
        text = turnText(*row.turn, mateName, nowMs);
        text.canTryAgain = row.turn->state == TurnState::Failed && !row.turn->triedAgain
            && !row.turn->replayOf && !row.turn->asked.isEmpty();
        if (row.textless && text.body.isEmpty() && hasSpoken(*row.turn))
            text.body = unrecorded();
    } else {
        text.author = row.textless ? say(QT_TRANSLATE_NOOP("row", "someone")) : row.message.authorName();
        text.when = clockTime(row.message.written().count(), nowMs);
        text.reference = row.textless ? QString() : referenceOf(row.message);
        text.body = row.textless ? unrecorded() : bodyOf(row.message);
        text.cards = cardsOf(row.message);
    }
    text.times = timesOf(row);
    if (row.deleted)
        text.when += QStringLiteral(" · ") + say(QT_TRANSLATE_NOOP("row", "deleted"));
    else if (row.edited)
        text.when += QStringLiteral(" · ") + say(QT_TRANSLATE_NOOP("row", "edited"));
    if (row.ignored)
        text.meta = say(QT_TRANSLATE_NOOP("row", "ignored: %1")).arg(explain(*row.ignored));
    text.struck = row.deleted;
    text.faded = text.faded || row.deleted || row.ignored.has_value();
    return text;
}

QString plainTextOf(const RowText &text)
{
    if (!text.note.isEmpty())
        return text.note;
    QStringList lines{QStringLiteral("%1, %2").arg(text.author, text.when)};
    if (!text.reference.isEmpty())
        lines << say(QT_TRANSLATE_NOOP("row", "Answers %1")).arg(text.reference);
    if (!text.body.isEmpty())
        lines << text.body;
    for (const MessageCard &card : text.cards)
        lines << plainTextOf(card);
    for (const QString &part : {text.problem, text.meta}) {
        if (!part.isEmpty())
            lines << part;
    }
    return lines.join(QLatin1Char('\n'));
}

quint64 keyOf(const ConversationRow &row)
{
    // A snowflake never has the highest bit set before the year 2084.
    constexpr quint64 turnBit = quint64(1) << 63;
    constexpr quint64 noteBits = quint64(3) << 62;
    if (!row.note.isEmpty())
        return noteBits | quint64(row.seq);
    return row.turn ? turnBit | quint64(row.turn->id) : row.message.id.value;
}

} // namespace loopflow
