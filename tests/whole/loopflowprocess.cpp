#include "tests/whole/loopflowprocess.h"

#include <QTest>

namespace loopflow::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestRunMs = 60000;
}

LoopflowProcess::LoopflowProcess(const QStringList &arguments, const QMap<QString, QString> &extraEnvironment)
{
    const auto system = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment environment;
    for (const QString &name : system.keys()) {
        if (name == u"PATH" || name == u"LC_ALL" || name == u"LD_LIBRARY_PATH" || name.endsWith(u"SAN_OPTIONS"_s))
            environment.insert(name, system.value(name));
    }
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
    environment.insert(u"no_proxy"_s, u"*"_s);
    for (auto i = extraEnvironment.begin(); i != extraEnvironment.end(); ++i)
        environment.insert(i.key(), i.value());
    m_process.setProcessEnvironment(environment);
    m_process.setProgram(QStringLiteral(LOOPFLOW_BINARY));
    m_process.setArguments(arguments);
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process,
        [this] { m_out += m_process.readAllStandardOutput(); });
    QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_process,
        [this] { m_err += m_process.readAllStandardError(); });
}

LoopflowProcess::~LoopflowProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

LoopflowProcess &LoopflowProcess::withInput(const QByteArray &bytes)
{
    m_input = bytes;
    return *this;
}

void LoopflowProcess::start()
{
    m_process.start();
    m_process.write(m_input);
    m_process.closeWriteChannel();
}

bool LoopflowProcess::run()
{
    start();
    return waitForEnd();
}

bool LoopflowProcess::waitForEnd()
{
    // Not waitForFinished(): servers that the test itself runs must go on answering.
    const bool ended = QTest::qWaitFor(
        [this] { return m_process.state() == QProcess::NotRunning; }, longestRunMs);
    return ended && m_process.exitStatus() == QProcess::NormalExit;
}

QByteArray LoopflowProcess::firstLine()
{
    (void)QTest::qWaitFor(
        [this] { return m_out.contains('\n') || m_process.state() == QProcess::NotRunning; }, longestRunMs);
    return m_out.left(m_out.indexOf('\n') + 1).trimmed();
}

} // namespace loopflow::test
