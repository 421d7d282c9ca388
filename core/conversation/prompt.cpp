#include "core/conversation/prompt.h"

#include "core/discord/messagetext.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

// Cut strings leave half a surrogate pair behind, which JSON encoders and servers refuse (reference: LLM §8).
QString withoutBrokenUnits(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            out += c;
            out += text[++i];
        } else if (!c.isSurrogate() && c != QChar::Null) {
            out += c;
        }
    }
    return out;
}

// Asked messages win over their fetched copies: an edit that restarted the turn may be newer than the page.
QList<discord::Message> merged(const TurnStarted &setup, const QList<discord::Message> &history)
{
    const discord::MessageId newest = setup.asked.constLast().id;
    QMap<quint64, discord::Message> byId;
    for (const discord::Message &message : history) {
        if (message.id <= newest)
            byId.insert(message.id.value, message);
    }
    for (const discord::Message &message : setup.asked)
        byId.insert(message.id.value, message);
    return byId.values();
}

QList<PromptLine> linesOf(const TurnStarted &setup, const QList<discord::Message> &messages)
{
    QSet<quint64> asked;
    for (const discord::Message &message : setup.asked)
        asked.insert(message.id.value);
    QList<PromptLine> lines;
    for (const discord::Message &message : messages) {
        const bool own = message.author.id == setup.bot;
        const bool isAsked = asked.contains(message.id.value);
        if (own && discord::isNewConversationMarker(message.content)) {
            lines.removeIf([](const PromptLine &line) { return !line.asked; });
            continue;
        }
        if (!isAsked && (!message.isChat() || (own && discord::isServiceLine(message.content))))
            continue;
        discord::Message readable = message;
        if (own)
            readable.embeds.clear(); // link previews are no words of the mate's
        QString text = withoutBrokenUnits(discord::readableText(readable)).trimmed();
        if (text.isEmpty() && isAsked)
            text = u"[a message without anything that can be read]"_s;
        if (text.isEmpty() || (!isAsked && text == u"/new"))
            continue;
        lines.append({message.id, own ? llm::Role::Assistant : llm::Role::User,
            own ? QString() : message.authorName(), text, isAsked, 0});
    }
    return lines;
}

// More than one person (or another mate) can speak: every line then says who does.
void nameSpeakers(QList<PromptLine> &lines)
{
    QSet<QString> speakers;
    for (const PromptLine &line : std::as_const(lines)) {
        if (line.role == llm::Role::User)
            speakers.insert(line.speaker);
    }
    if (speakers.size() < 2)
        return;
    for (PromptLine &line : lines) {
        if (line.role == llm::Role::User)
            line.text = line.speaker + u": "_s + line.text;
    }
}

// Ids are times: of messages at regular intervals the plain remainder would mark all or none.
quint64 mixed(quint64 id) { return (id * 0x9E3779B97F4A7C15U) >> 32; }

// Where the history begins. A plain "newest that fit" would move with every message, and every request would miss
// the provider's prompt cache; so it begins at a message whose id happens to be marked, and jumps to the next only
// when that one no longer fits.
qsizetype beginOf(const QList<PromptLine> &lines, int budget, int pageSize, bool cutByPage)
{
    qint64 sum = 0;
    qsizetype begin = lines.size();
    while (begin > 0 && (lines[begin - 1].asked || sum + lines[begin - 1].tokens <= budget)) {
        --begin;
        sum += lines[begin].asked ? 0 : lines[begin].tokens;
    }
    if (begin == 0 && !cutByPage)
        return 0;
    const quint64 step = static_cast<quint64>(std::max(2, pageSize / 4));
    const qsizetype latest = begin + (lines.size() - begin) / 2;
    for (qsizetype i = begin; i < latest; ++i) {
        if (mixed(lines[i].id.value) % step == 0)
            return i;
    }
    return begin;
}

// What the model's context, where it is known, leaves of the budget beside `fixed` tokens and the reply.
int budgetWithin(const TurnStarted &setup, int budget, qint64 fixed)
{
    if (setup.traits.contextLimit <= 0)
        return budget;
    const qint64 room
        = setup.traits.contextLimit * 9 / 10 - setup.parameters.maxTokens.value_or(1024) - fixed;
    return static_cast<int>(std::clamp<qint64>(room, 0, budget));
}

