#include "ui/inspector/links.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QUrl>

namespace loopflow {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("links", text);
}

QString withoutWww(QString host)
{
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, 4);
    return host;
}

} // namespace

bool showsAnotherAddress(const QString &link, const QString &words)
{
    static const QRegularExpression address(
        QStringLiteral("\\A(?:https?://)?((?:[\\w-]+\\.)+[a-z]{2,})(?::\\d+)?(?:[/?#]\\S*)?\\z"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto match = address.match(words.trimmed());
    return match.hasMatch() && withoutWww(match.captured(1).toLower()) != withoutWww(QUrl(link).host());
}

void openLink(const QString &link, const QString &words, QWidget *parent)
{
    const QUrl url(link);
    if (showsAnotherAddress(link, words)) {
        QMessageBox question(QMessageBox::Question, say(QT_TRANSLATE_NOOP("links", "Open link")),
            say(QT_TRANSLATE_NOOP("links", "This link leads to another site than it shows.")),
            QMessageBox::Cancel, parent);
        question.setObjectName(QStringLiteral("linkQuestion"));
        question.setInformativeText(say(QT_TRANSLATE_NOOP("links", "It shows %1 and opens %2."))
                                        .arg(words.toHtmlEscaped(), url.toDisplayString().toHtmlEscaped()));
        const QAbstractButton *yes =
            question.addButton(say(QT_TRANSLATE_NOOP("links", "Open it")), QMessageBox::AcceptRole);
        question.exec();
        if (question.clickedButton() != yes)
            return;
    }
    QDesktopServices::openUrl(url);
}

} // namespace loopflow
