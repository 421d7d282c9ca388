#include "core/discord/messagetext.h"

#include "core/discord/postsplitter.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace loopflow::discord {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestDescription = 300;

/// Everything in Discord's own notation, in one expression: a name that looks like a mention stays a name.
const QRegularExpression &notation()
{
    static const QRegularExpression expression(
        u"<@!?(?<user>\\d{1,20})>"
        "|(?<channel><#\\d{1,20}>)"
        "|(?<role><@&\\d{1,20}>)"
        "|<a?:(?<emoji>\\w{1,40}):\\d{1,20}>"
        "|<t:(?<time>-?\\d{1,12})(?::[a-zA-Z])?>"
        "|</(?<command>[^<>:]{1,100}):\\d{1,20}>"
        "|(?<cdn>https?://(?:cdn\\.discordapp\\.com|media\\.discordapp\\.net)/[^\\s<>?]+)\\?[^\\s<>()\\[\\]\"]*"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

QString nameOf(UserId id, const QList<User> &mentions)
{
    for (const User &user : mentions) {
        if (user.id == id)
            return u'@' + user.displayName();
    }
    return u"@unknown-user"_s;
}

QString readable(const QRegularExpressionMatch &match, const QList<User> &mentions)
{
    if (const auto user = match.capturedView(u"user"_s); !user.isEmpty())
        return nameOf(UserId::fromString(user), mentions);
    if (match.hasCaptured(u"channel"_s))
        return u"#channel"_s;
    if (match.hasCaptured(u"role"_s))
        return u"@role"_s;
    if (const auto emoji = match.capturedView(u"emoji"_s); !emoji.isEmpty())
        return u':' + emoji.toString() + u':';
    if (const auto seconds = match.capturedView(u"time"_s); !seconds.isEmpty()) {
        return QDateTime::fromSecsSinceEpoch(seconds.toLongLong(), Qt::UTC)
            .toString(u"yyyy-MM-dd HH:mm 'UTC'"_s);
    }
    if (const auto command = match.capturedView(u"command"_s); !command.isEmpty())
        return u'/' + command.toString();
    return match.captured(u"cdn"_s);
}

QString readableContent(const QString &content, const QList<User> &mentions)
{
    QString result;
    qsizetype copied = 0;
    for (auto it = notation().globalMatch(content); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += QStringView(content).mid(copied, match.capturedStart() - copied);
        result += readable(match, mentions);
        copied = match.capturedEnd();
    }
    result += QStringView(content).mid(copied);
    return result;
}

/// One bracketed line; empty details are left out.
QString bracketed(const QString &kind, const QString &name, const QString &detail = {})
{
    QString line = u'[' + kind;
    if (const QString text = name.simplified(); !text.isEmpty())
        line += u": "_s + text;
    if (!detail.isEmpty())
        line += u", "_s + detail;
    return line + u']';
}

QString seconds(double duration)
{
    return duration > 0 ? u"%1 s"_s.arg(qMax(1, qRound(duration))) : QString();
}

QString size(qint64 bytes)
{
    if (bytes <= 0)
        return {};
    if (bytes < 1024)
        return u"%1 B"_s.arg(bytes);
    if (bytes < 1024 * 1024)
        return u"%1 KB"_s.arg((bytes + 512) / 1024);
    return u"%1 MB"_s.arg(static_cast<double>(bytes) / (1024 * 1024), 0, 'f', 1);
}

bool isPicture(const Attachment &attachment)
{
    if (!attachment.contentType.isEmpty())
        return attachment.contentType.startsWith("image/"_L1);
    static const QStringList suffixes{u"png"_s, u"jpg"_s, u"jpeg"_s, u"gif"_s, u"webp"_s};
    const QString suffix = attachment.filename.section(u'.', -1).toLower();
    return attachment.filename.contains(u'.') && suffixes.contains(suffix);
}

QString describe(const Attachment &attachment)
{
    if (isPicture(attachment))
        return bracketed(u"picture"_s, attachment.filename);
    if (attachment.contentType.startsWith("video/"_L1))
        return bracketed(u"video"_s, attachment.filename, seconds(attachment.durationSeconds));
    if (attachment.contentType.startsWith("audio/"_L1))
        return bracketed(u"audio"_s, attachment.filename, seconds(attachment.durationSeconds));
    return bracketed(u"file"_s, attachment.filename, size(attachment.size));
}

/// Empty for the preview of a link that says nothing but the link.
QString describe(const Embed &embed, const QString &content)
{
    QString text = embed.title;
    if (!embed.description.isEmpty())
        text += (text.isEmpty() ? QString() : u" – "_s) + embed.description;
    if (text.isEmpty() && (embed.url.isEmpty() || content.contains(embed.url)))
        return {};
    text = readableContent(text.isEmpty() ? embed.url : text, {}).simplified();
    if (text.size() > longestDescription)
        text = text.left(longestDescription).trimmed() + u'…';
    return bracketed(u"embed"_s, text);
}

/// Discord takes neither NUL nor half a character.
QString withoutBrokenUnits(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            result.append(c);
            result.append(text[++i]);
        } else if (!c.isNull() && !c.isSurrogate()) {
            result.append(c);
        }
    }
    return result;
}

