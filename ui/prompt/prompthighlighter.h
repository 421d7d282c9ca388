// Colours a prompt's Markdown: headings, code, and the variables that are filled in.
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
