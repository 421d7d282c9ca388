// What can be read in the files of a folder, by whoever opens them with something else than Loopflow.
#pragma once

#include <QByteArrayList>
#include <QDir>
#include <QFile>
#include <QSet>

#include <cstring>
#include <vector>

namespace loopflow::test {

/// All files of the folder, one after the other: the database, its write-ahead log, whatever there is.
inline QByteArray bytesOf(const QString &folder)
{
    QByteArray all;
    const QDir dir(folder);
    for (const QString &name : dir.entryList(QDir::Files | QDir::Hidden)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(file.fileName()));
        all += file.readAll() + '\n';
    }
    return all;
}

/// Those of the words that are there, in either case.
inline QByteArrayList wordsIn(const QByteArray &bytes, const QByteArrayList &words)
{
    const QByteArray lower = bytes.toLower();
    QByteArrayList found;
    for (const QByteArray &word : words) {
        if (lower.contains(word.toLower()))
            found << word;
    }
    return found;
}

/// Many runs of eight bytes, looked for all at once: pieces of what was stored (deflated, or not), ends of words. Short
/// enough to lie within a page and to outlast an index that leaves out what two words begin with, long enough to be no
/// other's.
class Fragments {
public:
    static constexpr qsizetype size = 8;

    void add(const QByteArray &stored)
    {
        for (qsizetype i = 0; i + size <= stored.size(); i += size)
            insert(stored.constData() + i);
    }
    void addEnd(const QByteArray &word) { insert(word.right(size).constData()); }
    /// Takes out what these bytes hold, too.
    void leaveOut(const QByteArray &bytes)
    {
        for (qsizetype i = 0; i + size <= bytes.size(); ++i)
            m_fragments.remove(keyOf(bytes.constData() + i));
    }
    qsizetype count() const { return m_fragments.size(); }
    /// Those that are in the bytes.
    QByteArrayList foundIn(const QByteArray &bytes) const
    {
        QSet<quint64> found;
        for (qsizetype i = 0; i + size <= bytes.size(); ++i) {
            const quint64 key = keyOf(bytes.constData() + i);
            if (m_maybe[placeOf(key)] && m_fragments.contains(key)) // most bytes are none of them
                found.insert(key);
        }
        QByteArrayList list;
        for (const quint64 key : found)
            list << QByteArray(reinterpret_cast<const char *>(&key), size);
        return list;
    }

private:
    static quint64 keyOf(const char *bytes)
    {
        quint64 key = 0;
        std::memcpy(&key, bytes, size);
        return key;
    }
    static size_t placeOf(quint64 key) { return (key * 0x9e3779b97f4a7c15) >> 44; }
    void insert(const char *bytes)
    {
        m_fragments.insert(keyOf(bytes));
        m_maybe[placeOf(keyOf(bytes))] = true;
    }

    QSet<quint64> m_fragments;
    std::vector<bool> m_maybe = std::vector<bool>(1 << 20);
};

} // namespace loopflow::test
