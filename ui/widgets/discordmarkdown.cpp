#include "ui/widgets/discordmarkdown.h"

#include "ui/widgets/discordinline.h"

#include <QRegularExpression>
#include <QStringList>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

class Parser {
public:
    explicit Parser(const MentionNames &names)
        : m_names(names)
    {
    }

    void parse(const QString &text)
    {
        qsizetype at = 0;
        while (at < text.size()) {
            const qsizetype fence = text.indexOf("```"_L1, at);
            if (fence < 0)
                break;
            lines(text.mid(at, fence - at));
            endParagraph();
            const qsizetype end = text.indexOf("```"_L1, fence + 3);
            code(text.mid(fence + 3, end < 0 ? -1 : end - fence - 3));
            at = end < 0 ? text.size() : end + 3;
            if (at < text.size() && text[at] == u'\n')
                ++at;
        }
        lines(text.mid(at));
        endParagraph();
    }

    QList<MarkdownBlock> blocks;

private:
    void lines(const QString &text)
    {
        if (text.isEmpty())
            return;
        QStringList all = text.split(u'\n');
        // The break that ends the last line begins no further one.
        if (all.last().isEmpty())
            all.removeLast();
        for (const QString &line : all)
            this->line(line);
    }

    void line(QStringView text)
    {
        bool quoted = m_quotedToTheEnd;
        if (!quoted && text.startsWith(">>> "_L1)) {
            m_quotedToTheEnd = quoted = true;
            text = text.mid(4);
        } else if (!quoted && (text.startsWith("> "_L1) || text == u">")) {
            quoted = true;
            text = text.mid(2);
        }
        if (quoted != m_quoted)
            endParagraph();
        m_quoted = quoted;
        if (text.trimmed().isEmpty()) {
            endParagraph();
            m_gap = true;
        } else if (!special(text)) {
            if (!m_paragraph.isEmpty())
                m_paragraph += u'\n';
            m_paragraph += text;
        }
    }

    bool special(QStringView text)
    {
        static const QRegularExpression form(
            u"\\A(?:(?<hash>#{1,3}) +(?<head>\\S.*)|-# +(?<sub>\\S.*)"
            "|(?<indent> *)(?:(?<bullet>[-*])|(?<number>\\d{1,4})\\.) +(?<item>\\S.*))\\z"_s);
        const auto match = form.match(text);
        if (!match.hasMatch())
            return false;
        endParagraph();
        if (match.hasCaptured(u"head"_s)) {
            add({.kind = MarkdownBlock::Heading, .level = int(match.capturedLength(u"hash"_s))},
                match.capturedView(u"head"_s));
        } else if (match.hasCaptured(u"sub"_s)) {
            add({.kind = MarkdownBlock::Subtext}, match.capturedView(u"sub"_s));
        } else {
            const int level = int(qMin<qsizetype>(match.capturedLength(u"indent"_s) / 2, 8));
            const QString marker = match.hasCaptured(u"number"_s)
                ? QString::number(nextNumber(level, match.captured(u"number"_s).toInt())) + u'.'
                : QString(level == 0 ? QChar(0x2022) : QChar(0x25e6));
            add({.kind = MarkdownBlock::ListItem, .level = level, .marker = marker},
                match.capturedView(u"item"_s));
        }
        return true;
    }

    // Discord counts on from a list's first number, whatever is written.
    int nextNumber(int level, int written) const
    {
        for (auto block = blocks.crbegin(); block != blocks.crend(); ++block) {
            const bool inList = block->kind == MarkdownBlock::ListItem && block->level >= level;
            if (!inList)
                break;
            if (block->level == level)
                return block->marker.endsWith(u'.') ? block->marker.chopped(1).toInt() + 1 : written;
        }
        return written;
    }

    void code(QString text)
    {
        static const QRegularExpression languageLine(u"\\A([A-Za-z0-9+#._-]{1,32})\\n"_s);
        MarkdownBlock block{.kind = MarkdownBlock::Code, .quoted = m_quotedToTheEnd};
        const auto match = languageLine.match(text);
        if (match.hasMatch()) {
            block.language = match.captured(1);
            text = text.mid(match.capturedLength());
        } else if (text.startsWith(u'\n')) {
            text = text.mid(1);
        }
        while (text.endsWith(u'\n'))
            text.chop(1);
        block.spans << MarkdownSpan{text, SpanStyle::Code, {}};
        m_gap = false;
        blocks << block;
    }

    void endParagraph()
    {
        if (m_paragraph.isEmpty())
            return;
        const QString text = std::exchange(m_paragraph, {});
        add({.kind = MarkdownBlock::Paragraph}, text);
    }

    void add(MarkdownBlock block, QStringView text)
    {
        block.quoted = m_quoted;
        block.gapBefore = std::exchange(m_gap, false) && !blocks.isEmpty();
        block.spans = parseDiscordInline(text, m_names);
        blocks << block;
    }

    const MentionNames &m_names;
    QString m_paragraph;
    bool m_quoted = false;
    bool m_quotedToTheEnd = false;
    bool m_gap = false;
};

} // namespace

bool isEmojiAlone(const QString &text)
{
    constexpr qsizetype most = 27;
    static const QRegularExpression form(
        u"\\A(?:\\s|\\x{FE0F}|\\x{200D}|\\p{Emoji_Modifier}|[0-9#*]\\x{FE0F}?\\x{20E3}"
        "|\\p{Regional_Indicator}|\\p{Extended_Pictographic}|[\\x{E0020}-\\x{E007F}])+\\z"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return !text.trimmed().isEmpty() && text.size() <= 4 * most && form.match(text).hasMatch();
}

QList<MarkdownBlock> parseDiscordMarkdown(const QString &text, const MentionNames &names)
{
    Parser parser(names);
    QString unix = text;
    parser.parse(unix.remove(u'\r'));
    return parser.blocks;
}

QString plainLine(const QString &text)
{
    QString line;
    const auto blocks = parseDiscordMarkdown(text, {});
    for (const MarkdownBlock &block : blocks) {
        line += u' ' + block.marker + u' ';
        for (const MarkdownSpan &span : block.spans)
            line += span.styles.testFlag(SpanStyle::Spoiler) ? u"▮▮▮"_s : span.text;
    }
    return line.simplified();
}

} // namespace loopflow
