// Plays the recorded conversation that a model shows: play, pause, step, scrub, faster, without its waits.
// Moves the model through the record, of which it holds only when what happened; changes nothing that was recorded.
#pragma once

#include "core/conversation/event.h"
#include "core/conversation/playback.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;
class QSlider;

namespace loopflow {

class ConversationModel;
class ElidedText;
class LogStore;

class PlaybackBar final : public QWidget {
    Q_OBJECT
public:
    /// Both outlive this.
    PlaybackBar(LogStore *record, ConversationModel *model, QWidget *parent = nullptr);

    bool isOpen() const { return m_open; }

public Q_SLOTS:
    /// From the start of the conversation that is shown, as soon as it is known when its events happened.
    void open();
    /// Back to the live conversation; also before it plays.
    void close();
    void playOrPause();
    void stepBack();
    void stepOn();

Q_SIGNALS:
    void openChanged(bool open);
    void said(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeControls();
    void readSome();
    void begin();
    void end();
    void setReady(bool ready);
    void follow();
    void show(TimePoint now);
    void scrub(int value);

    LogStore *m_record;
    ConversationModel *m_model;
    ConversationId m_id;
    QList<qint64> m_seqs; ///< of its events
    QList<qint64> m_happened; ///< Unix ms, while it is read
    qint64 m_read = 0; ///< so far, seq
    QSet<TurnId> m_replays; ///< nothing was to be seen of them
    Playback m_playback;
    QTimer m_reading;
    QTimer m_next;
    bool m_open = false;
    bool m_ready = false; ///< it is read, and plays
    bool m_showing = false; ///< the slider is moved by the playback, not by a person
    QPushButton *m_back;
    QPushButton *m_play;
    QPushButton *m_on;
    QSlider *m_slider;
    ElidedText *m_when;
    QComboBox *m_speed;
    QCheckBox *m_skip;
    QPushButton *m_close;
};

} // namespace loopflow
