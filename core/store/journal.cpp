#include "core/store/journal.h"

#include "core/base/core.h"
#include "core/base/log.h"
#include "core/store/database.h"
#include "core/store/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds identifyMemory = std::chrono::hours(24);

QString toText(const QStringList &parts)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(parts)).toJson(QJsonDocument::Compact));
}

QStringList partsFrom(const QString &text)
{
    QStringList parts;
    for (const QJsonValue &part : QJsonDocument::fromJson(text.toUtf8()).array())
        parts.append(part.toString());
    return parts;
}

/// Settled questions are counted and cut at one message in 64, chosen by the time in its id: often enough, and
/// the other 63 do not pay for it.
bool isTimeToPrune(discord::MessageId message) { return message.created().count() % 64 == 0; }

Error notOpen()
{
    return {ErrorCode::Storage,
        Core::tr("The reply could not be saved, because its question is not open any more. It is not posted.")};
}

void warn(const Result<void> &done)
{
    if (!done)
        qCWarning(logStore).noquote() << done.error().message;
}

} // namespace

struct Journal::Statements {
    explicit Statements(const QSqlDatabase &database)
        : sql(database)
    {
    }
    QSqlDatabase sql;

    Statement open{sql,
        u"INSERT OR IGNORE INTO question (mate, channel, message, author) VALUES (?, ?, ?, ?)"_s,
        Core::tr("The question could not be saved")};
    Statement prune{sql,
        u"DELETE FROM question WHERE mate = ? AND channel = ? AND settled = 1 AND message < ("
        "SELECT message FROM question WHERE mate = ? AND channel = ? AND settled = 1 "
        "ORDER BY message DESC LIMIT 1 OFFSET 999)"_s,
        Core::tr("Old questions could not be removed")};
    Statement addDraft{sql, u"INSERT INTO draft (mate, parts, attempt, notice) VALUES (?, ?, ?, ?)"_s,
        Core::tr("The reply could not be saved")};
    Statement eraseDraft{sql,
        u"DELETE FROM draft WHERE id = (SELECT draft FROM question "
        "WHERE mate = ? AND message = ? AND settled = 0)"_s,
        Core::tr("The reply's draft could not be erased")};
    Statement useDraft{sql, u"UPDATE question SET draft = ? WHERE mate = ? AND message = ? AND settled = 0"_s,
        Core::tr("The reply could not be saved")};
    Statement posted{sql,
        u"INSERT OR REPLACE INTO posted (draft, part, message) SELECT draft, ?, ? FROM question "
        "WHERE mate = ? AND message = ? AND settled = 0 AND draft IS NOT NULL"_s,
        Core::tr("The posted part could not be noted")};
    Statement settle{sql, u"UPDATE question SET settled = 1 WHERE mate = ? AND message = ? AND settled = 0"_s,
        Core::tr("The answered question could not be noted")};
    Statement reopen{sql,
        u"INSERT INTO question (mate, channel, message, author, attempt, posts_after) VALUES (?, ?, ?, ?, 2, ?) "
        "ON CONFLICT DO UPDATE SET settled = 0, attempt = attempt + 1, posts_after = excluded.posts_after "
        "WHERE settled = 1"_s,
        Core::tr("The question could not be opened again")};
    Statement tryAt{sql, u"SELECT attempt, posts_after FROM question WHERE mate = ? AND message = ?"_s,
        Core::tr("The tries at a question could not be read")};
    Statement isSettled{sql, u"SELECT settled FROM question WHERE mate = ? AND message = ? AND channel = ?"_s,
        Core::tr("The answered questions could not be read")};
    Statement unsettled{sql,
        u"SELECT channel, message, author, q.draft, parts, draft.attempt, notice FROM question q "
        "LEFT JOIN draft ON draft.id = q.draft WHERE q.mate = ? AND settled = 0 ORDER BY message"_s,
        Core::tr("The open questions could not be read")};
    Statement parts{sql,
        u"SELECT posted.draft, message FROM draft JOIN posted ON posted.draft = draft.id "
        "WHERE mate = ? ORDER BY posted.draft, part"_s,
        Core::tr("The posted parts could not be read")};
    Statement mark{sql,
        u"INSERT INTO mark (mate, channel, message) VALUES (?, ?, ?) ON CONFLICT DO UPDATE "
        "SET message = excluded.message WHERE excluded.message > message"_s,
        Core::tr("The place in the channel could not be saved")};
    Statement marks{sql, u"SELECT channel, message FROM mark WHERE mate = ?"_s,
        Core::tr("The places in the channels could not be read")};
    Statement saveSession{sql,
        u"INSERT OR REPLACE INTO session (mate, session, sequence, resume_url, bot, intents) "
        "VALUES (?, ?, ?, ?, ?, ?)"_s,
        Core::tr("The session could not be saved")};
    Statement dropSession{
        sql, u"DELETE FROM session WHERE mate = ?"_s, Core::tr("The session could not be forgotten")};
    Statement session{sql, u"SELECT session, sequence, resume_url, bot, intents FROM session WHERE mate = ?"_s,
        Core::tr("The session could not be read")};
    Statement addIdentify{sql, u"INSERT INTO identify (mate, at) VALUES (?, ?)"_s,
        Core::tr("The login could not be counted")};
    Statement dropIdentifies{sql, u"DELETE FROM identify WHERE mate = ? AND at < ?"_s,
        Core::tr("Old logins could not be forgotten")};
    Statement identifies{sql, u"SELECT at FROM identify WHERE mate = ? AND at >= ? ORDER BY at"_s,
        Core::tr("The logins could not be counted")};
};

