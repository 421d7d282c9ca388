#include "core/store/searchindex.h"

#include "core/base/core.h"
#include "core/conversation/searchexpression.h"
#include "core/discord/messagetext.h"

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

/// Pages of the index that are merged at a time: a few ms.
constexpr int mergedPages = 64;

QString notIndexed() { return Core::tr("What can be searched for could not be noted"); }

/// All that a person may call them.
QString namesOf(const discord::Message &message)
{
    QStringList names{message.authorName()};
    for (const QString &name : {message.author.username, message.author.globalName}) {
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names.join(u" / "_s); // no phrase goes over a sign and the next name by chance
}

/// Of what was recorded without text, not even its sizes are put in words.
QString textOf(const LogRecord &record, const discord::Message &message)
{
    return record.textless ? QString() : discord::readableText(message);
}

bool hasAttachment(const discord::Message &message)
{
    return !message.attachments.isEmpty() || !message.snapshotAttachments.isEmpty();
}

} // namespace

SearchIndex::SearchIndex(QSqlDatabase &sql)
    : m_sql(sql)
    , m_addEntry(sql,
          u"INSERT INTO search_entry (id, mate, channel, message, turn, at, author, attachment, failed, replayed) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
          notIndexed())
    , m_addBody(sql, u"INSERT INTO search_body (id, text, names) VALUES (?, ?, ?)"_s, notIndexed())
    , m_changeBody(sql,
          u"UPDATE search_body SET text = ?, names = ? WHERE id IN (SELECT id FROM search_entry "
          "WHERE message <> 0 AND message = ? AND mate = ? AND channel = ?)"_s,
          notIndexed())
    , m_ignore(sql,
          u"UPDATE search_entry SET ignored = 1 WHERE message <> 0 AND message = ? AND mate = ? AND channel = ?"_s,
          notIndexed())
    , m_link(sql,
          u"UPDATE search_entry SET turn = ? WHERE message <> 0 AND message = ? AND mate = ? AND channel = ?"_s,
          notIndexed())
    , m_replayed(sql, u"UPDATE search_entry SET replayed = 1 WHERE turn <> 0 AND turn = ? AND replayed = 0"_s, notIndexed())
    , m_unsay(sql, u"DELETE FROM search_entry WHERE turn <> 0 AND turn = ? AND message = 0"_s, notIndexed())
    , m_readTurn(sql,
          u"SELECT at, replay_of IS NOT NULL FROM event WHERE turn > 0 AND turn = ? AND kind = 'TurnStarted'"_s, notIndexed())
    , m_readMate(sql, u"SELECT name, identifier FROM mate WHERE id = ?"_s, notIndexed())
    , m_end(sql, u"UPDATE search_entry SET failed = max(failed, ?), slow = max(slow, ?) WHERE turn <> 0 AND turn = ?"_s,
          notIndexed())
{
}

Result<void> SearchIndex::take(const LogRecord &record)
{
    const auto seq = indexed();
    if (!seq)
        return seq.error();
    return *seq < 0 ? add(record) : Result<void>();
}

Result<qint64> SearchIndex::indexed()
{
    if (m_indexed)
        return *m_indexed;
    Statement read(m_sql, u"SELECT indexed FROM search_state"_s, Core::tr("The search could not be read"));
    if (auto ran = read.run(); !ran)
        return ran.error();
    m_indexed = read.next() ? read.number(0) : -1;
    return *m_indexed;
}

Result<void> SearchIndex::setIndexed(qint64 seq)
{
    Statement write(m_sql, u"UPDATE search_state SET indexed = ?"_s, notIndexed());
    if (auto ran = write.run(seq); !ran)
        return ran;
    m_indexed = seq;
    return {};
}

Result<void> SearchIndex::add(const LogRecord &record)
{
    return std::visit(Overloaded{
                          [&](const ChannelEvent &event) { return addChannel(record, event); },
                          [&](const TurnEvent &event) { return addTurn(record, event); },
                          [](const MateEvent &) { return Result<void>(); },
                      },
        record.event);
}

Result<void> SearchIndex::addChannel(const LogRecord &record, const ChannelEvent &event)
{
    if (const auto *seen = std::get_if<MessageSeen>(&event))
        return addMessage(record, seen->message);
    if (const auto *edited = std::get_if<MessageEdited>(&event))
        return change(record, edited->message);
    if (const auto *ignored = std::get_if<MessageIgnored>(&event))
        return m_ignore.run(ignored->message, record.conversation.mate, record.conversation.channel);
    return {}; // deleted ones are still shown, as deleted
}

Result<void> SearchIndex::addTurn(const LogRecord &record, const TurnEvent &event)
{
    if (const auto *started = std::get_if<TurnStarted>(&event))
        return begin(record, *started);
    if (const auto *restarted = std::get_if<TurnRestarted>(&event))
        return link(record, restarted->asked);
    if (const auto *completed = std::get_if<ResponseCompleted>(&event)) {
        if (auto unsaid = m_unsay.run(static_cast<qint64>(record.turn)); !unsaid) // what a restart took back
            return unsaid;
        return addSaid(record, completed->reply.text, false);
    }
    if (const auto *failed = std::get_if<TurnFailed>(&event)) {
        if (auto said = addSaid(record, failed->error.message, true); !said)
            return said;
        return end(record, true);
    }
    if (std::holds_alternative<TurnFinished>(event))
        return end(record, false);
    return {};
}

