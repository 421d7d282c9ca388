// What two processes of Loopflow say to each other over the control socket, as bytes and as values.
// Touches no socket; refuses what is too long or no message, and never keeps a copy of a secret.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/host/readfile.h"

#include <QJsonObject>
#include <QStringList>

#include <variant>
#include <vector>

namespace loopflow {

/// A frame is a length (4 bytes, big endian), a kind ('j' or 's', 1 byte) and so many bytes: a JSON object, or a
/// secret as it is. Frames, ControlHello, ControlLine and ControlResult stay as they are in every version, so that
/// two versions can at least tell each other so.
constexpr int controlVersion = 1;
/// The longest frame's content, in bytes.
constexpr qsizetype controlFrameLimit = 32 * 1024 * 1024;

/// The running process, first of all.
struct ControlHello {
    int version = controlVersion;
    QString program; ///< "0.1.0"
    bool operator==(const ControlHello &) const = default;
};
/// Where a token that comes with a request is from.
enum class TokenSource { None, Stdin, Environment };
/// What the running process is asked to do: the caller's command line and what it needs from the caller's place.
struct ControlRequest {
    int version = controlVersion;
    QString program;
    QStringList arguments;
    QList<ReadFile> files; ///< read by the caller: only its process knows its working folder and its pipes
    TokenSource tokenSource = TokenSource::None; ///< unless None, a Secret follows
    bool canAsk = false; ///< a person sits at the caller's terminal
    QString discordApi; ///< the caller's LOOPFLOW_DISCORD_API
    QString activationToken; ///< Wayland's, to raise the window with
    QString startupId; ///< X11's
    bool operator==(const ControlRequest &) const = default;
};
/// A line for the caller's stdout or stderr.
struct ControlLine {
    QString text;
    bool isComplaint = false;
    bool operator==(const ControlLine &) const = default;
};
/// Asks the person for a secret; a Secret is the answer.
struct ControlQuestion {
    QString text;
    bool operator==(const ControlQuestion &) const = default;
};
/// The last message.
struct ControlResult {
    int exitCode = 0;
    QJsonObject value; ///< what the caller goes on with
    bool operator==(const ControlResult &) const = default;
};
using ControlMessage = std::variant<ControlHello, ControlRequest, ControlLine, ControlQuestion, ControlResult, Secret>;

/// A message's frame, as a Secret because some hold one. Invalid when it is longer than controlFrameLimit.
Result<Secret> controlFrame(const ControlMessage &message);

/// Takes bytes as they come and gives whole messages.
class ControlReader {
public:
    /// Errors (Invalid): too long, of no known kind, no such message. Nothing more is read after one.
    Result<std::vector<ControlMessage>> feed(QByteArrayView bytes);

private:
    Result<void> takeHeader();

    QByteArray m_header;
    QByteArray m_content; ///< has its whole size from the start, so that no copy of a secret is left behind
    qsizetype m_filled = 0;
    bool m_failed = false;
};

} // namespace loopflow
