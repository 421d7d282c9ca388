// The mate's picture, to click on or to drop a file on; initials while there is none.
// Keeps the picture as makeAvatar() made it; saves nothing.
#pragma once

#include <QAbstractButton>
#include <QByteArray>

namespace loopflow {

class PictureWell final : public QAbstractButton {
    Q_OBJECT
public:
    explicit PictureWell(QWidget *parent = nullptr);

    /// For the initials.
    void setName(const QString &name);
    const QByteArray &picture() const { return m_picture; } ///< PNG; empty for none
    void setPicture(const QByteArray &png);
    /// Takes a file's picture; says so when it is none.
    void readFile(const QString &path);
    QSize sizeHint() const override;

Q_SIGNALS:
    void changed();
    /// Why a file was not taken; empty when one was.
    void said(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose();
    void take(const QByteArray &image);

    QString m_name;
    QByteArray m_picture;
    bool m_dropping = false;
};

} // namespace loopflow
