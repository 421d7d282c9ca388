#!/bin/sh
# Installs what is missing, builds Loopflow and opens it. Arguments go to the app: packaging/run.sh --help
# With no display it talks with a practice mate in the terminal instead.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/install.sh"

# shellcheck disable=SC2086 # lists of words
install_missing $build_packages $run_packages
configure "$root/build" -DCMAKE_BUILD_TYPE=Release -DLOOPFLOW_TESTS=OFF
[ -x "$root/build/loopflow" ] || say "Building Loopflow; the first time takes some minutes."
ninja -C "$root/build" --quiet loopflow </dev/null >&2 || {
    say "The build failed; what it says above tells where. Removing the folder build starts it afresh."
    exit 1
}

# Whether these arguments open a window: no verb, no --headless, no --help.
opens_window() {
    while [ $# -gt 0 ]; do
        case $1 in
        --data-dir | --set) [ $# -lt 2 ] || shift ;;
        --practice | --verbose | --data-dir=* | --set=*) ;;
        *) return 1 ;;
        esac
        shift
    done
}

if opens_window "$@" && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    say "There is no display to open a window on, so here is the practice chat in the terminal."
    exec "$root/build/loopflow" chat
fi
exec "$root/build/loopflow" "$@"
