// The terminal (or pipe) a command talks to: answers on stdout, everything else on stderr.
// Never shows a secret, nor what is typed for one.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QIODevice>

#include <memory>

namespace loopflow {

class Console {
public:
    /// The process's own streams.
    Console();
    /// Others, for tests; they outlive this. Never a terminal.
    Console(QIODevice *in, QIODevice *out, QIODevice *err);
    ~Console();

    /// A line on stdout, at once.
    void print(const QString &line);
    /// A sentence on stderr, at once.
    void complain(const QString &sentence);
    void complain(const Error &error) { complain(error.message); }

    /// Bytes on stdout as they are; false when not all went out.
    bool write(const QByteArray &bytes);

    bool inputIsTerminal() const { return m_inputIsTerminal; }
    /// Everything on stdin, up to 64 KiB.
    QByteArray readAll();
    /// Asks on the terminal, without echo.
    Secret askSecret(const QString &question);

private:
    void writeLine(QIODevice *device, const QString &line);

    std::unique_ptr<QIODevice> m_owned[3];
    QIODevice *m_in = nullptr;
    QIODevice *m_out = nullptr;
    QIODevice *m_err = nullptr;
    bool m_inputIsTerminal = false;
};

} // namespace loopflow
