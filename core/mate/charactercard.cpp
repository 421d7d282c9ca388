#include "core/mate/charactercard.h"

#include "core/base/core.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <optional>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype chunkFrame = 12; ///< length, type and checksum
constexpr quint32 longestChunk = 0x7fffffff; ///< PNG 1.2, 3.2

Error invalid(const QString &sentence) { return {ErrorCode::Invalid, sentence}; }

quint32 number(QByteArrayView bytes)
{
    quint32 value = 0;
    for (const char byte : bytes.first(4))
        value = value << 8 | static_cast<quint8>(byte);
    return value;
}

/// The checksum of PNG 1.2, appendix: CRC-32 as in ISO 3309.
quint32 checksum(QByteArrayView bytes)
{
    quint32 sum = 0xffffffff;
    for (const char byte : bytes) {
        sum ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum;
}

/// A tEXt chunk's text if it has that keyword.
std::optional<QByteArrayView> textNamed(QByteArrayView chunk, QByteArrayView keyword)
{
    const auto end = chunk.indexOf('\0');
    if (end < 0 || chunk.first(end).compare(keyword, Qt::CaseInsensitive) != 0)
        return {};
    return chunk.sliced(end + 1);
}

Result<QByteArray> decodedChunk(QByteArrayView chunk, QByteArrayView text, quint32 sum)
{
    if (checksum(chunk) != sum)
        return invalid(Core::tr("The character in this picture is damaged (its checksum is wrong). Download the card "
                                "again."));
    const auto decoded = QByteArray::fromBase64Encoding(
        text.trimmed().toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        return invalid(Core::tr("The character in this picture is damaged (it is not Base64). Download the card "
                                "again."));
    return decoded.decoded;
}

/// The JSON in a picture: that of version 3 where there are two.
Result<QByteArray> jsonInPng(const QByteArray &bytes)
{
    const QByteArrayView all(bytes);
    std::optional<Result<QByteArray>> older;
    qsizetype at = 8;
    while (all.size() - at >= chunkFrame) {
        const quint32 length = number(all.sliced(at));
        const QByteArrayView type = all.sliced(at + 4, 4);
        if (type == "IEND")
            break;
        if (length > longestChunk || qint64(length) > all.size() - at - chunkFrame) {
            if (older)
                break; // the character is whole; its picture is not ours to judge
            return invalid(Core::tr("This picture ends in the middle. Download the card again."));
        }
        const auto size = static_cast<qsizetype>(length);
        if (type == "tEXt") {
            const QByteArrayView chunk = all.sliced(at + 4, size + 4); // the checksum covers the type
            const quint32 sum = number(all.sliced(at + 8 + size));
            if (const auto newest = textNamed(chunk.sliced(4), "ccv3"))
                return decodedChunk(chunk, *newest, sum);
            if (const auto text = textNamed(chunk.sliced(4), "chara"); text && !older)
                older = decodedChunk(chunk, *text, sum);
        }
        at += chunkFrame + size;
    }
    if (older)
        return *older;
    return Error{ErrorCode::NotFound,
        Core::tr("This picture has no character in it. Choose the card's original file; messengers often remove what "
                 "is hidden in a picture.")};
}

/// The card's placeholders as our variables.
QString withVariables(QString text)
{
    static const QRegularExpression mate(
        u"\\{\\{\\s*char\\s*\\}\\}|<bot>|<char>"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression user(
        u"\\{\\{\\s*user\\s*\\}\\}|<user>"_s, QRegularExpression::CaseInsensitiveOption);
    // What stands for the application's own prompt, of which there is none here.
    static const QRegularExpression original(
        u"\\{\\{\\s*original\\s*\\}\\}"_s, QRegularExpression::CaseInsensitiveOption);
    text.replace(u"\r\n"_s, u"\n"_s).remove(QChar::Null);
    return text.replace(mate, u"{{mate}}"_s).replace(user, u"{{user}}"_s).remove(original).trimmed();
}

class CardReader {
public:
    explicit CardReader(QJsonObject card)
        : m_card(std::move(card))
    {
    }

    Result<CharacterCard> read()
    {
        CharacterCard card;
        card.name = m_card.value(u"name"_s).toString().simplified();
        if (card.name.isEmpty())
            return invalid(Core::tr("The card does not say the character's name."));
        add({}, "system_prompt");
        add({}, "description");
        add(u"Personality"_s, "personality");
        add(u"Scenario"_s, "scenario");
        add(u"How {{mate}} speaks"_s, "mes_example");
        add({}, "post_history_instructions");
        if (m_parts.isEmpty())
            return invalid(Core::tr("The card says nothing of “%1”: no description, personality or prompt.")
                .arg(card.name));
        card.prompt = m_parts.join(u"\n\n"_s);
        card.remarks = remarks();
        return card;
    }

private:
    void add(const QString &title, const char *key)
    {
        const QString text = withVariables(m_card.value(QLatin1StringView(key)).toString());
        if (!text.isEmpty())
            m_parts << (title.isEmpty() ? text : u"# %1\n%2"_s.arg(title, text));
    }

    QStringList remarks() const
    {
        QStringList left;
        if (!m_card.value(u"first_mes"_s).toString().trimmed().isEmpty()
            || !m_card.value(u"alternate_greetings"_s).toArray().isEmpty())
            left << Core::tr("Its greeting was left out: a mate speaks when it is spoken to.");
        const auto book = m_card.value(u"character_book"_s).toObject().value(u"entries"_s);
        const auto entries = book.isObject() ? book.toObject().size() : book.toArray().size();
        if (entries > 0)
            left << Core::tr("Its lorebook (%1 entries) was left out: a mate knows its prompt and the conversation.")
                        .arg(entries);
        return left;
    }

    QJsonObject m_card;
    QStringList m_parts;
};

} // namespace

bool isPng(const QByteArray &bytes) { return bytes.startsWith("\x89PNG\r\n\x1a\n"); }

Result<CharacterCard> parseCharacterCard(const QByteArray &bytes)
{
    const auto json = isPng(bytes) ? jsonInPng(bytes) : Result<QByteArray>(bytes);
    if (!json)
        return json.error();
    QByteArray text = *json;
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(text, &fault);
    if (!document.isObject())
        return invalid(fault.error == QJsonParseError::NoError
                ? Core::tr("The card is not one JSON object.")
                : Core::tr("The card is not readable JSON (%1, at byte %2). Download it again.")
                      .arg(fault.errorString())
                      .arg(fault.offset));
    const QJsonObject object = document.object();
    // Version 1 is the bare character; later ones wrap it.
    const bool wrapped = object.value(u"data"_s).isObject();
    if (!wrapped && !object.contains(u"name"_s))
        return Error{ErrorCode::NotFound, Core::tr("This is JSON, but no character card: it has no name.")};
    return CardReader(wrapped ? object.value(u"data"_s).toObject() : object).read();
}

} // namespace loopflow
