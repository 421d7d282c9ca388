#include "tests/wire/recordedanswer.h"

#include "tests/support/test.h"
#include "tests/wire/rawhttpserver.h"

#include <QDir>

namespace loopflow::test {

RecordedAnswer::RecordedAnswer(const QString &name)
{
    QByteArray rest = readData(QStringLiteral("captures/") + name);
    while (rest.startsWith('#')) {
        note += rest.left(rest.indexOf('\n'));
        rest = rest.mid(rest.indexOf('\n') + 1);
    }
    if (const auto end = rest.lastIndexOf("\n# curl exit code"); end >= 0) {
        rest.truncate(end);
        cut = true;
    }
    const auto headEnd = rest.indexOf("\r\n\r\n");
    for (const auto &line : rest.left(headEnd).split('\n')) {
        const QByteArray field = line.left(line.indexOf(':')).toLower();
        if (line.startsWith("HTTP/"))
            answer.status = line.mid(9, 3).toInt();
        else if (field == "content-type" || field == "retry-after")
            answer.headers.set(field, line.mid(field.size() + 1).trimmed());
    }
    answer.body = headEnd < 0 ? QByteArray() : rest.mid(headEnd + 4);
}

QStringList RecordedAnswer::names()
{
    const QString folder = dataPath(QStringLiteral("captures/"));
    QStringList names;
    for (const QString &below : {QString(), QStringLiteral("aimock/")}) {
        const auto files =
            QDir(folder + below).entryList({QStringLiteral("*.sse"), QStringLiteral("*.json")});
        for (const QString &file : files)
            names.append(below + file);
    }
    return names;
}

QString RecordedAnswer::provider() const
{
    if (note.contains("/chat/completions ") || note.endsWith(", chat"))
        return QStringLiteral("openai");
    return note.contains("/messages ") || note.endsWith(", messages") ? QStringLiteral("anthropic")
                                                                      : QString();
}

QByteArray RecordedAnswer::onWire(qsizetype piece) const
{
    QByteArray said = "HTTP/1.1 " + QByteArray::number(answer.status) + " Said\r\n";
    for (const auto &[name, value] : answer.headers.lines())
        said += name + ": " + value + "\r\n";
    said += "Transfer-Encoding: chunked\r\n\r\n";
    for (qsizetype at = 0; at < answer.body.size(); at += piece)
        said += RawHttpServer::chunk(answer.body.mid(at, piece));
    return cut ? said : said + RawHttpServer::chunk({});
}

} // namespace loopflow::test
