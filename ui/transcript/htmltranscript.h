// A conversation as one HTML page, light and dark.
// Loads nothing from elsewhere: no script, no picture, no font; its own policy forbids it, too.
#pragma once

#include "ui/transcript/transcript.h"

namespace loopflow {

class HtmlTranscript final : public PageTranscript {
public:
    HtmlTranscript(TranscriptHead head, MentionNames names);
    QByteArray begin() override;
    QByteArray row(const ConversationRow &row) override;
    QByteArray end() override;
    QByteArray heading(const QString &text) override;
    QByteArray sentence(const QString &text) override;
    QByteArray exact(const QString &caption, const QString &text) override;
    QByteArray steps(const QList<StepLine> &steps) override;

private:
    TranscriptHead m_head;
    MentionNames m_names;
};

/// Discord's Markdown as HTML; everything that is text is escaped.
QString htmlOf(const QString &markdown, const MentionNames &names);

} // namespace loopflow
