// A field for a search's expression: underlines the part that is wrong, offers what a filter can go on with.
// Only shows; what is wrong is said from outside.
#pragma once

#include "core/conversation/searchcompletion.h"

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace loopflow {

class SearchField final : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

    /// Underlines these characters, in UTF-16 units; length 0: none.
    void underline(qsizetype offset, qsizetype length);
    int underlinedFrom() const { return m_from; }
    int underlinedLength() const { return m_length; }
    /// Whom it offers behind from:, mate: and in:.
    void setNames(const SearchNames &names) { m_names = names; }

private:
    void offer();
    void goOnWith(const QString &term);

    SearchNames m_names;
    QStringListModel *m_offered;
    QCompleter *m_completer;
    int m_from = 0;
    int m_length = 0;
};

} // namespace loopflow
