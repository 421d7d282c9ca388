#include "app/logging.h"

#include "core/base/time.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <QRegularExpression>

#include <cstdio>
#include <unistd.h>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

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

void writeToStderr(const QString &line)
{
    // One write per line, so that lines of different threads do not mix.
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtFatalMsg && !fatalSentence().isEmpty()) {
        writeToStderr(fatalSentence());
        // Not abort(), which would follow: this is an expected end, and no crash to report.
        _exit(1);
    }
    writeToStderr(logLine(type, QString::fromUtf8(context.category), text, readClock().wall.count()));
}

} // namespace

void startLogging(bool verbose)
{
    QLoggingCategory::setFilterRules(verbose ? u"loopflow.*.info=true"_s : u"*.info=false\n*.debug=false"_s);
    qInstallMessageHandler(handleMessage);
}

void setFatalSentence(const QString &sentence)
{
    fatalSentence() = sentence;
}

QString logLine(QtMsgType type, const QString &category, const QString &text, qint64 wallMs)
{
    QString oneLine = withoutTokens(text);
    oneLine.replace(u'\n', "\\n"_L1).replace(u'\r', "\\r"_L1);
    const QString time = QDateTime::fromMSecsSinceEpoch(wallMs, Qt::UTC).toString(Qt::ISODateWithMs);
    return u"%1 %2 %3 %4"_s.arg(time, levelName(type), category, oneLine);
}

QString withoutTokens(const QString &text)
{
    // A bot's id in base64, a time, and a signature (reference: docs "Reference › Authentication").
    static const QRegularExpression secrets(
        u"[A-Za-z0-9_-]{18,40}\\.[A-Za-z0-9_-]{5,8}\\.[A-Za-z0-9_-]{25,}"
        "|\\bsk-[A-Za-z0-9_-]{16,}"_s);
    QString masked = text;
    return masked.replace(secrets, u"•••"_s);
}

} // namespace loopflow
