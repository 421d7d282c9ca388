#include "ui/transcript/transcriptwords.h"

#include "ui/inspector/rowtext.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>

namespace loopflow {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("transcript", text);
}

QString moment(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace

QString transcriptTitle(const TranscriptHead &head)
{
    return head.person.isEmpty()
        ? say(QT_TRANSLATE_NOOP("transcript", "A conversation of %1")).arg(head.mate)
        : say(QT_TRANSLATE_NOOP("transcript", "%1 with %2")).arg(head.mate, head.person);
}

QString transcriptOrigin(const TranscriptHead &head)
{
    return say(QT_TRANSLATE_NOOP("transcript", "Channel %1 on Discord, as Loopflow recorded it; written %2."))
        .arg(head.channel.value)
        .arg(moment(head.writtenMs));
}

QStringList stepTitles()
{
    return {say(QT_TRANSLATE_NOOP("transcript", "Step")), say(QT_TRANSLATE_NOOP("transcript", "After")),
        say(QT_TRANSLATE_NOOP("transcript", "Took")), say(QT_TRANSLATE_NOOP("transcript", "What it says"))};
}

QStringList rowMarks(const ConversationRow &row, qint64 nowMs)
{
    const qint64 at = row.turn ? row.turn->startedMs : row.message.written().count();
    // "14:01 · edited": what follows the time there holds here too.
    QStringList marks = textOf(row, {}, nowMs).when.split(QStringLiteral(" · "));
    marks.replace(0, moment(at));
    return marks;
}

} // namespace loopflow
