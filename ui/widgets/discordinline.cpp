#include "ui/widgets/discordinline.h"

#include "ui/widgets/words.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <optional>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

// Deeper nesting has no meaning to a reader, and recursion must end.
constexpr int deepest = 12;

struct Emphasis {
    QLatin1StringView mark;
    SpanStyles styles;
};

// Longer marks first: "**" must not be read as "*" twice.
const Emphasis emphases[] = {
    {"***"_L1, SpanStyle::Bold | SpanStyle::Italic},
    {"**"_L1, SpanStyle::Bold},
    {"__"_L1, SpanStyle::Underline},
    {"~~"_L1, SpanStyle::Strike},
    {"||"_L1, SpanStyle::Spoiler},
    {"*"_L1, SpanStyle::Italic},
    {"_"_L1, SpanStyle::Italic},
};

QString dateOf(qint64 seconds, QStringView format)
{
    const QDateTime at = QDateTime::fromSecsSinceEpoch(seconds);
    if (!at.isValid())
        return QString::number(seconds);
    if (format == u'R')
        return timeFromNow(seconds * 1000, QDateTime::currentMSecsSinceEpoch());
    if (format == u'F')
        return QLocale().toString(at, u"dddd, d MMMM yyyy HH:mm"_s);
    if (format == u't' || format == u'T')
        return QLocale().toString(
            at.time(), format == u't' ? QLocale::ShortFormat : QLocale::LongFormat);
    if (format == u'd' || format == u'D')
        return QLocale().toString(
            at.date(), format == u'd' ? QLocale::ShortFormat : QLocale::LongFormat);
    return QLocale().toString(at, QLocale::ShortFormat);
}

class Inline {
public:
    explicit Inline(const MentionNames &names)
        : m_names(names)
    {
    }

    void parse(QStringView text, SpanStyles styles, const QString &href, int depth)
    {
        qsizetype at = 0;
        while (at < text.size()) {
            const qsizetype used = depth < deepest ? special(text, at, styles, href, depth) : 0;
            if (used == 0)
                add(text.mid(at, 1).toString(), styles, href);
            at += qMax<qsizetype>(1, used);
        }
    }

    QList<MarkdownSpan> spans;

private:
    void add(const QString &text, SpanStyles styles, const QString &href, const QString &tip = {})
    {
        const bool joins = !spans.isEmpty() && spans.last().styles == styles
            && spans.last().href == href && spans.last().tip == tip
            && !styles.testFlag(SpanStyle::Mention);
        if (joins)
            spans.last().text += text;
        else
            spans << MarkdownSpan{text, styles, href, tip};
    }

    /// How many characters a construct at `at` takes; 0 when there is none.
    qsizetype special(
        QStringView text, qsizetype at, SpanStyles styles, const QString &href, int depth)
    {
        const QStringView rest = text.mid(at);
        switch (rest.front().unicode()) {
        case u'\\':
            return escape(rest, styles, href);
        case u'`':
            return code(rest, styles, href);
        case u'<':
            return angle(rest, styles, href);
        case u'[':
            return maskedLink(rest, styles, href, depth);
        case u'h':
            return href.isEmpty() ? bareLink(text, at, styles) : 0;
        case u'@':
            return everyone(rest, styles);
        case u'*':
        case u'_':
        case u'~':
        case u'|':
            return emphasis(text, at, styles, href, depth);
        default:
            return 0;
        }
    }

    qsizetype escape(QStringView rest, SpanStyles styles, const QString &href)
    {
        if (rest.size() < 2 || rest[1].isLetterOrNumber() || rest[1].isSpace())
            return 0;
        add(rest.mid(1, 1).toString(), styles, href);
        return 2;
    }

    qsizetype code(QStringView rest, SpanStyles styles, const QString &href)
    {
        const qsizetype ticks = rest.startsWith("``"_L1) ? 2 : 1;
        const QStringView mark = rest.left(ticks);
        const qsizetype end = rest.indexOf(mark, ticks);
        if (end <= ticks)
            return 0;
        add(rest.mid(ticks, end - ticks).toString(), styles | SpanStyle::Code, href);
        return end + ticks;
    }

    qsizetype everyone(QStringView rest, SpanStyles styles)
    {
        for (const auto word : {"@everyone"_L1, "@here"_L1}) {
            if (rest.startsWith(word)) {
                add(word.toString(), styles | SpanStyle::Mention, {});
                return word.size();
            }
        }
        return 0;
    }

