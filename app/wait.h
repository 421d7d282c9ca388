// Waits for a one-shot operation to answer.
// For commands, which have nothing else to do; never in a run with a window or with mates.
#pragma once

#include "core/base/result.h"

#include <QEventLoop>

#include <functional>
#include <optional>

namespace loopflow {

/// `start` is handed the context and the callback to pass on.
template <class T>
Result<T> waitFor(const std::function<void(QObject *, Callback<T>)> &start)
{
    QEventLoop loop;
    std::optional<Result<T>> answer;
    start(&loop, [&](Result<T> result) {
        answer.emplace(std::move(result));
        loop.quit();
    });
    while (!answer)
        loop.exec();
    return std::move(*answer);
}

} // namespace loopflow
