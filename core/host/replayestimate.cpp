#include "core/host/replayestimate.h"

#include "core/conversation/prompt.h"
#include "core/llm/modeltraits.h"

#include <QDeadlineTimer>

#include <algorithm>

namespace loopflow {

namespace {

constexpr int sliceMs = 8;

double tokensIn(const QString &text, double ratio)
{
    return static_cast<double>(llm::estimateTokens(text)) * ratio;
}

} // namespace

std::optional<double> estimatedCost(const ReplaySource &source, const ReplayEdits &edits)
{
    const TurnStarted setup = replaySetup(source, edits);
    const bool sameModel = setup.provider == source.setup.provider && setup.model == source.setup.model;
    const bool samePrompt = setup.promptText == source.setup.promptText;
    const double ratio = source.setup.traits.tokenRatio;
    llm::Usage usage = source.usage;
    if (!sameModel || !samePrompt) {
        usage.cost.reset();
        usage.cachedInput = 0; // a cache holds what was sent before, to that model
        usage.cacheWrite = -1;
    }
    if (usage.input < 0)
        usage.input = source.sent.estimatedTokens;
    if (usage.output < 0 && !source.reply.isEmpty())
        usage.output = static_cast<qint64>(tokensIn(source.reply, ratio));
    if (!samePrompt) {
        const double more = tokensIn(fillVariables(setup.promptText, setup.variables), ratio)
            - tokensIn(fillVariables(source.setup.promptText, setup.variables), ratio);
        usage.input = std::max<qint64>(1, usage.input + static_cast<qint64>(more));
    }
    return llm::costOf(
        usage, llm::ModelCatalog::builtIn().priceOf(setup.provider, setup.model, usage.input));
}

EstimateRun::EstimateRun(ReplayPlan plan, Reader read, QObject *context, Callback<ReplayEstimate> callback)
    : QObject(context)
    , m_plan(std::move(plan))
    , m_read(std::move(read))
    , m_callback(std::move(callback))
{
    connect(&m_timer, &QTimer::timeout, this, &EstimateRun::countSlice);
    m_timer.start(0);
}

void EstimateRun::countSlice()
{
    const int runs = std::max(1, m_plan.runs);
    for (const QDeadlineTimer slice(sliceMs); m_next < m_plan.turns.size() && !slice.hasExpired(); ++m_next) {
        const auto source = m_read(m_plan.turns[m_next]);
        const auto checked = source ? checkReplay(*source, replaySetup(*source, m_plan.edits)) : source.error();
        if (!checked) {
            ++m_sum.refused;
            if (!m_sum.refusal)
                m_sum.refusal = checked.error();
            continue;
        }
        m_sum.runs += runs;
        if (const auto cost = estimatedCost(*source, m_plan.edits))
            m_sum.cost += *cost * runs;
        else
            m_sum.unpriced += runs;
    }
    if (m_next < m_plan.turns.size())
        return;
    m_timer.stop();
    deleteLater();
    m_callback(m_sum);
}

} // namespace loopflow
