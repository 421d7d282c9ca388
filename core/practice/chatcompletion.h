// OpenAI's chat completions from the server's side: what a request may say, and the shape of its
// answer. Pure; words and times come from outside. Spec: OpenAI API reference › Chat.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace loopflow::practice {

struct PromptMessage {
    QString role; ///< as it came: "system", "developer", "user", "assistant", "tool", "function"
    QString text;
    bool isPrompt() const { return role == u"system" || role == u"developer"; }
};

struct CompletionRequest {
    QString model;
    QList<PromptMessage> messages;
    bool stream = false;
    bool includeUsage = false; ///< stream_options.include_usage
    int maxTokens = -1; ///< -1: no limit
    QStringList stop;
};

/// OpenAI's error answer.
struct ModelError {
    int status = 400;
    QString message;
    QString type = QStringLiteral("invalid_request_error");
    QString param; ///< empty: null
    QString code; ///< empty: null

    QByteArray toJson() const;
};

/// The request in these bytes, or the first thing that is wrong with it.
std::variant<CompletionRequest, ModelError> readCompletion(const QByteArray &body);

/// One answer's frame: what all of its pieces have in common.
struct Completion {
    QString id;
    qint64 created = 0; ///< Unix seconds
    QString model;
    qint64 promptTokens = 0;
    bool usageAsked = false;

    QByteArray whole(const QString &text, qint64 tokens, const QString &finishReason) const;
    /// Events of a stream, each with its blank line.
    QByteArray roleEvent() const;
    QByteArray textEvent(const QString &text) const;
    QByteArray finishEvent(const QString &finishReason) const;
    QByteArray usageEvent(qint64 tokens) const;
    static QByteArray doneEvent();

private:
    QJsonObject usage(qint64 tokens) const;
    QByteArray event(const QJsonArray &choices, const QJsonValue &usage) const;
    QByteArray choiceEvent(const QJsonObject &delta, const QJsonValue &finishReason) const;
};

} // namespace loopflow::practice
