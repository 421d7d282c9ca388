#include "core/store/materows.h"

#include "core/base/core.h"
#include "core/store/matestore.h"
#include "core/store/statement.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

template <class T>
std::optional<T> optionalOf(const Statement &row, int column, T value)
{
    return row.isNull(column) ? std::nullopt : std::optional<T>(value);
}

Mate mateOf(const Statement &row)
{
    Mate mate;
    mate.id = MateId{row.number(0)};
    mate.identifier = row.text(1);
    mate.name = row.text(2);
    mate.provider = row.text(3);
    mate.model = row.text(4);
    mate.baseUrl = row.text(5);
    mate.parameters.temperature = optionalOf(row, 6, row.real(6));
    mate.parameters.topP = optionalOf(row, 7, row.real(7));
    mate.parameters.maxTokens = optionalOf(row, 8, static_cast<int>(row.number(8)));
    mate.parameters.effort = row.text(9);
    mate.bot = row.id<discord::UserId>(10);
    mate.application = row.id<discord::ApplicationId>(11);
    mate.avatar = row.text(12);
    mate.home = QUrl(row.text(13));
    mate.paused = row.number(14) != 0;
    mate.practice = row.number(15) != 0;
    mate.historyMessages = static_cast<int>(row.number(16));
    mate.historyTokens = static_cast<int>(row.number(17));
    mate.mergeWaitMs = static_cast<int>(row.number(18));
    mate.recordsText = row.number(19) != 0;
    return mate;
}

PromptVersion promptOf(const Statement &row)
{
    return {PromptId{row.number(0)}, MateId{row.number(1)}, static_cast<int>(row.number(2)), row.text(3),
        row.number(4), row.text(5)};
}

/// All rows of a statement that was run.
template <class T>
Result<QList<T>> collect(Statement &statement, const Result<void> &ran, T (*valueOf)(const Statement &))
{
    if (!ran)
        return ran.error();
    QList<T> values;
    while (statement.next())
        values.append(valueOf(statement));
    if (const auto ended = statement.ended(); !ended)
        return ended.error();
    return values;
}

Result<void> write(Statement &statement, const Mate &mate, const auto &...more)
{
    return statement.run(mate.identifier, mate.name, mate.provider, mate.model, mate.baseUrl,
        mate.parameters.temperature, mate.parameters.topP, mate.parameters.maxTokens, mate.parameters.effort,
        mate.bot, mate.application, mate.avatar, mate.home.toString(), mate.paused, mate.practice,
        mate.historyMessages, mate.historyTokens, mate.mergeWaitMs, mate.recordsText, more...);
}

} // namespace

Result<QList<Mate>> MateRows::mates()
{
    Statement read(m_sql,
        u"SELECT id, identifier, name, provider, model, base_url, temperature, top_p, max_tokens, effort, bot, "
        "application, avatar, home, paused, practice, history_messages, history_tokens, merge_wait_ms, records_text "
        "FROM mate ORDER BY position IS NULL, position, id"_s,
        Core::tr("The mates could not be read"));
    return collect(read, read.run(), mateOf);
}

Result<MateId> MateRows::insert(const Mate &mate)
{
    Statement add(m_sql,
        u"INSERT INTO mate (identifier, name, provider, model, base_url, temperature, top_p, "
        "max_tokens, effort, bot, application, avatar, home, paused, practice, history_messages, "
        "history_tokens, merge_wait_ms, records_text) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        Core::tr("The mate could not be saved"));
    if (auto added = write(add, mate); !added)
        return added.error();
    return MateId{add.insertedId()};
}

Result<void> MateRows::update(const Mate &mate)
{
    Statement change(m_sql,
        u"UPDATE mate SET identifier = ?, name = ?, provider = ?, model = ?, base_url = ?, temperature = ?, "
        "top_p = ?, max_tokens = ?, effort = ?, bot = ?, application = ?, avatar = ?, home = ?, paused = ?, "
        "practice = ?, history_messages = ?, history_tokens = ?, merge_wait_ms = ?, records_text = ? WHERE id = ?"_s,
        Core::tr("The mate could not be saved"));
    return write(change, mate, mate.id);
}

Result<void> MateRows::arrange(const QList<MateId> &order)
{
    Statement place(m_sql, u"UPDATE mate SET position = ? WHERE id = ?"_s,
        Core::tr("The mates' order could not be saved"));
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (auto placed = place.run(i, order[i]); !placed)
            return placed;
    }
    return {};
}

Result<void> MateRows::remove(MateId id)
{
    for (const QString &statement :
        {u"DELETE FROM mate WHERE id = ?"_s, u"DELETE FROM event WHERE mate = ?"_s,
            u"DELETE FROM prompt_use WHERE mate = ?"_s, u"DELETE FROM pack WHERE mate = ?"_s, u"DELETE FROM conversation WHERE mate = ?"_s}) {
        Statement remove(m_sql, statement, Core::tr("The mate could not be removed"));
        if (auto removed = remove.run(id); !removed)
            return removed;
    }
    return {};
}

