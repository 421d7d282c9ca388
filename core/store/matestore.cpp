#include "core/store/matestore.h"

#include "core/base/core.h"
#include "core/base/log.h"
#include "core/base/time.h"
#include "core/store/database.h"
#include "core/store/materows.h"

namespace loopflow {

namespace {

bool isIdentifier(const QString &text)
{
    const auto isAllowed = [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'-' || c == u'_';
    };
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isAllowed);
}

Error conflict(const QString &sentence) { return {ErrorCode::Conflict, sentence}; }

Error unknownMate() { return {ErrorCode::NotFound, Core::tr("This mate was removed meanwhile.")}; }

} // namespace

MateStore::MateStore(Database *database, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_loaded(load())
{
    if (!m_loaded)
        qCCritical(logStore).noquote() << m_loaded.error().message;
}

MateStore::~MateStore() = default;

Result<void> MateStore::load()
{
    MateRows rows(m_database->sql());
    auto mates = rows.mates();
    if (!mates)
        return mates.error();
    auto leavers = rows.strays();
    if (!leavers)
        return leavers.error();
    for (const Mate &mate : std::as_const(*mates)) {
        if (mate.practice)
            leavers->append(mate.id);
        else
            m_mates.append(mate);
    }
    auto prompts = rows.newestPrompts();
    if (!prompts)
        return prompts.error();
    for (const PromptVersion &version : std::as_const(*prompts))
        m_prompts.insert(version.mate, version);
    auto pictures = rows.pictures();
    if (!pictures)
        return pictures.error();
    for (const auto &[mate, png] : std::as_const(*pictures))
        m_pictures.insert(mate, png);
    auto traits = rows.traits();
    if (!traits)
        return traits.error();
    for (const TraitsRow &row : std::as_const(*traits))
        m_traits.insert({row.baseUrl, row.model}, row.traits);
    if (leavers->isEmpty())
        return {};
    return inTransaction(m_database->sql(), [&]() -> Result<void> {
        for (const MateId id : std::as_const(*leavers)) {
            m_prompts.remove(id);
            m_pictures.remove(id);
            if (auto gone = rows.remove(id); !gone)
                return gone;
        }
        return {};
    });
}

QList<Mate> MateStore::mates() const { return m_mates; }

QList<Mate>::iterator MateStore::locate(MateId id)
{
    return std::find_if(m_mates.begin(), m_mates.end(), [id](const Mate &mate) { return mate.id == id; });
}

std::optional<Mate> MateStore::mate(MateId id) const
{
    for (const Mate &mate : m_mates) {
        if (mate.id == id)
            return mate;
    }
    return {};
}

std::optional<Mate> MateStore::find(const QString &identifier) const
{
    for (const Mate &mate : m_mates) {
        if (mate.identifier.compare(identifier, Qt::CaseInsensitive) == 0)
            return mate;
    }
    return {};
}

Result<void> MateStore::check(const Mate &mate) const
{
    if (!isIdentifier(mate.identifier)) {
        return Error{ErrorCode::Invalid,
            Core::tr("\"%1\" cannot be a mate's identifier. Use letters a to z, digits, \"-\" and \"_\".")
                .arg(mate.identifier)};
    }
    for (const Mate &other : m_mates) {
        if (other.id == mate.id)
            continue;
        if (other.identifier.compare(mate.identifier, Qt::CaseInsensitive) == 0)
            return conflict(Core::tr("There is already a mate \"%1\". Choose another identifier.").arg(
                other.identifier));
        if (tokenVariable(other.identifier) == tokenVariable(mate.identifier)) {
            return conflict(Core::tr("\"%1\" and the mate \"%2\" would both take their token from %3. Choose an "
                                     "identifier that differs in more than \"-\" and \"_\".").arg(
                                mate.identifier, other.identifier, tokenVariable(mate.identifier)));
        }
        if (mate.bot && other.bot == mate.bot && other.home == mate.home && !mate.practice && !other.practice) {
            return conflict(Core::tr("This bot is already used by the mate \"%1\". Create another application for "
                                     "this one, or remove that mate.").arg(other.name));
        }
    }
    return {};
}

Result<Mate> MateStore::add(Mate mate, const QString &prompt)
{
    mate.id = {};
    if (auto fits = check(mate); !fits)
        return fits.error();
    const auto saved = inTransaction(m_database->sql(), [&]() -> Result<void> {
        const Result<MateId> id = MateRows(m_database->sql()).insert(mate);
        if (!id)
            return id.error();
        mate.id = *id;
        if (const auto version = insertPrompt(mate.id, 1, prompt); !version)
            return version.error();
        return {};
    });
    if (!saved) {
        m_prompts.remove(mate.id);
        return saved.error();
    }
    m_mates.append(mate);
    Q_EMIT added(mate.id);
    return mate;
}

Result<void> MateStore::update(const Mate &mate)
{
    const auto known = locate(mate.id);
    if (known == m_mates.end())
        return unknownMate();
    if (*known == mate)
        return {};
    if (auto fits = check(mate); !fits)
        return fits;
    if (auto saved = MateRows(m_database->sql()).update(mate); !saved)
        return saved;
    *known = mate;
    Q_EMIT changed(mate.id);
    return {};
}

Result<void> MateStore::remove(MateId id)
{
    const auto known = locate(id);
    if (known == m_mates.end())
        return unknownMate();
    const auto gone = inTransaction(m_database->sql(), [&] { return MateRows(m_database->sql()).remove(id); });
    if (!gone)
        return gone;
    m_mates.erase(known);
    m_prompts.remove(id);
    m_pictures.remove(id);
    Q_EMIT removed(id);
    return {};
}

Result<void> MateStore::move(MateId id, qsizetype to)
{
    const auto known = locate(id);
    if (known == m_mates.end())
        return unknownMate();
    const qsizetype from = known - m_mates.begin();
    to = std::clamp<qsizetype>(to, 0, m_mates.size() - 1);
    if (from == to)
        return {};
    QList<MateId> order;
    for (const Mate &mate : std::as_const(m_mates))
        order.append(mate.id);
    order.move(from, to);
    const auto arranged
        = inTransaction(m_database->sql(), [&] { return MateRows(m_database->sql()).arrange(order); });
    if (!arranged)
        return arranged;
    m_mates.move(from, to);
    Q_EMIT moved(id, static_cast<int>(to));
    return {};
}

PromptVersion MateStore::prompt(MateId mate) const { return m_prompts.value(mate); }

QList<PromptVersion> MateStore::prompts(MateId mate) const
{
    auto versions = MateRows(m_database->sql()).prompts(mate);
    if (versions)
        return *std::move(versions);
    qCWarning(logStore).noquote() << versions.error().message;
    return m_prompts.contains(mate) ? QList<PromptVersion>{prompt(mate)} : QList<PromptVersion>{};
}

Result<PromptVersion> MateStore::savePrompt(MateId mate, const QString &text)
{
    if (locate(mate) == m_mates.end())
        return unknownMate();
    const PromptVersion newest = prompt(mate);
    if (newest.number > 0 && newest.text == text)
        return newest;
    auto version = insertPrompt(mate, newest.number + 1, text);
    if (version)
        Q_EMIT promptSaved(mate, version->number);
    return version;
}

Result<PromptVersion> MateStore::insertPrompt(MateId mate, int number, const QString &text)
{
    PromptVersion version{{}, mate, number, text, readClock().wall.count(), {}};
    const Result<PromptId> id = MateRows(m_database->sql()).insert(version);
    if (!id)
        return id.error();
    version.id = *id;
    m_prompts.insert(mate, version);
    return version;
}

QByteArray MateStore::picture(MateId mate) const { return m_pictures.value(mate); }

Result<void> MateStore::savePicture(MateId mate, const QByteArray &png)
{
    if (locate(mate) == m_mates.end())
        return unknownMate();
    if (picture(mate) == png)
        return {};
    if (auto saved = MateRows(m_database->sql()).savePicture(mate, png); !saved)
        return saved;
    if (png.isEmpty())
        m_pictures.remove(mate);
    else
        m_pictures.insert(mate, png);
    Q_EMIT changed(mate);
    return {};
}

Result<void> MateStore::nameVersion(MateId mate, int number, const QString &name)
{
    const auto newest = m_prompts.find(mate);
    if (newest == m_prompts.end() || number < 1 || number > newest->number)
        return Error{ErrorCode::NotFound, Core::tr("This version was removed meanwhile.")};
    if (auto named = MateRows(m_database->sql()).name(mate, number, name.simplified()); !named)
        return named;
    if (number == newest->number)
        newest->name = name.simplified();
    Q_EMIT versionNamed(mate, number);
    return {};
}

std::optional<PromptDraft> MateStore::draft(MateId mate) const
{
    auto draft = MateRows(m_database->sql()).draft(mate);
    if (draft)
        return *std::move(draft);
    qCWarning(logStore).noquote() << draft.error().message;
    return {};
}

Result<void> MateStore::keepDraft(MateId mate, int base, const QString &text)
{
    if (locate(mate) == m_mates.end())
        return unknownMate();
    return MateRows(m_database->sql()).save(mate, {base, text, readClock().wall.count()});
}

Result<void> MateStore::dropDraft(MateId mate) { return MateRows(m_database->sql()).removeDraft(mate); }

llm::ModelTraits MateStore::traits(const QString &baseUrl, const QString &model) const
{
    return m_traits.value({baseUrl, model});
}

Result<void> MateStore::saveTraits(const QString &baseUrl, const QString &model, const llm::ModelTraits &traits)
{
    const ModelKey key(baseUrl, model);
    const auto known = m_traits.constFind(key);
    if (known != m_traits.constEnd() && *known == traits)
        return {};
    if (auto saved = MateRows(m_database->sql()).save({baseUrl, model, traits}); !saved)
        return saved;
    m_traits.insert(key, traits);
    return {};
}

} // namespace loopflow
