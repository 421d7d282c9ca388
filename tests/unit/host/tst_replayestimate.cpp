#include "core/host/replayestimate.h"

#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

const llm::CatalogModel &priced()
{
    static const llm::CatalogModel model = [] {
        for (const llm::CatalogModel &one : llm::ModelCatalog::builtIn().modelsOf(u"openai"_s)) {
            if (one.price.input > 0 && one.price.output > 0 && one.tiers.isEmpty())
                return one;
        }
        qFatal("the price list has no model to try");
    }();
    return model;
}

/// A turn that used a million tokens each way.
ReplaySource source(const QString &model = priced().id)
{
    ReplaySource source;
    source.begun = setup({message(1, ana, u"hello"_s)});
    source.begun.model = model;
    source.setup = source.begun;
    source.reply = u"Certainly."_s;
    source.usage = {1'000'000, 1'000'000};
    source.sent.estimatedTokens = 2'000'000;
    return source;
}

bool isNear(std::optional<double> cost, double expected)
{
    return cost && qAbs(*cost - expected) < 1e-6 * expected;
}

ReplayEstimate counted(const ReplayPlan &plan, const EstimateRun::Reader &read)
{
    std::optional<ReplayEstimate> estimate;
    QObject context;
    new EstimateRun(plan, read, &context, [&](const Result<ReplayEstimate> &result) { estimate = *result; });
    if (!QTest::qWaitFor([&] { return estimate.has_value(); }))
        qFatal("no estimate comes");
    return *estimate;
}

} // namespace

class ReplayEstimateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anExactRunCostsWhatTheTurnUsedByTodaysPrices()
    {
        QVERIFY(isNear(estimatedCost(source(), {}), priced().price.input + priced().price.output));
        ReplaySource told = source();
        told.usage.cost = 0.42; // the provider's own figure
        QVERIFY(isNear(estimatedCost(told, {}), 0.42));
    }

    void aCacheThatWillNotHitIsNotCounted()
    {
        ReplaySource cached = source();
        cached.usage.cachedInput = 900'000;
        const auto again = estimatedCost(cached, {});
        const auto changed = estimatedCost(cached, {.promptText = cached.setup.promptText + u'!'});
        QVERIFY(again && changed);
        if (priced().price.cachedInput >= 0)
            QVERIFY(*changed > *again);
        QVERIFY(*changed >= priced().price.input + priced().price.output);
    }

    void aLongerPromptCostsMore()
    {
        const QString longer = source().setup.promptText + QString(33'000, u'a');
        const auto before = estimatedCost(source(), {});
        const auto after = estimatedCost(source(), {.promptText = longer});
        QVERIFY(before && after);
        QVERIFY(*after > *before);
        QVERIFY(*after < *before * 1.1);
    }

    void anUnknownPriceIsNoPrice()
    {
        QVERIFY(!estimatedCost(source(u"nobody-knows-it"_s), {}));
        QVERIFY(!estimatedCost(source(), {.model = u"nobody-knows-it"_s}));
        ReplaySource silent = source();
        silent.usage = {};
        silent.reply.clear(); // it failed: nobody knows how much it would have said
        QVERIFY(!estimatedCost(silent, {}));
    }

    void withoutTheProvidersCountTheTokensAreGuessed()
    {
        ReplaySource silent = source();
        silent.usage = {};
        const auto cost = estimatedCost(silent, {});
        QVERIFY(cost);
        QVERIFY(*cost > 2 * priced().price.input);
    }

    void sumsAPlanUpAndSaysWhatItLeavesOut()
    {
        ReplayPlan plan;
        for (int i = 1; i <= 500; ++i)
            plan.turns << TurnId{i};
        plan.runs = 2;
        const auto estimate = counted(plan, [](TurnId turn) -> Result<ReplaySource> {
            const auto number = static_cast<int>(turn);
            if (number % 5 == 0)
                return Error{ErrorCode::Invalid, u"damaged %1"_s.arg(number)};
            return number % 5 == 1 ? source(u"nobody-knows-it"_s) : source();
        });
        QCOMPARE(estimate.runs, 800);
        QCOMPARE(estimate.refused, 100);
        QCOMPARE(estimate.refusal->message, u"damaged 5"_s);
        QCOMPARE(estimate.unpriced, 200);
        QVERIFY(isNear(estimate.cost, 600 * (priced().price.input + priced().price.output)));
        QCOMPARE(counted({}, {}), ReplayEstimate{});
    }

    void whatCannotBeRunAsItWasIsRefusedWithoutChangesOnly()
    {
        const auto read = [](TurnId) {
            ReplaySource old = source();
            old.notExact = Error{ErrorCode::Invalid, u"older"_s};
            return Result<ReplaySource>(old);
        };
        const auto exact = counted({{TurnId{1}}, {}, 1}, read);
        QCOMPARE(exact.refused, 1);
        QCOMPARE(exact.refusal->message, u"older"_s);
        const auto changed = counted({{TurnId{1}}, {.promptText = u"Rhyme."_s}, 1}, read);
        QCOMPARE(changed.runs, 1);
        QCOMPARE(changed.refused, 0);
    }

    void isDroppedWithWhoAsked()
    {
        bool called = false;
        int reads = 0;
        {
            QObject context;
            ReplayPlan plan;
            plan.turns = {TurnId{1}};
            new EstimateRun(
                plan,
                [&](TurnId) {
                    ++reads;
                    return Result<ReplaySource>(source());
                },
                &context, [&](const Result<ReplayEstimate> &) { called = true; });
        }
        QCoreApplication::processEvents();
        QVERIFY(!called);
        QCOMPARE(reads, 0);
    }
};

LOOPFLOW_TEST(ReplayEstimateTest)
#include "tst_replayestimate.moc"