qint64 estimated(const TurnStarted &setup, const QString &text)
{
    return static_cast<qint64>(static_cast<double>(llm::estimateTokens(text)) * setup.traits.tokenRatio);
}

QList<llm::ChatMessage> mergedTurns(const QList<PromptLine> &lines)
{
    QList<llm::ChatMessage> messages;
    for (const PromptLine &line : lines) {
        if (messages.isEmpty() && line.role == llm::Role::Assistant)
            continue; // the strictest servers want a person first
        if (!messages.isEmpty() && messages.constLast().role == line.role)
            messages.last().text += u'\n' + line.text;
        else
            messages.append({line.role, line.text});
    }
    return messages;
}

} // namespace

const QStringList &promptVariables()
{
    static const QStringList names{u"date"_s, u"time"_s, u"mate"_s, u"user"_s, u"server"_s, u"channel"_s};
    return names;
}

QMap<QString, QString> variableValues(const QDateTime &now, const QString &mate, const QString &user,
    const QString &server, const QString &channel)
{
    return {{u"date"_s, now.date().toString(Qt::ISODate)}, {u"time"_s, now.toString(u"HH:mm"_s)},
        {u"mate"_s, mate}, {u"user"_s, user}, {u"server"_s, server}, {u"channel"_s, channel}};
}

QList<PromptPiece> promptPieces(const QString &text, const QMap<QString, QString> &values)
{
    static const QRegularExpression pattern(u"\\{\\{\\s*(\\w+)\\s*\\}\\}"_s);
    QList<PromptPiece> pieces;
    qsizetype from = 0;
    const auto addOwn = [&](qsizetype to) {
        if (to > from)
            pieces.append({PromptPiece::Own, text.sliced(from, to - from), {}});
    };
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(1);
        const auto value = values.constFind(name);
        addOwn(match.capturedStart());
        if (value == values.constEnd())
            pieces.append({PromptPiece::Unknown, match.captured(), name});
        else
            pieces.append({PromptPiece::Value, *value, name});
        from = match.capturedEnd();
    }
    addOwn(text.size());
    return pieces;
}

QString fillVariables(const QString &text, const QMap<QString, QString> &values)
{
    QString out;
    for (const PromptPiece &piece : promptPieces(text, values))
        out += piece.text;
    return out;
}

QList<PromptLine> promptLines(const TurnStarted &setup, const HistoryFetched &history)
{
    QList<PromptLine> lines = linesOf(setup, merged(setup, history.messages));
    nameSpeakers(lines);
    for (PromptLine &line : lines)
        line.tokens = estimated(setup, line.text);
    return lines;
}

BuiltRequest buildRequest(const TurnStarted &setup, const HistoryFetched &history, int budget)
{
    const QList<PromptLine> lines = promptLines(setup, history);
    BuiltRequest built;
    built.request.system = withoutBrokenUnits(fillVariables(setup.promptText, setup.variables)).trimmed();
    built.estimatedTokens = estimated(setup, built.request.system);
    for (const PromptLine &line : lines)
        built.estimatedTokens += line.asked ? line.tokens : 0;
    const qsizetype begin = beginOf(lines, budgetWithin(setup, budget, built.estimatedTokens),
        setup.historyMessages, history.more);
    QList<PromptLine> kept;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i < begin && !lines[i].asked)
            continue;
        kept.append(lines[i]);
        built.estimatedTokens += lines[i].asked ? 0 : lines[i].tokens;
    }
    built.leftOut = static_cast<int>(lines.size() - kept.size());
    built.request.model = setup.model;
    built.request.messages = mergedTurns(kept);
    built.request.parameters = setup.parameters;
    return built;
}

QString cleanReply(const QString &text, const QString &mateName)
{
    QString reply = text.trimmed();
    if (!mateName.isEmpty() && reply.startsWith(mateName + u':'))
        reply = reply.mid(mateName.size() + 1).trimmed();
    return reply;
}

} // namespace loopflow
