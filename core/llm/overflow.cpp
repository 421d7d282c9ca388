#include "core/llm/overflow.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace loopflow::llm {
namespace {

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption);
}

qint64 firstNumber(const QList<QRegularExpression> &patterns, const QString &message)
{
    for (const auto &candidate : patterns) {
        const auto match = candidate.match(message);
        if (!match.hasMatch())
            continue;
        const qint64 number = match.captured(1).remove(u',').toLongLong();
        if (number > 0)
            return number;
    }
    return 0;
}

} // namespace

bool isOverflow(const ProviderError &error)
{
    // In the order of: Anthropic (3), OpenAI, many (2), Gemini, xAI, Groq, Mistral, llama.cpp, LM
    // Studio (2), Ollama, Kimi, MiniMax, Qwen, Together, generic (3).
    static const QRegularExpression sentences = pattern(
        u"prompt (?:is )?too long|request_too_large|exceed context limit|exceeds the context window|"
        "maximum context length|exceeds (?:the )?(?:model'?s )?maximum context length|"
        "input token count.*exceeds the maximum|maximum prompt length is \\d+|"
        "reduce the length of the messages|too large for model with \\d+ maximum context length|"
        "exceeds? the available context size|greater than the context length|context the overflows|"
        "prompt too long; exceeded (?:max )?context length|exceeded model token limit|"
        "context window exceeds limit|range of input length should be|"
        "longer than the model'?s context length|context[_ ]length[_ ]exceeded|too many tokens|"
        "token limit exceeded"_s);
    static const QRegularExpression limits = pattern(u"rate[ _]limit|too many requests|throttl"_s);
    static const QRegularExpression tooLarge = pattern(u"request too large"_s);
    if (error.type == u"exceed_context_size_error" || error.code == u"context_length_exceeded"
        || error.type == u"request_too_large" || error.status == 413)
        return true;
    // One request above the limit per minute never fits, however long one waits.
    if (tooLarge.match(error.message).hasMatch())
        return true;
    if (error.status == 401 || error.status == 402 || error.status == 403 || error.status == 404)
        return false;
    return sentences.match(error.message).hasMatch() && !limits.match(error.message).hasMatch();
}

OverflowNumbers overflowNumbers(const QString &message)
{
    static const QList<QRegularExpression> limits{
        pattern(u"> ([\\d,]+)"_s),
        pattern(u"context size \\(([\\d,]+)"_s),
        pattern(u"tokens allowed \\(([\\d,]+)"_s),
        pattern(u"with ([\\d,]+) maximum context length"_s),
        pattern(u"context length \\(([\\d,]+)"_s),
        pattern(u"(?:context|prompt) length (?:is|of)(?: only)? ([\\d,]+)"_s),
        pattern(u"token limit:? ([\\d,]+)"_s),
        pattern(u"\\blimit:? ([\\d,]+)"_s),
        pattern(u"should be \\[\\d+, ?([\\d,]+)\\]"_s),
        pattern(u"at most ([\\d,]+)"_s),
    };
    static const QList<QRegularExpression> requests{
        pattern(u"([\\d,]+) (?:tokens )?(?:>|\\+ [\\d,]+ >)"_s),
        pattern(u"\\(([\\d,]+) (?:tokens )?in (?:the|your) (?:messages|prompt)"_s),
        pattern(u"(?:request|input) \\(([\\d,]+) tokens"_s),
        pattern(u"token count \\(([\\d,]+)"_s),
        pattern(u"resulted in ([\\d,]+)"_s),
        pattern(u"contains(?: at least)? ([\\d,]+) (?:input )?tokens"_s),
        pattern(u"requested:? (?:about )?([\\d,]+)"_s),
        pattern(u"first ([\\d,]+) tokens"_s),
        pattern(u"([\\d,]+) tokens of at most"_s),
    };
    return {firstNumber(limits, message), firstNumber(requests, message)};
}

} // namespace loopflow::llm
