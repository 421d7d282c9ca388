// Server-sent events out of bytes that arrive in any pieces.
// Pure; line and event sizes are capped. Spec: WHATWG HTML, "Server-sent events".
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace loopflow::llm {

struct SseEvent {
    QByteArray name; ///< empty when the stream named none
    QByteArray data; ///< several data lines joined with \n; never empty
    bool operator==(const SseEvent &) const = default;
};

class SseParser final {
public:
    /// A line or an event longer than this is an error.
    static constexpr qsizetype limit = 16 * 1024 * 1024;

    /// The events that these bytes completed. After an error the parser is of no more use.
    Result<QList<SseEvent>> feed(QByteArrayView bytes);
    /// At the end of the stream: an event whose blank line the server left out.
    QList<SseEvent> finish();

private:
    // To be filled in by its implementer.
};

} // namespace loopflow::llm
