// A talk with a rehearsing mate in the terminal: lines of stdin go to its DM, what it writes there to stdout.
// A line is said when the one before has been answered; ends at the end of input, after the last answer.
#pragma once

#include "app/linereader.h"
#include "core/conversation/event.h"
#include "core/host/rehearsal.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <optional>

namespace loopflow {

class Application;
class Console;
struct MateState;

class ChatSession : public QObject {
    Q_OBJECT
public:
    /// The rehearsal's mate need not be running yet. `descriptor` is where lines are read from.
    ChatSession(Application &application, Console &console, Rehearsal rehearsal, int descriptor);

Q_SIGNALS:
    /// `failed`: a line was not answered, or the mate cannot run.
    void ended(bool failed);

private:
    void takeLine(const QString &line);
    void takeState(MateId mate, const MateState &state);
    void takeRecord(const LogRecord &record);
    void takeMessage(const QJsonObject &message);
    void finishLine();
    void sayNext();
    void giveUp(const QString &sentence);

    Application &m_application;
    Console &m_console;
    Rehearsal m_rehearsal;
    LineReader m_reader;
    QStringList m_lines; ///< not said yet
    discord::MessageId m_question; ///< said, not answered yet; none: the next line may be said
    std::optional<TurnId> m_turn; ///< answers the question
    bool m_online = false;
    bool m_inputEnded = false;
    bool m_failed = false;
    bool m_over = false;
};

} // namespace loopflow
