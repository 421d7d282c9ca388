#include "app/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QTranslator>

// At file scope, because the macro declares the function that rcc generates there.
static void registerTranslations() { Q_INIT_RESOURCE(translations); }

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

const QString folder = u":/translations"_s;

void install(const QString &file, const QString &from)
{
    auto *translator = new QTranslator(qApp);
    if (translator->load(file, from))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QStringList languages()
{
    registerTranslations();
    QStringList codes{u"en"_s};
    const QStringList files = QDir(folder).entryList({u"loopflow_*.qm"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        codes.append(file.mid(9).chopped(3));
    return codes;
}

QString chooseLanguage(const QString &wanted, const QStringList &systemLanguages)
{
    const QStringList known = languages();
    if (known.contains(wanted))
        return wanted;
    for (const QString &tag : systemLanguages) {
        const QString code = tag.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
        if (known.contains(code))
            return code;
    }
    return known.constFirst();
}

void speak(const QString &language)
{
    registerTranslations();
    // In the system's own variant of the language where it is one: "de_CH" keeps its numbers.
    const QLocale system = QLocale::system();
    QLocale::setDefault(system.name().startsWith(language) ? system : QLocale(language));
    // The one installed last is asked first.
    install(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"loopflow_"_s + language, folder);
}

} // namespace loopflow
