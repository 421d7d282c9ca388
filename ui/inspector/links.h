// Links that people and mates write: opened by the system's browser, and only when a person clicks.
// A link that shows another address than its own is asked about first.
#pragma once

#include <QString>

class QWidget;

namespace loopflow {

/// Whether the words look like an address of another site than the one that the link leads to.
bool showsAnotherAddress(const QString &link, const QString &words);
/// Opens an http(s) link, after a question where showsAnotherAddress().
void openLink(const QString &link, const QString &words, QWidget *parent);

} // namespace loopflow
