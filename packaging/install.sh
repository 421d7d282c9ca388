# shellcheck shell=sh disable=SC2034,SC2154
# Sourced by run.sh and test.sh: installs Debian packages that are missing, and nothing else.
# Says one sentence before it asks apt; writes to stderr only, so that the app's own output stays alone on stdout.

say() { printf '%s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        say "Installing packages needs root or sudo. Run this as root: $*"
        exit 1
    fi
}

# Quiet: what apt says is only shown when it fails.
apt_get() {
    mkdir -p "$root/build"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q "$@" </dev/null >"$root/build/apt.log" 2>&1
}

# The packages among "$@" that dpkg does not have.
missing_packages() {
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        printf '%s\n' "$installed" | grep -qx "installed $package" || printf '%s ' "$package"
    done
}

install_missing() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "This is no Debian system, so nothing was installed. Loopflow needs the like of: $*"
        return 0
    fi
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    say "Installing what Loopflow needs and this computer lacks (this can take some minutes): $missing"
    # shellcheck disable=SC2086 # a list of words
    {
        apt-get -qq -s install --no-install-recommends $missing >/dev/null 2>&1 || apt_get update
        apt_get install -y --no-install-recommends $missing && return 0
        # The package lists may be too old for what the server has by now.
        apt_get update && apt_get install -y --no-install-recommends $missing && return 0
    }
    tail -n 20 "$root/build/apt.log" >&2
    say "apt could not install: $missing. What it says above tells why."
    exit 1
}

# configure FOLDER [CMAKE ARGUMENTS]: once; ninja configures again by itself when the build files change.
configure() {
    folder=$1
    shift
    [ -f "$folder/build.ninja" ] && return 0
    say "Configuring the build in $folder."
    # Else it does not keep what was built with precompiled headers, nor serve another checkout.
    sloppy=CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    anywhere="CCACHE_BASEDIR=$root;CCACHE_NOHASHDIR=true"
    cmake -S "$root" -B "$folder" -G Ninja "-DCMAKE_CXX_COMPILER_LAUNCHER=env;$sloppy;$anywhere;ccache" "$@" </dev/null >&2
}

build_packages="g++ cmake ninja-build ccache qt6-base-dev qt6-websockets-dev qt6-svg-dev qtkeychain-qt6-dev
    qt6-l10n-tools zlib1g-dev libsimdjson-dev libcurl4-openssl-dev"
run_packages="libqt6sql6-sqlite libqt6svg6 qt6-image-formats-plugins qt6-translations-l10n libsecret-1-0 ca-certificates
    fonts-noto-core fonts-noto-color-emoji"
[ -z "${WAYLAND_DISPLAY:-}" ] || run_packages="$run_packages qt6-wayland"
