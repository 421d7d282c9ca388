#include "app/console.h"

#include <QFile>

#include <termios.h>
#include <unistd.h>

namespace loopflow {

namespace {

constexpr qint64 inputLimit = 64 * 1024;

std::unique_ptr<QIODevice> standardStream(int descriptor, QIODevice::OpenMode mode)
{
    auto file = std::make_unique<QFile>();
    if (!file->open(descriptor, mode | QIODevice::Unbuffered))
        return nullptr; // the parent closed it: there is nobody to talk to
    return file;
}

/// Stops the terminal from showing what is typed, for as long as this lives.
class SilentTerminal {
public:
    SilentTerminal()
    {
        m_changed = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_changed)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(SilentTerminal)

private:
    termios m_before{};
    bool m_changed = false;
};

} // namespace

Console::Console()
    : m_owned{standardStream(STDIN_FILENO, QIODevice::ReadOnly),
        standardStream(STDOUT_FILENO, QIODevice::WriteOnly),
        standardStream(STDERR_FILENO, QIODevice::WriteOnly)}
    , m_in(m_owned[0].get())
    , m_out(m_owned[1].get())
    , m_err(m_owned[2].get())
    , m_inputIsTerminal(isatty(STDIN_FILENO) != 0)
{
}

Console::Console(QIODevice *in, QIODevice *out, QIODevice *err)
    : m_in(in)
    , m_out(out)
    , m_err(err)
{
}

Console::~Console() = default;

void Console::print(const QString &line)
{
    writeLine(m_out, line);
}

void Console::complain(const QString &sentence)
{
    writeLine(m_err, sentence);
}

bool Console::write(const QByteArray &bytes)
{
    qint64 written = 0;
    while (m_out && written < bytes.size()) {
        const qint64 count = m_out->write(bytes.constData() + written, bytes.size() - written);
        if (count <= 0)
            break;
        written += count;
    }
    return written == bytes.size();
}

void Console::writeLine(QIODevice *device, const QString &line)
{
    if (device)
        device->write(line.toUtf8() + '\n');
}

QByteArray Console::readAll()
{
    QByteArray all;
    while (m_in && all.size() < inputLimit) {
        const QByteArray some = m_in->read(inputLimit - all.size());
        if (some.isEmpty())
            break;
        all += some;
    }
    return all;
}

Secret Console::askSecret(const QString &question)
{
    if (!m_in || !m_err)
        return {};
    m_err->write(question.toUtf8());
    QByteArray line;
    {
        const SilentTerminal silent;
        line = m_in->readLine(inputLimit);
    }
    m_err->write("\n");
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return Secret(std::move(line));
}

} // namespace loopflow
