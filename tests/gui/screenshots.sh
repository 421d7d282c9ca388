#!/bin/sh
# Takes pictures of every page under a virtual display, light and dark, at both sizes and scales.
# tests/gui/screenshots.sh FOLDER [BUILD]   BUILD: where test_gui was built; build/test without it.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:?where the pictures go}
build=${2:-$root/build/test}
settings=$(mktemp -d)
trap 'rm -rf "$settings"' EXIT
for size in 1280x800 1920x1080; do
    for scale in 1 2; do
        pictures=$folder/$size-${scale}x
        mkdir -p "$pictures"
        for class in screenshots framescreenshots; do
            if ! env XDG_CONFIG_HOME="$settings" QT_QPA_PLATFORM=xcb QT_SCALE_FACTOR=$scale \
                LOOPFLOW_SCREENSHOT_SIZE=$size LOOPFLOW_SCREENSHOTS="$pictures" \
                xvfb-run -a -s "-screen 0 3840x2160x24" "$build/tests/test_gui" $class >"$pictures/$class.log" 2>&1; then
                grep -A 4 '^FAIL' "$pictures/$class.log" >&2 || tail -n 5 "$pictures/$class.log" >&2
                exit 1
            fi
        done
        echo "$pictures"
    done
done
