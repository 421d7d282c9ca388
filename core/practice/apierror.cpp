#include "core/practice/apierror.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

QJsonObject withError(QJsonObject tree, const QStringList &path, const QJsonObject &error)
{
    if (path.isEmpty()) {
        QJsonArray errors = tree.value("_errors"_L1).toArray();
        errors.append(error);
        tree.insert("_errors"_L1, errors);
    } else {
        tree.insert(
            path.first(), withError(tree.value(path.first()).toObject(), path.sliced(1), error));
    }
    return tree;
}

} // namespace

QJsonObject ApiError::toJson() const
{
    QJsonObject json{{u"message"_s, message}, {u"code"_s, code}};
    if (!errors.isEmpty())
        json.insert("errors"_L1, errors);
    return json;
}

namespace apierror {

ApiError notFound()
{
    return {404, 0, u"404: Not Found"_s, {}};
}

ApiError methodNotAllowed()
{
    return {405, 0, u"405: Method Not Allowed"_s, {}};
}

ApiError unauthorized()
{
    return {401, 0, u"401: Unauthorized"_s, {}};
}

ApiError unknownChannel()
{
    return {404, 10003, u"Unknown Channel"_s, {}};
}

ApiError unknownGuild()
{
    return {404, 10004, u"Unknown Guild"_s, {}};
}

ApiError unknownMember()
{
    return {404, 10007, u"Unknown Member"_s, {}};
}

ApiError unknownMessage()
{
    return {404, 10008, u"Unknown Message"_s, {}};
}

ApiError unknownUser()
{
    return {404, 10013, u"Unknown User"_s, {}};
}

ApiError botsOnly()
{
    return {403, 20002, u"Only bots can use this endpoint"_s, {}};
}

ApiError blockedUserAgent()
{
    return {403, 40333, u"internal network error"_s, {}};
}

ApiError missingAccess()
{
    return {403, 50001, u"Missing Access"_s, {}};
}

ApiError notInDm()
{
    return {403, 50003, u"Cannot execute action on this channel type"_s, {}};
}

ApiError notAuthor()
{
    return {403, 50005, u"Cannot edit a message authored by another user"_s, {}};
}

ApiError emptyMessage()
{
    return {400, 50006, u"Cannot send an empty message"_s, {}};
}

ApiError cannotMessageUser()
{
    return {403, 50007, u"Cannot send messages to this user"_s, {}};
}

ApiError invalidRecipient()
{
    return {400, 50033, u"Invalid Recipient(s)"_s, {}};
}

ApiError invalidVersion()
{
    return {400, 50041, u"Invalid API version provided"_s, {}};
}

ApiError invalidJson()
{
    return {400, 50109, u"The request body contains invalid JSON."_s, {}};
}

} // namespace apierror

void FormErrors::add(const QStringList &path, const QString &code, const QString &message)
{
    m_tree = withError(m_tree, path, {{u"code"_s, code}, {u"message"_s, message}});
}

ApiError FormErrors::error() const
{
    return {400, 50035, u"Invalid Form Body"_s, m_tree};
}

} // namespace loopflow::practice
