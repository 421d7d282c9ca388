// Log lines on stderr: time, level, category, text; one line each.
// Nothing secret is ever logged; what looks like a token all the same is masked.
#pragma once

#include <QMessageLogContext>
#include <QString>

namespace loopflow {

/// Sends Qt's and our messages to stderr: warnings and above, with `verbose` also what goes on.
void startLogging(bool verbose);

/// Ends the process with this sentence when Qt gives up (it aborts where it finds no display), until called again
/// with an empty one.
void setFatalSentence(const QString &sentence);

/// The line for a message, without its end; line breaks inside are made visible.
QString logLine(QtMsgType type, const QString &category, const QString &text, qint64 wallMs);

/// `text` with everything that has the shape of a bot token or a provider's key made dots.
QString withoutTokens(const QString &text);

} // namespace loopflow
