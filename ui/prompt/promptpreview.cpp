#include "ui/prompt/promptpreview.h"

#include "core/conversation/prompt.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

namespace loopflow {

namespace {

constexpr qsizetype mostPeople = 5;

/// Blanks around the prompt are not sent.
void trim(QList<PromptPiece> &pieces)
{
    while (!pieces.isEmpty() && pieces.first().text.trimmed().isEmpty())
        pieces.removeFirst();
    while (!pieces.isEmpty() && pieces.last().text.trimmed().isEmpty())
        pieces.removeLast();
    if (pieces.isEmpty())
        return;
    QString &first = pieces.first().text;
    while (first.front().isSpace())
        first.remove(0, 1);
    QString &last = pieces.last().text;
    while (last.back().isSpace())
        last.chop(1);
}

} // namespace

PromptPreview::PromptPreview(QWidget *parent)
    : QWidget(parent)
    , m_reader(new QComboBox(this))
    , m_unknown(new Text({}, metaFont(), ColorRole::Waiting, this))
    , m_text(new QTextEdit(this))
{
    setObjectName(QStringLiteral("promptPreview"));
    auto *bar = new Surface(ColorRole::Sidebar, Qt::BottomEdge, this);
    bar->setFixedHeight(44);
    m_reader->setParent(bar);
    m_reader->setObjectName(QStringLiteral("previewReader"));
    m_reader->setAccessibleName(tr("Filled in for"));
    m_reader->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_unknown->setParent(bar);
    m_unknown->setObjectName(QStringLiteral("previewUnknown"));
    auto *close = new QPushButton(icon(QStringLiteral("x")), {}, bar);
    close->setObjectName(QStringLiteral("previewClose"));
    close->setAccessibleName(tr("Close the preview"));
    close->setToolTip(tr("Close the preview (Esc)"));
    close->setFixedSize(28, 28);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(paneEdge, 0, betweenGroups, 0);
    row->setSpacing(betweenGroups);
    row->addWidget(new Text(tr("As the model gets it for"), metaFont(), ColorRole::Muted, bar));
    row->addWidget(m_reader);
    row->addWidget(m_unknown, 1);
    row->addWidget(close);

    m_text->setObjectName(QStringLiteral("previewText"));
    m_text->setAccessibleName(tr("Prompt with its variables filled in"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(paneEdge);
    setZoom(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_text, 1);
    setFocusProxy(m_text);

    connect(m_reader, &QComboBox::currentIndexChanged, this, &PromptPreview::render);
    connect(close, &QPushButton::clicked, this, &PromptPreview::closed);
}

void PromptPreview::offer(const QStringList &people)
{
    const QSignalBlocker blocker(m_reader);
    const QString direct = QStringLiteral("direct message"); // as it is sent, in every language
    m_readers.clear();
    for (const QString &person : people.mid(0, mostPeople))
        m_readers.append({person, {}, direct});
    if (m_readers.isEmpty())
        m_readers.append({tr("Ana"), {}, direct});
    m_readers.append({tr("Ana"), tr("Example team"), QStringLiteral("#general")});
    m_reader->clear();
    for (const PromptReader &reader : std::as_const(m_readers))
        m_reader->addItem(reader.server.isEmpty()
                ? tr("%1 in a direct message").arg(reader.user)
                : tr("%1 in %2 of “%3”").arg(reader.user, reader.channel, reader.server));
}

void PromptPreview::show(const QString &mate, const QString &prompt, const QStringList &people)
{
    const int chosen = qMax(0, m_reader->currentIndex());
    const bool sameMate = mate == m_mate;
    m_mate = mate;
    m_prompt = prompt;
    offer(people);
    if (sameMate && chosen < m_reader->count())
        m_reader->setCurrentIndex(chosen);
    render();
}

QMap<QString, QString> PromptPreview::values() const
{
    const PromptReader reader = m_readers.value(m_reader->currentIndex());
    return variableValues(
        QDateTime::currentDateTime(), m_mate, reader.user, reader.server, reader.channel);
}

void PromptPreview::setZoom(int pixels)
{
    QFont font = codeFont();
    font.setPixelSize(font.pixelSize() + pixels);
    m_text->setFont(font);
}

void PromptPreview::render()
{
    QList<PromptPiece> pieces = promptPieces(m_prompt, values());
    trim(pieces);
    const QPalette palette = QGuiApplication::palette();
    QTextCharFormat filled;
    filled.setBackground(color(ColorRole::Mention, palette));
    QTextCharFormat doubtful;
    doubtful.setForeground(color(ColorRole::Waiting, palette));
    doubtful.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    m_text->clear();
    QTextCursor cursor(m_text->document());
    QStringList unknown;
    for (const PromptPiece &piece : std::as_const(pieces)) {
        if (piece.kind == PromptPiece::Unknown && !unknown.contains(piece.variable))
            unknown << piece.variable;
        cursor.insertText(piece.text,
            piece.kind == PromptPiece::Own           ? QTextCharFormat()
                : piece.kind == PromptPiece::Unknown ? doubtful
                                                     : filled);
    }
    m_unknown->setText(unknown.isEmpty() ? QString()
            : unknown.size() == 1
            ? tr("Nothing fills {{%1}}; it stays as it is written.").arg(unknown.first())
            : tr("Nothing fills %1 names; they stay as they are written.").arg(unknown.size()));
    m_text->moveCursor(QTextCursor::Start);
}

void PromptPreview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render();
}

} // namespace loopflow
