// A value or the sentence that says why there is none.
// Our subset of std::expected, which gcc 12 lacks at C++20; never throws.
#pragma once

#include <QString>

#include <functional>
#include <utility>
#include <variant>

namespace loopflow {

/// What kind of failure an Error is, for code that must react differently; people read the message.
enum class ErrorCode {
    Invalid, ///< the input breaks its format or a limit
    Unreachable, ///< no connection, or it broke before an answer
    Timeout, ///< nothing came within the deadline
    Cancelled, ///< we gave up on purpose
    Unauthorized, ///< a token or key was refused
    Forbidden, ///< known, but not allowed (or payment is due)
    NotFound, ///< the thing does not exist
    RateLimited, ///< too many requests; worth trying later
    Unavailable, ///< the server failed (5xx, overloaded)
    Incomplete, ///< the answer ended before it was whole
    TooLong, ///< the request exceeds the model's context
    UnsupportedParameter, ///< the model refuses a parameter that we can do without
    Storage, ///< database or file system
    Keychain, ///< the system's secret store is absent, locked or failing
    Conflict, ///< something else already has it
};

/// A failure. `message` is a sentence that a user can act on; it never contains a secret.
struct Error {
    ErrorCode code = ErrorCode::Invalid;
    QString message;

    bool operator==(const Error &) const = default;
};

/// Either a T or an Error. Reading the one that is not there is a programming error (asserts).
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    T &value() &
    {
        Q_ASSERT(hasValue());
        return *std::get_if<0>(&m_state);
    }
    const T &value() const &
    {
        Q_ASSERT(hasValue());
        return *std::get_if<0>(&m_state);
    }
    T &&value() &&
    {
        Q_ASSERT(hasValue());
        return std::move(*std::get_if<0>(&m_state));
    }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    const Error &error() const
    {
        Q_ASSERT(!hasValue());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

/// Success, or an Error.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_failed(true)
    {
    }

    bool hasValue() const { return !m_failed; }
    explicit operator bool() const { return hasValue(); }
    const Error &error() const
    {
        Q_ASSERT(m_failed);
        return m_error;
    }

private:
    Error m_error;
    bool m_failed = false;
};

/// How a one-shot asynchronous operation answers: called once, or never when its context died first.
template <class T>
using Callback = std::function<void(Result<T>)>;

} // namespace loopflow
