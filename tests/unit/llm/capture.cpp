#include "tests/unit/llm/capture.h"

#include "tests/support/test.h"

#include <QDir>

namespace loopflow::test {
namespace {

QByteArray takeLine(QByteArray &rest)
{
    const auto end = rest.indexOf('\n');
    QByteArray line = end < 0 ? rest : rest.left(end);
    rest = end < 0 ? QByteArray() : rest.mid(end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

QByteArray dechunked(QByteArray chunks)
{
    QByteArray body;
    while (!chunks.isEmpty()) {
        const auto size = takeLine(chunks).toLongLong(nullptr, 16);
        if (size == 0)
            break;
        body += chunks.left(size);
        chunks = chunks.mid(size);
        takeLine(chunks);
    }
    return body;
}

} // namespace

HttpResponse readCapture(const QString &name)
{
    QByteArray rest = readData(QStringLiteral("captures/") + name);
    if (const auto end = rest.lastIndexOf("\n# curl exit code"); end >= 0)
        rest.truncate(end);
    HttpResponse response;
    while (rest.startsWith('#'))
        takeLine(rest);
    if (!rest.startsWith("HTTP/"))
        return response;
    response.status = takeLine(rest).mid(9, 3).toInt();
    for (QByteArray line = takeLine(rest); !line.isEmpty(); line = takeLine(rest)) {
        const auto colon = line.indexOf(':');
        response.headers.set(line.left(colon), line.mid(colon + 1).trimmed());
    }
    response.body = name.endsWith(QStringLiteral(".http")) ? dechunked(rest) : rest;
    return response;
}

QStringList captureNames(const QString &ending)
{
    const QDir folder(dataPath(QStringLiteral("captures")));
    QStringList names = folder.entryList({QLatin1Char('*') + ending}, QDir::Files);
    const QDir mocks(folder.filePath(QStringLiteral("aimock")));
    for (const QString &name : mocks.entryList({QLatin1Char('*') + ending}, QDir::Files))
        names.append(QStringLiteral("aimock/") + name);
    return names;
}

QList<llm::SseEvent> eventsOf(QByteArrayView body)
{
    llm::SseParser parser;
    auto events = parser.feed(body);
    if (!events)
        qFatal("%s", qPrintable(events.error().message));
    return *events + parser.finish();
}

QList<llm::SseEvent> eventsOfBytes(QByteArrayView body)
{
    llm::SseParser parser;
    QList<llm::SseEvent> events;
    for (qsizetype i = 0; i < body.size(); ++i) {
        auto some = parser.feed(body.sliced(i, 1));
        if (!some)
            qFatal("%s", qPrintable(some.error().message));
        events += *some;
    }
    return events + parser.finish();
}

} // namespace loopflow::test
