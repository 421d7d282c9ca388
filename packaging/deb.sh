#!/bin/sh
# Installs what is missing, builds Loopflow as Debian builds programs, and makes build/deb/loopflow_VERSION_ARCH.deb,
# whose path is printed on stdout.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/install.sh"

# shellcheck disable=SC2086 # lists of words
install_missing $build_packages $run_packages dpkg-dev fakeroot file

folder="$root/build/deb"
flags() { DEB_BUILD_MAINT_OPTIONS=hardening=+all dpkg-buildflags --get "$1"; }
if [ ! -f "$folder/build.ninja" ]; then
    cd "$root" # the flags leave this path out of the program
    configure "$folder" -DCMAKE_BUILD_TYPE=None -DLOOPFLOW_TESTS=OFF -DCMAKE_INSTALL_PREFIX=/usr \
        -DCMAKE_CXX_FLAGS="$(flags CPPFLAGS) $(flags CXXFLAGS)" -DCMAKE_EXE_LINKER_FLAGS="$(flags LDFLAGS)"
fi
say "Building the package; the first time takes some minutes."
ninja -C "$folder" --quiet loopflow </dev/null >&2
rm -f "$folder"/loopflow_*.deb
(cd "$folder" && umask 022 && cpack -G DEB </dev/null >cpack.log 2>&1) || {
    tail -n 20 "$folder/cpack.log" >&2
    say "The package could not be made; what it says above tells why."
    exit 1
}
ls "$folder"/loopflow_*.deb
