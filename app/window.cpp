#include "app/window.h"

#include "app/application.h"
#include "app/control.h"
#include "app/language.h"
#include "app/logging.h"
#include "app/options.h"
#include "app/stopsignals.h"
#include "core/host/servercheck.h"
#include "ui/mainwindow.h"

#include <QApplication>

namespace loopflow {

UiServices servicesOf(Application &application)
{
    UiServices services;
    services.mates = &application.mates();
    services.supervisor = &application.supervisor();
    services.log = &application.log();
    services.record = &application.record();
    services.search = &application.search();
    services.replayer = &application.replayer();
    services.replayMarks = &application.replayMarks();
    services.settings = &application.settings();
    services.credentials = &application.credentials();
    services.localModels = &application.localModels();
    services.onboarding = &application.onboarding();
    services.practice = &application.practice();
    services.pictures = &application.pictures();
    services.health = &application.health();
    services.logBook = &logBook();
    services.networking = &application.networking();
    services.dataFolder = application.folder();
    services.languages = languages();
    services.checkServer = [&application](const QString &address, QObject *context, Callback<QString> callback) {
        checkServer(application.http(), address, context, std::move(callback));
    };
    for (const llm::KnownProvider &known : llm::knownProviders()) {
        if (known.id != u"practice") // nobody's choice: it has an address only while the practice server runs
            services.providers.append({known.id, known.name, known.keyVariables.value(0), known.local});
    }
    services.listModels = [&application](const QString &provider, const QString &baseUrl, QObject *context,
                              Callback<QStringList> callback) {
        application.listModels(provider, baseUrl, context, std::move(callback));
    };
    services.testModel = [&application](const Mate &mate, QObject *context, Callback<QString> callback) {
        application.modelTest().run(mate, context, std::move(callback));
    };
    return services;
}

int runWindow(Application &application, bool practice)
{
    Supervisor &supervisor = application.supervisor();
    StopSignals signals;
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(&signals, &StopSignals::stopRequested, &supervisor, &Supervisor::shutDown);
    QObject::connect(&signals, &StopSignals::stopDemanded, qApp, [] { QCoreApplication::exit(Failed); });
    QObject::connect(&supervisor, &Supervisor::stopped, qApp, [] { QCoreApplication::exit(Succeeded); });

    application.startMates();
    MainWindow window(servicesOf(application));
    QObject::connect(&window, &MainWindow::quitWanted, &supervisor, &Supervisor::shutDown);
    QObject::connect(&window, &MainWindow::quitNowWanted, qApp, [] { QCoreApplication::exit(Succeeded); });
    window.show();
    Control control(application, true);
    QObject::connect(&control, &Control::raiseWanted, &window, [&](const Activation &activation, bool toPractice) {
        bringToFront(&window, activation);
        if (toPractice)
            window.startPractice();
    });
    if (practice)
        window.startPractice();
    return QCoreApplication::exec();
}

} // namespace loopflow
