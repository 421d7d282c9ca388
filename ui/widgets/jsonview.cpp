#include "ui/widgets/jsonview.h"

#include "ui/widgets/palette.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSyntaxHighlighter>

namespace loopflow {

namespace {

constexpr qsizetype mostShown = 200 * 1024; // bytes
constexpr qsizetype mostIndented = 1024 * 1024; // parsing and writing more would hold the window up

class JsonHighlighter final : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override
    {
        static const QRegularExpression token(
            QStringLiteral("(\"(?:[^\"\\\\]|\\\\.)*\")(\\s*:)?|\\b(?:true|false|null)\\b|-?\\b\\d[\\d.eE+-]*"));
        const QPalette palette = QGuiApplication::palette();
        for (auto found = token.globalMatch(text); found.hasNext();) {
            const auto match = found.next();
            QTextCharFormat format;
            const ColorRole role = match.capturedLength(2) > 0 ? ColorRole::Accent
                : match.capturedLength(1) > 0                  ? ColorRole::Online
                                                               : ColorRole::Waiting;
            format.setForeground(color(role, palette));
            const qsizetype length = match.capturedLength(1) > 0 ? match.capturedLength(1) : match.capturedLength();
            setFormat(int(match.capturedStart()), int(length), format);
        }
    }
};

/// No half of a character at the end.
QString beginning(const QByteArray &bytes)
{
    qsizetype size = mostShown;
    while (size > 0 && (uchar(bytes[size]) & 0xC0) == 0x80)
        --size;
    return QString::fromUtf8(bytes.first(size));
}

} // namespace

JsonView::JsonView(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(NoFrame);
    setFont(codeFont());
    setTabChangesFocus(true);
    document()->setDocumentMargin(betweenGroups);
    new JsonHighlighter(document());
}

void JsonView::setJson(const QByteArray &json)
{
    if (json == m_json && !json.isEmpty())
        return;
    m_json = json;
    m_shortened.clear();
    QByteArray shown = json;
    if (json.size() <= mostIndented) {
        const QJsonDocument document = QJsonDocument::fromJson(json);
        if (!document.isNull())
            shown = document.toJson(QJsonDocument::Indented);
    }
    if (shown.size() > mostShown)
        m_shortened = tr("The first 200 KB of %1 are shown; Copy gives all.").arg(fileSize(json.size()));
    setPlainText(m_shortened.isEmpty() ? QString::fromUtf8(shown) : beginning(shown));
}

void JsonView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        if (auto *highlighter = findChild<QSyntaxHighlighter *>())
            highlighter->rehighlight();
    }
}

} // namespace loopflow
