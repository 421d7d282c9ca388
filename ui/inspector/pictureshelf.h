// The pictures that the reader asked to see, by their address; kept in memory only.
// Asks for nothing by itself; decodes beside the GUI thread, and only what is small enough to be shown.
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThread>
#include <QUrl>

#include <memory>

namespace loopflow {

class Pictures;

/// Decodes bytes that may be anything; lives in a thread of its own.
class PictureDecoder final : public QObject {
    Q_OBJECT
public:
    void decode(const QString &address, const QByteArray &bytes);

Q_SIGNALS:
    /// A null image: it could not be decoded, or is larger than any honest picture.
    void decoded(const QString &address, const QImage &image);
};

class PictureShelf final : public QObject {
    Q_OBJECT
public:
    static constexpr int tallest = 300; ///< pixels; a picture is shown no larger
    static constexpr int widest = 400;

    /// `pictures` outlives this; null: nothing can be shown.
    explicit PictureShelf(Pictures *pictures, QObject *parent = nullptr);
    ~PictureShelf() override;

    /// Where the mate lives, whose server may serve pictures, too.
    void setHome(const QUrl &home) { m_home = home; }
    /// Has the picture fetched and decoded, unless it is there or on its way.
    void show(const QString &address);
    void clear();

    /// Whether "Show" makes sense: there is an address, and the picture is neither there nor coming.
    bool canShow(const QString &address) const;
    /// Null while it is not there.
    QImage picture(const QString &address) const;
    QSize sizeOf(const QString &address) const;
    /// "Loading…" while it comes; empty else.
    QString stateOf(const QString &address) const;
    /// Why it did not come; empty when it did or was not asked for.
    QString problemOf(const QString &address) const { return m_problems.value(address); }
    static QString showWord() { return tr("Show"); }

Q_SIGNALS:
    /// Something about a picture changed, perhaps its size.
    void changed(const QString &address);

private:
    void take(const QString &address, const QImage &image);
    void fail(const QString &address, const QString &sentence);

    Pictures *m_pictures;
    QUrl m_home;
    QThread m_thread;
    std::unique_ptr<PictureDecoder> m_decoder; ///< in m_thread
    QSet<QString> m_coming;
    QHash<QString, QString> m_problems;
    mutable QCache<QString, QImage> m_shown; ///< cost in KB
};

} // namespace loopflow