Result<void> SearchIndex::addMessage(const LogRecord &record, const discord::Message &message)
{
    if (auto added = m_addEntry.run(record.seq, record.conversation.mate, record.conversation.channel, message.id,
            qint64(0), record.at.wall, message.authorName(), hasAttachment(message), false, 0);
        !added)
        return added;
    return m_addBody.run(record.seq, textOf(record, message), namesOf(message));
}

Result<void> SearchIndex::addSaid(const LogRecord &record, const QString &text, bool failed)
{
    const auto replay = isReplay(record.turn);
    if (!replay)
        return replay.error();
    QString names;
    if (auto read = m_readMate.run(record.conversation.mate); !read)
        return read;
    if (m_readMate.next())
        names = u"%1 / %2"_s.arg(m_readMate.text(0), m_readMate.text(1));
    m_readMate.reset();
    if (auto added = m_addEntry.run(record.seq, record.conversation.mate, record.conversation.channel, qint64(0),
            static_cast<qint64>(record.turn), record.at.wall, QString(), false, failed, *replay ? 2 : 0);
        !added)
        return added;
    return m_addBody.run(record.seq, text, names);
}

Result<void> SearchIndex::change(const LogRecord &record, const discord::Message &message)
{
    return m_changeBody.run(textOf(record, message), namesOf(message), message.id, record.conversation.mate,
        record.conversation.channel);
}

Result<void> SearchIndex::begin(const LogRecord &record, const TurnStarted &event)
{
    if (event.replayOf)
        return m_replayed.run(static_cast<qint64>(*event.replayOf));
    return link(record, event.asked);
}

Result<void> SearchIndex::link(const LogRecord &record, const QList<discord::Message> &asked)
{
    const auto replay = isReplay(record.turn);
    if (!replay || *replay)
        return replay ? Result<void>() : replay.error();
    for (const discord::Message &message : asked) {
        if (auto linked = m_link.run(static_cast<qint64>(record.turn), message.id, record.conversation.mate,
                record.conversation.channel);
            !linked)
            return linked;
    }
    return {};
}

Result<bool> SearchIndex::isReplay(TurnId turn)
{
    if (auto read = m_readTurn.run(static_cast<qint64>(turn)); !read)
        return read.error();
    const bool replay = m_readTurn.next() && m_readTurn.number(1) != 0;
    m_readTurn.reset();
    return replay;
}

Result<void> SearchIndex::end(const LogRecord &record, bool failed)
{
    if (auto read = m_readTurn.run(static_cast<qint64>(record.turn)); !read)
        return read;
    const bool known = m_readTurn.next();
    const bool slow = known && record.at.wall.count() - m_readTurn.number(0) >= slowTurnMs;
    m_readTurn.reset();
    if (!failed && !slow)
        return {};
    return m_end.run(failed, slow, static_cast<qint64>(record.turn));
}

Result<bool> SearchIndex::tidySome()
{
    const QString what = Core::tr("Deleted words could not be taken out of the search");
    Statement read(m_sql, u"SELECT untidy, total_changes() FROM search_state"_s, what);
    const auto ask = [&]() -> Result<std::pair<bool, qint64>> {
        if (auto ran = read.run(); !ran)
            return ran.error();
        const bool any = read.next();
        const std::pair<bool, qint64> state{any && read.number(0) != 0, any ? read.number(1) : 0};
        read.reset();
        return state;
    };
    const auto before = ask();
    if (!before || !before->first)
        return before ? Result<bool>(true) : before.error();
    Statement merge(m_sql, u"INSERT INTO search_text (search_text, rank) VALUES ('merge', ?)"_s, what);
    if (auto ran = merge.run(-mergedPages); !ran)
        return ran.error();
    const auto after = ask();
    if (!after)
        return after.error();
    if (after->second - before->second >= 2) // SQLite's own sign that there was something to do
        return false;
    Statement done(m_sql, u"UPDATE search_state SET untidy = 0"_s, what);
    if (auto ran = done.run(); !ran)
        return ran.error();
    return true;
}

Result<void> SearchIndex::tidy()
{
    const QString what = Core::tr("Deleted words could not be taken out of the search");
    Statement any(m_sql, u"SELECT EXISTS (SELECT 1 FROM search_body)"_s, what);
    if (auto ran = any.run(); !ran)
        return ran;
    const bool isEmpty = any.next() && any.number(0) == 0;
    any.reset();
    // Of nothing, an index is made in no time; else its parts are merged into one.
    Statement tidy(m_sql, u"INSERT INTO search_text (search_text) VALUES (?)"_s, what);
    if (auto ran = tidy.run(isEmpty ? u"rebuild"_s : u"optimize"_s); !ran)
        return ran;
    Statement done(m_sql, u"UPDATE search_state SET untidy = 0"_s, what);
    return done.run();
}

} // namespace loopflow