Journal::Journal(Database *database)
    : m_database(database)
    , m_do(std::make_unique<Statements>(database->sql()))
{
}

Journal::~Journal() = default;

Result<void> Journal::open(
    MateId mate, discord::ChannelId channel, discord::MessageId message, discord::UserId author)
{
    if (auto kept = m_do->open.run(mate, channel, message, author); !kept)
        return kept;
    if (isTimeToPrune(message))
        warn(m_do->prune.run(mate, channel, mate, channel)); // the question is kept all the same
    return {};
}

Result<void> Journal::draft(MateId mate, const QList<discord::MessageId> &questions, const Draft &draft)
{
    return inTransaction(m_database->sql(), [&]() -> Result<void> {
        for (const discord::MessageId question : questions) {
            if (auto erased = m_do->eraseDraft.run(mate, question); !erased)
                return erased;
        }
        if (auto added = m_do->addDraft.run(mate, toText(draft.parts), draft.attempt, draft.notice); !added)
            return added;
        const qint64 id = m_do->addDraft.insertedId();
        for (const discord::MessageId question : questions) {
            if (auto used = m_do->useDraft.run(id, mate, question); !used)
                return used;
            if (m_do->useDraft.changes() == 0)
                return notOpen();
        }
        return {};
    });
}

Result<void> Journal::posted(MateId mate, discord::MessageId question, int part, discord::MessageId message)
{
    auto noted = m_do->posted.run(part, message, mate, question);
    if (noted && m_do->posted.changes() == 0)
        return Error{ErrorCode::Storage, Core::tr("The posted part could not be noted, because its draft is gone.")};
    return noted;
}

Result<void> Journal::settle(MateId mate, const QList<discord::MessageId> &questions)
{
    return inTransaction(m_database->sql(), [&]() -> Result<void> {
        for (const discord::MessageId question : questions) {
            if (auto erased = m_do->eraseDraft.run(mate, question); !erased)
                return erased;
            if (auto settled = m_do->settle.run(mate, question); !settled)
                return settled;
        }
        return {};
    });
}

Result<void> Journal::reopen(MateId mate, discord::ChannelId channel,
    const QList<discord::MessageId> &questions, discord::UserId author, discord::MessageId newest)
{
    return inTransaction(m_database->sql(), [&]() -> Result<void> {
        for (const discord::MessageId question : questions) {
            if (auto opened = m_do->reopen.run(mate, channel, question, author, newest); !opened)
                return opened;
            if (m_do->reopen.changes() == 0)
                return Error{ErrorCode::Conflict, Core::tr("This question is being answered already.")};
        }
        return {};
    });
}

