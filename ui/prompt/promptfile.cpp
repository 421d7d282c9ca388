#include "ui/prompt/promptfile.h"

#include "core/mate/matefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace loopflow {

namespace {

constexpr qint64 largestPrompt = 1024 * 1024;

QString say(const char *text)
{
    return QCoreApplication::translate("promptfile", text);
}

} // namespace

Result<QString> readPromptFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage,
            say(QT_TRANSLATE_NOOP("promptfile", "%1 could not be read: %2. Choose another file."))
                .arg(name, file.errorString())};
    if (file.size() > largestPrompt)
        return Error{ErrorCode::TooLong,
            say(QT_TRANSLATE_NOOP("promptfile",
                    "%1 is larger than 1 MB, which is too much for a prompt. Choose a smaller file."))
                .arg(name)};
    const QByteArray bytes = file.readAll();
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::Null))
        return Error{ErrorCode::Invalid,
            say(QT_TRANSLATE_NOOP("promptfile", "%1 is not a text file. Choose a Markdown or text file."))
                .arg(name)};
    if (const auto mate = parseMateFile(QFileInfo(path).completeBaseName(), bytes))
        return mate->prompt;
    return text;
}

} // namespace loopflow
