#include "core/llm/modellist.h"

#include "core/base/core.h"
#include "core/llm/explain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loopflow::llm {
namespace {

qint64 contextOf(const QJsonObject &entry)
{
    // llama.cpp: what one request may use, which is less than the model could.
    if (const qint64 slot = entry.value(u"meta").toObject().value(u"n_ctx").toInteger(); slot > 0)
        return slot;
    for (const auto &name : {"loaded_context_length"_L1, "max_input_tokens"_L1, "context_length"_L1,
             "context_window"_L1, "max_context_length"_L1, "max_model_len"_L1}) {
        if (const qint64 tokens = entry.value(name).toInteger(); tokens > 0)
            return tokens;
    }
    return 0;
}

bool canChat(const QString &id, const QJsonObject &entry)
{
    static const QRegularExpression others(
        u"(?:^|[-/_.:])(?:embed(?:ding)?s?|whisper|tts|dall-e|image|imagen|veo|moderation|realtime|audio|transcribe|"
        "rerank(?:er)?|sora|babbage|davinci|ocr|turbo-instruct)(?=$|[-/_.:\\d])"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (entry.value(u"active") == QJsonValue(false) || entry.value(u"lifecycle") == "retired"_L1)
        return false;
    if (entry.value(u"capabilities").toObject().value(u"completion_chat") == QJsonValue(false))
        return false;
    return !others.match(id).hasMatch();
}

} // namespace

Result<QList<Model>> readModels(const QString &provider, const QByteArray &json, ModelOrder order)
{
    const auto document = QJsonDocument::fromJson(json);
    if (const auto error = readProviderError(document.object()))
        return explainRefusal(provider, *error).error;
    const QJsonValue data = document.object().value(u"data");
    if (!document.isArray() && !data.isArray()
        && !(data.isNull() && document.object().contains(u"data")))
        return Error{ErrorCode::Invalid,
            Core::tr("%1 did not answer with a list of models. Check the provider's address, or type the model's "
                     "name.")
                .arg(provider)};
    QList<Model> models;
    QSet<QString> seen;
    for (const auto &value : document.isArray() ? document.array() : data.toArray()) {
        const QJsonObject entry = value.toObject();
        QString id = entry.value(u"id").toString();
        if (id.startsWith(u"models/")) // Gemini
            id.remove(0, 7);
        if (id.isEmpty() || seen.contains(id) || !canChat(id, entry))
            continue;
        seen.insert(id);
        const QString shown = entry.value(u"display_name").toString();
        models.append(
            {id, shown.isEmpty() ? entry.value(u"name").toString() : shown, contextOf(entry)});
    }
    if (order == ModelOrder::ById)
        std::sort(models.begin(), models.end(), [](const Model &a, const Model &b) {
            return a.id.compare(b.id, Qt::CaseInsensitive) < 0;
        });
    return models;
}

} // namespace loopflow::llm
