// Which parameter of a request a server does not take, and how to send the request without it.
// Only parameters that one can do without; a wrong value that a person set is not refused but
// wrong.
#pragma once

#include "core/llm/modeltraits.h"
#include "core/llm/providererror.h"

namespace loopflow::llm {

/// Keys of ModelTraits::refused. "name=value" means that only this value is refused.
struct RefusedParameter {
    QString name;
    QString replacement; ///< empty: leave it out
    bool operator==(const RefusedParameter &) const = default;
};

/// Not parameters but shapes that some models refuse: the system role (sent with the first user
/// message instead), and, at DeepSeek's thinking models, replies without a reasoning_content field.
inline constexpr QStringView systemRole = u"system";
inline constexpr QStringView plainReplies = u"messages.assistant";

/// Nothing when the error is about something else.
std::optional<RefusedParameter> findRefusedParameter(const ProviderError &error);

/// Renames or removes what was refused before. Names in `required` stay whatever was learnt.
void leaveOutRefused(QJsonObject &body, const ModelTraits &traits, const QStringList &required);

} // namespace loopflow::llm
