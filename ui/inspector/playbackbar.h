// Plays the recorded conversation that a model shows: play, pause, step, scrub, faster, without its waits.
// Moves the model through the record; changes nothing that was recorded.
#pragma once

#include "core/conversation/event.h"
#include "core/conversation/playback.h"

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
    /// From the start of the conversation that is shown.
    void open();
    /// Back to the live conversation.
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
    void follow();
    void show(TimePoint now);
    void scrub(int value);

    LogStore *m_record;
    ConversationModel *m_model;
    QList<LogRecord> m_records;
    Playback m_playback;
    QTimer m_next;
    bool m_open = false;
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
