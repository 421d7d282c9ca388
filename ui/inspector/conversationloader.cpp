#include "ui/inspector/conversationloader.h"

#include "core/store/logstore.h"
#include "ui/widgets/words.h"

#include <QDeadlineTimer>

namespace loopflow {

namespace {

constexpr int sliceMs = 5; // folding and showing what was read comes on top: half a frame together
constexpr int pageRecords = 40; // about a millisecond
constexpr int farAhead = 400; // records that are faster read anew from their end

} // namespace

ConversationLoader::ConversationLoader(LogStore *record, QObject *parent)
    : QObject(parent)
    , m_record(record)
{
    m_working.setInterval(0);
    connect(&m_working, &QTimer::timeout, this, &ConversationLoader::work);
}

void ConversationLoader::begin(const ConversationId &conversation, qint64 upTo)
{
    clear();
    m_id = conversation;
    m_oldest = upTo + 1;
    m_conversation.expectOlder(true);
    loadSome();
}

void ConversationLoader::clear()
{
    m_working.stop();
    m_conversation = {};
    m_names.clear();
    m_id = {};
    m_oldest = 0;
    m_wanted = 0;
    m_seeking = false;
    m_unreadable = 0;
    m_told = 0;
}

Conversation::Change ConversationLoader::apply(const LogRecord &record)
{
    learn(record, false);
    return m_conversation.apply(record);
}

std::optional<QList<LogRecord>> ConversationLoader::readOn(qint64 after, qint64 upTo)
{
    const auto page = m_record->readAfter(m_id, after, upTo, farAhead);
    if (!page) {
        tell(page.error().message);
        return QList<LogRecord>();
    }
    if (page->more)
        return {};
    count(*page);
    return page->records;
}

void ConversationLoader::loadSome()
{
    QList<LogRecord> records;
    const QDeadlineTimer end(sliceMs);
    QString problem;
    while (m_oldest > 0 && !end.hasExpired()) {
        const auto page = m_record->readBefore(m_id, m_oldest, pageRecords);
        if (!page) {
            problem = page.error().message;
            m_oldest = 0;
            break;
        }
        m_unreadable += page->unreadable;
        m_oldest = page->more ? page->oldest : 0;
        records = page->records + records;
    }
    for (auto record = records.crbegin(); record != records.crend(); ++record)
        learn(*record, true);
    const auto older = m_conversation.prepend(records);
    if (m_oldest == 0)
        m_conversation.expectOlder(false);
    if (older.rows > 0 || !older.gone.isEmpty())
        Q_EMIT prepended(older);
    tell(problem);
}

void ConversationLoader::count(const RecordPage &page)
{
    m_unreadable += page.unreadable;
    tell({});
}

void ConversationLoader::tell(const QString &problem)
{
    if (!problem.isEmpty())
        Q_EMIT incomplete(problem);
    else if (m_unreadable > m_told)
        Q_EMIT incomplete(counted(m_unreadable, tr("One recorded event could not be read; the rest is shown."),
            tr("%1 recorded events could not be read; the rest is shown.")));
    m_told = m_unreadable;
}

void ConversationLoader::loadUntil(qsizetype rows)
{
    m_wanted = qMax(m_wanted, rows);
    if (hasOlder() && m_conversation.size() < m_wanted)
        m_working.start();
}

void ConversationLoader::seek(discord::MessageId message, TurnId turn)
{
    m_soughtMessage = message;
    m_soughtTurn = turn;
    m_seeking = true;
    m_working.start();
}

void ConversationLoader::stopSeeking()
{
    m_seeking = false;
}

bool ConversationLoader::isSoughtHere() const
{
    return m_soughtMessage ? m_conversation.rowOf(m_soughtMessage) >= 0 : m_conversation.rowOf(m_soughtTurn) >= 0;
}

void ConversationLoader::work()
{
    if (m_seeking || m_conversation.size() < m_wanted)
        loadSome();
    if (m_seeking && (isSoughtHere() || !hasOlder())) {
        m_seeking = false;
        Q_EMIT sought(isSoughtHere());
    }
    if (!hasOlder() || (!m_seeking && m_conversation.size() >= m_wanted))
        m_working.stop();
}

void ConversationLoader::learn(const LogRecord &record, bool older)
{
    const auto name = [&](const discord::User &user, const QString &known) {
        if (!older || !m_names.contains(user.id.value))
            m_names.insert(user.id.value, known);
    };
    const auto learnFrom = [&](const discord::Message &message) {
        name(message.author, message.authorName());
        for (const discord::User &user : message.mentions)
            name(user, user.displayName());
    };
    const auto *channel = std::get_if<ChannelEvent>(&record.event);
    if (!channel || record.textless)
        return;
    if (const auto *seen = std::get_if<MessageSeen>(channel))
        learnFrom(seen->message);
    else if (const auto *edited = std::get_if<MessageEdited>(channel))
        learnFrom(edited->message);
}

} // namespace loopflow
