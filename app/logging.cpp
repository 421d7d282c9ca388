#include "app/logging.h"

#include "app/logfile.h"
#include "core/base/log.h"
#include "core/base/secretmask.h"
#include "core/base/time.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <QMutex>
#include <QRegularExpression>

#include <cstdio>
#include <memory>
#include <unistd.h>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

/// Where lines go but to the book; messages come from any thread.
struct Outlets {
    QMutex mutex;
    bool verbose = false;
    std::unique_ptr<LogFile> file;
};

Outlets &outlets()
{
    static Outlets all;
    return all;
}

QString &fatalSentence()
{
    static QString sentence;
    return sentence;
}

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"error"_s;
    case QtFatalMsg:
        return u"fatal"_s;
    }
    Q_UNREACHABLE();
}

QString oneLine(const QString &text)
{
    QString line = withoutTokens(text);
    return line.replace(u'\n', "\\n"_L1).replace(u'\r', "\\r"_L1);
}

QString asWritten(const LogLine &line)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(line.wallMs, Qt::UTC).toString(Qt::ISODateWithMs);
    return u"%1 %2 %3 %4"_s.arg(time, levelName(line.level), line.category, line.text);
}

void writeToStderr(const QString &line)
{
    // One write per line, so that lines of different threads do not mix.
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
}

bool isForStderr(const LogLine &line)
{
    return line.level != QtDebugMsg && line.level != QtInfoMsg
        && line.category != QLatin1StringView(logMates().categoryName());
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtFatalMsg && !fatalSentence().isEmpty()) {
        writeToStderr(fatalSentence());
        // Not abort(), which would follow: this is an expected end, and no crash to report.
        _exit(1);
    }
    LogLine line;
    line.wallMs = readClock().wall.count();
    line.level = type;
    line.category = QString::fromUtf8(context.category);
    line.text = oneLine(text);
    const QString written = asWritten(line);
    {
        Outlets &all = outlets();
        const QMutexLocker lock(&all.mutex);
        if (all.verbose || isForStderr(line))
            writeToStderr(written);
        if (all.file)
            all.file->write(written.toUtf8());
    }
    logBook().add(std::move(line));
}

} // namespace

void startLogging(bool verbose)
{
    logBook(); // lives on the thread that asks first: this one
    outlets().verbose = verbose;
    QLoggingCategory::setFilterRules(u"*.info=false\n*.debug=false\nloopflow.*.info=true"_s);
    qInstallMessageHandler(handleMessage);
}

void logToFolder(const QString &folder)
{
    Outlets &all = outlets();
    const QMutexLocker lock(&all.mutex);
    all.file = folder.isEmpty() ? nullptr : std::make_unique<LogFile>(folder);
}

LogBook &logBook()
{
    static LogBook book;
    return book;
}

void setFatalSentence(const QString &sentence)
{
    fatalSentence() = sentence;
}

QString logLine(QtMsgType type, const QString &category, const QString &text, qint64 wallMs)
{
    return asWritten({0, wallMs, type, category, oneLine(text)});
}

QString withoutTokens(const QString &text)
{
    // A bot's id in base64, a time, and a signature (reference: docs "Reference › Authentication"); the ways in which
    // providers begin their keys; what stands behind the word for a key.
    static const QRegularExpression shapes(
        u"[A-Za-z0-9_-]{18,40}\\.[A-Za-z0-9_-]{5,8}\\.[A-Za-z0-9_-]{25,}"
        "|\\b(?:(?:sk|gsk|csk|xai|pplx|nvapi|hf|r8)[-_]|AIza)[A-Za-z0-9_-]{16,}"
        "|(?:(?<=Bearer )|(?<=Basic ))[A-Za-z0-9._~+/=-]{16,}"_s);
    QString masked = withoutSecrets(text);
    return masked.replace(shapes, u"•••"_s);
}

} // namespace loopflow
