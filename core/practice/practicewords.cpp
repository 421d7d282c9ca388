#include "core/practice/practicewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

constexpr qsizetype promptShown = 500;
constexpr qsizetype questionShown = 300;
constexpr qsizetype lineShown = 70;
constexpr qsizetype historyShown = 8;

/// Cut after `most` units at the latest, never within a surrogate pair.
QString shortened(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    const qsizetype end = text.at(most - 1).isHighSurrogate() ? most - 1 : most;
    return u"%1… (%2 more characters)"_s.arg(text.first(end)).arg(text.size() - end);
}

/// In a code block of one's own: a fence within the text would end it.
QString fenced(const QString &text)
{
    QString inside = text;
    inside.replace("```"_L1, u"`\u200b`\u200b`"_s);
    return u"```\n%1\n```"_s.arg(inside);
}

QString oneLine(const QString &text)
{
    QString line = text.simplified();
    line.replace(u'`', u'\'');
    return shortened(line, lineShown);
}

QString promptPart(const QList<PromptMessage> &messages)
{
    QStringList prompts;
    for (const PromptMessage &message : messages) {
        if (message.isPrompt())
            prompts.append(message.text);
    }
    if (prompts.isEmpty())
        return u"I was given no prompt."_s;
    return u"The prompt I was given:\n"_s + fenced(shortened(prompts.join(u'\n'), promptShown));
}

QString historyPart(const QList<PromptMessage> &messages)
{
    QStringList lines;
    for (const PromptMessage &message : messages) {
        if (!message.isPrompt())
            lines.append(u"- %1: %2"_s.arg(message.role, oneLine(message.text)));
    }
    if (lines.isEmpty())
        return u"I was given no messages."_s;
    const qsizetype all = lines.size();
    lines = lines.sliced(std::max<qsizetype>(0, all - historyShown));
    const QString title = lines.size() == all
        ? u"The history I was given, oldest first:"_s
        : u"The newest %1 of the %2 messages I was given, oldest first:"_s.arg(lines.size())
              .arg(all);
    return title + u'\n' + lines.join(u'\n');
}

QString questionPart(const QList<PromptMessage> &messages)
{
    const auto newest = std::find_if(messages.rbegin(), messages.rend(),
        [](const PromptMessage &message) { return message.role == "user"_L1; });
    if (newest == messages.rend())
        return {};
    QString quote = shortened(newest->text, questionShown);
    quote.replace(u'\n', "\n> "_L1);
    return u"The newest message, which a real model would answer now:\n> "_s + quote;
}

} // namespace

QString practiceAnswer(const QList<PromptMessage> &messages)
{
    QStringList parts{u"I am the practice model: a small program on this computer, no AI. I cannot "
                      u"answer, but I can "
                      u"show what a model would get."_s,
        promptPart(messages), historyPart(messages), questionPart(messages)};
    parts.removeAll(QString());
    return parts.join("\n\n"_L1);
}

QStringList tokensOf(const QString &text)
{
    QStringList tokens;
    qsizetype start = 0;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text.at(i).isSpace() && !text.at(i - 1).isSpace()) {
            tokens.append(text.sliced(start, i - start));
            start = i;
        }
    }
    if (start < text.size())
        tokens.append(text.sliced(start));
    return tokens;
}

} // namespace loopflow::practice
