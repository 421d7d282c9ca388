#include "ui/inspector/messagedocument.h"

#include "ui/widgets/palette.h"
#include "ui/widgets/type.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocumentFragment>

#include <algorithm>
#include <cmath>

namespace loopflow {

namespace {

constexpr int isCode = QTextFormat::UserProperty;
constexpr int isQuote = QTextFormat::UserProperty + 1;
constexpr int isSpoiler = QTextFormat::UserProperty + 2;
constexpr int languageOf = QTextFormat::UserProperty + 3;
constexpr int largeEmoji = 40; // px
constexpr int codePadding = insideControl;
constexpr int quoteIndent = 14;
constexpr int listIndent = 20;
constexpr qreal codeLineHeight = 115; // percent

double headingScale(int level)
{
    return level == 1 ? 1.35 : level == 2 ? 1.2 : 1.08;
}

QTextCharFormat blockChars(const MarkdownBlock &block, const QPalette &palette)
{
    QTextCharFormat format;
    QFont font = bodyFont();
    switch (block.kind) {
    case MarkdownBlock::Paragraph:
    case MarkdownBlock::ListItem:
        break;
    case MarkdownBlock::Heading:
        font.setWeight(QFont::DemiBold);
        font.setPixelSize(qRound(font.pixelSize() * headingScale(block.level)));
        break;
    case MarkdownBlock::Subtext:
        font = metaFont();
        format.setForeground(color(ColorRole::Muted, palette));
        break;
    case MarkdownBlock::Code:
        font = codeFont();
        break;
    }
    format.setFont(font);
    return format;
}

/// Whether a paragraph is read from the right: its margin and its bar are there, too.
bool readsFromRight(const MarkdownBlock &block)
{
    return block.kind != MarkdownBlock::Code
        && std::any_of(block.spans.begin(), block.spans.end(),
            [](const MarkdownSpan &span) { return span.text.isRightToLeft(); });
}

QTextBlockFormat blockShape(const MarkdownBlock &block)
{
    QTextBlockFormat format;
    const int quote = block.quoted ? quoteIndent : 0;
    const bool fromRight = readsFromRight(block);
    const auto setBegin = [&](int margin) { fromRight ? format.setRightMargin(margin) : format.setLeftMargin(margin); };
    format.setLayoutDirection(fromRight ? Qt::RightToLeft : Qt::LeftToRight);
    setBegin(quote);
    format.setTopMargin(block.gapBefore ? 2 * gridStep : 0);
    if (block.quoted)
        format.setProperty(isQuote, true);
    if (block.kind == MarkdownBlock::Code) {
        format.setProperty(isCode, true);
        format.setProperty(languageOf, block.language);
        format.setLeftMargin(quote + codePadding + 2);
        format.setRightMargin(codePadding + 2);
        format.setTopMargin(codePadding + gridStep);
        format.setBottomMargin(codePadding + gridStep);
        format.setLineHeight(codeLineHeight, QTextBlockFormat::ProportionalHeight);
    } else if (block.kind == MarkdownBlock::ListItem) {
        setBegin(quote + listIndent * (block.level + 1));
        format.setTextIndent(-listIndent + gridStep);
    } else if (block.kind == MarkdownBlock::Heading) {
        format.setTopMargin(2 * gridStep);
        format.setBottomMargin(gridStep);
    }
    return format;
}

QTextCharFormat spanChars(
    const MarkdownSpan &span, QTextCharFormat format, const QPalette &palette, bool spoilersShown)
{
    const SpanStyles styles = span.styles;
    if (styles.testFlag(SpanStyle::Bold))
        format.setFontWeight(QFont::Bold);
    format.setFontItalic(styles.testFlag(SpanStyle::Italic));
    format.setFontUnderline(styles.testFlag(SpanStyle::Underline));
    if (styles.testFlag(SpanStyle::Strike))
        format.setFontStrikeOut(true);
    if (styles.testFlag(SpanStyle::Code)) {
        format.setFontFamilies(codeFont().families());
        format.setFontFixedPitch(true);
        format.setBackground(color(ColorRole::Code, palette));
    }
    if (styles.testFlag(SpanStyle::Mention)) {
        format.setForeground(color(ColorRole::Accent, palette));
        format.setBackground(color(ColorRole::Mention, palette));
    }
    if (styles.testFlag(SpanStyle::Time))
        format.setBackground(color(ColorRole::Code, palette));
    if (!span.tip.isEmpty())
        format.setToolTip(span.tip);
    if (!span.href.isEmpty()) {
        format.setAnchor(true);
        format.setAnchorHref(span.href);
        format.setForeground(color(ColorRole::Accent, palette));
    }
    if (styles.testFlag(SpanStyle::Spoiler)) {
        format.setBackground(
            color(spoilersShown ? ColorRole::Code : ColorRole::Spoiler, palette));
        if (!spoilersShown) {
            format.setForeground(color(ColorRole::Spoiler, palette));
            format.setProperty(isSpoiler, true);
        }
    }
    return format;
}

// Over the first line's end, where code seldom reaches.
void drawLanguage(QPainter &painter, const QRectF &text, const QString &language, qreal width,
    const QPalette &palette)
{
    if (language.isEmpty())
        return;
    painter.save();
    painter.setFont(metaFont());
    painter.setPen(color(ColorRole::Muted, palette));
    painter.drawText(QRectF(0, text.top(), width - codePadding - 2, text.height()),
        Qt::AlignAbsolute | Qt::AlignRight | Qt::AlignTop, language); // code is read from the left everywhere
    painter.restore();
}

QString asLines(QString text)
{
    return text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
}

} // namespace

MessageDocument::MessageDocument()
{
    m_document.setUndoRedoEnabled(false);
    m_document.setDocumentMargin(0);
    m_document.setDefaultFont(bodyFont());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_document.setDefaultTextOption(option);
}

void MessageDocument::setMarkdown(
    const QString &text, const MentionNames &names, const QPalette &palette, bool spoilersShown)
{
    m_document.clear();
    m_hasSpoilers = false;
    m_spoilersShown = spoilersShown;
    m_large = isEmojiAlone(text);
    QTextCursor cursor(&m_document);
    cursor.beginEditBlock();
    bool first = true;
    for (const MarkdownBlock &block : parseDiscordMarkdown(text, names)) {
        if (!first)
            cursor.insertBlock();
        first = false;
        addBlock(cursor, block, palette, spoilersShown);
    }
    cursor.endEditBlock();
}

void MessageDocument::addBlock(
    QTextCursor &cursor, const MarkdownBlock &block, const QPalette &palette, bool spoilersShown)
{
    QTextCharFormat base = blockChars(block, palette);
    base.setFontStrikeOut(m_struck);
    if (m_large) {
        QFont large = bodyFont();
        large.setPixelSize(largeEmoji);
        base.setFont(large);
    }
    cursor.setBlockFormat(blockShape(block));
    cursor.setBlockCharFormat(base);
    if (block.kind == MarkdownBlock::ListItem)
        cursor.insertText(block.marker + QLatin1Char(' '), base);
    for (const MarkdownSpan &span : block.spans) {
        m_hasSpoilers = m_hasSpoilers || span.styles.testFlag(SpanStyle::Spoiler);
        const bool wholeBlockIsCode = block.kind == MarkdownBlock::Code;
        cursor.insertText(asLines(span.text),
            wholeBlockIsCode ? base : spanChars(span, base, palette, spoilersShown));
    }
}

void MessageDocument::setWidth(int width)
{
    if (qRound(m_document.textWidth()) != width)
        m_document.setTextWidth(width);
}

int MessageDocument::height() const
{
    if (m_document.isEmpty())
        return 0;
    // The box behind code reaches beyond its text, into a margin that the layout leaves out at the
    // end.
    const bool endsInCode = m_document.lastBlock().blockFormat().boolProperty(isCode);
    return int(std::ceil(m_document.size().height())) + (endsInCode ? gridStep : 0);
}

int MessageDocument::idealWidth() const
{
    return int(std::ceil(m_document.idealWidth()));
}

int MessageDocument::slack() const
{
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const QTextBlockFormat format = block.blockFormat();
        if (format.boolProperty(isCode) || format.layoutDirection() == Qt::RightToLeft)
            return 0;
    }
    return qMax(0, int(m_document.textWidth()) - idealWidth());
}

