// What a gateway close code means: whether to come back, with which session, and the sentence for people.
// Spec: docs "Opcodes and Status Codes › Gateway Close Event Codes".
#pragma once

#include <QString>

#include <optional>

namespace loopflow::discord {

enum class AfterClose {
    Resume, ///< the session is still good
    Identify, ///< the session is lost; a new one may be asked for
    GiveUp, ///< coming back cannot help until a person changes something
};

/// `code` is empty when the connection just dropped.
AfterClose afterClose(std::optional<quint16> code);

/// A sentence for people, with a next step where there is one; never empty.
QString explainClose(std::optional<quint16> code);
/// For a bot that was refused Message Content (4014) and goes on without it.
QString explainWithoutMessageContent();

} // namespace loopflow::discord