Result<QList<MateId>> MateRows::strays()
{
    // Steps from mate to mate in the index: a plain DISTINCT would read all of it, at every start.
    Statement read(m_sql,
        u"WITH RECURSIVE recorded (mate) AS (SELECT min(mate) FROM event UNION ALL "
        "SELECT (SELECT min(mate) FROM event WHERE event.mate > recorded.mate) FROM recorded "
        "WHERE recorded.mate IS NOT NULL) "
        "SELECT mate FROM recorded WHERE mate IS NOT NULL AND mate NOT IN (SELECT id FROM mate)"_s,
        Core::tr("The record could not be read"));
    return collect<MateId>(read, read.run(), [](const Statement &row) { return MateId{row.number(0)}; });
}

Result<QList<PromptVersion>> MateRows::newestPrompts()
{
    Statement read(m_sql,
        u"SELECT id, mate, number, text, saved, name FROM prompt p "
        "WHERE number = (SELECT max(number) FROM prompt WHERE mate = p.mate)"_s,
        Core::tr("The prompts could not be read"));
    return collect(read, read.run(), promptOf);
}

Result<QList<PromptVersion>> MateRows::prompts(MateId mate)
{
    Statement read(m_sql,
        u"SELECT id, mate, number, text, saved, name FROM prompt WHERE mate = ? ORDER BY number DESC"_s,
        Core::tr("The prompt's versions could not be read"));
    return collect(read, read.run(mate), promptOf);
}

Result<PromptId> MateRows::insert(const PromptVersion &version)
{
    Statement add(m_sql, u"INSERT INTO prompt (mate, number, text, saved, name) VALUES (?, ?, ?, ?, ?)"_s,
        Core::tr("The prompt could not be saved"));
    if (auto added = add.run(version.mate, version.number, version.text, version.savedMs, version.name); !added)
        return added.error();
    return PromptId{add.insertedId()};
}

Result<QList<std::pair<MateId, QByteArray>>> MateRows::pictures()
{
    Statement read(m_sql, u"SELECT mate, png FROM mate_picture"_s,
        Core::tr("The mates' pictures could not be read"));
    return collect<std::pair<MateId, QByteArray>>(read, read.run(),
        [](const Statement &row) { return std::pair(MateId{row.number(0)}, row.bytes(1)); });
}

Result<void> MateRows::savePicture(MateId mate, const QByteArray &png)
{
    const QString what = Core::tr("The mate's picture could not be saved");
    if (png.isEmpty()) {
        Statement remove(m_sql, u"DELETE FROM mate_picture WHERE mate = ?"_s, what);
        return remove.run(mate);
    }
    Statement save(m_sql, u"INSERT OR REPLACE INTO mate_picture (mate, png) VALUES (?, ?)"_s, what);
    return save.run(mate, png);
}

Result<void> MateRows::name(MateId mate, int number, const QString &name)
{
    Statement change(m_sql, u"UPDATE prompt SET name = ? WHERE mate = ? AND number = ?"_s,
        Core::tr("The version's name could not be saved"));
    return change.run(name, mate, number);
}

Result<std::optional<PromptDraft>> MateRows::draft(MateId mate)
{
    Statement read(m_sql, u"SELECT base, text, kept FROM prompt_draft WHERE mate = ?"_s,
        Core::tr("The prompt's draft could not be read"));
    if (auto ran = read.run(mate); !ran)
        return ran.error();
    std::optional<PromptDraft> draft;
    if (read.next())
        draft = PromptDraft{static_cast<int>(read.number(0)), read.text(1), read.number(2)};
    if (auto ended = read.ended(); !ended)
        return ended.error();
    return draft;
}

Result<void> MateRows::save(MateId mate, const PromptDraft &draft)
{
    Statement save(m_sql, u"INSERT OR REPLACE INTO prompt_draft (mate, base, text, kept) VALUES (?, ?, ?, ?)"_s,
        Core::tr("The prompt's draft could not be kept"));
    return save.run(mate, draft.base, draft.text, draft.keptMs);
}

Result<void> MateRows::removeDraft(MateId mate)
{
    Statement remove(m_sql, u"DELETE FROM prompt_draft WHERE mate = ?"_s,
        Core::tr("The prompt's draft could not be removed"));
    return remove.run(mate);
}

Result<QList<TraitsRow>> MateRows::traits()
{
    Statement read(m_sql, u"SELECT base_url, model, refused, context_limit, token_ratio FROM model_traits"_s,
        Core::tr("What was learnt about the models could not be read"));
    return collect<TraitsRow>(read, read.run(), [](const Statement &row) {
        TraitsRow learnt{row.text(0), row.text(1), {}};
        const QJsonObject refused = QJsonDocument::fromJson(row.text(2).toUtf8()).object();
        for (auto it = refused.begin(); it != refused.end(); ++it)
            learnt.traits.refused.insert(it.key(), it.value().toString());
        learnt.traits.contextLimit = row.number(3);
        learnt.traits.tokenRatio = row.real(4);
        return learnt;
    });
}

Result<void> MateRows::save(const TraitsRow &row)
{
    QJsonObject refused;
    for (auto it = row.traits.refused.cbegin(); it != row.traits.refused.cend(); ++it)
        refused.insert(it.key(), it.value());
    Statement save(m_sql,
        u"INSERT OR REPLACE INTO model_traits (base_url, model, refused, context_limit, token_ratio) "
        "VALUES (?, ?, ?, ?, ?)"_s,
        Core::tr("What was learnt about the model could not be saved"));
    return save.run(row.baseUrl, row.model,
        QString::fromUtf8(QJsonDocument(refused).toJson(QJsonDocument::Compact)),
        row.traits.contextLimit, row.traits.tokenRatio);
}

} // namespace loopflow
