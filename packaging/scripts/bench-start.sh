#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Patronat contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-start.sh PROGRAM TOOL FOLDER: from the start of the program to its visible window, and its peak memory a second later,
# beside sqlitebrowser on the same database of 43,200 families. In turn, five rounds after one that warms up, medians; the
# limit of both ratios is 0.8. Needs Xvfb, xdotool and sqlitebrowser; says so and ends when one is missing.
set -euo pipefail
export LC_ALL=C.UTF-8
program=${1:?usage: bench-start.sh PROGRAM TOOL FOLDER}
tool=${2:?usage: bench-start.sh PROGRAM TOOL FOLDER}
folder=${3:?usage: bench-start.sh PROGRAM TOOL FOLDER}
families=${PATRONAT_FAMILIES:-43200}
rounds=5
patience=60 # seconds

for need in Xvfb xdotool sqlitebrowser; do
    if ! command -v "$need" >/dev/null; then
        printf '\nstart beside sqlitebrowser: skipped, there is no %s (apt-get install xvfb xdotool sqlitebrowser)\n' "$need"
        exit 0
    fi
done

region=$folder/start-$families
if [ ! -f "$region/region.db" ]; then
    printf '\nMaking a region of %s families for the start (once; ten minutes)\n' "$families"
    rm -rf "$region" "$region.new"
    "$tool" demo --families "$families" --offices 45 --seed 1 --out "$region.new" >/dev/null
    mv "$region.new" "$region"
fi
database=$region/region.db

home=$(mktemp -d)
display_file=$home/display
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp -noreset 3>"$display_file" 2>/dev/null &
xvfb=$!
trap 'kill "$xvfb"; rm -rf "$home"' EXIT
until [ -s "$display_file" ]; do sleep 0.1; done
export DISPLAY=:$(<"$display_file") HOME=$home XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home XDG_CACHE_HOME=$home \
    XDG_RUNTIME_DIR=$home QT_QPA_PLATFORM=xcb NO_AT_BRIDGE=1
unset WAYLAND_DISPLAY

# once TITLE PROGRAM ARGS…: "ms kB cpu-ms" of one start.
once() {
    local title=$1 began now child peak cpu
    shift
    began=${EPOCHREALTIME/./}
    "$@" >/dev/null 2>&1 &
    child=$!
    until xdotool search --onlyvisible --name "$title" >/dev/null 2>&1; do
        now=${EPOCHREALTIME/./}
        if [ $((now - began)) -gt $((patience * 1000000)) ] || ! kill -0 "$child" 2>/dev/null; then
            printf 'bench-start: no window of %s\n' "$1" >&2
            return 1
        fi
        sleep 0.005
    done
    now=${EPOCHREALTIME/./}
    sleep 1
    peak=$(awk '/^VmHWM:/ { print $2 }' "/proc/$child/status")
    cpu=$(awk '{ print ($14 + $15) * 10 }' "/proc/$child/stat")
    kill -9 "$child"
    wait "$child" 2>/dev/null || [ $? -eq 137 ]
    printf '%s %s %s\n' "$(((now - began) / 1000))" "$peak" "$cpu"
}

median() { # COLUMN FILE
    cut -d ' ' -f "$1" "$2" | sort -n | sed -n "$(((rounds + 1) / 2))p"
}

for round in $(seq 0 "$rounds"); do
    ours=$(once 'Патронат|Patronat' "$program" --db "$database")
    theirs=$(once 'DB Browser for SQLite' sqlitebrowser "$database")
    [ "$round" -gt 0 ] || continue
    printf '%s\n' "$ours" >>"$home/ours"
    printf '%s\n' "$theirs" >>"$home/theirs"
done
printf '\nstart with %s families (medians of %s rounds)\n' "$families" "$rounds"
printf '  %-14s %10s %14s %14s\n' '' 'window ms' 'peak kB +1 s' 'cpu ms +1 s'
for name in ours theirs; do
    printf '  %-14s %10s %14s %14s\n' "$([ "$name" = ours ] && echo patronat || echo sqlitebrowser)" \
        "$(median 1 "$home/$name")" "$(median 2 "$home/$name")" "$(median 3 "$home/$name")"
done
awk -v a="$(median 1 "$home/ours")" -v b="$(median 1 "$home/theirs")" -v c="$(median 2 "$home/ours")" \
    -v d="$(median 2 "$home/theirs")" 'BEGIN {
        printf "  x time %.2f, x memory %.2f (limit of each 0.80)\n", a / b, c / d }'
