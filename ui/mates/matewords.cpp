#include "ui/mates/matewords.h"

#include "ui/widgets/words.h"

#include <QCoreApplication>

namespace loopflow {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("matewords", text);
}

/// What a line has room for; the rest is in its tooltip.
QString firstSentence(const QString &text)
{
    const qsizetype end = text.indexOf(QStringLiteral(". "));
    QString first = end < 0 ? text : text.left(end);
    if (first.endsWith(QLatin1Char('.')))
        first.chop(1);
    return first;
}

} // namespace

bool needsPerson(const Mate &mate, const MateState &state)
{
    return !mate.paused
        && (state.phase == MatePhase::Failed || state.phase == MatePhase::NeedsToken);
}

NextStep nextStep(const Mate &mate, const MateState &state)
{
    if (!mate.bot)
        return NextStep::Setup;
    if (mate.model.isEmpty())
        return NextStep::ChooseModel;
    if (!needsPerson(mate, state))
        return NextStep::Open;
    switch (state.cause.value_or(ErrorCode::Unauthorized)) {
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::Conflict:
    case ErrorCode::NotFound:
    case ErrorCode::Invalid:
        return NextStep::Setup;
    case ErrorCode::Unreachable:
    case ErrorCode::Timeout:
    case ErrorCode::Cancelled:
    case ErrorCode::RateLimited:
    case ErrorCode::Unavailable:
    case ErrorCode::Incomplete:
    case ErrorCode::TooLong:
    case ErrorCode::UnsupportedParameter:
    case ErrorCode::Storage:
    case ErrorCode::Keychain:
        return NextStep::Retry; // the keychain, the disk or the network may be better by now
    }
    Q_UNREACHABLE();
}

QString stateInWords(const Mate &mate, const MateState &state, TimePoint now)
{
    if (mate.paused && !mate.bot)
        return say(QT_TRANSLATE_NOOP("matewords", "Paused · no token yet"));
    if (mate.paused && mate.model.isEmpty())
        return say(QT_TRANSLATE_NOOP("matewords", "Paused · no model chosen"));
    return firstSentence(sentenceCase(inWords(state, now)));
}

std::optional<ColorRole> stateColor(const Mate &mate, const MateState &state)
{
    if (needsPerson(mate, state))
        return ColorRole::Failed;
    if (state.phase == MatePhase::Waiting)
        return ColorRole::Waiting;
    return {};
}

Presence presenceOf(const Mate &mate, const MateState &state)
{
    switch (state.phase) {
    case MatePhase::Online:
        return state.answering > 0 ? Presence::Answering : Presence::Online;
    case MatePhase::Starting:
    case MatePhase::Connecting:
    case MatePhase::Stopping:
    case MatePhase::Waiting:
        return Presence::Waiting;
    case MatePhase::Failed:
    case MatePhase::NeedsToken:
        return mate.paused ? Presence::Paused : Presence::Failed;
    case MatePhase::Paused:
        return Presence::Paused;
    }
    Q_UNREACHABLE();
}

QString listed(const QStringList &names)
{
    switch (names.size()) {
    case 0:
        return {};
    case 1:
        return names.first();
    case 2:
        return say(QT_TRANSLATE_NOOP("matewords", "%1 and %2")).arg(names[0], names[1]);
    case 3:
        return say(QT_TRANSLATE_NOOP("matewords", "%1, %2 and %3"))
            .arg(names[0], names[1], names[2]);
    default:
        return say(QT_TRANSLATE_NOOP("matewords", "%1, %2 and %3 more"))
            .arg(names[0], names[1], count(names.size() - 2));
    }
}

} // namespace loopflow
