// Counts what a plan of replays would cost before any of it runs.
// Reads turn after turn in slices of a few milliseconds; asks nobody.
#pragma once

#include "core/host/replayer.h"

#include <QTimer>

#include <functional>

namespace loopflow {

/// What one run of `source` with these edits would cost, in US dollars; nothing where the price, or how much it used,
/// is not known.
std::optional<double> estimatedCost(const ReplaySource &source, const ReplayEdits &edits);

/// One count of a plan; deletes itself after the callback.
class EstimateRun final : public QObject {
    Q_OBJECT
public:
    using Reader = std::function<Result<ReplaySource>(TurnId)>;
    EstimateRun(ReplayPlan plan, Reader read, QObject *context, Callback<ReplayEstimate> callback);

private:
    void countSlice();

    ReplayPlan m_plan;
    Reader m_read;
    Callback<ReplayEstimate> m_callback;
    ReplayEstimate m_sum;
    qsizetype m_next = 0;
    QTimer m_timer;
};

} // namespace loopflow
