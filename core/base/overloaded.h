// Visits a std::variant with one lambda per alternative.
// The compiler refuses a visitor that forgets an alternative.
#pragma once

namespace loopflow {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

} // namespace loopflow