/// A model must not speak in Loopflow's name. In code nothing is small print, so code stays as it is.
QString withEscapedServiceLines(QString text)
{
    static const QRegularExpression lookAlike(u"^[^\\S\\n]*(?<mark>-#)[^\\S\\n]*loopflow[^\\S\\n]*:"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption
            | QRegularExpression::UseUnicodePropertiesOption);
    const QList<CodeFence> fences = findCodeFences(text);
    QList<qsizetype> marks;
    for (auto it = lookAlike.globalMatch(text); it.hasNext();) {
        const qsizetype at = it.next().capturedStart(u"mark"_s);
        const bool inCode = std::any_of(fences.begin(), fences.end(),
            [at](const CodeFence &fence) { return fence.begin < at && at < fence.end; });
        if (!inCode)
            marks.append(at);
    }
    for (auto mark = marks.crbegin(); mark != marks.crend(); ++mark)
        text.insert(*mark, u'\\');
    return text;
}

} // namespace

QString readableText(const Message &message)
{
    QStringList lines;
    const auto add = [&lines](const QString &line) {
        if (!line.isEmpty())
            lines.append(line);
    };
    add(readableContent(message.content, message.mentions));
    if (message.forward) {
        add(u"[forwarded message]"_s);
        add(readableContent(message.snapshotContent, message.mentions));
        for (const Attachment &attachment : message.snapshotAttachments)
            add(describe(attachment));
    }
    if (message.voice) {
        const auto duration
            = message.attachments.isEmpty() ? 0 : message.attachments.first().durationSeconds;
        add(bracketed(u"voice message"_s, {}, seconds(duration)));
    } else {
        for (const Attachment &attachment : message.attachments)
            add(describe(attachment));
    }
    for (const QString &sticker : message.stickers)
        add(bracketed(u"sticker"_s, sticker));
    if (!message.pollQuestion.isEmpty())
        add(bracketed(u"poll"_s, message.pollQuestion));
    for (const Embed &embed : message.embeds)
        add(describe(embed, message.content));
    return lines.join(u'\n');
}

bool isServiceLine(const QString &content) { return content.startsWith(serviceMark); }

QString serviceLine(const QString &text)
{
    QString line = serviceMark + u' ' + withoutBrokenUnits(text).simplified();
    if (line.size() <= messageLimit)
        return line;
    line.truncate(messageLimit - 1);
    if (line.back().isHighSurrogate())
        line.chop(1);
    return line + u'…';
}

QString newConversationMarker() { return serviceLine(u"new conversation"_s); }

bool isNewConversationMarker(const QString &content)
{
    return content.trimmed() == newConversationMarker();
}

QStringList splitForPosting(const QString &text)
{
    QString clean = withoutBrokenUnits(text);
    clean.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return PostSplitter(withEscapedServiceLines(clean), messageLimit).parts();
}

} // namespace loopflow::discord
