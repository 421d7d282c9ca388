#include "ui/transcript/markdowntranscript.h"

#include "core/base/secretmask.h"
#include "ui/inspector/rowtext.h"
#include "ui/transcript/transcriptwords.h"

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

QString quoted(QString text)
{
    return u"> "_s + text.replace(u'\n', u"\n> "_s);
}

QString oneLine(const QString &text) { return text.simplified(); }

/// Longer than any run of backticks in the text, so that the text cannot end the block.
QString fenceFor(const QString &text)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return QString(std::max<qsizetype>(3, longest + 1), u'`');
}

} // namespace

MarkdownTranscript::MarkdownTranscript(TranscriptHead head)
    : m_head(std::move(head))
{
}

QByteArray MarkdownTranscript::begin()
{
    return withoutSecrets(u"# %1\n\n%2\n"_s.arg(transcriptTitle(m_head), transcriptOrigin(m_head))).toUtf8();
}

QByteArray MarkdownTranscript::row(const ConversationRow &row)
{
    const RowText text = textOf(row, m_head.mate, m_head.writtenMs);
    QStringList parts;
    if (!text.note.isEmpty()) {
        parts << u"*%1*"_s.arg(text.note);
    } else {
        QStringList marks = rowMarks(row, m_head.writtenMs);
        parts << u"**%1** · %2"_s.arg(text.author, marks.join(u" · "_s));
        if (!text.reference.isEmpty())
            parts << quoted(text.reference);
        if (!text.body.isEmpty())
            parts << text.body;
        for (const MessageCard &card : text.cards)
            parts << u"- "_s + plainTextOf(card);
        for (const QString &line : {text.problem, text.meta}) {
            if (!line.isEmpty())
                parts << u"*%1*"_s.arg(line.simplified());
        }
    }
    return withoutSecrets(u"\n---\n\n"_s + parts.join(u"\n\n"_s) + u'\n').toUtf8();
}

QByteArray MarkdownTranscript::end()
{
    return {};
}

QByteArray MarkdownTranscript::heading(const QString &text)
{
    return withoutSecrets(u"\n## %1\n"_s.arg(oneLine(text))).toUtf8();
}

QByteArray MarkdownTranscript::sentence(const QString &text)
{
    return text.isEmpty() ? QByteArray() : withoutSecrets(u"\n%1\n"_s.arg(oneLine(text))).toUtf8();
}

QByteArray MarkdownTranscript::exact(const QString &caption, const QString &text)
{
    const QString fence = fenceFor(text);
    return withoutSecrets(u"\n**%1**\n\n"_s.arg(oneLine(caption)) + fence + u'\n' + text + u'\n' + fence + u'\n').toUtf8();
}

QByteArray MarkdownTranscript::steps(const QList<StepLine> &steps)
{
    QStringList lines{{}, u"| %1 |"_s.arg(stepTitles().join(u" | "_s)), u"|---|--:|--:|---|"_s};
    for (const StepLine &step : steps) {
        QStringList cells{step.name, step.from, step.took, step.detail};
        for (QString &cell : cells)
            cell = oneLine(cell).replace(u'|', u"\\|"_s);
        lines << u"| %1 |"_s.arg(cells.join(u" | "_s));
    }
    return withoutSecrets(lines.join(u'\n') + u'\n').toUtf8();
}

} // namespace loopflow
