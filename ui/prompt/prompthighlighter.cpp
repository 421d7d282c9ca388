#include "ui/prompt/prompthighlighter.h"

#include "core/conversation/prompt.h"
#include "ui/widgets/palette.h"

#include <QGuiApplication>
#include <QRegularExpression>

namespace loopflow {

namespace {

enum BlockState { Outside = 0, InFence = 1 };

} // namespace

PromptHighlighter::PromptHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
}

void PromptHighlighter::highlightBlock(const QString &text)
{
    static const QRegularExpression variable(QStringLiteral("\\{\\{\\s*(\\w+)\\s*\\}\\}"));
    static const QRegularExpression code(QStringLiteral("`[^`]+`"));
    const QPalette palette = QGuiApplication::palette();
    const bool fence = text.trimmed().startsWith(QLatin1String("```"));
    const bool inside = previousBlockState() == InFence;
    setCurrentBlockState(fence != inside ? InFence : Outside);

    QTextCharFormat muted;
    muted.setForeground(color(ColorRole::Muted, palette));
    if (fence || inside)
        setFormat(0, int(text.size()), muted);
    else if (text.startsWith(QLatin1Char('#'))) {
        QTextCharFormat heading;
        heading.setForeground(color(ColorRole::Accent, palette));
        heading.setFontWeight(QFont::Bold);
        setFormat(0, int(text.size()), heading);
    }
    for (auto it = code.globalMatch(text); !inside && it.hasNext();) {
        const auto match = it.next();
        setFormat(int(match.capturedStart()), int(match.capturedLength()), muted);
    }
    for (auto it = variable.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        // A name that nothing fills stays in the prompt as it is written: mark it as doubtful.
        const bool known = promptVariables().contains(match.captured(1));
        QTextCharFormat format;
        format.setForeground(color(known ? ColorRole::Accent : ColorRole::Waiting, palette));
        format.setBackground(color(ColorRole::Mention, palette));
        if (!known)
            format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        setFormat(int(match.capturedStart()), int(match.capturedLength()), format);
    }
}

} // namespace loopflow
