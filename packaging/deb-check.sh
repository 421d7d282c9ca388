#!/bin/sh
# Shows, as root, that the package of deb.sh installs, starts, upgrades and goes again on a Debian 12 that has nothing
# else: packaging/deb-check.sh [PACKAGE]. Takes some minutes; packages come from where this computer's apt has them.
# Must never touch the computer itself: everything happens below build/deb-check.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/install.sh"

[ "$(id -u)" -eq 0 ] || { say "A Debian of its own needs root. Run this as root."; exit 1; }
install_missing debootstrap dpkg-dev
if [ $# -gt 0 ]; then package=$1; else package=$("$root/packaging/deb.sh"); fi

work="$root/build/deb-check"
base="$work/base"
debian="$work/debian"
mkdir -p "$work"
leave() {
    umount "$debian/proc" 2>/dev/null || :
    rm -rf "$debian"
}
trap leave EXIT
umount "$debian/proc" 2>/dev/null || :
rm -rf "$debian"

if [ ! -d "$base" ]; then
    say "Making a Debian 12 in build/deb-check."
    # shellcheck disable=SC2016 # apt's own words
    mirror=$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' |
        awk '$1 == "bookworm" { print $2; exit }')
    [ -n "$mirror" ] || { say "This computer's apt has no Debian 12 to make it from."; exit 1; }
    debootstrap --variant=minbase bookworm "$base.new" "$mirror" >"$work/debootstrap.log" 2>&1 || {
        tail "$work/debootstrap.log" >&2
        exit 1
    }
    mv "$base.new" "$base"
fi
cp -a "$base" "$debian"
mount -t proc proc "$debian/proc"

inside() { chroot "$debian" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() { inside setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/ana XDG_RUNTIME_DIR=/run/ana "$@"; }
apt_inside() {
    inside apt-get -q "$@" </dev/null >"$work/apt.log" 2>&1 || { tail -n 20 "$work/apt.log" >&2; exit 1; }
}
has() { # has WHAT TEXT: or else it says so and ends
    case $3 in
    *"$2"*) say "  $1" ;;
    *)
        say "$1 was not seen. In its place: $3"
        exit 1
        ;;
    esac
}

say "Installing the package."
apt_inside update
apt_inside install -y --no-install-recommends xvfb xauth
inside useradd --create-home --uid 1000 ana
inside install -d -o ana -m 700 /run/ana
cp "$package" "$debian/root/first.deb"
chmod 755 "$debian/root" && chmod 644 "$debian/root/first.deb"
apt_inside install -y --no-install-recommends /root/first.deb

# Starts a window on PLATFORM, asks it for something, raises it and ends it.
try_window() {
    platform=$1
    shift
    # shellcheck disable=SC2016 # for the shell inside
    as_user "$@" sh -c '
        QT_QPA_PLATFORM='"$platform"' loopflow 2>/tmp/window.err & window=$!
        tries=0
        until [ -e ~/.local/share/loopflow/control ]; do
            tries=$((tries + 1))
            [ "$tries" -lt 300 ] || { cat /tmp/window.err; kill "$window"; exit 1; }
            sleep 0.1
        done
        loopflow && echo raised
        loopflow list
        kill "$window"
        wait "$window" && echo ended well
        cat /tmp/window.err' 2>&1
}
try_everything() {
    has "says its version" "Loopflow " "$(as_user loopflow --version 2>&1)"
    has "answers in the terminal" "a violet elephant" "$(echo "a violet elephant" | as_user loopflow chat 2>&1)"
    for platform in offscreen xcb; do
        wrapper=
        [ "$platform" != xcb ] || wrapper="xvfb-run -a"
        # shellcheck disable=SC2086 # none, or words
        seen=$(try_window "$platform" $wrapper)
        has "opens and raises its window ($platform)" raised "$seen"
        has "shows the mate ($platform)" Ana "$seen"
        has "ends well ($platform)" "ended well" "$seen"
    done
}
printf '# Ana\n\n## System Prompt\n\nYou are Ana.\n' >"$debian/home/ana/ana.md"
has "imports a mate" "Imported Ana" "$(as_user loopflow import /home/ana/ana.md 2>&1)"
try_everything

say "Upgrading it."
rm -rf "$work/next"
dpkg-deb -R "$package" "$work/next"
sed -i 's/^Version: .*/&+next/' "$work/next/DEBIAN/control"
dpkg-deb --root-owner-group -b "$work/next" "$debian/root/next.deb" >/dev/null
chmod 644 "$debian/root/next.deb"
apt_inside install -y --no-install-recommends /root/next.deb
has "is the next version" "+next" "$(inside dpkg-query -W loopflow)"
try_everything

say "Removing it."
apt_inside purge -y --autoremove loopflow
left=$(inside find / -xdev -iname '*loopflow*' -not -path '/home/*' -not -path '/proc/*' -not -path '/run/ana/*')
[ -z "$left" ] || { say "These were left behind: $left"; exit 1; }
[ -s "$debian/home/ana/.local/share/loopflow/loopflow.sqlite" ] || { say "The user's data is gone."; exit 1; }
say "  leaves nothing but the user's data"
say "The package is good."
