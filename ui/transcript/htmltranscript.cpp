#include "ui/transcript/htmltranscript.h"

#include "core/base/resources.h"
#include "core/base/secretmask.h"
#include "ui/inspector/rowtext.h"
#include "ui/transcript/transcriptwords.h"

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

QString spanHtml(const MarkdownSpan &span)
{
    QString html = span.text.toHtmlEscaped();
    const auto wrap = [&](SpanStyle style, const QString &open, const QString &close) {
        if (span.styles.testFlag(style))
            html = open + html + close;
    };
    wrap(SpanStyle::Code, u"<code>"_s, u"</code>"_s);
    wrap(SpanStyle::Bold, u"<b>"_s, u"</b>"_s);
    wrap(SpanStyle::Italic, u"<i>"_s, u"</i>"_s);
    wrap(SpanStyle::Underline, u"<u>"_s, u"</u>"_s);
    wrap(SpanStyle::Strike, u"<s>"_s, u"</s>"_s);
    wrap(SpanStyle::Mention, u"<span class=\"mention\">"_s, u"</span>"_s);
    if (!span.href.isEmpty())
        html = u"<a rel=\"noopener noreferrer\" href=\"%1\">%2</a>"_s.arg(span.href.toHtmlEscaped(), html);
    else if (!span.tip.isEmpty())
        html = u"<span title=\"%1\">%2</span>"_s.arg(span.tip.toHtmlEscaped(), html);
    wrap(SpanStyle::Spoiler, u"<span class=\"spoiler\" tabindex=\"0\">"_s, u"</span>"_s);
    return html;
}

QString blockHtml(const MarkdownBlock &block)
{
    QString inside;
    for (const MarkdownSpan &span : block.spans)
        inside += block.kind == MarkdownBlock::Code ? span.text.toHtmlEscaped() : spanHtml(span);
    switch (block.kind) {
    case MarkdownBlock::Code:
        return u"<pre>%1</pre>"_s.arg(inside);
    case MarkdownBlock::Heading:
        return u"<p class=\"heading\">%1</p>"_s.arg(inside);
    case MarkdownBlock::Subtext:
        return u"<p class=\"subtext\">%1</p>"_s.arg(inside);
    case MarkdownBlock::ListItem:
        return u"<p class=\"item\" style=\"margin-left:%1em\">%2 %3</p>"_s.arg(block.level).arg(
            block.marker.toHtmlEscaped(), inside);
    case MarkdownBlock::Paragraph:
        return u"<p>%1</p>"_s.arg(inside);
    }
    Q_UNREACHABLE();
}

QString paragraph(const QString &kind, const QString &text)
{
    return text.isEmpty() ? QString() : u"<p class=\"%1\">%2</p>\n"_s.arg(kind, text.toHtmlEscaped());
}

} // namespace

QString htmlOf(const QString &markdown, const MentionNames &names)
{
    QString html;
    const auto blocks = parseDiscordMarkdown(markdown, names);
    for (const MarkdownBlock &block : blocks) {
        const QString inside = blockHtml(block);
        html += block.quoted ? u"<div class=\"quoted\">%1</div>\n"_s.arg(inside) : inside + u'\n';
    }
    return html;
}

HtmlTranscript::HtmlTranscript(TranscriptHead head, MentionNames names)
    : m_head(std::move(head))
    , m_names(std::move(names))
{
}

QByteArray HtmlTranscript::begin()
{
    QString page = QString::fromUtf8(readResource(u"transcript.html"_s));
    page.replace(u"{{title}}"_s, transcriptTitle(m_head).toHtmlEscaped());
    page.replace(u"{{origin}}"_s, transcriptOrigin(m_head).toHtmlEscaped());
    return withoutSecrets(page).toUtf8();
}

QByteArray HtmlTranscript::row(const ConversationRow &row)
{
    const RowText text = textOf(row, m_head.mate, m_head.writtenMs);
    if (!text.note.isEmpty())
        return withoutSecrets(u"<article>%1</article>\n"_s.arg(paragraph(u"note"_s, text.note))).toUtf8();
    QStringList kinds;
    if (text.faded)
        kinds << u"faded"_s;
    if (text.struck)
        kinds << u"struck"_s;
    QString html = u"<article class=\"%1\">\n"_s.arg(kinds.join(u' '));
    html += paragraph(u"reference"_s, text.reference);
    html += u"<h2>%1</h2> <time>%2</time>\n"_s.arg(
        text.author.toHtmlEscaped(), rowMarks(row, m_head.writtenMs).join(u" · "_s).toHtmlEscaped());
    html += u"<div class=\"body\">%1</div>\n"_s.arg(htmlOf(text.body, m_names));
    for (const MessageCard &card : text.cards)
        html += paragraph(u"meta"_s, plainTextOf(card));
    html += paragraph(u"problem"_s, text.problem) + paragraph(u"meta"_s, text.meta);
    return withoutSecrets(html + u"</article>\n"_s).toUtf8();
}

QByteArray HtmlTranscript::end()
{
    return "</body>\n</html>\n";
}

QByteArray HtmlTranscript::heading(const QString &text)
{
    return withoutSecrets(u"<h2 class=\"part\">%1</h2>\n"_s.arg(text.toHtmlEscaped())).toUtf8();
}

QByteArray HtmlTranscript::sentence(const QString &text)
{
    return withoutSecrets(paragraph(u"sentence"_s, text)).toUtf8();
}

QByteArray HtmlTranscript::exact(const QString &caption, const QString &text)
{
    return withoutSecrets(paragraph(u"caption"_s, caption) + u"<pre>"_s + text.toHtmlEscaped() + u"</pre>\n"_s).toUtf8();
}

QByteArray HtmlTranscript::steps(const QList<StepLine> &steps)
{
    const QStringList titles = stepTitles();
    QString html = u"<table>\n<tr><th>%1</th><th>%2</th><th>%3</th><th></th><th>%4</th></tr>\n"_s.arg(
        titles[0].toHtmlEscaped(), titles[1].toHtmlEscaped(), titles[2].toHtmlEscaped(), titles[3].toHtmlEscaped());
    for (const StepLine &step : steps) {
        const auto percent = [](double part) { return QString::number(100 * part, 'f', 1); };
        html += u"<tr><td>%1</td><td class=\"number\">%2</td><td class=\"number\">%3</td>"_s.arg(
            step.name.toHtmlEscaped(), step.from.toHtmlEscaped(), step.took.toHtmlEscaped());
        html += u"<td class=\"axis\"><i style=\"margin-inline-start:%1%;width:%2%\"></i></td><td>%3</td></tr>\n"_s.arg(
            percent(step.begin), percent(step.end - step.begin), step.detail.toHtmlEscaped());
    }
    return withoutSecrets(html + u"</table>\n"_s).toUtf8();
}

} // namespace loopflow
