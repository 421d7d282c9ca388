// Discord's error answers: HTTP status, JSON code, sentence and the tree of field errors.
// Spec: docs "Reference › Error Messages" and "Opcodes and Status Codes › JSON".
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <variant>

namespace loopflow::practice {

struct ApiError {
    int status = 400;
    int code = 0;
    QString message;
    QJsonObject errors; ///< by field; empty for none

    QJsonObject toJson() const;
};

/// What a call answers, or why Discord refuses it.
template <class T> using ApiResult = std::variant<T, ApiError>;

namespace apierror {
ApiError notFound(); ///< no such path
ApiError methodNotAllowed();
ApiError unauthorized();
ApiError unknownChannel();
ApiError unknownGuild();
ApiError unknownMember();
ApiError unknownMessage();
ApiError unknownUser();
ApiError botsOnly();
ApiError blockedUserAgent();
ApiError missingAccess();
ApiError notInDm(); ///< deleting others' messages in a DM
ApiError notAuthor();
ApiError emptyMessage();
ApiError cannotMessageUser();
ApiError invalidRecipient();
ApiError invalidVersion();
ApiError invalidJson();
} // namespace apierror

/// Collects what is wrong with a body or a query: code 50035.
class FormErrors {
public:
    /// `path` leads to the field, e.g. {"allowed_mentions", "users"}; empty: the whole request.
    void add(const QStringList &path, const QString &code, const QString &message);
    bool isEmpty() const { return m_tree.isEmpty(); }
    ApiError error() const;

private:
    QJsonObject m_tree;
};

} // namespace loopflow::practice
