#include "ui/replay/replaypair.h"

#include "core/conversation/textless.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace loopflow {

namespace {

enum Body { Texts, Difference };
constexpr int worthTelling = 5; // percent: no two runs take the same time

QPlainTextEdit *makeText(const char *name, const QString &says, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setObjectName(QString::fromLatin1(name));
    text->setAccessibleName(says);
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFrameShape(QFrame::NoFrame);
    text->setTabChangesFocus(true);
    text->document()->setDocumentMargin(paneEdge);
    return text;
}

/// "−58 %" when it is less; nothing where that says nothing.
QString lessThan(double was, double is)
{
    if (was <= 0 || is < 0 || is >= was)
        return {};
    const int percent = int(std::lround(100 * (was - is) / was));
    return percent >= worthTelling ? QStringLiteral("−%1 %").arg(percent) : QString();
}

void setNumber(Text *label, const QString &value, const QString &less)
{
    label->setText(less.isEmpty() ? value : QStringLiteral("%1 (%2)").arg(value, less));
    label->setRole(less.isEmpty() ? ColorRole::Muted : ColorRole::Online);
    label->setVisible(!value.isEmpty());
}

QString captionOf(const QString &what, const RecordedRun &run)
{
    QStringList parts{what};
    if (run.isBegun())
        parts << promptLabel(run.setup) << run.view.model;
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ReplayPair::ReplayPair(QWidget *parent)
    : QWidget(parent)
    , m_bodies(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("replayPair"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeads());
    column->addWidget(makeTexts(), 1);
    column->addWidget(makeFeet());
}

ReplayPair::Side ReplayPair::makeSide(const char *name)
{
    Side side;
    side.caption = makeCaption({}, this);
    side.caption->setObjectName(QString::fromLatin1(name) + QStringLiteral("Caption"));
    for (const char *part : {"Time", "FirstToken", "Tokens", "Cost", "Words"}) {
        auto *number = new Text({}, metaFont(), ColorRole::Muted, this);
        number->setObjectName(QString::fromLatin1(name) + QString::fromLatin1(part));
        side.numbers << number;
    }
    return side;
}

QWidget *ReplayPair::makeHeads()
{
    m_left = makeSide("original");
    m_right = makeSide("run");
    auto *heads = new Surface(ColorRole::Pane, {}, this);
    auto *row = new QHBoxLayout(heads);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (ElidedText *caption : {m_left.caption, m_right.caption}) {
        caption->setContentsMargins(paneEdge, betweenGroups, paneEdge, 0);
        row->addWidget(caption, 1);
    }
    m_trouble = new Text({}, bodyFont(), ColorRole::Failed, this);
    m_trouble->setObjectName(QStringLiteral("replayRunTrouble"));
    m_trouble->setWordWrap(true);
    m_trouble->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_trouble->setContentsMargins(paneEdge, betweenGroups, paneEdge, 0);
    return heads;
}

QWidget *ReplayPair::makeTexts()
{
    auto *texts = new Surface(ColorRole::Pane, {}, this);
    m_before = makeText("replayBefore", tr("What was answered"), texts);
    m_after = makeText("replayAfter", tr("What the replay answers"), texts);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_trouble);
    right->addWidget(m_after, 1);
    auto *row = new QHBoxLayout(texts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_before, 1);
    row->addLayout(right, 1);
    m_diff = new DiffView(QStringLiteral("replayDiff"), tr("What the replay answered differently"), this);
    m_diff->setTextFont(bodyFont());
    m_diff->setFolds(false); // what was answered is read as a whole
    m_bodies->addWidget(texts);
    m_bodies->addWidget(m_diff);
    return m_bodies;
}

QWidget *ReplayPair::makeFeet()
{
    auto *feet = new Surface(ColorRole::Pane, Qt::BottomEdge, this);
    m_marks = new QWidget(feet);
    const auto button = [this](const char *name, const QString &text, const QString &tip) {
        auto *made = new QPushButton(text, m_marks);
        made->setObjectName(QString::fromLatin1(name));
        made->setToolTip(tip);
        made->setCheckable(true);
        // A pressed face alone says too little.
        connect(made, &QPushButton::toggled, made,
            [made](bool on) { made->setIcon(on ? icon(QStringLiteral("check")) : QIcon()); });
        return made;
    };
    m_better = button("replayBetter", tr("&Better"), tr("This run is better than what was answered"));
    m_worse = button("replayWorse", tr("&Worse"), tr("This run is worse than what was answered"));
    m_noteButton = button("replayNoteButton", tr("&Note…"), tr("Keep a few words with this run"));
    m_note = new QLineEdit(m_marks);
    m_note->setObjectName(QStringLiteral("replayNote"));
    m_note->setAccessibleName(tr("Note on this run"));
    m_note->setPlaceholderText(tr("What do you think of it?"));
    m_note->setMaxLength(1000);
    m_note->hide();
    auto *marks = new QHBoxLayout(m_marks);
    marks->setContentsMargins(0, 0, 0, 0);
    marks->setSpacing(insideControl);
    for (QWidget *part : {static_cast<QWidget *>(m_better), static_cast<QWidget *>(m_worse),
             static_cast<QWidget *>(m_noteButton)})
        marks->addWidget(part);
    marks->addWidget(m_note, 1);
    marks->addStretch();
    auto *grid = new QGridLayout(feet);
    grid->setContentsMargins(0, gridStep, 0, insideControl);
    grid->setSpacing(0);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int place = 0;
    for (const Side *side : {&m_left, &m_right}) {
        auto *numbers = new QHBoxLayout;
        numbers->setContentsMargins(paneEdge, 0, paneEdge, 0);
        numbers->setSpacing(paneEdge);
        for (Text *number : side->numbers)
            numbers->addWidget(number);
        numbers->addStretch();
        grid->addLayout(numbers, 0, place++);
    }
    m_marks->setContentsMargins(paneEdge, insideControl, paneEdge, 0);
    grid->addWidget(m_marks, 1, 1);
    connect(m_better, &QPushButton::clicked, this, [this] {
        m_worse->setChecked(false);
        mark();
    });
    connect(m_worse, &QPushButton::clicked, this, [this] {
        m_better->setChecked(false);
        mark();
    });
    connect(m_noteButton, &QPushButton::clicked, this, [this](bool open) {
        m_note->setVisible(open);
        if (open)
            m_note->setFocus(Qt::OtherFocusReason);
    });
    connect(m_note, &QLineEdit::editingFinished, this, &ReplayPair::mark);
    return feet;
}

void ReplayPair::mark()
{
    ReplayMark mark;
    mark.verdict = m_better->isChecked() ? ReplayVerdict::Better
        : m_worse->isChecked()           ? ReplayVerdict::Worse
                                         : ReplayVerdict::None;
    mark.note = m_note->text().trimmed();
    if (mark != m_mark && m_run != TurnId{})
        Q_EMIT marked(m_run, mark);
}

// ---- what is shown --------------------------------------------------------------------------------------

void ReplayPair::fill(Side &side, const QString &caption, const RecordedRun &run, const RecordedRun *against)
{
    side.caption->setText(captionOf(caption, run));
    const qint64 time = run.answeredMs;
    const qint64 first = run.firstTokenMs;
    const auto &cost = run.view.cost;
    const auto ms = [](qint64 value) { return value < 0 ? QString() : duration(value); };
    const bool compares = against && run.isOver();
    setNumber(side.numbers[0], ms(time), compares ? lessThan(double(against->answeredMs), double(time)) : QString());
    setNumber(side.numbers[1], first < 0 ? QString() : tr("%1 to first token").arg(duration(first)),
        compares ? lessThan(double(against->firstTokenMs), double(first)) : QString());
    setNumber(side.numbers[2], tokensInOut(run.view.usage.input, run.view.usage.output), {});
    setNumber(side.numbers[3], cost ? dollars(*cost) : QString(),
        compares && cost ? lessThan(against->view.cost.value_or(0), *cost) : QString());
    side.numbers[4]->hide();
}

void ReplayPair::show(const RecordedRun &original, const ReplayModel::Row *run)
{
    setEnabled(true);
    fill(m_left, tr("Original"), original, nullptr);
    const RecordedRun none;
    const QString caption = !run ? tr("Replay")
        : run->number == 0       ? tr("Not run")
                                 : tr("Run %1").arg(run->number);
    fill(m_right, run && run->run.isBegun() ? tr("%1 · %2").arg(caption, run->exact ? tr("exact") : tr("changed")) : caption,
        run ? run->run : none, &original);
    showTexts(original, run);
    showMark(run);
}

void ReplayPair::showTexts(const RecordedRun &original, const ReplayModel::Row *run)
{
    const auto &error = run ? run->run.error : std::nullopt;
    m_trouble->setText(error ? error->message : QString());
    m_trouble->setVisible(error.has_value());
    const QString before = original.view.text;
    const QString after = run ? run->run.view.text : QString();
    setNumber(m_right.numbers[4], {}, {});
    const bool compares = run && run->run.isOver() && !run->run.textless && !original.textless;
    if (compares && !error) {
        m_bodies->setCurrentIndex(Difference);
        if (std::pair(before, after) != m_compared) {
            m_compared = {before, after};
            m_diff->setTexts(before, after);
        }
        setNumber(m_right.numbers[4], before == after ? tr("the same words") : wordsChanged(m_diff->count()), {});
        return;
    }
    m_bodies->setCurrentIndex(Texts);
    if (m_before->toPlainText() != before)
        m_before->setPlainText(before);
    m_before->setPlaceholderText(original.textless ? textlessWords() : QString());
    m_after->setPlaceholderText(run && run->run.textless ? textlessWords()
            : run
            ? run->run.view.waitingFor.isEmpty() ? QString() : tr("Waits for %1.").arg(run->run.view.waitingFor)
            : tr("Run it again, and what the model says this time appears here. Nothing is posted."));
    if (m_after->toPlainText() != after) {
        m_after->setPlainText(after);
        m_after->verticalScrollBar()->setValue(m_after->verticalScrollBar()->maximum());
    }
}

void ReplayPair::showMark(const ReplayModel::Row *run)
{
    const bool markable = run && run->run.isBegun();
    m_marks->setVisible(markable);
    const TurnId turn = markable ? run->run.turn : TurnId{};
    const ReplayMark mark = markable ? run->mark : ReplayMark{};
    if (turn != m_run)
        this->mark(); // of the one that goes
    const bool another = std::exchange(m_run, turn) != turn;
    if (!another && mark == m_mark)
        return; // what is being typed stays
    m_mark = mark;
    m_better->setChecked(mark.verdict == ReplayVerdict::Better);
    m_worse->setChecked(mark.verdict == ReplayVerdict::Worse);
    m_note->setText(mark.note);
    if (another || !mark.note.isEmpty()) {
        m_noteButton->setChecked(!mark.note.isEmpty());
        m_note->setVisible(!mark.note.isEmpty());
    }
}

void ReplayPair::showNothing(const QString &sentence)
{
    RecordedRun none;
    show(none, nullptr);
    m_left.caption->clear();
    m_right.caption->clear();
    m_after->setPlaceholderText({});
    m_before->setPlaceholderText(sentence);
    m_before->clear();
}

} // namespace loopflow
