#include "ui/transcript/turnpage.h"

#include "ui/inspector/requestlist.h"
#include "ui/inspector/timelinelist.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text) { return QCoreApplication::translate("turnpage", text); }

QByteArray asked(const TurnStory &story, PageTranscript &page)
{
    QByteArray text = page.heading(say(QT_TRANSLATE_NOOP("turnpage", "Question")));
    for (const discord::Message &message : story.trace.setup().asked) {
        ConversationRow row;
        row.message = message;
        text += page.row(row);
    }
    return text;
}

QByteArray answered(const TurnView &view, PageTranscript &page)
{
    ConversationRow row;
    row.turn = view;
    return page.row(row);
}

QByteArray timeline(const Trace &trace, TimePoint now, PageTranscript &page)
{
    TimelineModel model;
    model.show(trace, now);
    const double length = double(qMax<qint64>(1, model.lengthMs()));
    QList<StepLine> lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const TraceStep &step = model.step(row);
        StepLine line{nameOf(step.kind), step.beginMs < 0 ? QString() : duration(step.beginMs), model.value(row), step.detail};
        if (step.beginMs >= 0) {
            line.begin = double(step.beginMs) / length;
            line.end = double(model.endOf(row)) / length;
        }
        lines << line;
    }
    return page.heading(say(QT_TRANSLATE_NOOP("turnpage", "Timeline"))) + page.steps(lines) + page.sentence(trace.because());
}

QString captionOf(const RequestModel &messages, int row)
{
    const RequestRow &message = messages.row(row);
    QStringList parts{message.role};
    if (!message.meta.isEmpty())
        parts << message.meta;
    if (message.tokens >= 0)
        parts << say(QT_TRANSLATE_NOOP("turnpage", "%1 tokens, %2 %"))
                     .arg(count(message.tokens), QString::number(qRound(100 * messages.share(row))));
    return parts.join(u" · "_s);
}

QByteArray request(const TraceRequest &request, const QString &title, bool newest, PageTranscript &page)
{
    const TraceRequestView view = viewOf(request);
    QByteArray text = page.heading(title);
    text += page.sentence(say(QT_TRANSLATE_NOOP("turnpage", "The exact request, as sent to %1.")).arg(request.sent.url));
    if (!view.problem.isEmpty())
        return text + page.sentence(view.problem)
            + page.exact(say(QT_TRANSLATE_NOOP("turnpage", "As it was recorded")), QString::fromUtf8(request.sent.body));
    QStringList fields;
    for (const auto &[name, value] : view.fields)
        fields << u"%1 %2"_s.arg(name, value);
    text += page.sentence(fields.join(u" · "_s));
    if (!newest) // the newest one's is told with why it answered
        text += page.sentence(budgetSentence(request));
    RequestModel messages;
    messages.show(view, request.setup.historyTokens);
    for (int row = 0; row < messages.rowCount(); ++row)
        text += page.exact(captionOf(messages, row), messages.row(row).text);
    return text;
}

QByteArray requests(const QList<TraceRequest> &requests, PageTranscript &page)
{
    QByteArray text;
    const QString one = say(QT_TRANSLATE_NOOP("turnpage", "Request"));
    const QString ofMany = say(QT_TRANSLATE_NOOP("turnpage", "Request, try %1 of %2"));
    for (qsizetype i = 0; i < requests.size(); ++i)
        text += request(requests[i], requests.size() == 1 ? one : ofMany.arg(i + 1).arg(requests.size()),
            i == requests.size() - 1, page);
    return text;
}

QString labelOf(const ReplayStory &replay)
{
    QStringList parts{replay.exact ? say(QT_TRANSLATE_NOOP("turnpage", "exact"))
                                   : say(QT_TRANSLATE_NOOP("turnpage", "with changes"))};
    if (replay.mark.verdict == ReplayVerdict::Better)
        parts << say(QT_TRANSLATE_NOOP("turnpage", "marked as better"));
    if (replay.mark.verdict == ReplayVerdict::Worse)
        parts << say(QT_TRANSLATE_NOOP("turnpage", "marked as worse"));
    if (!replay.view.model.isEmpty())
        parts << replay.view.model;
    return parts.join(u" · "_s);
}

QByteArray replays(const QList<ReplayStory> &replays, PageTranscript &page)
{
    QByteArray text;
    for (const ReplayStory &replay : replays) {
        text += page.heading(say(QT_TRANSLATE_NOOP("turnpage", "Replay: turn %1")).arg(qint64(replay.view.id)));
        text += page.sentence(labelOf(replay)) + page.sentence(replay.mark.note) + answered(replay.view, page);
    }
    return text;
}

} // namespace

QByteArray pageOf(const TurnStory &story, PageTranscript &page)
{
    const qint64 number = qint64(story.view.id);
    QByteArray text = page.begin();
    text += page.sentence(story.view.replayOf
            ? say(QT_TRANSLATE_NOOP("turnpage", "Turn %1, a replay of turn %2: nothing of it was posted."))
                  .arg(number)
                  .arg(qint64(*story.view.replayOf))
            : say(QT_TRANSLATE_NOOP("turnpage", "Turn %1")).arg(number));
    text += asked(story, page);
    text += page.heading(say(QT_TRANSLATE_NOOP("turnpage", "Reply"))) + answered(story.view, page);
    text += timeline(story.trace, story.readAt, page) + requests(story.trace.requests(), page) + replays(story.replays, page);
    return text + page.end();
}

} // namespace loopflow
