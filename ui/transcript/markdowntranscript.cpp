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

} // namespace loopflow
