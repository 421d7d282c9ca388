#include "core/host/rehearsal.h"

#include "app/application.h"
#include "core/store/memorysecretstore.h"
#include "tests/support/test.h"

#include <optional>

using namespace loopflow;
using namespace Qt::StringLiterals;

class RehearsalTest : public QObject {
    Q_OBJECT

private:
    static std::unique_ptr<Application> open(const QString &key = {})
    {
        Setup setup;
        setup.temporary = true;
        setup.keychain = std::make_unique<MemorySecretStore>();
        if (!key.isEmpty())
            setup.environment.insert(u"OPENAI_API_KEY"_s, key);
        auto opened = Application::open(std::move(setup));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return *std::move(opened);
    }
    static Mate copyOf(Application &app, const Mate &mate)
    {
        QObject context;
        std::optional<Rehearsal> made;
        rehearseWithModelAtHand({&app.practice(), &app.mates(), &app.credentials()}, {mate, u"You are calm."_s},
            &context, [&](const Result<Rehearsal> &result) { made = *result; });
        if (!QTest::qWaitFor([&] { return made.has_value(); }, 15000))
            qFatal("no rehearsal");
        return made->mate;
    }
    static Mate original()
    {
        Mate mate;
        mate.identifier = u"maya"_s;
        mate.name = u"Maya"_s;
        mate.provider = u"openai"_s;
        mate.model = u"m"_s;
        mate.bot = {12};
        return mate;
    }

private Q_SLOTS:
    void isACopyOnThePracticeServer()
    {
        const auto app = open(u"sk-test"_s);
        const Mate copy = copyOf(*app, original());
        QVERIFY(copy.practice && !copy.paused);
        QVERIFY(copy.bot != original().bot);
        QCOMPARE(copy.home, app->practice().api());
        QCOMPARE(app->mates().prompt(copy.id).text, u"You are calm."_s);
        QVERIFY(copyOf(*app, original()).identifier != copy.identifier);
    }

    void asksItsOwnModelOnlyWithAKey()
    {
        QCOMPARE(copyOf(*open(u"sk-test"_s), original()).provider, u"openai"_s);
        QCOMPARE(copyOf(*open(), original()).provider, u"practice"_s);
    }

    void asksAModelOfOnesOwnWithoutAKey()
    {
        Mate mate = original();
        mate.baseUrl = u"http://127.0.0.1:9/v1"_s;
        QCOMPARE(copyOf(*open(), mate).provider, u"openai"_s);
    }
};

LOOPFLOW_TEST(RehearsalTest)
#include "tst_rehearsal.moc"
