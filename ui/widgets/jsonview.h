// JSON to read: indented, coloured, and only its beginning where it is very long.
// Copying gives all of it, byte for byte.
#pragma once

#include <QPlainTextEdit>

namespace loopflow {

class JsonView final : public QPlainTextEdit {
    Q_OBJECT
public:
    JsonView(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    /// What is no JSON is shown as it is.
    void setJson(const QByteArray &json);
    const QByteArray &json() const { return m_json; }
    /// A sentence where not all is shown; empty else.
    QString shortened() const { return m_shortened; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QByteArray m_json;
    QString m_shortened;
};

} // namespace loopflow
