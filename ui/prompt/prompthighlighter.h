// Colours a prompt's Markdown: headings, code, and the variables that are filled in.
// Marks a variable that nothing fills; changes no text.
#pragma once

#include <QSyntaxHighlighter>

namespace loopflow {

class PromptHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit PromptHighlighter(QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;
};

} // namespace loopflow
