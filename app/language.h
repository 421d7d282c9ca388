// The window's language: which ones are built in, and speaking one.
// The command line speaks English, so that scripts read the same everywhere.
#pragma once

#include <QLocale>
#include <QStringList>

namespace loopflow {

/// The languages there are texts in, as ISO 639 codes: "en" first.
QStringList languages();
/// The built-in language for what a person chose ("de"), or, when that is empty or not there, for the system's
/// wishes in their order; "en" when nothing fits.
QString chooseLanguage(const QString &wanted, const QStringList &systemLanguages);
/// From now on every tr() of the process is in that language, Qt's own texts, numbers and dates too. Before any
/// widget is made. Needs a QCoreApplication.
void speak(const QString &language);

} // namespace loopflow
