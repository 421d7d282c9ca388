// Answers other processes of the same data folder while this one runs it: does their verbs, raises the window.
// Does nothing that a person at this computer's terminal could not do without it.
#pragma once

#include "app/activation.h"
#include "core/host/controlserver.h"

namespace loopflow {

class Application;
struct ChatVerb;
struct InitVerb;
struct Options;
struct RunVerb;

class Control : public QObject {
    Q_OBJECT
public:
    /// `hasWindow`: raiseWanted() raises one. Listens; where that fails, says so in the log and goes on without.
    Control(Application &application, bool hasWindow, QObject *parent = nullptr);

Q_SIGNALS:
    /// Somebody started Loopflow again. `practice`: with --practice.
    void raiseWanted(const loopflow::Activation &activation, bool practice);

private:
    void take(ControlPeer *peer, const ControlRequest &request);
    void raise(ControlPeer *peer, const RunVerb &verb, const ControlRequest &request);
    Result<Options> optionsOf(const ControlRequest &request) const;

    Application &m_application;
    bool m_hasWindow;
    ControlServer m_server;
};

} // namespace loopflow
