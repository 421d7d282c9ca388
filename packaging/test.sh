#!/bin/sh
# Installs what the tests need, builds with warnings as errors and runs everything by ctest.
# Arguments go to ctest: packaging/test.sh -R gateway
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/install.sh"

# shellcheck disable=SC2086 # lists of words
install_missing $build_packages $run_packages mold xvfb xauth dbus gnome-keyring fonts-dejavu-core \
    desktop-file-utils appstream groff shellcheck

# Quiet: what npm says is only shown when it fails.
quiet_npm() {
    mkdir -p "$root/build"
    npm "$@" --no-audit --no-fund </dev/null >"$root/build/npm.log" 2>&1 && return 0
    tail -n 20 "$root/build/npm.log" >&2
    say "npm failed; what it says above tells why."
    exit 1
}
# The judges in tests/conformance want Node 20 or newer; Debian 12 has 18, which is enough to bring a newer one.
node_is_new() { [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 20' 2>/dev/null)" = true ]; }
tools="$root/build/node"
[ -d "$tools/node_modules/node/bin" ] && PATH="$tools/node_modules/node/bin:$PATH"
if ! node_is_new || ! command -v npm >/dev/null 2>&1; then
    command -v npm >/dev/null 2>&1 || install_missing nodejs npm
    if ! node_is_new; then
        say "Fetching Node 20 from npm into build/node."
        quiet_npm install --prefix "$tools" node@20
        PATH="$tools/node_modules/node/bin:$PATH"
    fi
fi
export PATH

judges="$root/tests/conformance"
if [ -f "$judges/package-lock.json" ] && ! cmp -s "$judges/package-lock.json" "$judges/node_modules/.installed-lock"; then
    say "Installing the judges of tests/conformance by npm."
    quiet_npm ci --prefix "$judges"
    cp "$judges/package-lock.json" "$judges/node_modules/.installed-lock"
fi

configure "$root/build/test" -DCMAKE_BUILD_TYPE=Debug -DLOOPFLOW_WERROR=ON -DLOOPFLOW_TESTS=ON \
    -DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold -DLOOPFLOW_NODE="$(command -v node)"
ninja -C "$root/build/test" </dev/null
exec ctest --test-dir "$root/build/test" --parallel "$(nproc)" --output-on-failure --no-tests=error "$@"
