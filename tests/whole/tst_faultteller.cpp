#include "core/host/faultteller.h"

#include "app/application.h"
#include "core/host/rehearsal.h"
#include "core/store/memorysecretstore.h"
#include "tests/support/test.h"

#include <optional>

using namespace loopflow;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(loopflow::PracticeFault)

namespace {

constexpr int patience = 60000; // ms; an overloaded model is asked for half a minute

/// A rehearsing mate that is online.
class Stage {
public:
    Stage()
    {
        Setup setup;
        setup.temporary = true;
        setup.keychain = std::make_unique<MemorySecretStore>();
        auto opened = Application::open(std::move(setup));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        app = *std::move(opened);
        app->startMates();
        QObject context;
        std::optional<Rehearsal> made;
        rehearse({&app->practice(), &app->mates(), &app->credentials()}, *starterMate(), &context,
            [&](const Result<Rehearsal> &result) { made = *result; });
        const auto online = [&] {
            return made && app->supervisor().state(made->mate.id).phase == MatePhase::Online;
        };
        if (!QTest::qWaitFor(online, patience))
            qFatal("the rehearsal does not come online");
        rehearsal = *made;
        app->practice().languageModel().faults().tokenMs = 0;
        QObject::connect(&app->log(), &ConversationLog::appended, &app->log(), [this](const LogRecord &record) {
            const auto *event = std::get_if<ChannelEvent>(&record.event);
            if (const auto *note = event ? std::get_if<NoteAdded>(event) : nullptr)
                notes << note->text;
        });
    }
    void set(PracticeFault fault) { app->practice().setFault(fault, rehearsal.mate.bot); }
    bool untilNote()
    {
        return QTest::qWaitFor([&] { return !notes.isEmpty(); }, patience);
    }

    std::unique_ptr<Application> app;
    Rehearsal rehearsal;
    QStringList notes;
};

} // namespace

class FaultTellerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatBecameOfTheConnection_data()
    {
        QTest::addColumn<PracticeFault>("fault");
        QTest::addColumn<QString>("told");
        QTest::newRow("dropped") << PracticeFault::DropConnection
                                 << u"^Connection dropped by you · resumed after .*, nothing lost$"_s;
        QTest::newRow("session ended")
            << PracticeFault::InvalidateSession << u"^Session ended by you · a new one after .*s$"_s;
    }
    void tellsWhatBecameOfTheConnection()
    {
        QFETCH(PracticeFault, fault);
        QFETCH(QString, told);
        Stage stage;
        stage.set(fault);
        QCOMPARE(stage.app->practice().fault(), fault);
        QVERIFY(stage.untilNote());
        QVERIFY2(QRegularExpression(told).match(stage.notes.first()).hasMatch(), qPrintable(stage.notes.first()));
        QCOMPARE(stage.app->practice().fault(), PracticeFault::None);
    }

    void tellsWhatTheNextTurnDid_data()
    {
        QTest::addColumn<PracticeFault>("fault");
        QTest::addColumn<QString>("told");
        QTest::newRow("429") << PracticeFault::RateLimit << u"^Requests refused by you \\(429\\) · waited .* once$"_s;
        QTest::newRow("502") << PracticeFault::BadGateway << u"^Writes failed by you \\(502\\) · answered once, .*$"_s;
        QTest::newRow("slow") << PracticeFault::SlowModel
                              << u"^Model slowed down by you · first words after [4-9]\\.\\d s$"_s;
        QTest::newRow("cut") << PracticeFault::CutReply << u"^Reply cut by you · asked 2 time.*answered once$"_s;
    }
    void tellsWhatTheNextTurnDid()
    {
        QFETCH(PracticeFault, fault);
        QFETCH(QString, told);
        Stage stage;
        stage.set(fault);
        QVERIFY(stage.app->practice().say(stage.rehearsal.dm, u"hello"_s));
        QVERIFY(stage.untilNote());
        QVERIFY2(QRegularExpression(told).match(stage.notes.first()).hasMatch(), qPrintable(stage.notes.first()));
        QCOMPARE(stage.app->practice().fault(), PracticeFault::None);
        // The next one is as ever.
        int answering = 0;
        connect(&stage.app->supervisor(), &Supervisor::stateChanged, this,
            [&](MateId, const MateState &state) { answering = std::max(answering, state.answering); });
        QVERIFY(stage.app->practice().say(stage.rehearsal.dm, u"and again"_s));
        QTRY_COMPARE(answering, 1);
        QTRY_COMPARE(stage.app->supervisor().state(stage.rehearsal.mate.id).answering, 0);
        QCOMPARE(stage.notes.size(), 1);
    }

    void aFaultThatIsTakenBackLeavesNoTrace()
    {
        Stage stage;
        stage.set(PracticeFault::OverloadedModel);
        stage.set(PracticeFault::None);
        QVERIFY(stage.app->practice().say(stage.rehearsal.dm, u"hello"_s));
        QTRY_COMPARE(stage.app->supervisor().state(stage.rehearsal.mate.id).answering, 1);
        QTRY_COMPARE(stage.app->supervisor().state(stage.rehearsal.mate.id).answering, 0);
        QCOMPARE(stage.notes, QStringList());
    }
};

LOOPFLOW_TEST(FaultTellerTest)
#include "tst_faultteller.moc"
