// A conversation as JSON, for programs; loopflow(1) describes it.
// Keys are only ever added; what is not known is left out.
#pragma once

#include "ui/transcript/transcript.h"

namespace loopflow {

class JsonTranscript final : public Transcript {
public:
    explicit JsonTranscript(TranscriptHead head);
    QByteArray begin() override;
    QByteArray row(const ConversationRow &row) override;
    QByteArray end() override;

private:
    TranscriptHead m_head;
    bool m_first = true;
};

} // namespace loopflow
