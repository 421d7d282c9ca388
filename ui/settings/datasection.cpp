#include "ui/settings/datasection.h"

#include "core/store/logstore.h"
#include "core/store/recorderaser.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

namespace loopflow {

DataSection::DataSection(const UiServices &services, QWidget *parent)
    : SettingsSection(tr("Data"), tr("Folder, retention, deletion"), parent)
    , m_services(services)
    , m_eraser(new RecordEraser(services.record, this))
{
    addFolder();
    add(new TextSetting(m_services.settings, QStringLiteral("record.days"), tr("Days that the record is kept"),
        tr("What was recorded of conversations is deleted when it is older; 0 keeps it for good. Discord's own "
           "messages are never touched. Default: 30."),
        QStringLiteral("30"), column()));
    addErase();
    connect(m_eraser, &RecordEraser::progressed, this, [this](qint64 done, qint64 all) {
        m_progress->setMaximum(int(qMax<qint64>(1, all)));
        m_progress->setValue(int(done));
    });
    connect(m_eraser, &RecordEraser::finished, this, &DataSection::showEnd);
}

void DataSection::addFolder()
{
    m_folder = add(new SettingRow(tr("Data folder"), {}, column()));
    auto *open = new QPushButton(tr("Open folder"), m_folder);
    open->setObjectName(QStringLiteral("openFolder"));
    m_folder->setControl(open);
    connect(open, &QPushButton::clicked, this, [this] {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_services.dataFolder)))
            m_folder->say(tr("The desktop has no program that shows folders. The path above can be copied."),
                ColorRole::Failed);
    });
    showSize();
}

void DataSection::addErase()
{
    m_erase = add(new SettingRow(tr("Delete all records"),
        tr("Everything that was recorded of conversations and turns. Mates, prompts and settings stay, and so does what "
           "was said on Discord."),
        column()));
    m_start = new QPushButton(tr("Delete all…"), m_erase);
    m_start->setObjectName(QStringLiteral("eraseRecord"));
    m_erase->setControl(m_start);
    m_running = new QWidget(m_erase);
    m_running->setAccessibleName(tr("Deleting"));
    m_progress = new QProgressBar(m_running);
    m_progress->setObjectName(QStringLiteral("eraseProgress"));
    m_progress->setAccessibleName(tr("Records deleted"));
    auto *cancel = new QPushButton(tr("Cancel"), m_running);
    cancel->setObjectName(QStringLiteral("eraseCancel"));
    auto *row = new QHBoxLayout(m_running);
    row->setContentsMargins(0, gridStep, 0, 0);
    row->setSpacing(insideControl);
    row->addWidget(m_progress, 1);
    row->addWidget(cancel);
    m_erase->setControl(m_running, Qt::Vertical);
    m_running->hide();
    connect(m_start, &QPushButton::clicked, this, &DataSection::askToErase);
    connect(cancel, &QPushButton::clicked, m_eraser, &RecordEraser::cancel);
}

void DataSection::showSize()
{
    const RecordSize size = m_services.record->size();
    QString sentence = tr("%1\nThe database takes %2 and holds %3.")
                           .arg(m_services.dataFolder, fileSize(size.databaseBytes),
                               counted(size.events, tr("1 recorded event"), tr("%1 recorded events")));
    if (size.oldestMs > 0)
        sentence += QLatin1Char(' ') + tr("The oldest is of %1.").arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(size.oldestMs).date(), QLocale::LongFormat));
    sentence += QLatin1Char(' ') + tr("Another folder is chosen at the start, with --data-dir.");
    m_folder->setSentence(sentence);
}

void DataSection::askToErase()
{
    const qint64 events = m_services.record->size().events;
    QMessageBox question(QMessageBox::Warning, tr("Delete all records"),
        tr("Delete %1?").arg(counted(events, tr("1 recorded event"), tr("%1 recorded events"))),
        QMessageBox::Cancel, this);
    question.setObjectName(QStringLiteral("eraseQuestion"));
    question.setInformativeText(tr("This cannot be undone. Conversations can no longer be looked at or replayed here. What was "
                                   "said on Discord stays there, and mates go on answering from it."));
    const QAbstractButton *yes = question.addButton(tr("Delete"), QMessageBox::DestructiveRole);
    question.exec();
    if (question.clickedButton() != yes)
        return;
    m_erase->say({});
    m_start->setEnabled(false);
    m_running->show();
    m_eraser->start();
}

void DataSection::showEnd(const Result<qint64> &deleted)
{
    m_start->setEnabled(true);
    m_running->hide();
    if (deleted)
        m_erase->say(counted(*deleted, tr("1 recorded event was deleted."), tr("%1 recorded events were deleted.")));
    else
        m_erase->say(deleted.error().message, ColorRole::Failed);
    showSize();
    Q_EMIT erased();
}

void DataSection::showEvent(QShowEvent *event)
{
    SettingsSection::showEvent(event);
    showSize();
}

} // namespace loopflow
