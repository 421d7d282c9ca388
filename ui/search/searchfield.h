// A field for a search's expression: underlines the part that is wrong.
// Only shows; what is wrong is said from outside.
#pragma once

#include <QLineEdit>

namespace loopflow {

class SearchField final : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

    /// Underlines these characters, in UTF-16 units; length 0: none.
    void underline(qsizetype offset, qsizetype length);
    int underlinedFrom() const { return m_from; }
    int underlinedLength() const { return m_length; }

private:
    int m_from = 0;
    int m_length = 0;
};

} // namespace loopflow
