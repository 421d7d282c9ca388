// Loopflow's mate files: one Markdown file per mate.
// Reads and writes bytes, never files. The form is described in the README.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace loopflow {

struct MateFile {
    QString identifier; ///< the file's stem
    QString name;
    QString prompt;
    QString provider; ///< empty: not said
    QStringList remarks; ///< sentences about what was kept or ignored, with the line
};

/// Errors name the line. `stem` is the file's name without its ending.
Result<MateFile> parseMateFile(const QString &stem, const QByteArray &markdown);
/// parseMateFile() of it gives an equal mate, but for blank lines around the prompt and white space in the name.
/// A line of the prompt that reads like one of our own headings gets a backslash, as Markdown has it.
QByteArray writeMateFile(const MateFile &file);

} // namespace loopflow
