// Where log lines go: stderr, a file of the data folder, and the book that the window shows.
// Nothing secret is ever logged; what looks like a token all the same is masked.
#pragma once

#include "core/base/logbook.h"

#include <QMessageLogContext>
#include <QString>

namespace loopflow {

/// Takes Qt's and our messages. On stderr: warnings and above, with `verbose` all that is taken.
void startLogging(bool verbose);

/// From now on the lines go to a file of this folder as well (LogFile); empty: no longer.
void logToFolder(const QString &folder);

/// The newest lines of this process.
LogBook &logBook();

/// Ends the process with this sentence when Qt gives up (it aborts where it finds no display), until called again
/// with an empty one.
void setFatalSentence(const QString &sentence);

/// The line for a message, without its end; line breaks inside are made visible.
QString logLine(QtMsgType type, const QString &category, const QString &text, qint64 wallMs);

/// `text` without the secrets that this process holds, and without what has the shape of a bot token or a provider's
/// key.
QString withoutTokens(const QString &text);

} // namespace loopflow
