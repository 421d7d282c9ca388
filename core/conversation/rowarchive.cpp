#include "core/conversation/rowarchive.h"

#include <algorithm>
#include <concepts>
#include <cstring>

namespace loopflow {

namespace {

// Each names all of a value's fields: one that is added later does not compile until it is kept, too.

void fieldsOf(auto &&visit, auto &user)
    requires std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(user)>>, discord::User>
{
    auto &[id, username, globalName, avatar, bot] = user;
    visit(id, username, globalName, avatar, bot);
}

void fieldsOf(auto &&visit, auto &attachment)
    requires std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(attachment)>>, discord::Attachment>
{
    auto &[filename, contentType, size, url, duration, width, height, spoiler, description] = attachment;
    visit(filename, contentType, size, url, duration, width, height, spoiler, description);
}

void fieldsOf(auto &&visit, auto &field)
    requires std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(field)>>, discord::EmbedField>
{
    auto &[name, value] = field;
    visit(name, value);
}

void fieldsOf(auto &&visit, auto &embed)
    requires std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(embed)>>, discord::Embed>
{
    auto &[title, description, url, author, provider, footer, picture, fields] = embed;
    visit(title, description, url, author, provider, footer, picture, fields);
}

void fieldsOf(auto &&visit, auto &message)
    requires std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(message)>>, discord::Message>
{
    auto &[id, channel, guild, author, webhook, type, content, memberNick, editedMs, mentions, attachments, embeds,
        stickers, pollQuestion, pollAnswers, voice, replyTo, replyAuthor, replyText, forward, snapshotContent,
        snapshotAttachments, snapshotEmbeds, snapshotStickers, nonce] = message;
    visit(id, channel, guild, author, webhook, type, content, memberNick, editedMs, mentions, attachments, embeds,
        stickers, pollQuestion, pollAnswers, voice, replyTo, replyAuthor, replyText, forward, snapshotContent,
        snapshotAttachments, snapshotEmbeds, snapshotStickers, nonce);
}

void fieldsOf(auto &&visit, auto &usage)
    requires std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(usage)>>, llm::Usage>
{
    auto &[input, output, cachedInput, cacheWrite, reasoning, cost] = usage;
    visit(input, output, cachedInput, cacheWrite, reasoning, cost);
}

void fieldsOf(auto &&visit, auto &turn)
    requires std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(turn)>>, TurnView>
{
    auto &[id, state, text, waitingFor, error, stage, promptVersion, model, startedMs, requestMs, firstTokenMs, endedMs,
        retries, restarts, restartedFor, usage, cost, why, replayOf, asked, triedAgain, posted] = turn;
    visit(id, state, text, waitingFor, error, stage, promptVersion, model, startedMs, requestMs, firstTokenMs, endedMs,
        retries, restarts, restartedFor, usage, cost, why, replayOf, asked, triedAgain, posted);
}

void fieldsOf(auto &&visit, auto &row)
    requires std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(row)>>, ConversationRow>
{
    auto &[message, turn, seq, atMs, note, edited, deleted, deletedMs, ignored, textless] = row;
    visit(turn, seq, atMs, note, edited, deleted, deletedMs, ignored, textless);
    if (!turn && note.isEmpty())
        visit(message);
}

class Packer {
public:
    QByteArray take()
    {
        m_bytes.squeeze();
        return std::move(m_bytes);
    }

    void put(const std::integral auto &value) { number(static_cast<quint64>(value)); }
    template <class E>
        requires std::is_enum_v<E>
    void put(const E &value) { number(static_cast<quint64>(value)); }
    void put(double value) { m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value); }
    template <class Tag>
    void put(const discord::Id<Tag> &id) { number(id.value); }
    void put(const QString &text)
    {
        // Most texts need a byte a character.
        const bool narrow = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 256; });
        number(static_cast<quint64>(text.size()) * 2 + (narrow ? 1 : 0));
        if (narrow)
            m_bytes.append(text.toLatin1());
        else
            m_bytes.append(reinterpret_cast<const char *>(text.utf16()), text.size() * qsizetype(sizeof(char16_t)));
    }
    template <class T>
    void put(const std::optional<T> &value)
    {
        put(value.has_value());
        if (value)
            put(*value);
    }
    template <class T>
    void put(const QList<T> &list)
    {
        put(list.size());
        for (const T &item : list)
            put(item);
    }
    template <class T>
    void put(const T &value)
        requires requires { fieldsOf([](auto &...) {}, value); }
    {
        fieldsOf([this](const auto &...fields) { (put(fields), ...); }, value);
    }

private:
    void number(quint64 rest)
    {
        for (; rest >= 0x80; rest >>= 7)
            m_bytes.append(static_cast<char>(rest | 0x80));
        m_bytes.append(static_cast<char>(rest));
    }

    QByteArray m_bytes;
};

class Unpacker {
public:
    explicit Unpacker(const QByteArray &bytes)
        : m_next(bytes.constData())
    {
    }

    template <std::integral T>
    void get(T &value) { value = static_cast<T>(number()); }
    template <class E>
        requires std::is_enum_v<E>
    void get(E &value) { value = static_cast<E>(number()); }
    void get(double &value)
    {
        std::memcpy(&value, m_next, sizeof value);
        m_next += sizeof value;
    }
    template <class Tag>
    void get(discord::Id<Tag> &id) { id.value = number(); }
    void get(QString &text)
    {
        const quint64 head = number();
        const auto size = static_cast<qsizetype>(head / 2);
        if (head % 2 == 1) {
            text = QString::fromLatin1(m_next, size);
            m_next += size;
        } else {
            text.resize(size);
            std::memcpy(text.data(), m_next, static_cast<size_t>(size) * sizeof(char16_t));
            m_next += size * qsizetype(sizeof(char16_t));
        }
    }
    template <class T>
    void get(std::optional<T> &value)
    {
        bool has = false;
        get(has);
        if (has)
            get(value.emplace());
    }
    template <class T>
    void get(QList<T> &list)
    {
        qsizetype size = 0;
        get(size);
        list.resize(size);
        for (T &item : list)
            get(item);
    }
    template <class T>
    void get(T &value)
        requires requires { fieldsOf([](auto &...) {}, value); }
    {
        fieldsOf([this](auto &...fields) { (get(fields), ...); }, value);
    }

private:
    quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0;; shift += 7) {
            const auto byte = static_cast<quint8>(*m_next++);
            value |= quint64{byte & 0x7fu} << shift;
            if (byte < 0x80)
                return value;
        }
    }

    const char *m_next;
};

} // namespace

QByteArray packed(const QList<ConversationRow> &rows)
{
    Packer packer;
    packer.put(rows);
    return packer.take();
}

QList<ConversationRow> unpacked(const QByteArray &bytes)
{
    QList<ConversationRow> rows;
    Unpacker(bytes).get(rows);
    return rows;
}

} // namespace loopflow
