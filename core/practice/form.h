// Reads the fields of a request body or query as Discord does: its conversions, its complaints.
// Null counts as absent; unknown fields are ignored. Spec: docs "Reference › Error Messages".
#pragma once

#include "core/practice/apierror.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <optional>

namespace loopflow::practice {

/// Each reader answers none where the field is absent or wrong; what is wrong is kept in errors().
class Form {
public:
    explicit Form(QJsonObject fields);
    explicit Form(const QUrlQuery &query);

    bool has(const QString &name) const;
    /// The fields of an object field; its complaints go to the same place, below its name.
    std::optional<Form> object(const QString &name);
    std::optional<QString> text(const QString &name);
    std::optional<bool> boolean(const QString &name);
    std::optional<qint64> integer(const QString &name, qint64 least, qint64 most);
    std::optional<quint64> snowflake(const QString &name);
    std::optional<QJsonArray> list(const QString &name, int most);

    /// Reads a snowflake in any value, for lists and path parameters; complains at `path`.
    std::optional<quint64> snowflake(const QJsonValue &value, const QStringList &path);

    void complain(const QString &name, const QString &code, const QString &message);
    /// Takes over what an object() found.
    void merge(const Form &inner);
    bool isFine() const { return m_complaints.isEmpty(); }
    ApiError error() const;

    /// Not empty, and so unusable, where it is a thing that the practice server does not play.
    void refuseUnlessEmpty(const QString &name);

private:
    struct Complaint {
        QStringList path;
        QString code;
        QString message;
    };
    QStringList pathTo(const QString &name) const;

    QJsonObject m_fields;
    QStringList m_path;
    QList<Complaint> m_complaints;
};

} // namespace loopflow::practice
