// What a request's tokens went to, as one bar with its legend: prompt, history, question, what was left.
// Only draws; the numbers stand beside the colours.
#pragma once

#include <QWidget>

namespace loopflow {

class ShareBar final : public QWidget {
    Q_OBJECT
public:
    explicit ShareBar(QWidget *parent = nullptr);
    /// `aside`: what stands at the other end of the legend.
    void show(qint64 prompt, qint64 history, qint64 question, qint64 left, const QString &aside);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {100, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Part;
    QList<Part> parts() const;

    qint64 m_prompt = 0;
    qint64 m_history = 0;
    qint64 m_question = 0;
    qint64 m_left = 0;
    QString m_aside;
};

} // namespace loopflow
