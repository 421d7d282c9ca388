#include "core/base/headerlines.h"

#include "core/base/core.h"

#include <algorithm>

namespace loopflow {

namespace {

bool isHeaderName(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return c > ' ' && c <= '~' && !QByteArrayView("()<>@,;:\\\"/[]?={}").contains(c);
    });
}

/// 20 characters or more without a blank, of letters and digits both: no word, and no version either.
bool looksDrawnByLot(const QByteArray &word)
{
    constexpr qsizetype shortest = 20;
    const auto digits = std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto letters = std::count_if(word.begin(), word.end(),
        [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    // A list of dated feature names ("tools-2024-05-16,cache-2024-07-31") is long, too.
    return word.size() >= shortest && digits >= 3 && letters >= 3 && word.count('-') < 3;
}

} // namespace

Result<Headers> parseHeaderLines(const QString &source, const QString &text)
{
    Headers headers;
    const auto lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed().toUtf8();
        if (line.isEmpty())
            continue;
        const auto colon = line.indexOf(':');
        const QByteArray name = line.left(std::max<qsizetype>(colon, 0)).trimmed();
        if (!isHeaderName(name))
            return Error{ErrorCode::Invalid,
                Core::tr("Line %1 of %2 is no header. Write each as “Name: value” on a line of its own.").arg(
                    QString::number(i + 1), source)};
        headers.set(name, line.mid(colon + 1).trimmed());
    }
    return headers;
}

bool looksSecret(const QByteArray &name, const QByteArray &value)
{
    const QByteArray lower = name.toLower();
    for (const char *word : {"authorization", "cookie", "secret", "password", "token", "api-key", "apikey", "-key"}) {
        if (lower.contains(word))
            return true;
    }
    const auto words = value.split(' ');
    return std::any_of(words.begin(), words.end(), looksDrawnByLot);
}

} // namespace loopflow
