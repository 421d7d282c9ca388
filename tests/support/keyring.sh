#!/bin/sh
# Runs a program with a session bus and an unlocked keyring of its own, and ends all of it with the program.
# Must never touch the user's own keyring: home and runtime folders are private and removed afterwards.
set -eu
if [ "${LOOPFLOW_TEST_KEYRING:-}" != inside ]; then
    for tool in dbus-run-session dbus-send gnome-keyring-daemon; do
        command -v "$tool" >/dev/null || { echo "$tool is not installed" >&2; exit 77; }
    done
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    mkdir -m 700 "$folder/home" "$folder/run"
    LOOPFLOW_TEST_KEYRING=inside HOME=$folder/home XDG_RUNTIME_DIR=$folder/run \
        dbus-run-session -- "$0" "$@"
    exit
fi
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME GNOME_KEYRING_CONTROL DISPLAY WAYLAND_DISPLAY
# Or else QtKeychain would look for KWallet.
unset DESKTOP_SESSION KDE_FULL_SESSION KDE_SESSION_VERSION XDG_CURRENT_DESKTOP
# In the foreground, as a child whose number is known: --daemonize would leave it behind.
printf password | gnome-keyring-daemon --foreground --unlock --components=secrets 2>/dev/null &
keyring=$!
trap 'kill "$keyring" 2>/dev/null || :; wait "$keyring" 2>/dev/null || :' EXIT
# It says nothing once it is up: ask the bus, 5 s at most.
tries=0
until dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
    org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q 'boolean true'; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || { echo "the keyring did not start" >&2; exit 77; }
    sleep 0.05
done
"$@"
