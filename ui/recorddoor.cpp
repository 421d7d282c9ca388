#include "ui/recorddoor.h"

#include "core/store/matestore.h"
#include "ui/inspector/conversationpane.h"
#include "ui/inspector/watchpage.h"
#include "ui/mainwindowactions.h"
#include "ui/mates/mateactions.h"
#include "ui/mates/matepane.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/words.h"

#include <QMessageBox>
#include <QPushButton>

namespace loopflow {

namespace {

/// Less is gone before anybody has read how far it is.
constexpr qint64 tellFrom = 2000; // events

QAction *makeStep(const QString &text, const char *name, QObject *parent)
{
    auto *step = new QAction(text, parent);
    step->setObjectName(QString::fromLatin1(name));
    return step;
}

} // namespace

RecordDoor::RecordDoor(const UiServices &services, const WindowActions &actions, MateActions *does, MatePane *mates,
    WatchPage *watch, NoticeBar *notice, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_notice(notice)
    , m_window(window)
    , m_cancel(makeStep(tr("Cancel"), "cancelRecordDeletion", this))
    , m_deleteBefore(makeStep(tr("Delete its record up to now…"), "deleteRecordBefore", this))
    , m_eraser(services.record)
{
    connect(m_cancel, &QAction::triggered, &m_eraser, &RecordEraser::cancel);
    connect(m_deleteBefore, &QAction::triggered, this, [this] { deleteMate(m_switched); });
    connect(&m_eraser, &RecordEraser::progressed, this, &RecordDoor::tellProgress);
    connect(&m_eraser, &RecordEraser::finished, watch, &WatchPage::reload);
    connect(&m_eraser, &RecordEraser::finished, this, &RecordDoor::tellEnd);
    connect(actions.recordNoText, &QAction::triggered, this,
        [this, does, mates](bool none) { switchText(mates->current(), !none, does); });
    connect(actions.deleteMateRecord, &QAction::triggered, this, [this, mates] { deleteMate(mates->current()); });
    QAction *one = actions.deleteConversationRecord;
    ConversationPane *pane = watch->pane();
    one->setEnabled(pane->shown().has_value());
    connect(pane, &ConversationPane::shownChanged, one, [pane, one] { one->setEnabled(pane->shown().has_value()); });
    connect(one, &QAction::triggered, this, [this, pane, watch] {
        if (const auto shown = pane->shown())
            deleteConversation(*shown, watch->personOf(*shown));
    });
    watch->addToConversationMenu({one});
}

void RecordDoor::switchText(MateId id, bool recordsText, MateActions *does)
{
    if (!does->setRecordsText(id, recordsText))
        return;
    const auto mate = m_services.mates->mate(id);
    if (recordsText) {
        m_notice->tell(tr("From now on conversations with %1 are recorded with their text, and so is the history that its "
                          "answers read, also where it is older.")
                           .arg(mate->name));
        return;
    }
    m_switched = id;
    m_notice->tell(tr("From now on nothing that people or %1 write is recorded, only times and counts. What was recorded "
                      "before is still there; should it be deleted, too?")
                       .arg(mate->name),
        {m_deleteBefore});
}

void RecordDoor::deleteConversation(const ConversationId &conversation, const QString &person)
{
    const auto mate = m_services.mates->mate(conversation.mate);
    if (isBusy() || !mate)
        return;
    const QString question = tr("Delete what is recorded of the conversation of %1 with %2?")
                                 .arg(mate->name, person.isEmpty() ? tr("someone") : person);
    if (agreed(tr("Delete a conversation's record"), question,
            tr("This cannot be undone. Its messages, replies and turns, also those that were run again, can no longer be "
               "looked at, searched or replayed here. What was said on Discord stays there: %1 goes on answering from "
               "it, and what is written from now on is recorded anew.")
                .arg(mate->name)))
        m_eraser.startConversation(conversation);
}

void RecordDoor::deleteMate(MateId id)
{
    const auto mate = m_services.mates->mate(id);
    if (isBusy() || !mate)
        return;
    if (agreed(tr("Delete a mate's record"), tr("Delete all that is recorded of %1?").arg(mate->name),
            tr("This cannot be undone. None of its conversations can be looked at, searched or replayed here any more. The "
               "mate, its prompt and its settings stay. What was said on Discord stays there: %1 goes on answering from "
               "it, and what is written from now on is recorded anew.")
                .arg(mate->name)))
        m_eraser.startMate(id);
}

bool RecordDoor::agreed(const QString &title, const QString &question, const QString &consequences)
{
    QMessageBox box(QMessageBox::Warning, title, question, QMessageBox::Cancel, m_window);
    box.setObjectName(QStringLiteral("recordQuestion"));
    box.setInformativeText(consequences);
    const QAbstractButton *yes = box.addButton(tr("Delete"), QMessageBox::DestructiveRole);
    box.exec();
    return box.clickedButton() == yes;
}

bool RecordDoor::isBusy()
{
    if (m_eraser.isRunning())
        m_notice->tell(tr("Another record is being deleted. Wait until that is done, or cancel it."), {m_cancel});
    return m_eraser.isRunning();
}

void RecordDoor::tellProgress(qint64 done, qint64 all)
{
    if (done == 0)
        m_told = -1;
    const int tenth = all > 0 ? int(done * 10 / all) : 10;
    if (all < tellFrom || tenth == m_told)
        return;
    m_told = tenth;
    m_notice->tell(tenth < 10 ? tr("Deleting the record: %1 %").arg(tenth * 10)
                              : tr("The record is deleted; its words are being taken out of the search."),
        {m_cancel});
}

void RecordDoor::tellEnd(const Result<qint64> &deleted)
{
    m_notice->tell(deleted ? counted(*deleted, tr("1 recorded event was deleted."), tr("%1 recorded events were deleted."))
                           : deleted.error().message);
}

} // namespace loopflow