    qsizetype angle(QStringView rest, SpanStyles styles, const QString &href)
    {
        static const QRegularExpression form(
            u"\\A<(?:@!?(?<user>\\d{1,20})|@&(?<role>\\d{1,20})|#(?<channel>\\d{1,20})|a?:(?<emoji>"
            u"\\w{2,32}):\\d{1,20}"
            "|t:(?<time>-?\\d{1,13})(?::(?<format>[tTdDfFR]))?|/"
            "(?<command>[^:>\\n]{1,100}):\\d{1,20}"
            "|id:(?<place>customize|browse|guide|home)"
            "|(?<link>https?://[^\\s>]+))>"_s);
        const qsizetype end = rest.indexOf(u'>');
        if (end < 0)
            return 0;
        const auto match = form.match(rest.left(end + 1));
        if (!match.hasMatch())
            return 0;
        const SpanStyles pill = styles | SpanStyle::Mention;
        if (match.hasCaptured(u"user"_s))
            add(u'@' + m_names.value(match.captured(u"user"_s).toULongLong(), u"unknown-user"_s),
                pill, {});
        else if (match.hasCaptured(u"role"_s))
            add(u'@' + m_names.value(match.captured(u"role"_s).toULongLong(), u"role"_s), pill, {});
        else if (match.hasCaptured(u"channel"_s))
            add(u'#' + m_names.value(match.captured(u"channel"_s).toULongLong(), u"channel"_s),
                pill, {});
        else if (match.hasCaptured(u"emoji"_s))
            add(u':' + match.captured(u"emoji"_s) + u':', styles, href);
        else if (match.hasCaptured(u"time"_s))
            add(dateOf(match.captured(u"time"_s).toLongLong(), match.capturedView(u"format"_s)),
                styles | SpanStyle::Time, {},
                absoluteTime(match.captured(u"time"_s).toLongLong() * 1000));
        else if (match.hasCaptured(u"place"_s))
            add(u"#Channels & Roles"_s, pill, {});
        else if (match.hasCaptured(u"command"_s))
            add(u'/' + match.captured(u"command"_s), pill, {});
        else
            add(match.captured(u"link"_s), styles, match.captured(u"link"_s));
        return match.capturedLength();
    }

    qsizetype maskedLink(QStringView rest, SpanStyles styles, const QString &href, int depth)
    {
        static const QRegularExpression form(
            u"\\A\\[(?<text>[^\\[\\]\\n]+)\\]\\((?:<(?<in>https?://[^\\s<>]+)>|(?<address>https?://"
            "(?:[^\\s()]|\\([^\\s()]*\\))+))(?: +[\"'][^\"'\\n]*[\"'])?\\)"_s);
        const auto match = form.match(rest.left(2000));
        if (!match.hasMatch() || !href.isEmpty())
            return 0;
        const QString address = match.captured(u"in"_s) + match.captured(u"address"_s);
        parse(match.capturedView(u"text"_s), styles, address, depth + 1);
        return match.capturedLength();
    }

    qsizetype bareLink(QStringView text, qsizetype at, SpanStyles styles)
    {
        static const QRegularExpression form(u"\\Ahttps?://[^\\s<>]+[^\\s<>.,:;!?'\"*_~|)\\]]"_s);
        if (at > 0 && text[at - 1].isLetterOrNumber())
            return 0;
        const auto match = form.match(text.mid(at, 2000));
        if (!match.hasMatch())
            return 0;
        add(match.captured(), styles, match.captured());
        return match.capturedLength();
    }

    qsizetype emphasis(
        QStringView text, qsizetype at, SpanStyles styles, const QString &href, int depth)
    {
        const QStringView rest = text.mid(at);
        for (const Emphasis &kind : emphases) {
            if (!rest.startsWith(kind.mark))
                continue;
            const auto end = closing(text, at, kind.mark);
            if (!end)
                continue;
            const qsizetype inside = at + kind.mark.size();
            parse(text.mid(inside, *end - inside), styles | kind.styles, href, depth + 1);
            return *end + kind.mark.size() - at;
        }
        return 0;
    }

    static std::optional<qsizetype> closing(QStringView text, qsizetype at, QLatin1StringView mark)
    {
        const QChar sign = mark.front();
        const bool single = mark.size() == 1;
        const qsizetype inside = at + mark.size();
        if (inside >= text.size() || (single && text[inside].isSpace()))
            return std::nullopt;
        // snake_case is no emphasis.
        if (mark == "_"_L1 && at > 0 && text[at - 1].isLetterOrNumber())
            return std::nullopt;
        for (qsizetype end = text.indexOf(mark, inside + 1); end >= 0;
             end = text.indexOf(mark, end + 1)) {
            qsizetype run = end;
            while (run < text.size() && text[run] == sign)
                ++run;
            if (single && run - end != 1 && run - end != 3) {
                end = run - 1;
                continue;
            }
            if (mark == "_"_L1 && end + 1 < text.size() && text[end + 1].isLetterOrNumber())
                continue;
            if (single && text[end - 1].isSpace())
                continue;
            return end;
        }
        return std::nullopt;
    }

    const MentionNames &m_names;
};

} // namespace

QList<MarkdownSpan> parseDiscordInline(QStringView text, const MentionNames &names)
{
    Inline inside(names);
    inside.parse(text, {}, {}, 0);
    return inside.spans;
}

} // namespace loopflow
