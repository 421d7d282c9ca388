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
    void takeLine(QByteArrayView line, QList<SseEvent> &events);
    void dispatch(QList<SseEvent> &events);

    QByteArray m_line; ///< the line that has not ended yet
    QByteArray m_name;
    QByteArray m_data; ///< each data line with a \n behind it
    bool m_atStart = true; ///< a byte order mark may still come
    bool m_afterReturn = false; ///< a \n that comes next belongs to the \r before it
};

} // namespace loopflow::llm
