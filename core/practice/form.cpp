#include "core/practice/form.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

QString shown(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

QJsonObject fieldsOf(const QUrlQuery &query)
{
    QJsonObject fields;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        fields.insert(name, value);
    return fields;
}

} // namespace

Form::Form(QJsonObject fields)
    : m_fields(std::move(fields))
{
}

Form::Form(const QUrlQuery &query)
    : m_fields(fieldsOf(query))
{
}

bool Form::has(const QString &name) const
{
    const QJsonValue value = m_fields.value(name);
    return !value.isUndefined() && !value.isNull();
}

std::optional<Form> Form::object(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    const QJsonValue value = m_fields.value(name);
    if (!value.isObject()) {
        complain(name, u"MODEL_TYPE_CONVERT"_s, u"Only dictionaries may be used in a ModelType"_s);
        return std::nullopt;
    }
    Form inner(value.toObject());
    inner.m_path = pathTo(name);
    return inner;
}

std::optional<QString> Form::text(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    const QJsonValue value = m_fields.value(name);
    if (value.isString() || value.isDouble())
        return shown(value);
    complain(name, u"STRING_TYPE_CONVERT"_s,
        u"Could not interpret \"%1\" as string."_s.arg(shown(value)));
    return std::nullopt;
}

std::optional<bool> Form::boolean(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    const QJsonValue value = m_fields.value(name);
    if (value.isBool())
        return value.toBool();
    complain(name, u"BOOL_TYPE_CONVERT"_s, u"Must be either true or false."_s);
    return std::nullopt;
}

std::optional<qint64> Form::integer(const QString &name, qint64 least, qint64 most)
{
    if (!has(name))
        return std::nullopt;
    const QJsonValue value = m_fields.value(name);
    bool ok = value.isDouble() || value.isString();
    const qint64 number = ok ? shown(value).toLongLong(&ok) : 0;
    if (!ok) {
        complain(name, u"NUMBER_TYPE_COERCE"_s, u"Value \"%1\" is not int."_s.arg(shown(value)));
        return std::nullopt;
    }
    if (number < least) {
        complain(name, u"NUMBER_TYPE_MIN"_s,
            u"int value should be greater than or equal to %1."_s.arg(least));
        return std::nullopt;
    }
    if (number > most) {
        complain(name, u"NUMBER_TYPE_MAX"_s,
            u"int value should be less than or equal to %1."_s.arg(most));
        return std::nullopt;
    }
    return number;
}

std::optional<quint64> Form::snowflake(const QString &name)
{
    return has(name) ? snowflake(m_fields.value(name), {name}) : std::nullopt;
}

std::optional<quint64> Form::snowflake(const QJsonValue &value, const QStringList &path)
{
    bool ok = value.isString() || value.isDouble();
    const QString text = shown(value);
    const quint64 number = ok ? text.toULongLong(&ok) : 0;
    // toULongLong takes "+1" and "01", which Discord's ids never are.
    if (ok && number != 0 && text == QString::number(number))
        return number;
    m_complaints.append(
        {m_path + path, u"NUMBER_TYPE_COERCE"_s, u"Value \"%1\" is not snowflake."_s.arg(text)});
    return std::nullopt;
}

std::optional<QJsonArray> Form::list(const QString &name, int most)
{
    if (!has(name))
        return std::nullopt;
    const QJsonValue value = m_fields.value(name);
    if (!value.isArray()) {
        complain(name, u"LIST_TYPE_CONVERT"_s, u"Only iterables may be used in a ListType"_s);
        return std::nullopt;
    }
    if (value.toArray().size() > most) {
        complain(name, u"BASE_TYPE_MAX_LENGTH"_s, u"Must be %1 or fewer in length."_s.arg(most));
        return std::nullopt;
    }
    return value.toArray();
}

void Form::complain(const QString &name, const QString &code, const QString &message)
{
    m_complaints.append({pathTo(name), code, message});
}

void Form::merge(const Form &inner)
{
    m_complaints += inner.m_complaints;
}

ApiError Form::error() const
{
    FormErrors errors;
    for (const Complaint &complaint : m_complaints)
        errors.add(complaint.path, complaint.code, complaint.message);
    return errors.error();
}

void Form::refuseUnlessEmpty(const QString &name)
{
    const QJsonValue value = m_fields.value(name);
    const bool empty = !has(name) || (value.isArray() && value.toArray().isEmpty());
    if (!empty)
        complain(name, u"PRACTICE_UNSUPPORTED"_s, u"The practice server takes text only."_s);
}

QStringList Form::pathTo(const QString &name) const
{
    return name.isEmpty() ? m_path : m_path + QStringList{name};
}

} // namespace loopflow::practice
