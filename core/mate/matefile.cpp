#include "core/mate/matefile.h"

#include "core/base/core.h"
#include "core/llm/provider.h"
#include "core/mate/markdownlines.h"

#include <QMap>
#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace loopflow {
namespace {

enum class SectionKind { Prompt, Provider, Priorities, Unknown };

struct Section {
    SectionKind kind = SectionKind::Unknown;
    QString title;
    QString heading; ///< as it is written
    int line = 0; ///< counted from 1
    QStringList lines; ///< below the heading
};

struct Outline {
    QString name;
    int nameLine = 0; ///< 0: there is no title
    QStringList remarks;
    QList<Section> sections;
    int lineCount = 0;
    int leftOut = 0; ///< the first line outside of all sections; 0: none
    int almost = 0; ///< a line that looks like a heading of the prompt but is none
};

Error errorAt(int line, const QString &sentence)
{
    return {ErrorCode::Invalid, Core::tr("Line %1: %2").arg(line).arg(sentence)};
}

QString remarkAt(int line, const QString &sentence)
{
    return errorAt(line, sentence).message;
}

SectionKind kindOf(const QString &title)
{
    if (title.compare(u"System Prompt", Qt::CaseInsensitive) == 0)
        return SectionKind::Prompt;
    if (title.compare(u"Provider", Qt::CaseInsensitive) == 0)
        return SectionKind::Provider;
    if (title.compare(u"Priorities", Qt::CaseInsensitive) == 0)
        return SectionKind::Priorities;
    return SectionKind::Unknown;
}

/// A line of a prompt that would be read as one of our own headings, with any number of backslashes
/// before it.
bool looksLikeOurs(const QString &line)
{
    static const QRegularExpression heading(u"^\\\\*## (.*)$"_s);
    const auto match = heading.match(line);
    return match.hasMatch() && kindOf(match.captured(1).trimmed()) != SectionKind::Unknown;
}

Result<QString> decoded(QByteArray bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    int line = 0;
    for (const QByteArray &part : bytes.split('\n')) {
        ++line;
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder(part);
        if (decoder.hasError() || text.contains(QChar::Null))
            return errorAt(
                line, Core::tr("this is not UTF-8 text. Save the file as UTF-8 and import it again."));
    }
    return QString::fromUtf8(bytes);
}

/// A line before the first section: the title, or nothing that we keep.
void takeOutside(Outline &outline, const QString &line, bool isCode)
{
    const QString title = isCode || !line.startsWith(u"# ") ? QString() : line.mid(2).simplified();
    if (!title.isEmpty() && outline.nameLine == 0) {
        outline.name = title;
        outline.nameLine = outline.lineCount;
    } else if (!title.isEmpty()) {
        outline.remarks.append(remarkAt(outline.lineCount,
            Core::tr("a second title was left out; the name is “%1” from line %2.").arg(outline.name)
                .arg(outline.nameLine)));
    } else if (!line.trimmed().isEmpty() && outline.leftOut == 0) {
        outline.leftOut = outline.lineCount;
        outline.remarks.append(
            remarkAt(outline.lineCount, Core::tr("text before the first section was left out.")));
    }
}

Outline outlineOf(const QStringList &lines)
{
    static const QRegularExpression almostHeading(
        u"^\\s*#+\\s*system prompt\\s*:?\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    Outline outline;
    FenceTracker fence;
    int openFence = 0;
    for (const QString &line : lines) {
        ++outline.lineCount;
        const bool wasOpen = fence.isOpen();
        const bool isCode = fence.take(line);
        if (!wasOpen && fence.isOpen())
            openFence = outline.lineCount;
        if (!isCode && line.startsWith(u"## ")) {
            const QString title = line.mid(3).trimmed();
            outline.sections.append({kindOf(title), title, line, outline.lineCount, {}});
            continue;
        }
        if (!isCode && almostHeading.match(line).hasMatch())
            outline.almost = outline.lineCount;
        if (outline.sections.isEmpty())
            takeOutside(outline, line, isCode);
        else
            outline.sections.last().lines.append(line);
    }
    if (fence.isOpen())
        outline.remarks.append(remarkAt(openFence,
            Core::tr("a code block begins here and never ends; everything after it counts as code.")));
    return outline;
}

/// Our own headings are escaped inside a prompt (see writeMateFile).
QStringList unescaped(QStringList lines)
{
    FenceTracker fence;
    for (QString &line : lines) {
        if (!fence.take(line) && line.startsWith(u'\\') && looksLikeOurs(line))
            line.remove(0, 1);
    }
    return lines;
}

/// What is wrong with the sections as a whole.
std::optional<Error> faultOf(const Outline &outline)
{
    QMap<SectionKind, int> seen;
    for (const auto &section : outline.sections) {
        if (section.kind == SectionKind::Unknown)
            continue;
        if (const int before = seen.value(section.kind); before > 0)
            return errorAt(section.line,
                Core::tr("the section “%1” is here a second time (first in line %2). Keep one of them.")
                    .arg(section.title)
                    .arg(before));
        seen.insert(section.kind, section.line);
    }
    if (seen.contains(SectionKind::Prompt))
        return std::nullopt;
    if (outline.almost > 0)
        return errorAt(
            outline.almost, Core::tr("this is not a section. Write exactly “## System Prompt”."));
    return errorAt(outline.lineCount,
        Core::tr("the file ends without a section “## System Prompt”. Add one and write the mate's prompt below "
                 "it."));
}

/// The section's own text, then what unknown sections hold. Those that follow it directly stay as
/// they are written, so that a prompt with headings of its own comes back unchanged.
QString promptOf(const Outline &outline, QStringList &remarks)
{
    QStringList own;
    QStringList others;
    bool isRun = false; // in the prompt, or in unknown sections right behind it
    for (const auto &section : outline.sections) {
        const bool isUnknown = section.kind == SectionKind::Unknown;
        isRun = section.kind == SectionKind::Prompt || (isRun && isUnknown);
        if (section.kind == SectionKind::Prompt)
            own += section.lines;
        if (!isUnknown)
            continue;
        remarks.append(remarkAt(section.line,
            Core::tr("the section “%1” is not one that Loopflow knows; it was kept at the end of the prompt.")
                .arg(section.title)));
        (isRun ? own : others) += QStringList(section.heading) + section.lines;
    }
    const QString text = joinedWithoutBlankEdges(unescaped(own));
    const QString rest = joinedWithoutBlankEdges(others);
    return text.isEmpty() || rest.isEmpty() ? text + rest : text + u"\n\n"_s + rest;
}

/// The first provider that a section names; Priorities of older files name several.
QString providerIn(const Section &section, QStringList &remarks)
{
    static const QRegularExpression word(u"[\\w.-]+"_s);
    const QString text = joinedWithoutBlankEdges(section.lines);
    for (auto words = word.globalMatch(text); words.hasNext();) {
        const QString id = words.next().captured().toLower();
        if (!llm::findProvider(id))
            continue;
        if (section.kind == SectionKind::Priorities)
            remarks.append(
                remarkAt(section.line, Core::tr("“Priorities” was read as the provider “%1”.").arg(id)));
        return id;
    }
    remarks.append(remarkAt(section.line,
        Core::tr("“%1” names no provider that Loopflow knows; choose one in the mate's settings.").arg(
            section.title)));
    return {};
}

QString providerOf(const Outline &outline, QStringList &remarks)
{
    const Section *provider = nullptr;
    const Section *priorities = nullptr;
    for (const auto &section : outline.sections) {
        if (section.kind == SectionKind::Provider)
            provider = &section;
        if (section.kind == SectionKind::Priorities)
            priorities = &section;
    }
    if (provider && priorities)
        remarks.append(remarkAt(priorities->line,
            Core::tr("“Priorities” was left out, because there is a section “Provider”.")));
    const Section *used = provider ? provider : priorities;
    return used ? providerIn(*used, remarks) : QString();
}

/// The line of the prompt's heading.
int promptLineOf(const Outline &outline)
{
    for (const auto &section : outline.sections) {
        if (section.kind == SectionKind::Prompt)
            return section.line;
    }
    return outline.lineCount;
}

} // namespace

Result<MateFile> parseMateFile(const QString &stem, const QByteArray &markdown)
{
    const auto text = decoded(markdown);
    if (!text)
        return text.error();
    const Outline outline = outlineOf(linesOf(*text));
    if (const auto fault = faultOf(outline))
        return *fault;
    MateFile file;
    file.identifier = stem;
    file.remarks = outline.remarks;
    file.name = outline.name;
    if (file.name.isEmpty()) {
        file.name = stem;
        file.remarks.append(
            Core::tr("Line 1: there is no title “# Name”; the mate is named after its file."));
    }
    file.prompt = promptOf(outline, file.remarks);
    if (file.prompt.isEmpty())
        return errorAt(promptLineOf(outline),
            Core::tr("the system prompt is empty. Write the mate's prompt below this line."));
    file.provider = providerOf(outline, file.remarks);
    return file;
}

QByteArray writeMateFile(const MateFile &file)
{
    FenceTracker fence;
    QStringList lines = linesOf(file.prompt);
    for (QString &line : lines) {
        if (!fence.take(line) && looksLikeOurs(line))
            line.prepend(u'\\');
    }
    const QString prompt = u"## System Prompt\n\n"_s + lines.join(u'\n') + u'\n';
    const QString provider =
        file.provider.isEmpty() ? QString() : u"## Provider\n\n"_s + file.provider + u'\n';
    // In a code block that never ends no section could follow.
    const QStringList sections =
        fence.isOpen() ? QStringList{provider, prompt} : QStringList{prompt, provider};
    QString text = u"# "_s + file.name.simplified() + u'\n';
    for (const QString &section : sections)
        text += section.isEmpty() ? QString() : u'\n' + section;
    return text.toUtf8();
}

} // namespace loopflow
