#include "ui/inspector/pictureshelf.h"

#include "core/host/pictures.h"

#include <QBuffer>
#include <QImageReader>

namespace loopflow {

namespace {

constexpr int keptKb = 48 * 1024;
constexpr int largestSide = 12000; // px; of an honest photograph
constexpr int decodeLimitMb = 128;
// Twice what is shown, for screens of 2×.
constexpr QSize decodedSize(2 * PictureShelf::widest, 2 * PictureShelf::tallest);

} // namespace

void PictureDecoder::decode(const QString &address, const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    // A few bytes can claim to be a picture of any size.
    static const QByteArrayList formats{"png", "jpeg", "gif", "webp"};
    const bool honest = formats.contains(reader.format()) && size.isValid() && size.width() <= largestSide && size.height() <= largestSide;
    if (!honest) {
        Q_EMIT decoded(address, {});
        return;
    }
    if (size.width() > decodedSize.width() || size.height() > decodedSize.height())
        reader.setScaledSize(size.scaled(decodedSize, Qt::KeepAspectRatio).expandedTo({1, 1}));
    Q_EMIT decoded(address, reader.read());
}

PictureShelf::PictureShelf(Pictures *pictures, QObject *parent)
    : QObject(parent)
    , m_pictures(pictures)
    , m_decoder(std::make_unique<PictureDecoder>())
    , m_shown(keptKb)
{
    QImageReader::setAllocationLimit(decodeLimitMb);
    m_decoder->moveToThread(&m_thread);
    connect(m_decoder.get(), &PictureDecoder::decoded, this, &PictureShelf::take);
}

PictureShelf::~PictureShelf()
{
    m_thread.quit();
    m_thread.wait(); // then the decoder is nobody else's
}

void PictureShelf::clear()
{
    m_coming.clear();
    m_problems.clear();
    m_shown.clear();
}

bool PictureShelf::canShow(const QString &address) const
{
    return m_pictures && !address.isEmpty() && !m_coming.contains(address) && !m_shown.contains(address);
}

void PictureShelf::show(const QString &address)
{
    if (!canShow(address))
        return;
    m_coming.insert(address);
    m_problems.remove(address);
    m_pictures->fetch(QUrl(address), m_home, this, [this, address](const Result<QByteArray> &bytes) {
        if (!m_coming.contains(address))
            return; // another conversation is shown now
        if (!bytes) {
            fail(address, bytes.error().message);
            return;
        }
        if (!m_thread.isRunning())
            m_thread.start(QThread::LowPriority);
        QMetaObject::invokeMethod(
            m_decoder.get(), [decoder = m_decoder.get(), address, bytes = *bytes] { decoder->decode(address, bytes); },
            Qt::QueuedConnection);
    });
    Q_EMIT changed(address);
}

void PictureShelf::take(const QString &address, const QImage &image)
{
    if (!m_coming.contains(address))
        return;
    if (image.isNull()) {
        fail(address, tr("This picture cannot be shown here. Open the message in Discord."));
        return;
    }
    m_coming.remove(address);
    m_shown.insert(address, new QImage(image), int(image.sizeInBytes() / 1024) + 1);
    Q_EMIT changed(address);
}

void PictureShelf::fail(const QString &address, const QString &sentence)
{
    m_coming.remove(address);
    m_problems.insert(address, sentence);
    Q_EMIT changed(address);
}

QImage PictureShelf::picture(const QString &address) const
{
    const QImage *image = m_shown.object(address);
    return image ? *image : QImage();
}

QSize PictureShelf::sizeOf(const QString &address) const
{
    const QImage *image = address.isEmpty() ? nullptr : m_shown.object(address);
    if (!image)
        return {};
    const bool large = image->width() > widest || image->height() > tallest;
    return large ? image->size().scaled(widest, tallest, Qt::KeepAspectRatio) : image->size();
}

QString PictureShelf::stateOf(const QString &address) const
{
    return m_coming.contains(address) ? tr("Loading…") : QString();
}

} // namespace loopflow