void MessageDocument::draw(QPainter &painter, const QPalette &palette, TextRange selection)
{
    drawBackgrounds(painter, palette);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = palette;
    if (!selection.isEmpty()) {
        QAbstractTextDocumentLayout::Selection marked;
        marked.cursor = QTextCursor(&m_document);
        marked.cursor.setPosition(qBound(0, selection.anchor, length()));
        marked.cursor.setPosition(qBound(0, selection.position, length()), QTextCursor::KeepAnchor);
        marked.format.setBackground(color(ColorRole::Accent, palette));
        marked.format.setForeground(color(ColorRole::OnAccent, palette));
        context.selections << marked;
    }
    m_document.documentLayout()->draw(&painter, context);
}

void MessageDocument::drawBackgrounds(QPainter &painter, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const QTextBlockFormat format = block.blockFormat();
        const QRectF text = m_document.documentLayout()->blockBoundingRect(block);
        if (format.boolProperty(isQuote)) {
            painter.setBrush(color(ColorRole::Line, palette));
            const qreal bar = format.layoutDirection() == Qt::RightToLeft ? m_document.textWidth() - 3 : 0;
            painter.drawRoundedRect(QRectF(bar, text.top() - 1, 3, text.height() + 2), 1.5, 1.5);
        }
        if (format.boolProperty(isCode)) {
            const qreal left = format.boolProperty(isQuote) ? quoteIndent : 0;
            painter.setBrush(color(ColorRole::Code, palette));
            painter.drawRoundedRect(
                QRectF(left, text.top() - codePadding, m_document.textWidth() - left,
                    text.height() + 2 * codePadding),
                5, 5);
            drawLanguage(painter, text, format.stringProperty(languageOf), m_document.textWidth(), palette);
        }
    }
    painter.restore();
}

