// How often something was asked of the practice server, for tests.
// Counts only; "{channel_id}", "{}" and a real id in a path are the same thing to it.
#pragma once

#include <QHash>
#include <QString>

namespace loopflow::practice {

class Counts {
public:
    void note(const QString &what) { ++m_counts[normalized(what)]; }
    int of(const QString &what) const { return m_counts.value(normalized(what)); }
    /// Of all that is asked of it by "METHOD /path", how often the method was one that changes something.
    int writes() const;
    void clear() { m_counts.clear(); }

private:
    static QString normalized(QString what);
    QHash<QString, int> m_counts;
};

} // namespace loopflow::practice
