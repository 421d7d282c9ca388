#include "app/logfile.h"

#include <QDir>

namespace loopflow {

using namespace Qt::StringLiterals;

LogFile::LogFile(const QString &folder, qint64 limit)
    : m_file(QDir(folder).filePath(u"loopflow.log"_s))
    , m_older(QDir(folder).filePath(u"loopflow.1.log"_s))
    , m_limit(limit)
{
}

bool LogFile::open()
{
    if (m_file.isOpen())
        return true;
    // Unbuffered: the lines before a crash are the ones that matter.
    if (!m_file.open(QIODevice::Append | QIODevice::Unbuffered))
        return false;
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return true;
}

void LogFile::turnOver()
{
    m_file.close();
    QFile::remove(m_older);
    QFile::rename(m_file.fileName(), m_older);
}

void LogFile::write(const QByteArray &line)
{
    if (!open())
        return;
    if (m_file.size() > 0 && m_file.size() + line.size() + 1 > m_limit) {
        turnOver();
        if (!open())
            return;
    }
    m_file.write(line + '\n');
}

} // namespace loopflow