int MessageDocument::positionAt(QPointF point) const
{
    return qMax(0, m_document.documentLayout()->hitTest(point, Qt::FuzzyHit));
}

QString MessageDocument::linkAt(QPointF point) const
{
    const QString href = m_document.documentLayout()->anchorAt(point);
    const bool web =
        href.startsWith(QLatin1String("https://")) || href.startsWith(QLatin1String("http://"));
    return web ? href : QString();
}

QTextCharFormat MessageDocument::formatAt(QPointF point) const
{
    const int position = m_document.documentLayout()->hitTest(point, Qt::ExactHit);
    if (position < 0)
        return {};
    QTextCursor cursor(const_cast<QTextDocument *>(&m_document));
    cursor.setPosition(qMin(position + 1, length())); // a format is that of the character before
    return cursor.charFormat();
}

QString MessageDocument::linkTextAt(QPointF point) const
{
    const QString href = linkAt(point);
    const int position = m_document.documentLayout()->hitTest(point, Qt::ExactHit);
    if (href.isEmpty() || position < 0)
        return {};
    const QTextBlock block = m_document.findBlock(position);
    QString text;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        if (it.fragment().charFormat().anchorHref() == href)
            text += it.fragment().text();
        else if (it.fragment().position() > position)
            break;
        else
            text.clear();
    }
    return text;
}

bool MessageDocument::spoilerAt(QPointF point) const
{
    return !m_spoilersShown && formatAt(point).boolProperty(isSpoiler);
}

QString MessageDocument::tipAt(QPointF point) const
{
    const QString link = linkAt(point);
    return link.isEmpty() && !spoilerAt(point) ? formatAt(point).toolTip() : link;
}

QString MessageDocument::plainText(TextRange range) const
{
    QTextCursor cursor(const_cast<QTextDocument *>(&m_document));
    cursor.setPosition(qBound(0, range.anchor, length()));
    cursor.setPosition(qBound(0, range.position, length()), QTextCursor::KeepAnchor);
    return cursor.selection().toPlainText();
}

int MessageDocument::length() const
{
    return m_document.characterCount() - 1;
}

TextRange MessageDocument::wordAt(int position) const
{
    QTextCursor cursor(const_cast<QTextDocument *>(&m_document));
    cursor.setPosition(qBound(0, position, length()));
    cursor.select(QTextCursor::WordUnderCursor);
    return {cursor.selectionStart(), cursor.selectionEnd()};
}

} // namespace loopflow
