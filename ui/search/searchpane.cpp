#include "ui/search/searchpane.h"

#include "core/store/logstore.h"
#include "core/store/matestore.h"
#include "ui/search/searchfield.h"
#include "ui/search/searchmodel.h"
#include "ui/widgets/liveregion.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace loopflow {

SearchPane::SearchPane(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new SearchModel(services, this))
    , m_field(new SearchField(this))
    , m_list(makeRowList(QStringLiteral("searchList"), tr("Found"), this))
    , m_sentence(new Text({}, metaFont(), ColorRole::Muted, this))
    , m_help(new Text(tr("Finds messages and replies of all mates, newest first.\n\n"
                         "uploader – words that begin so\n"
                         "\"disk full\" – as it stands\n"
                         "-noise – without it\n"
                         "full | empty – one or the other\n\n"
                         "from:ana  mate:maya  in:lee\n"
                         "is:failed  is:slow  is:ignored  is:replayed\n"
                         "has:attachment\n"
                         "after:7d  before:2026-05-01"),
          metaFont(), ColorRole::Muted, this))
    , m_progress(new Text({}, metaFont(), ColorRole::Muted, this))
    , m_told(new LiveRegion(this))
{
    setObjectName(QStringLiteral("searchPane"));
    setMinimumWidth(200);
    m_sentence->setObjectName(QStringLiteral("searchSentence"));
    m_help->setObjectName(QStringLiteral("searchHelp"));
    m_progress->setObjectName(QStringLiteral("searchProgress"));
    for (Text *text : {m_sentence, m_help, m_progress}) {
        text->setWordWrap(true);
        text->setContentsMargins(betweenGroups, 0, betweenGroups, insideControl);
    }
    m_list->setModel(m_model);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(betweenGroups, insideControl, betweenGroups, insideControl);
    row->addWidget(m_field);
    auto *pane = new Surface(ColorRole::Pane, {}, this);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(pane);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeCaption(tr("Search · All mates"), pane));
    column->addLayout(row);
    column->addWidget(m_sentence);
    column->addWidget(m_progress);
    column->addWidget(m_help);
    column->addWidget(m_list, 1);
    column->addStretch();
    m_field->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, m_model, &SearchModel::search);
    connect(m_model, &SearchModel::stateChanged, this, &SearchPane::say);
    connect(m_model, &SearchModel::failed, this, [this](const QString &sentence) {
        say();
        m_sentence->setRole(ColorRole::Failed);
        m_sentence->setText(sentence);
        m_sentence->show();
    });
    connect(m_list, &QListView::clicked, this, &SearchPane::choose);
    connect(services.search, &SearchStore::progressed, this, &SearchPane::sayProgress);
    connect(&m_reading, &QTimer::timeout, this, &SearchPane::readNames);
    sayProgress(services.search->indexedThousandths());
    say();
}

void SearchPane::open(const QString &text)
{
    m_unread = m_services.mates->mates();
    m_names = {};
    m_reading.start(0);
    if (!text.isNull())
        m_field->setText(text);
    m_field->setFocus(Qt::ShortcutFocusReason);
    if (text.isNull())
        m_field->selectAll();
}

void SearchPane::readNames()
{
    if (m_unread.isEmpty()) {
        m_reading.stop();
        m_names.people.removeDuplicates();
        m_names.people.sort(Qt::CaseInsensitive);
        return m_field->setNames(m_names);
    }
    const Mate mate = m_unread.takeFirst();
    m_names.mates << mate.name;
    const auto conversations = m_services.record->conversations(mate.id);
    if (!conversations)
        return; // it is only an offer; searching says what is wrong
    for (const ConversationSummary &one : *conversations) {
        if (!one.person.isEmpty())
            m_names.people << one.person;
    }
}

void SearchPane::repeat()
{
    if (!m_field->text().isEmpty())
        m_model->search(m_field->text());
}

void SearchPane::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    Q_EMIT hitWanted(m_model->hit(index));
}

void SearchPane::say()
{
    const auto &mistake = m_model->mistake();
    m_field->underline(mistake ? mistake->offset : 0, mistake ? mistake->length : 0);
    m_field->setAccessibleDescription(mistake ? mistake->error.message : QString());
    const bool nothing = !mistake && !m_model->isEmpty() && !m_model->isSearching() && m_model->rowCount() == 0;
    m_sentence->setRole(mistake ? ColorRole::Failed : ColorRole::Muted);
    m_sentence->setText(mistake ? mistake->error.message
            : nothing           ? tr("Nothing is found. Fewer words, or only their beginnings, find more.")
                                : QString());
    m_sentence->setVisible(mistake || nothing);
    m_help->setVisible(!mistake && m_model->isEmpty());
    m_list->setVisible(!m_help->isVisibleTo(this));
    if (nothing)
        m_told->announce(m_sentence->text());
    else if (!mistake && !m_model->isSearching() && !m_model->isEmpty())
        m_told->announce(m_model->hasMore() ? tr("More than %1 found").arg(m_model->rowCount())
                                            : counted(m_model->rowCount(), tr("1 found"), tr("%1 found")));
}

void SearchPane::sayProgress(int thousandths)
{
    m_progress->setText(tr("Older messages are being made searchable, %1 % so far. Until that is done, not all is found.")
                            .arg(thousandths / 10));
    m_progress->setVisible(thousandths < 1000);
}

bool SearchPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const QModelIndex current = m_list->currentIndex();
    if (key == Qt::Key_Escape) {
        Q_EMIT closed();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose(current.isValid() ? current : m_model->index(0));
        return true;
    }
    if (watched == m_field && (key == Qt::Key_Down || key == Qt::Key_Up) && m_model->rowCount() > 0) {
        const int row = !current.isValid() ? 0 : current.row() + (key == Qt::Key_Down ? 1 : -1);
        m_list->setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1)));
        // The field keeps the focus: what is chosen is said by it.
        m_field->setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace loopflow
