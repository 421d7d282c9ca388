#include "ui/inspector/playbackbar.h"

#include "core/store/logstore.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/widgets/elidedtext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDeadlineTimer>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QSlider>

#include <algorithm>

namespace loopflow {

namespace {

constexpr int frameMs = 16;
constexpr int sliderSteps = 10'000; // a conversation of months has more milliseconds than an int
constexpr int wholeSecondMs = 1000; // the clock runs on while nothing happens
constexpr int sliceMs = 6;
constexpr int readAtOnce = 500; // events: about a millisecond

QPushButton *makeButton(const QString &name, const char *iconName, const QString &says, QWidget *parent)
{
    auto *button = new QPushButton(icon(QString::fromLatin1(iconName)), {}, parent);
    button->setObjectName(name);
    button->setAccessibleName(says);
    button->setToolTip(says);
    return button;
}

} // namespace

PlaybackBar::PlaybackBar(LogStore *record, ConversationModel *model, QWidget *parent)
    : QWidget(parent)
    , m_record(record)
    , m_model(model)
    , m_back(makeButton(QStringLiteral("playbackBack"), "step-back", tr("One event back (Left)"), this))
    , m_play(makeButton(QStringLiteral("playbackPlay"), "play", tr("Play (Space)"), this))
    , m_on(makeButton(QStringLiteral("playbackOn"), "step-forward", tr("One event on (Right)"), this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_when(new ElidedText(metaFont(), ColorRole::Muted, this))
    , m_speed(new QComboBox(this))
    , m_skip(new QCheckBox(tr("Skip waits"), this))
    , m_close(new QPushButton(tr("Live"), this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Playback"));
    makeControls();
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &PlaybackBar::follow);
    m_reading.setInterval(0);
    connect(&m_reading, &QTimer::timeout, this, &PlaybackBar::readSome);
    connect(m_back, &QPushButton::clicked, this, &PlaybackBar::stepBack);
    connect(m_play, &QPushButton::clicked, this, &PlaybackBar::playOrPause);
    connect(m_on, &QPushButton::clicked, this, &PlaybackBar::stepOn);
    connect(m_close, &QPushButton::clicked, this, &PlaybackBar::close);
    connect(m_slider, &QSlider::valueChanged, this, &PlaybackBar::scrub);
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] {
        m_playback.setSpeed(m_speed->currentData().toInt(), readClock());
        follow();
    });
    connect(m_skip, &QCheckBox::toggled, this, [this](bool on) {
        m_playback.setSkipsWaits(on, readClock());
        follow();
    });
    // Another conversation is shown, or the same one live.
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        const bool ends = m_ready ? !m_model->isPlayback() : m_model->shown() != m_id;
        if (m_open && !m_showing && ends)
            end();
    });
    hide();
}

