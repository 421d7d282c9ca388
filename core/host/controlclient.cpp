#include "core/host/controlclient.h"

#include "core/base/core.h"
#include "core/host/controlsocket.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace loopflow {

using namespace std::chrono_literals;

namespace {

constexpr auto greetingTime = 5s;

Error isGone()
{
    return {ErrorCode::Unreachable, Core::tr("The running Loopflow ended before it had answered. Try again.")};
}

Error doesNotAnswer()
{
    return {ErrorCode::Timeout,
        Core::tr("The running Loopflow does not answer. Wait until it does, or end it, then try again.")};
}

} // namespace

ControlClient::ControlClient(int descriptor)
    : m_descriptor(descriptor)
{
}

ControlClient::ControlClient(ControlClient &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_program(std::move(other.m_program))
    , m_reader(std::move(other.m_reader))
    , m_received(std::move(other.m_received))
{
}

ControlClient::~ControlClient()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<ControlClient> ControlClient::connect(const QString &dataFolder)
{
    const auto path = findControlPath(dataFolder);
    if (!path)
        return path.error();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(*path);
    if (static_cast<size_t>(name.size()) >= sizeof address.sun_path)
        return Error{ErrorCode::NotFound, Core::tr("The path %1 is too long for a socket.").arg(*path)};
    std::memcpy(address.sun_path, name.constData(), static_cast<size_t>(name.size()));

    ControlClient client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    // A process that is stopped takes nothing, and neither connect() nor send() would come back.
    const timeval patience{greetingTime.count(), 0};
    ::setsockopt(client.m_descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (client.m_descriptor < 0
        || ::connect(client.m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        return Error{errno == EACCES ? ErrorCode::Forbidden : ErrorCode::NotFound,
            Core::tr("No Loopflow can be reached at %1 (%2).").arg(*path, qt_error_string(errno))};
    }
    if (!peerIsOwner(client.m_descriptor)) {
        return Error{ErrorCode::Forbidden,
            Core::tr("The Loopflow that uses the folder %1 runs as another user. Only that user can talk to it.").arg(
                dataFolder)};
    }
    const auto greeting = client.receive(greetingTime);
    if (!greeting)
        return greeting.error();
    const auto *hello = std::get_if<ControlHello>(&*greeting);
    if (!hello)
        return Error{ErrorCode::Invalid, Core::tr("What answers at %1 is no Loopflow.").arg(*path)};
    client.m_program = hello->program;
    if (hello->version != controlVersion) {
        return Error{ErrorCode::Invalid,
            Core::tr("The running Loopflow is version %1, this one is %2, and they do not understand each other. "
                     "Quit the running one and start it again.").arg(hello->program, QStringLiteral(LOOPFLOW_VERSION))};
    }
    return client;
}

Result<void> ControlClient::send(const ControlMessage &message)
{
    const auto frame = controlFrame(message);
    if (!frame)
        return frame.error();
    QByteArrayView rest(frame->reveal());
    while (!rest.isEmpty()) {
        const ssize_t count
            = ::send(m_descriptor, rest.data(), static_cast<size_t>(rest.size()), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno == EAGAIN)
            return doesNotAnswer();
        if (count <= 0)
            return isGone();
        rest = rest.sliced(count);
    }
    return {};
}

Result<void> ControlClient::waitForBytes(std::optional<Milliseconds> patience) const
{
    if (!patience)
        return {};
    pollfd waiting{m_descriptor, POLLIN, 0};
    int ready = 0;
    do {
        ready = ::poll(&waiting, 1, static_cast<int>(patience->count()));
    } while (ready < 0 && errno == EINTR);
    if (ready == 0)
        return doesNotAnswer();
    return {};
}

Result<ControlMessage> ControlClient::receive(std::optional<Milliseconds> patience)
{
    while (m_received.empty()) {
        if (const auto waited = waitForBytes(patience); !waited)
            return waited.error();
        std::array<char, 16 * 1024> bytes;
        const ssize_t count = ::recv(m_descriptor, bytes.data(), bytes.size(), 0);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return isGone();
        auto messages = m_reader.feed(QByteArrayView(bytes.data(), count));
        if (!messages)
            return messages.error();
        std::move(messages->begin(), messages->end(), std::back_inserter(m_received));
    }
    ControlMessage next = std::move(m_received.front());
    m_received.pop_front();
    return next;
}

} // namespace loopflow
