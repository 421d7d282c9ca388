#!/bin/sh
# multi
# Loopflow for a harness that measures bot hosts from outside: it says where things are by DISCORD_API (without a
# version), LLM_BASE, BOT_TOKENS (comma list) and WORK (an empty folder), and expects the host in the foreground.
# LOOPFLOW names the program, else the Release build beside this checkout is used. LOOPFLOW_SET adds settings
# ("gateway.compress=0").
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
loopflow=${LOOPFLOW:-$here/../../build/loopflow}

count=0
IFS=,
# shellcheck disable=SC2034 # eval uses it
for token in $BOT_TOKENS; do
    eval "export LOOPFLOW_TOKEN_BENCH$count=\$token"
    count=$((count + 1))
done
unset IFS

# A data folder is prepared once for every number of mates and copied, so that a start is an ordinary start.
prepared=${TMPDIR:-/tmp}/loopflow-bench-$(id -u)/$count
if [ ! -e "$prepared/ready" ] || [ -n "$(find "$loopflow" -newer "$prepared/ready")" ]; then
    rm -rf "$prepared"
    mkdir -p "$prepared/mates"
    i=0
    while [ $i -lt $count ]; do
        printf '# Bench %s\n\n## System Prompt\n\nYou are a helpful mate.\n\n## Provider\n\nopenai\n' $i > "$prepared/mates/bench$i.md"
        i=$((i + 1))
    done
    "$loopflow" --data-dir "$prepared/data" import "$prepared/mates" > /dev/null
    touch "$prepared/ready"
fi
cp -r "$prepared/data" "$WORK/data"

export LOOPFLOW_DISCORD_API="$DISCORD_API/v10" OPENAI_BASE_URL="$LLM_BASE" OPENAI_API_KEY=none
set -- --headless --data-dir "$WORK/data" --set history.messages=20 --set gateway.intents=37377
for setting in ${LOOPFLOW_SET:-}; do
    set -- "$@" --set "$setting"
done
exec "$loopflow" "$@"