QuestionTry Journal::tryAt(MateId mate, discord::MessageId question) const
{
    QuestionTry found;
    warn(m_do->tryAt.run(mate, question));
    if (m_do->tryAt.next()) {
        found.number = static_cast<int>(m_do->tryAt.number(0));
        if (const auto after = m_do->tryAt.id<discord::MessageId>(1))
            found.postsAfter = after;
    }
    m_do->tryAt.reset();
    return found;
}

bool Journal::isSettled(MateId mate, discord::ChannelId channel, discord::MessageId message) const
{
    warn(m_do->isSettled.run(mate, message, channel));
    const bool settled = m_do->isSettled.next() && m_do->isSettled.number(0) == 1;
    m_do->isSettled.reset();
    return settled;
}

Result<QList<OpenQuestion>> Journal::unsettled(MateId mate) const
{
    QHash<qint64, QList<discord::MessageId>> posted;
    if (auto read = m_do->parts.run(mate); !read)
        return read.error();
    while (m_do->parts.next())
        posted[m_do->parts.number(0)].append(m_do->parts.id<discord::MessageId>(1));
    if (auto ended = m_do->parts.ended(); !ended)
        return ended.error();
    if (auto read = m_do->unsettled.run(mate); !read)
        return read.error();
    QList<OpenQuestion> open;
    QList<qint64> drafts; // of the same index; 0: none
    QHash<qint64, QList<discord::MessageId>> answered;
    Statement &row = m_do->unsettled;
    while (row.next()) {
        OpenQuestion question{row.id<discord::ChannelId>(0), row.id<discord::MessageId>(1),
            row.id<discord::UserId>(2), {}, {}, {}};
        const qint64 draft = row.number(3);
        if (!row.isNull(3)) {
            question.draft = Draft{partsFrom(row.text(4)), static_cast<int>(row.number(5)), row.number(6) != 0};
            question.posted = posted.value(draft);
            answered[draft].append(question.message);
        }
        open.append(std::move(question));
        drafts.append(draft);
    }
    if (auto ended = row.ended(); !ended)
        return ended.error();
    for (qsizetype i = 0; i < open.size(); ++i)
        open[i].draftQuestions = answered.value(drafts[i]);
    return open;
}

Result<void> Journal::mark(MateId mate, discord::ChannelId channel, discord::MessageId message)
{
    return m_do->mark.run(mate, channel, message);
}

Result<QList<ChannelMark>> Journal::marks(MateId mate) const
{
    if (auto read = m_do->marks.run(mate); !read)
        return read.error();
    QList<ChannelMark> marks;
    while (m_do->marks.next())
        marks.append({m_do->marks.id<discord::ChannelId>(0), m_do->marks.id<discord::MessageId>(1)});
    if (auto ended = m_do->marks.ended(); !ended)
        return ended.error();
    return marks;
}

Result<void> Journal::saveSession(MateId mate, const std::optional<discord::SavedSession> &session)
{
    if (!session)
        return m_do->dropSession.run(mate);
    return m_do->saveSession.run(mate, session->sessionId, session->sequence, session->resumeUrl.toString(),
        session->bot, qint64{session->intents});
}

std::optional<discord::SavedSession> Journal::session(MateId mate) const
{
    Statement &row = m_do->session;
    warn(row.run(mate));
    std::optional<discord::SavedSession> session;
    if (row.next())
        session = {row.text(0), row.number(1), QUrl(row.text(2)), row.id<discord::UserId>(3),
            static_cast<quint32>(row.number(4))};
    row.reset();
    return session;
}

Result<void> Journal::addIdentify(MateId mate, Milliseconds wall)
{
    if (auto added = m_do->addIdentify.run(mate, wall); !added)
        return added;
    warn(m_do->dropIdentifies.run(mate, wall - identifyMemory)); // counted all the same
    return {};
}

QList<Milliseconds> Journal::identifies(MateId mate, Milliseconds since) const
{
    warn(m_do->identifies.run(mate, since));
    QList<Milliseconds> times;
    while (m_do->identifies.next())
        times.append(Milliseconds(m_do->identifies.number(0)));
    return times;
}

} // namespace loopflow