void PlaybackBar::makeControls()
{
    m_slider->setObjectName(QStringLiteral("playbackSlider"));
    m_slider->setAccessibleName(tr("Moment of the playback"));
    m_slider->setRange(0, sliderSteps);
    m_slider->setPageStep(sliderSteps / 20);
    m_when->setObjectName(QStringLiteral("playbackMoment"));
    m_speed->setObjectName(QStringLiteral("playbackSpeed"));
    m_speed->setAccessibleName(tr("Speed of the playback"));
    for (const int speed : {1, 2, 5, 10, 20})
        m_speed->addItem(tr("×%1").arg(speed), speed);
    m_skip->setObjectName(QStringLiteral("playbackSkip"));
    m_skip->setToolTip(tr("Waits of more than a second and a half are cut short"));
    m_close->setObjectName(QStringLiteral("playbackClose"));
    m_close->setToolTip(tr("Back to the conversation as it is now (Esc)"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(paneEdge, gridStep, paneEdge, gridStep);
    row->setSpacing(insideControl);
    for (QPushButton *button : {m_back, m_play, m_on})
        row->addWidget(button);
    row->addWidget(m_slider, 1);
    row->addWidget(m_when);
    row->addWidget(m_speed);
    row->addWidget(m_skip);
    row->addWidget(m_close);
}

void PlaybackBar::open()
{
    const auto shown = m_model->shown();
    if (!shown || m_open)
        return;
    if (const auto flushed = m_record->flush(); !flushed)
        Q_EMIT said(flushed.error().message);
    m_id = *shown;
    m_open = true;
    m_read = 0;
    m_seqs.clear();
    m_happened.clear();
    m_replays.clear();
    setReady(false);
    m_reading.start();
    readSome();
    if (!m_open)
        return;
    QWidget::show();
    Q_EMIT openChanged(true);
    setFocus();
}

void PlaybackBar::readSome()
{
    const QDeadlineTimer end(sliceMs);
    while (!end.hasExpired()) {
        const auto moments = m_record->moments(m_id, m_read, readAtOnce);
        if (!moments) {
            PlaybackBar::end();
            Q_EMIT said(moments.error().message);
            return;
        }
        for (const RecordedMoment &moment : *moments) {
            m_read = moment.seq;
            if (moment.beginsReplay)
                m_replays.insert(moment.turn);
            if (moment.turn != TurnId{} && m_replays.contains(moment.turn))
                continue;
            m_seqs.append(moment.seq);
            m_happened.append(moment.atMs);
        }
        if (moments->size() < readAtOnce)
            return begin();
    }
    m_when->setText(tr("Reading the record: %1 events").arg(count(m_seqs.size())));
}

void PlaybackBar::begin()
{
    m_reading.stop();
    m_replays.clear();
    if (m_seqs.isEmpty()) {
        end();
        Q_EMIT said(tr("Nothing was recorded of this conversation, so there is nothing to play."));
        return;
    }
    m_playback = Playback(std::exchange(m_happened, {}));
    m_playback.setSpeed(m_speed->currentData().toInt(), readClock());
    m_playback.setSkipsWaits(m_skip->isChecked(), readClock());
    setReady(true);
    playOrPause();
}

void PlaybackBar::setReady(bool ready)
{
    m_ready = ready;
    for (QWidget *control : QList<QWidget *>{m_back, m_play, m_on, m_slider})
        control->setEnabled(ready);
}

void PlaybackBar::close()
{
    if (m_open && m_ready)
        m_model->endPlayback(); // its reset closes the bar
    else if (m_open)
        end();
}

void PlaybackBar::end()
{
    m_open = false;
    m_ready = false;
    m_reading.stop();
    m_next.stop();
    m_seqs = {};
    m_playback = Playback();
    hide();
    Q_EMIT openChanged(false);
}

void PlaybackBar::playOrPause()
{
    if (!m_ready)
        return;
    const TimePoint now = readClock();
    if (m_playback.isPlaying(now))
        m_playback.pause(now);
    else
        m_playback.play(now);
    follow();
}

void PlaybackBar::stepBack()
{
    m_playback.step(-1, readClock());
    follow();
}

void PlaybackBar::stepOn()
{
    m_playback.step(1, readClock());
    follow();
}

void PlaybackBar::scrub(int value)
{
    if (m_showing)
        return;
    m_playback.seek(Milliseconds(value * m_playback.length().count() / sliderSteps), readClock());
    follow();
}

void PlaybackBar::follow()
{
    if (!m_ready)
        return;
    const TimePoint now = readClock();
    show(now);
    m_next.stop();
    if (const auto due = m_playback.nextTimeout(now))
        m_next.start(int(std::clamp<qint64>((*due - now).count(), frameMs, wholeSecondMs / m_playback.speed())));
}

void PlaybackBar::show(TimePoint now)
{
    m_showing = true;
    const qsizetype happened = m_playback.happened(now);
    m_model->showMoment(happened > 0 ? m_seqs.at(happened - 1) : 0, m_playback.moment(now));
    const qint64 length = qMax<qint64>(1, m_playback.length().count());
    m_slider->setValue(int(m_playback.position(now).count() * sliderSteps / length));
    m_when->setText(tr("%1 · %2 of %3 events")
                        .arg(clockTime(m_playback.moment(now), now.wall.count()), count(happened),
                            count(m_playback.events())));
    const bool playing = m_playback.isPlaying(now);
    m_play->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
    m_play->setAccessibleName(playing ? tr("Pause (Space)") : tr("Play (Space)"));
    m_play->setToolTip(m_play->accessibleName());
    m_back->setEnabled(happened > 0);
    m_on->setEnabled(happened < m_playback.events());
    m_showing = false;
}

void PlaybackBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        return playOrPause();
    case Qt::Key_Left:
        return stepBack();
    case Qt::Key_Right:
        return stepOn();
    case Qt::Key_Escape:
        return close();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace loopflow
