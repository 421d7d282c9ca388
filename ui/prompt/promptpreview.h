// The prompt as a model would get it now, its variables filled in for somebody.
// Only shows; a name that nothing fills is marked and stays as it is written.
#pragma once

#include <QMap>
#include <QTextEdit>

class QComboBox;

namespace loopflow {

class Text;

/// Somebody that a prompt can be filled in for.
struct PromptReader {
    QString user;
    QString server; ///< empty: a direct message
    QString channel;
};

class PromptPreview final : public QWidget {
    Q_OBJECT
public:
    explicit PromptPreview(QWidget *parent = nullptr);

    /// `people` wrote to the mate before; an invented person and channel stand after them.
    void show(const QString &mate, const QString &prompt, const QStringList &people);
    /// The values for whom is chosen.
    QMap<QString, QString> values() const;
    void setZoom(int pixels);

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void offer(const QStringList &people);
    void render();

    QComboBox *m_reader;
    Text *m_unknown;
    QTextEdit *m_text;
    QList<PromptReader> m_readers;
    QString m_mate;
    QString m_prompt;
};

} // namespace loopflow
