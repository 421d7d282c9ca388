#include "core/llm/refusedparameter.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace loopflow::llm {
namespace {

const QStringList &dispensable()
{
    static const QStringList names{u"max_completion_tokens"_s, u"max_tokens"_s, u"temperature"_s,
        u"top_p"_s, u"reasoning_effort"_s, u"reasoning"_s, u"output_config"_s, u"stream_options"_s};
    return names;
}

bool saysUnsupported(const ProviderError &error)
{
    static const QRegularExpression words(
        u"unsupported|not supported|does ?n[o']t support|not permitted|not allowed|unknown (?:parameter|field|name)|"
        "unrecognized|unexpected (?:keyword|field|parameter)|extra (?:inputs|fields)|extra_forbidden|deprecated|"
        "not available|cannot both be"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(error.message).hasMatch() || words.match(error.type).hasMatch()
        || error.code == u"unsupported_parameter" || error.code == u"unsupported_value"
        || error.code == u"unknown_parameter";
}

/// The dispensable parameter that comes first in the sentence.
QString nameIn(const QString &message)
{
    // "reasoning" is also a word: only where it is quoted or a path.
    static const QRegularExpression names(
        u"\\b(max_completion_tokens|max_tokens|temperature|top_p|reasoning_effort|output_config|stream_options)\\b|"
        "[\"'`](reasoning)(?:\\.\\w+)?[\"'`]|\\b(reasoning)\\.effort\\b"_s);
    const auto match = names.match(message);
    return match.hasMatch() ? match.captured(match.lastCapturedIndex()) : QString();
}

QString nameOf(const ProviderError &error)
{
    const QString root = error.param.section(u'.', 0, 0);
    if (dispensable().contains(root))
        return root;
    // A parameter that is named, but none of these, must not be looked for in the words around it.
    return error.param.isEmpty() ? nameIn(error.message) : QString();
}

QString replacementFor(const QString &name, const QString &message)
{
    if (name == u"max_completion_tokens")
        return u"max_tokens"_s;
    if (name == u"max_tokens" && message.contains(u"max_completion_tokens"))
        return u"max_completion_tokens"_s;
    return {};
}

/// An effort that this model does not know leaves the other efforts usable.
QString refusedEffort(const QString &message)
{
    static const QRegularExpression value(
        u"(?:not support|unsupported value:?|not supported:?) [\"'`](none|minimal|low|medium|high|xhigh|max)[\"'`]"_s,
        QRegularExpression::CaseInsensitiveOption);
    return value.match(message).captured(1);
}

std::optional<RefusedParameter> refusedShape(const QString &message)
{
    static const QRegularExpression system(
        u"system (?:role|messages?|prompts?) (?:is |are )?not (?:supported|allowed)|"
        "(?:developer|system) instruction is not enabled|not support [\"'`]system[\"'`]"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (system.match(message).hasMatch())
        return RefusedParameter{systemRole.toString(), u"user"_s};
    if (message.contains(u"reasoning_content") && message.contains(u"must be passed back"))
        return RefusedParameter{plainReplies.toString(), u"reasoning_content"_s};
    return std::nullopt;
}

QString effortIn(const QJsonValue &value)
{
    return value.isObject() ? value.toObject().value(u"effort").toString() : value.toString();
}

} // namespace

std::optional<RefusedParameter> findRefusedParameter(const ProviderError &error)
{
    if (auto shape = refusedShape(error.message))
        return shape;
    if (!saysUnsupported(error))
        return std::nullopt;
    QString name = nameOf(error);
    if (name.isEmpty())
        return std::nullopt;
    // Claude takes one of temperature and top_p; the one that people set more often stays.
    if (error.message.contains(u"cannot both be"))
        return RefusedParameter{u"top_p"_s, {}};
    if (const QString effort = refusedEffort(error.message); !effort.isEmpty())
        return RefusedParameter{name + u'=' + effort, {}};
    return RefusedParameter{name, replacementFor(name, error.message)};
}

void leaveOutRefused(QJsonObject &body, const ModelTraits &traits, const QStringList &required)
{
    const auto refused = [&](const QString &name, const QJsonValue &value) {
        return traits.refused.contains(name)
            || traits.refused.contains(name + u'=' + effortIn(value));
    };
    for (const QString &name : dispensable()) {
        const QJsonValue value = body.value(name);
        if (value.isUndefined() || required.contains(name) || !refused(name, value))
            continue;
        body.remove(name);
        const QString replacement = traits.refused.value(name);
        if (!replacement.isEmpty() && !refused(replacement, value) && !body.contains(replacement))
            body.insert(replacement, value);
    }
}

} // namespace loopflow::llm
