// What can be known of one turn, under the conversation: its timeline, request, reply and events.
// Reads the record once (a very long turn beside the window's thread) and follows the log from there; another page can be added behind its own.
#pragma once

#include "core/conversation/conversationrow.h"
#include "core/conversation/trace.h"
#include "ui/uiservices.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;
class QHBoxLayout;

namespace loopflow {

class EventsPage;
class ReplyPage;
class RequestPage;
class TabStrip;
class Text;
class TimelinePage;
struct TurnRecords;

class TurnPane final : public QWidget {
    Q_OBJECT
public:
    explicit TurnPane(const UiServices &services, QWidget *parent = nullptr);

    void showTurn(TurnId turn);
    /// A message that was let pass: why, and the message as it was recorded.
    void showIgnored(const ConversationRow &row, const ConversationId &conversation);
    /// The turn that is shown; TurnId{}: none.
    TurnId turn() const { return m_turn; }
    const Trace &trace() const { return m_trace; }
    /// The turn as it was after the record with that seq, as a playback shows it; none: as it is.
    void setMoment(std::optional<qint64> seq);
    /// Shows at once what waits for the next frame.
    void flush();

    /// Adds a page behind the others; returns its tab.
    int addPage(QWidget *page, const QString &title);
    void setPageTitle(QWidget *page, const QString &title);
    void showPage(QWidget *page);
    /// Puts a control beside the tabs.
    void addControl(QWidget *control);
    void focusTabs();

Q_SIGNALS:
    /// Another turn (or none, TurnId{}) is shown.
    void turnChanged(loopflow::TurnId turn);
    void closeWanted();

private:
    QWidget *makeHeader();
    void begin(TurnId turn);
    void take(const LogRecord &record);
    void takeRead(const Result<TurnRecords> &read);
    void tellTrouble(const QString &sentence);
    void add(const QList<LogRecord> &records);
    void showUntilMoment();
    void showCurrent();
    void setTurnPages(bool visible);

    UiServices m_services;
    TurnId m_turn{};
    Trace m_trace;
    QList<LogRecord> m_records; ///< that are shown
    QList<LogRecord> m_later; ///< than the moment, in order
    QList<LogRecord> m_waiting;
    std::optional<qint64> m_moment; ///< seq
    QString m_reason; ///< of a message that was let pass
    bool m_reading = false; ///< the turn; what happens meanwhile waits
    QTimer m_frame;
    TabStrip *m_tabs;
    QHBoxLayout *m_controls;
    QStackedWidget *m_pages;
    Text *m_trouble;
    TimelinePage *m_timeline;
    RequestPage *m_request;
    ReplyPage *m_reply;
    EventsPage *m_events;
};

} // namespace loopflow
