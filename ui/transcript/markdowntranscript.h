// A conversation as Markdown, to be read as it is or pasted somewhere.
// Messages keep the Markdown in which they were written.
#pragma once

#include "ui/transcript/transcript.h"

namespace loopflow {

class MarkdownTranscript final : public PageTranscript {
public:
    explicit MarkdownTranscript(TranscriptHead head);
    QByteArray begin() override;
    QByteArray row(const ConversationRow &row) override;
    QByteArray end() override;
    QByteArray heading(const QString &text) override;
    QByteArray sentence(const QString &text) override;
    QByteArray exact(const QString &caption, const QString &text) override;
    QByteArray steps(const QList<StepLine> &steps) override;

private:
    TranscriptHead m_head;
};

} // namespace loopflow
